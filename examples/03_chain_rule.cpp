// SPDX-License-Identifier: BSL-1.0
// The chain rule factor by factor: `let` names an intermediate quantity, and derivatives by it are derivatives
// like any other. A hidden neuron h1, an output o1, and the loss L.
#include <cmath>
#include <iostream>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

// [network]
constexpr lz::parameter<"x1"> x1;  // data: never differentiated
constexpr lz::parameter<"x2"> x2;
constexpr lz::parameter<"target"> target;
constexpr lz::variable<"w_h11"> w_h11;
constexpr lz::variable<"w_h21"> w_h21;
constexpr lz::variable<"w_o1"> w_o1;

constexpr auto h1 = lz::let<"h1">(x1 * w_h11 + x2 * w_h21);
constexpr auto o1 = lz::let<"o1">(h1 * w_o1);
constexpr auto L = 0.5_c * square(o1 - target);
// [/network]

// [factors]
static_assert(lz::derivative(L, o1) == o1 - target);  // o1 counts as independent here
static_assert(lz::derivative(o1, h1) == w_o1);
static_assert(lz::derivative(h1, w_h11) == x1);
static_assert(lz::derivative(L, w_h11) == (o1 - target) * w_o1 * x1);  // through both of them

// Any values and derivatives together, in one pass that computes what they share once:
constexpr auto n = lz::vector(h1, o1, lz::derivative(L, o1), lz::derivative(o1, h1))(
    x1 = 1.0, x2 = 2.0, w_h11 = 0.5, w_h21 = 0.3, w_o1 = 0.7, target = 1.0);
static_assert(n[0] == 1.1 && n[1] == 0.77 && n[3] == 0.7);
// [/factors]

// [pass]
// One backward pass gives the derivatives by the weights and, because wrt names them, by h1 and o1.
constexpr auto g = lz::gradient(L, lz::wrt(o1, h1, w_h11, w_h21, w_o1));
constexpr auto r = g(x1 = 1.0, x2 = 2.0, w_h11 = 0.5, w_h21 = 0.3, w_o1 = 0.7, target = 1.0);
// [/pass]

constexpr bool near(double a, double b) { return a - b < 1e-15 && b - a < 1e-15; }
static_assert(near(r.value, 0.02645) && near(r[o1], -0.23) && near(r[w_h11], -0.161));

int main() {
  std::cout << "L         = " << r.value << "\n"
            << "dL/do1    = " << r[o1] << "\n"
            << "dL/dh1    = " << r[h1] << "  = dL/do1 * w_o1\n"
            << "dL/dw_h11 = " << r[w_h11] << "  = dL/dh1 * x1\n"
            << "dL/dw_h21 = " << r[w_h21] << "  = dL/dh1 * x2\n"
            << "dL/dw_o1  = " << r[w_o1] << "  = dL/do1 * h1\n";
  return near(r[h1], -0.161) && near(r[w_h21], -0.322) && near(r[w_o1], -0.253) ? 0 : 1;
}
