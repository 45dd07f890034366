// SPDX-License-Identifier: BSL-1.0
#include "ekf.hpp"
#include "programs.hpp"

namespace lz = leibniz;

// The pattern of the transition is a constant: no product by a zero is ever made.
void ekf_covariance(float const* entries, float q, float* p) {
  constexpr auto pattern = lz::sparsity(transition);
  static_assert(pattern.nonzeros() == transition_entries);
  float product[states * states] = {};
  for (int k = 0; k < transition_entries; ++k)
    for (int j = 0; j < states; ++j)
      product[states * pattern.row[k] + j] += entries[k] * p[states * pattern.column[k] + j];
  for (int i = 0; i < states * states; ++i) p[i] = 0;
  for (int k = 0; k < transition_entries; ++k)
    for (int i = 0; i < states; ++i)
      p[states * i + pattern.row[k]] += product[states * i + pattern.column[k]] * entries[k];
  for (int i = 0; i < states; ++i) p[states * i + i] += q;
}
