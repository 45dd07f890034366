// SPDX-License-Identifier: BSL-1.0
// Value and gradient in one pass over shared code.
#include <boost/hana/for_each.hpp>
#include <boost/hana/size.hpp>
#include <iostream>

#include <leibniz/leibniz.hpp>

namespace hana = boost::hana;
namespace lz = leibniz;
using namespace lz::literals;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y + pow(y, 2_c);

// [gradient]
constexpr auto g = lz::gradient(f);      // by all variables, in order of first appearance
constexpr auto r = g(x = 2.0, y = 5.0);  // one pass computes the value and every derivative
static_assert(r.value == 75.0 && r[x] == 35.0 && r[y] == 20.0);
// [/gradient]

// [compiled]
// What GCC 12 -O2 makes of this is in the README.
double value_and_gradient(double at_x, double at_y, double* gradient) {
  auto const at = g(x = at_x, y = at_y);
  gradient[0] = at[x];
  gradient[1] = at[y];
  return at.value;
}
// [/compiled]

// [wrt]
constexpr auto gx = lz::gradient(f, lz::wrt(x));  // only what is asked for is computed
static_assert(gx(x = 2.0, y = 5.0)[x] == 35.0);
// [/wrt]

// [parameter]
constexpr lz::parameter<"p"> p;  // an argument that is never differentiated
constexpr auto scaled = lz::gradient(p * f);
static_assert(hana::size(scaled(x = 2.0, y = 5.0, p = 3.0).gradient) == hana::size_c<2>);
static_assert(scaled(x = 2.0, y = 5.0, p = 3.0)[x] == 105.0);
// [/parameter]

int main() {
  // [map]
  // The gradient is a hana::map from variables to numbers.
  auto const at = g(x = 1.0, y = 4.0);
  hana::for_each(at.gradient, [](auto const& entry) {
    std::cout << "df/d" << hana::first(entry) << " = " << hana::second(entry) << '\n';
  });
  // [/map]
  double by[2];
  double const value = value_and_gradient(1.0, 4.0, by);
  return value == at.value && by[0] == at[x] && by[1] == at[y] && at.value == 32 && at[x] == 20 &&
                 at.gradient[y] == 12
             ? 0
             : 1;
}
