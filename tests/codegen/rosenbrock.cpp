// SPDX-License-Identifier: BSL-1.0
#include "functions.hpp"

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

namespace {

constexpr auto f = lz::function<lz::R<2>>(
    [](auto const& p) { return lz::square(1.0 - p[0]) + 100.0 * lz::square(p[1] - p[0] * p[0]); });

}  // namespace

void rosenbrock(double const* p, double* result) {
  auto const r = lz::gradient(f)(p);
  result[0] = r.value;
  result[1] = r.gradient[0];
  result[2] = r.gradient[1];
}
