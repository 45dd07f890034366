// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/leibniz.hpp"

// Verbs as C: one function for each, which the program `generate` writes and `compare` calls.

namespace leibniz::test {

inline constexpr auto two_outputs = function<R<2>, R<>>(
    [](auto const& p, auto const& q) { return std::array{p[0] * sin(p[1]), exp(q) * p[0]}; });
inline constexpr auto one_output =
    function<R<3>>([](auto const& p) { return p[0] * sin(p[1]) / p[2] + p[2]; });
inline constexpr variable<"u"> x;
inline constexpr variable<"v"> y;
inline constexpr auto formulas = vector(x * sin(y), exp(x) / y);

}  // namespace leibniz::test

/// Calls F(verb, its name, parameters of the C function).
#define LEIBNIZ_C_VERBS(F)                                                                         \
  F(jvp(two_outputs), c_jvp, (double const*, double, double const*, double, double*, double*))     \
  F(vjp(two_outputs), c_vjp, (double const*, double, double const*, double*, double*))             \
  F(hvp(one_output), c_hvp, (double const*, double const*, double*, double*, double*))             \
  F(jvp<2>(two_outputs), c_jvp_2, (double const*, double, double const*, double*, double*))        \
  F(vjp<3>(two_outputs), c_vjp_3, (double const*, double, double const*, double*, double*))        \
  F(hvp<2>(one_output), c_hvp_2, (double const*, double const*, double*, double*, double*))        \
  F(taylor<4>(one_output), c_taylor, (double const*, double const*, double*))                      \
  F(gauss_newton(two_outputs), c_gauss_newton, (double const*, double, double*, double*, double*)) \
  F(hessian(one_output), c_hessian, (double const*, double*, double*, double*))                    \
  F(jacobian(two_outputs, leibniz::rows<1>{}), c_row, (double const*, double, double*, double*))   \
  F(jacobian(two_outputs, columns<2, 0>{}), c_columns, (double const*, double, double*, double*))  \
  F(jacobian(two_outputs, entries<at<1, 0>, at<0, 1>>{}), c_entries,                               \
    (double const*, double, double*))                                                              \
  F(hessian(one_output, leibniz::rows<2, 0>{}), c_hessian_rows,                                    \
    (double const*, double*, double*, double*))                                                    \
  F(hessian(one_output, entries<at<1, 0>, at<2, 2>>{}), c_hessian_entries,                         \
    (double const*, double*))                                                                      \
  F(compressed(jacobian(two_outputs)), c_compressed, (double const*, double, double*, double*))    \
  F(jvp<2>(formulas, wrt(x, y)), c_formulas,                                                       \
    (double, double, double, double, double, double, double*, double*))

extern "C" {
#define LEIBNIZ_DECLARE(VERB, NAME, PARAMETERS) void NAME PARAMETERS;
LEIBNIZ_C_VERBS(LEIBNIZ_DECLARE)
#undef LEIBNIZ_DECLARE
}
