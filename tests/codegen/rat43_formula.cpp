// SPDX-License-Identifier: BSL-1.0
#include "functions.hpp"

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

namespace {

constexpr lz::variable<"b1"> b1;
constexpr lz::variable<"b2"> b2;
constexpr lz::variable<"b3"> b3;
constexpr lz::variable<"b4"> b4;
constexpr lz::parameter<"x"> x;

constexpr auto rat43 = b1 / pow(1_c + exp(b2 - b3 * x), 1_c / b4);

}  // namespace

void rat43_formula(double const* b, double const* at, double* result) {
  auto const r = lz::gradient(rat43)(b1 = b[0], b2 = b[1], b3 = b[2], b4 = b[3], x = *at);
  result[0] = r.value;
  result[1] = r[b1];
  result[2] = r[b2];
  result[3] = r[b3];
  result[4] = r[b4];
}
