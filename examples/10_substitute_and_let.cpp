// SPDX-License-Identifier: BSL-1.0
// Formulas made of formulas: `substitute` replaces variables, `let` names a part without taking it apart.
#include <iostream>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::variable<"r"> r;
constexpr lz::variable<"phi"> phi;

// [substitute]
constexpr auto f = x * x + 3 * y;
static_assert(lz::substitute(f, x = sin(y)) == square(sin(y)) + 3 * y);
static_assert(lz::substitute(x - y, x = y, y = x) == y - x);  // all at once
static_assert(lz::substitute(f, y = 2)(x = 3.0) == 15.0);     // numbers, too
// [/substitute]

// [polar]
// Differentiating goes through a substitution: the same function in polar coordinates.
constexpr auto polar = lz::substitute(x * y, x = r * cos(phi), y = r * sin(phi));
static_assert(lz::derivative(polar, r) == 2 * r * sin(phi) * cos(phi));
// [/polar]

// [order]
// What is differentiated first is replaced afterwards: a derivative at another place.
static_assert(lz::substitute(lz::derivative(pow(x, 3_c), x), x = 2 * y) == 12 * y * y);
static_assert(lz::derivative(lz::substitute(pow(x, 3_c), x = 2 * y), y) == 24 * y * y);
// [/order]

// [let]
constexpr auto h = lz::let<"h">(x * y);
constexpr auto L = exp(h) + x;
static_assert(lz::derivative(L, h) == exp(h));          // h counts as independent
static_assert(lz::derivative(L, x) == exp(h) * y + 1);  // through h
static_assert(lz::depends_on(L, h) && lz::depends_on(L, y) && !lz::depends_on(L, r));
// [/let]

int main() {
  std::cout << "polar    = " << polar << '\n'
            << "d/dr     = " << lz::derivative(polar, r) << '\n'
            << "dL/dh    = " << lz::derivative(L, h) << '\n'
            << "dL/dx    = " << lz::derivative(L, x) << '\n';
  return lz::derivative(L, h)(x = 0.0, y = 2.0) == 1.0 ? 0 : 1;
}
