// SPDX-License-Identifier: BSL-1.0
// A formula, its derivatives, and their values: all of it is done when the program is compiled.
#include <cstdio>
#include <iostream>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

// [formula]
constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y + pow(y, 2_c);
// [/formula]

// [derivative]
static_assert(f(x = 2.0, y = 5.0) == 75.0);                     // named arguments, any order
static_assert(lz::derivative(f, x)(x = 2.0, y = 5.0) == 35.0);  // a derivative is a formula too
static_assert(lz::derivative(f, x) == 2 * x * y + 3 * y);       // symbolic equality
static_assert(lz::derivative(f, x, y) == 2 * x + 3);            // mixed
static_assert(lz::derivative<2>(f, x) == 2 * y);                // second
static_assert(lz::derivative(f, x, x, x) == 0);                 // third
static_assert(lz::to_string(lz::derivative(f, x)) == "2*x*y + 3*y");
// [/derivative]

// [codes]
// A function that computes a derivative is what one would write by hand: no tables, no calls, no allocation.
double slope(double at_x, double at_y) { return lz::derivative(f, x)(x = at_x, y = at_y); }
// [/codes]

int main() {
  std::cout << "f     = " << f << '\n'
            << "df/dx = " << lz::derivative(f, x) << '\n'
            << "df/dy = " << lz::derivative(f, y) << '\n';
  std::printf("df/dx at (2, 5) = %g\n", slope(2, 5));
  return slope(2, 5) == 35 ? 0 : 1;
}
