// SPDX-License-Identifier: BSL-1.0
// At run time the value of a formula is the same, bit for bit, as the formula in plain C++ with the functions of
// the standard library. This file is compiled with -ffp-contract=off.
#include <algorithm>
#include <cmath>
#include <string>

#include "check.hpp"
#include "laws/rows.hpp"

using namespace leibniz;
using namespace leibniz::test;

namespace {

template <class Row> struct no_line_for_this_row {};

/// What formula_of<Row> is in plain C++, at x and y.
#define LEIBNIZ_PLAIN(Row, ...)                                   \
  template <class T> T plain(std::type_identity<Row>, T x, T y) { \
    static_cast<void>(y);                                         \
    return __VA_ARGS__;                                           \
  }
template <class Row, class T> no_line_for_this_row<Row> plain(std::type_identity<Row>, T, T) {
  return {};
}
LEIBNIZ_PLAIN(negate_entry, -x* y)
LEIBNIZ_PLAIN(add_entry, x + y)
LEIBNIZ_PLAIN(subtract_entry, x - y)
LEIBNIZ_PLAIN(multiply_entry, x* y)
LEIBNIZ_PLAIN(divide_entry, x / y)
LEIBNIZ_PLAIN(one_minus_square_entry, (1 - x) * (1 + x) * y)
LEIBNIZ_PLAIN(difference_entry, x - x == 0 || x != y ? x - y : x > 0 ? T(0) : x)
LEIBNIZ_PLAIN(square_entry, x* x* y)
LEIBNIZ_PLAIN(sqrt_entry, std::sqrt(x) * y)
LEIBNIZ_PLAIN(norm_square_entry, x* x* y)
LEIBNIZ_PLAIN(norm_root_entry, std::sqrt(x) * y)
LEIBNIZ_PLAIN(cbrt_entry, std::cbrt(x) * y)
LEIBNIZ_PLAIN(hypot_entry, std::hypot(x, y))
LEIBNIZ_PLAIN(over_hypot_entry, x / std::hypot(x, y))
LEIBNIZ_PLAIN(over_hypot_squared_entry, x / std::hypot(x, y) / std::hypot(x, y))
LEIBNIZ_PLAIN(power_entry, std::pow(x, T(7) / T(3)) * y)
LEIBNIZ_PLAIN(pow_entry, std::pow(x, y))
LEIBNIZ_PLAIN(pow_below_entry, math::pow_below(x, y))
LEIBNIZ_PLAIN(pow_two_below_entry, math::pow_two_below(x, y))
LEIBNIZ_PLAIN(cbrt_slope_entry, 1 / (3 * (std::cbrt(x) * std::cbrt(x))) * y)
LEIBNIZ_PLAIN(exp_entry, std::exp(x) * y)
LEIBNIZ_PLAIN(exp2_entry, std::exp2(x) * y)
LEIBNIZ_PLAIN(expm1_entry, std::expm1(x) * y)
LEIBNIZ_PLAIN(log_entry, std::log(x) * y)
LEIBNIZ_PLAIN(log2_entry, std::log2(x) * y)
LEIBNIZ_PLAIN(log10_entry, std::log10(x) * y)
LEIBNIZ_PLAIN(log1p_entry, std::log1p(x) * y)
LEIBNIZ_PLAIN(sigmoid_entry, 1 / (1 + std::exp(-x)) * y)
LEIBNIZ_PLAIN(sigmoid_of_exp_entry, 1 / (1 + std::exp(-x)) * y)
LEIBNIZ_PLAIN(slope_of_sigmoid_entry, (x * y < 1 ? x * y : T(1)) * y)
LEIBNIZ_PLAIN(softplus_entry, (std::max(x, T(0)) + std::log1p(std::exp(-std::abs(x)))) * y)
LEIBNIZ_PLAIN(sin_entry, std::sin(x) * y)
LEIBNIZ_PLAIN(cos_entry, std::cos(x) * y)
LEIBNIZ_PLAIN(tan_entry, std::tan(x) * y)
LEIBNIZ_PLAIN(asin_entry, std::asin(x) * y)
LEIBNIZ_PLAIN(acos_entry, std::acos(x) * y)
LEIBNIZ_PLAIN(atan_entry, std::atan(x) * y)
LEIBNIZ_PLAIN(atan2_entry, std::atan2(x, y))
LEIBNIZ_PLAIN(sinh_entry, std::sinh(x) * y)
LEIBNIZ_PLAIN(cosh_entry, std::cosh(x) * y)
LEIBNIZ_PLAIN(tanh_entry, std::tanh(x) * y)
LEIBNIZ_PLAIN(asinh_entry, std::asinh(x) * y)
LEIBNIZ_PLAIN(acosh_entry, std::acosh(x) * y)
LEIBNIZ_PLAIN(atanh_entry, std::atanh(x) * y)
LEIBNIZ_PLAIN(erf_entry, std::erf(x) * y)
LEIBNIZ_PLAIN(erfc_entry, std::erfc(x) * y)
LEIBNIZ_PLAIN(where_entry, x < y ? x * y : x - y)
LEIBNIZ_PLAIN(abs_entry, std::abs(x) * y)
LEIBNIZ_PLAIN(abs_slope_entry, (x < 0 ? T(-1) : x > 0 ? T(1) : x) * y)
LEIBNIZ_PLAIN(corner_slope_entry, x* y)
LEIBNIZ_PLAIN(above_corner_entry, x > y ? x : y)
LEIBNIZ_PLAIN(sign_entry, (x < 0 ? T(-1) : x > 0 ? T(1) : x) * y)
LEIBNIZ_PLAIN(relu_entry, std::max(x, T(0)) * y)
LEIBNIZ_PLAIN(min_entry, std::min(x, y))
LEIBNIZ_PLAIN(max_entry, std::max(x, y))
LEIBNIZ_PLAIN(clamp_high_entry, std::min(x, y))
LEIBNIZ_PLAIN(floor_entry, std::floor(x) * y)
LEIBNIZ_PLAIN(ceil_entry, std::ceil(x) * y)
LEIBNIZ_PLAIN(round_entry, std::round(x) * y)
LEIBNIZ_PLAIN(stop_gradient_entry, x* y)
LEIBNIZ_PLAIN(less_entry, x < y ? x : y)
LEIBNIZ_PLAIN(less_equal_entry, x <= y ? x : y)
LEIBNIZ_PLAIN(greater_entry, x > y ? x : y)
LEIBNIZ_PLAIN(greater_equal_entry, x >= y ? x : y)
LEIBNIZ_PLAIN(equal_to_entry, x == y ? x : y)
LEIBNIZ_PLAIN(not_equal_to_entry, x != y ? x : y)
LEIBNIZ_PLAIN(and_entry, x < y && x + y > 1 ? x : y)
LEIBNIZ_PLAIN(or_entry, x < y || x + y > 1 ? x : y)
LEIBNIZ_PLAIN(not_entry, !(x < y) ? x : y)
LEIBNIZ_PLAIN(hypot3_entry, std::hypot(x, y, x - y))
LEIBNIZ_PLAIN(fma_entry, std::fma(x, y, x - y))
LEIBNIZ_PLAIN(fmod_entry, std::fmod(x, y))
LEIBNIZ_PLAIN(copysign_entry, std::copysign(x, y))
LEIBNIZ_PLAIN(lgamma_entry, std::lgamma(x) * y)
LEIBNIZ_PLAIN(tgamma_entry, std::tgamma(x) * y)
LEIBNIZ_PLAIN(sinc_entry, (x == 0 ? T(1) : std::sin(x) / x) * y)
LEIBNIZ_PLAIN(log_sigmoid_entry, -(std::max(-x, T(0)) + std::log1p(std::exp(-std::abs(-x)))) * y)
LEIBNIZ_PLAIN(xlogy_entry, x == 0 && y == y ? T(0) : x * std::log(y))
LEIBNIZ_PLAIN(xlog1py_entry, x == 0 && y == y ? T(0) : x * std::log1p(y))
// what the standard library lacks: the library's own function of numbers
LEIBNIZ_PLAIN(step_entry, math::step(x) * y)
LEIBNIZ_PLAIN(sinpi_entry, math::sinpi(x) * y)
LEIBNIZ_PLAIN(cospi_entry, math::cospi(x) * y)
LEIBNIZ_PLAIN(digamma_entry, math::digamma(x) * y)
LEIBNIZ_PLAIN(normal_pdf_entry, math::normal_pdf(x) * y)
LEIBNIZ_PLAIN(normal_cdf_entry, math::normal_cdf(x) * y)
LEIBNIZ_PLAIN(exp_minus_square_entry, math::exp_minus_square(x) * y)
LEIBNIZ_PLAIN(sech_squared_entry, math::sech_squared(x) * y)
LEIBNIZ_PLAIN(sigmoid_slope_entry, math::sigmoid_slope(x) * y)
LEIBNIZ_PLAIN(logit_entry, math::logit(x) * y)
LEIBNIZ_PLAIN(silu_entry, math::silu(x) * y)
LEIBNIZ_PLAIN(gelu_entry, math::gelu(x) * y)
LEIBNIZ_PLAIN(gelu_tanh_entry, math::gelu_tanh(x) * y)
LEIBNIZ_PLAIN(tanh_softplus_entry, math::tanh_softplus(x) * y)
LEIBNIZ_PLAIN(mish_entry, math::mish(x) * y)
LEIBNIZ_PLAIN(log_cosh_entry, math::log_cosh(x) * y)
LEIBNIZ_PLAIN(spherical_bessel_entry, math::spherical_bessel(2, x) * y)
LEIBNIZ_PLAIN(bessel_of_square_entry, math::bessel_of_square(2, x) * y)
LEIBNIZ_PLAIN(logaddexp_entry, math::logaddexp(x, y))
LEIBNIZ_PLAIN(log1mexp_entry, math::log1mexp(x) * y)
LEIBNIZ_PLAIN(log1mexp_slope_entry, -1 / std::expm1(-x) * y)
LEIBNIZ_PLAIN(erfcx_entry, math::erfcx(x) * y)
LEIBNIZ_PLAIN(repeated_erfcx_entry, math::repeated_erfcx(2, x) * y)
LEIBNIZ_PLAIN(erf_inv_entry, math::erf_inv(x) * y)
LEIBNIZ_PLAIN(erf_inv_slope_entry, math::erf_inv_slope(x) * y)
LEIBNIZ_PLAIN(normal_quantile_entry, math::normal_quantile(x) * y)
LEIBNIZ_PLAIN(normal_quantile_slope_entry, math::normal_quantile_slope(x) * y)
LEIBNIZ_PLAIN(log_normal_cdf_entry, math::log_normal_cdf(x) * y)
LEIBNIZ_PLAIN(inverse_mills_entry, math::inverse_mills(x) * y)
LEIBNIZ_PLAIN(inverse_mills_rest_entry, math::inverse_mills_rest(x) * y)
LEIBNIZ_PLAIN(lbeta_entry, math::lbeta(x, y))
LEIBNIZ_PLAIN(polygamma_difference_entry, math::polygamma_difference(1, x, y))
LEIBNIZ_PLAIN(polygamma_entry, math::polygamma(2, x) * y)
LEIBNIZ_PLAIN(pi_entry, T(3.14159265358979323846264338327950288L) * x)
LEIBNIZ_PLAIN(e_entry, T(2.71828182845904523536028747135266250L) * x)

template <class T> bool same(T a, T b) { return bits(a) == bits(b) || (a != a && b != b); }

template <class T> void check_all() {
  constexpr T large = std::numeric_limits<T>::max(), inf = std::numeric_limits<T>::infinity(),
              nan = std::numeric_limits<T>::quiet_NaN(),
              tiny = std::numeric_limits<T>::denorm_min();
  T const numbers[] = {T(0.3),  T(-0.3), T(1),   T(-1),    T(0),  T(-0.0), T(2.5),
                       T(-2.5), T(3.7),  T(-17), T(0.999), large, -large,  T(1) / large,
                       tiny,    -tiny,   inf,    -inf,     nan,   T(88.5), T(-709.1),
                       T(1e8),  T(1e-8), T(0.5), T(-33)};
  for_each_row(function_table{}, [&]<class Row> {
    constexpr auto f = formula_of<Row>();
    CAPTURE(Row::name);
    using answer = decltype(plain(std::type_identity<Row>{}, T(), T()));
    constexpr bool known = std::is_same_v<answer, T>;
    CHECK(known);  // or same_as_plain.cpp lacks a line for this row
    if constexpr (known) {
      int wrong = 0;
      T at_x = 0, at_y = 0;
      for (T const a : numbers)
        for (T const b : numbers) {
          T const x = opaque(a), y = opaque(b);
          T const value = [&] {
            if constexpr (Row::arity == 0) return f(u = x);
            else return f(u = x, v = y);
          }();
          if (same(value, plain(std::type_identity<Row>{}, opaque(a), opaque(b)))) continue;
          ++wrong;
          at_x = a;
          at_y = b;
        }
      CAPTURE(at_x, at_y);
      CHECK(wrong == 0);
    }
  });
}

}  // namespace

TEST_CASE("a formula's value is that of plain C++, in double") { check_all<double>(); }
TEST_CASE("a formula's value is that of plain C++, in float") { check_all<float>(); }
