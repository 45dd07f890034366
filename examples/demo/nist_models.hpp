// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <leibniz/leibniz.hpp>

// The models of the NIST nonlinear regression problems, each written once. What is differentiated by is said
// where a derivative is asked for: the fit by the parameters b1, b2, …, the tangent by x.
namespace nist {

namespace lz = leibniz;
using namespace lz::literals;

inline constexpr lz::variable<"x"> x;
inline constexpr lz::variable<"x1"> x1;
inline constexpr lz::variable<"x2"> x2;
inline constexpr lz::variable<"b1"> b1;
inline constexpr lz::variable<"b2"> b2;
inline constexpr lz::variable<"b3"> b3;
inline constexpr lz::variable<"b4"> b4;
inline constexpr lz::variable<"b5"> b5;
inline constexpr lz::variable<"b6"> b6;
inline constexpr lz::variable<"b7"> b7;
inline constexpr lz::variable<"b8"> b8;
inline constexpr lz::variable<"b9"> b9;

/// A function that the library does not have: its value, and its derivative as a formula.
struct arctan_entry : lz::entry<arctan_entry, "arctan", 1> {
  static constexpr auto latex = std::string_view("\\arctan\\left(#1\\right)");
  LEIBNIZ_INLINE static auto value(auto const& t) { return lz::math::atan(t); }
  static constexpr auto partials(auto, auto t) { return lz::list(1_c / (1_c + t * t)); }
};
template <lz::Formula T> constexpr auto arctan(T const& t) { return lz::call<arctan_entry>(t); }

// Misra1a, BoxBOD
inline constexpr auto saturation = b1 * (1_c - exp(-b2 * x));
inline constexpr auto misra1b = b1 * (1_c - pow(1_c + b2 * x / 2_c, -2_c));
inline constexpr auto misra1c = b1 * (1_c - pow(1_c + 2_c * b2 * x, -0.5_c));
inline constexpr auto misra1d = b1 * b2 * x * pow(1_c + b2 * x, -1_c);
// Chwirut1, Chwirut2
inline constexpr auto chwirut = exp(-b1 * x) / (b2 + b3 * x);
inline constexpr auto danwood = b1 * pow(x, b2);
inline constexpr auto eckerle4 = b1 / b2 * exp(-0.5_c * pow((x - b3) / b2, 2_c));
inline constexpr auto bennett5 = b1 * pow(b2 + x, -1_c / b3);
inline constexpr auto mgh09 = b1 * (x * x + x * b2) / (x * x + x * b3 + b4);
inline constexpr auto mgh10 = b1 * exp(b2 / (x + b3));
inline constexpr auto mgh17 = b1 + b2 * exp(-x * b4) + b3 * exp(-x * b5);
inline constexpr auto rat42 = b1 / (1_c + exp(b2 - b3 * x));
inline constexpr auto rat43 = b1 / pow(1_c + exp(b2 - b3 * x), 1_c / b4);
inline constexpr auto roszman1 = b1 - b2 * x - arctan(b3 / (x - b4)) / lz::pi;
// Lanczos1, Lanczos2, Lanczos3
inline constexpr auto lanczos = b1 * exp(-b2 * x) + b3 * exp(-b4 * x) + b5 * exp(-b6 * x);
// Gauss1, Gauss2, Gauss3
inline constexpr auto gauss = b1 * exp(-b2 * x)                             //
                              + b3 * exp(-pow(x - b4, 2_c) / pow(b5, 2_c))  //
                              + b6 * exp(-pow(x - b7, 2_c) / pow(b8, 2_c));
inline constexpr auto kirby2 = (b1 + b2 * x + b3 * x * x) / (1_c + b4 * x + b5 * x * x);
// Hahn1, Thurber
inline constexpr auto cubic_ratio = (b1 + b2 * x + b3 * pow(x, 2_c) + b4 * pow(x, 3_c)) /
                                    (1_c + b5 * x + b6 * pow(x, 2_c) + b7 * pow(x, 3_c));
inline constexpr auto enso = b1 + b2 * cos(2_c * lz::pi * x / 12_c) +
                             b3 * sin(2_c * lz::pi * x / 12_c) + b5 * cos(2_c * lz::pi * x / b4) +
                             b6 * sin(2_c * lz::pi * x / b4) + b8 * cos(2_c * lz::pi * x / b7) +
                             b9 * sin(2_c * lz::pi * x / b7);
// of the logarithm of the response
inline constexpr auto nelson = b1 - b2 * x1 * exp(-b3 * x2);

}  // namespace nist
