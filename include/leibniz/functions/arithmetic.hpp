// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <type_traits>

#include "leibniz/functions/entry.hpp"
#include "leibniz/math/rounding.hpp"

namespace leibniz {

/// A negative constant is a constant, `-2_c`; a quotient of constants too, `1_c / 3_c`.
template <std::int64_t N, std::int64_t D, scaled_fraction S>
constexpr auto operator-(constant<N, D, S>) {
  return constant<-N, D, S>{};
}
template <std::int64_t N, std::int64_t D, scaled_fraction S, std::int64_t M, std::int64_t E,
          scaled_fraction T>
requires(M != 0)
constexpr auto operator/(constant<N, D, S>, constant<M, E, T>) {
  constexpr number q = constant<N, D, S>::exact * reciprocal(constant<M, E, T>::exact);
  static_assert(detail::fits_double(q),
                "leibniz: the quotient of two _c constants does not fit 128 bits, or no double");
  if constexpr (q.exact()) return constant<q.numerator, q.denominator, q.scaled>{};
  else return constant<0>{};
}

LEIBNIZ_CONTRACTION_BEGIN

struct negate_entry : entry<negate_entry, "-", 1> {
  static constexpr char const* latex = "-(#1)";
  static constexpr char const* c_source = "-#1";
  static constexpr auto written = notation::prefix;
  static constexpr int precedence = 4;
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& x) { return -x; }
  static constexpr auto partials(auto, auto) { return list(-1_c); }
};

struct add_entry : entry<add_entry, " + ", 2> {
  static constexpr char const* latex = "(#1) + (#2)";
  static constexpr char const* c_source = "#1 + #2";
  static constexpr auto written = notation::infix;
  static constexpr int precedence = 2;
  static constexpr bool commutative = true;
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return x + y; }
  static constexpr auto partials(auto, auto, auto) { return list(1_c, 1_c); }
};

struct subtract_entry : entry<subtract_entry, " - ", 2> {
  static constexpr char const* latex = "(#1) - (#2)";
  static constexpr char const* c_source = "#1 - #2";
  static constexpr auto written = notation::infix;
  static constexpr int precedence = 2;
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return x - y; }
  static constexpr auto partials(auto, auto, auto) { return list(1_c, -1_c); }
};

struct multiply_entry : entry<multiply_entry, "*", 2> {
  static constexpr char const* latex = "(#1) (#2)";
  static constexpr char const* c_source = "#1*#2";
  static constexpr auto written = notation::infix;
  static constexpr int precedence = 3;
  static constexpr bool commutative = true;
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return x * y; }
  static constexpr auto partials(auto, auto x, auto y) { return list(y, x); }
};

struct divide_entry : entry<divide_entry, "/", 2> {
  static constexpr bool has_pole = true;
  static constexpr char const* latex = "\\frac{#1}{#2}";
  static constexpr char const* c_source = "#1/#2";
  static constexpr char const* kink =
      "1/y and -x/y^2 as they are: infinite, or NaN where a 0 meets it";
  static constexpr edge_point edges[] = {{1, 0}, {0, 0}};
  static constexpr auto written = notation::infix;
  static constexpr int precedence = 3;
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return x / y; }
  // both partials share the factor 1/y
  static constexpr auto partials(auto z, auto, auto y) { return list(1_c / y, -(1_c / y * z)); }
};

/// 1 − x², short for a product that loses nothing near ±1; its derivative, −2x, loses nothing near 0.
struct one_minus_square_entry : entry<one_minus_square_entry, "one_minus_square", 1> {
  static constexpr bool calls_library = false;
  static constexpr bool abbreviation = true;
  static constexpr auto symmetry = parity::even;
  static constexpr double sample_from = -0.9, sample_to = 0.9;
  LEIBNIZ_INLINE static auto value(auto const& x) { return (1 - x) * (1 + x); }
  static constexpr auto meaning(auto x) { return (1_c - x) * (1_c + x); }
  static constexpr auto partials(auto, auto x) { return list(-2_c * x); }
};

LEIBNIZ_CONTRACTION_END

/// x y + z, rounded once
struct fma_entry : entry<fma_entry, "fma", 3> {
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y, auto const& z) {
    return math::fma(x, y, z);
  }
  static constexpr auto partials(auto, auto x, auto y, auto) { return list(y, x, 1_c); }
};

LEIBNIZ_FUNCTION_3(fma)

LEIBNIZ_OPERATOR_2(+, add, traced)
LEIBNIZ_OPERATOR_2(-, subtract, traced)
LEIBNIZ_OPERATOR_2(*, multiply, traced)
LEIBNIZ_OPERATOR_2(/, divide, traced)

template <Formula X> constexpr auto operator-(X const& x) { return call<negate_entry>(x); }
constexpr traced operator-(traced const& x) { return call<negate_entry>(x); }
template <Formula X> constexpr auto operator+(X const& x) { return x; }
constexpr traced operator+(traced const& x) { return x; }

constexpr traced& operator+=(traced& x, traced const& y) { return x = x + y; }
constexpr traced& operator-=(traced& x, traced const& y) { return x = x - y; }
constexpr traced& operator*=(traced& x, traced const& y) { return x = x * y; }
constexpr traced& operator/=(traced& x, traced const& y) { return x = x / y; }

namespace detail {
template <class T> constexpr T& refuse_accumulator(T& x) {
  static_assert(
      never<T>,
      "leibniz: a traced value is added to (or multiplied into) a plain number: declare the "
      "accumulator as auto or T, as in `auto s = p[0];` or `T s = 0;`, not double");
  return x;
}
}  // namespace detail
template <class X>
requires std::is_arithmetic_v<X>
constexpr X& operator+=(X& x, traced const&) {
  return detail::refuse_accumulator(x);
}
template <class X>
requires std::is_arithmetic_v<X>
constexpr X& operator-=(X& x, traced const&) {
  return detail::refuse_accumulator(x);
}
template <class X>
requires std::is_arithmetic_v<X>
constexpr X& operator*=(X& x, traced const&) {
  return detail::refuse_accumulator(x);
}
template <class X>
requires std::is_arithmetic_v<X>
constexpr X& operator/=(X& x, traced const&) {
  return detail::refuse_accumulator(x);
}

}  // namespace leibniz
