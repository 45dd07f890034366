// SPDX-License-Identifier: BSL-1.0
#include "functions.hpp"

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

namespace {

constexpr auto rat43 =
    lz::function<lz::R<4>, lz::passive<lz::R<>>>([](auto const& b, auto const& x) {
      return b[0] / pow(1.0 + exp(b[1] - b[2] * x), 1.0 / b[3]);
    });

}  // namespace

void rat43_function(double const* b, double const* at, double* result) {
  auto const r = lz::gradient(rat43)(b, *at);
  result[0] = r.value;
  for (unsigned i = 0; i < 4; ++i) result[1 + i] = r.gradient[i];
}
