// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/gamma.hpp"
#include "leibniz/math/beta.hpp"

namespace leibniz {

namespace c_form {

inline constexpr char const* lbeta =
    "const #T c[] = {(#T)1/12, -(#T)1/360, (#T)1/1260, -(#T)1/1680, (#T)1/1188, -(#T)691/360360, "
    "(#T)1/156, -(#T)3617/122400};\n"
    "  const #T p = #1 > #2 ? #2 : #1, q = #1 > #2 ? #1 : #2;\n"
    "  #T z[3], rest[3], half, share, log_sum, rests;\n"
    "  int i, k;\n"
    "  if (!(p > 0) || isinf(q)) return p >= 0 && !isinf(q) ? 1/(p*p) : p > 0 ? -q : (p - p)/(p - p);\n"
    "  if (q < 10) return log#f(tgamma#f(p)*(tgamma#f(q)/tgamma#f(p + q)));\n"
    "  half = p*0.5#f + q*0.5#f;\n"
    "  share = p*0.5#f/half;\n"
    "  log_sum = log#f(half) + 0.69314718055994530942#f;\n"
    "  z[0] = p, z[1] = q, z[2] = 2*half;\n"
    "  for (i = 0; i < 3; ++i) {\n"
    "    const #T inverse = 1/z[i], square = inverse*inverse;\n"
    "    #T sum = 0;\n"
    "    for (k = 7; k >= 0; --k) sum = sum*square + c[k];\n"
    "    rest[i] = inverse*sum;\n"
    "  }\n"
    "  rests = rest[1] - rest[2];\n"
    "  if (p < 10)\n"
    "    return lgamma#f(p) + rests + (p - p*log_sum + (q - 0.5#f)*log1p#f(-share));\n"
    "  return (p - 0.5#f)*log#f(share) + q*log1p#f(-share) - 0.5#f*log#f(q) + "
    "(0.91893853320467274178#f + (rest[0] + rests));";

// each number at x, at x + step, and the difference, as in math/secant.hpp
inline constexpr char const* polygamma_difference =
    "const double numerator[] = {1, -1, 1, -1, 5, -691, 7, -3617, 43867, -174611};\n"
    "  const double denominator[] = {6, 30, 42, 30, 66, 2730, 6, 510, 798, 330};\n"
    "  const int n = (int)#1;\n"
    "  const #T step = #3;\n"
    "  #T x = #2, y = #2 + step, rest = 0, log_x = 0;\n"
    "  #T i0, i1, i2, s0, s1, s2, sum0 = 0, sum1 = 0, sum2 = 0, p0, p1, p2, before;\n"
    "  double high = (double)x, factorial = 1, binomial[11] = {1};\n"
    "  int k;\n"
    "  if (n < 0 || n > 20 || !(x > 0) || !(step >= 0)) return (x - x)/(x - x);\n"
    "  for (k = 2; k <= n; ++k) factorial *= k;\n"
    "  for (; high < 16 + 2*n; high += 1, x = x + 1, y = y + 1) {\n"
    "    #T power0 = 1, power1 = 1, power2 = 0;\n"
    "    for (k = 0; k <= n; ++k) {\n"
    "      power2 = power0*step + power2*y;\n"
    "      power0 = power0*x;\n"
    "      power1 = power1*y;\n"
    "    }\n"
    "    rest = rest + (0 - 1/power0*power2)/power1;\n"
    "  }\n"
    "  i0 = 1/x, i1 = 1/y, i2 = (0 - i0*step)/y;\n"
    "  s0 = i0*i0, s1 = i1*i1, s2 = i0*i2 + i2*i1;\n"
    "  for (k = 1; k <= 10 && n > 0; ++k)\n"
    "    binomial[k] = binomial[k - 1]*(2*k + n - 2)/(2*k - 1)*(2*k + n - 1)/(2*k);\n"
    "  for (k = 10; k > 0; --k) {\n"
    "    const #T c = n > 0 ? (#T)numerator[k - 1]*(#T)binomial[k]/(#T)denominator[k - 1]\n"
    "                       : (#T)numerator[k - 1]/(#T)(2*k*denominator[k - 1]);\n"
    "    before = sum0 + c;\n"
    "    sum1 = sum1 + c;\n"
    "    sum2 = before*s2 + sum2*s1;\n"
    "    sum0 = before*s0;\n"
    "    sum1 = sum1*s1;\n"
    "  }\n"
    "  if (n == 0) {\n"
    "    log_x = log1p#f(step/x);\n"
    "    return log_x - i2*0.5#f - sum2 - rest;\n"
    "  }\n"
    "  sum0 = sum0 + 1 + i0*(#T)(0.5*n);\n"
    "  sum1 = sum1 + 1 + i1*(#T)(0.5*n);\n"
    "  sum2 = sum2 + i2*(#T)(0.5*n);\n"
    "  p0 = 1, p1 = 1, p2 = 0;\n"
    "  for (k = 0; k < n; ++k) {\n"
    "    p2 = p0*i2 + p2*i1;\n"
    "    p0 = p0*i0;\n"
    "    p1 = p1*i1;\n"
    "  }\n"
    "  p2 = (p0*sum2 + p2*sum1)/(#T)n;\n"
    "  rest = (rest + p2)*(#T)factorial;\n"
    "  return n % 2 == 0 ? -rest : rest;";

}  // namespace c_form

/// ψ⁽ⁿ⁾(x + step) − ψ⁽ⁿ⁾(x) for a constant n from 0 to 20 and positive x and step, without cancellation.
struct polygamma_difference_entry : entry<polygamma_difference_entry, "polygamma_difference", 3> {
  static constexpr char const* c_source = c_form::polygamma_difference;
  static constexpr char const* latex = "\\left(\\psi^{\\left(#1\\right)}\\left(#2 + #3\\right) - "
                                       "\\psi^{\\left(#1\\right)}\\left(#2\\right)\\right)";
  static constexpr double sample_from = 0.3, sample_to = 12;
  LEIBNIZ_INLINE static auto value(auto const& n, auto const& x, auto const& step) {
    return math::polygamma_difference(static_cast<int>(n), x, step);
  }
  static constexpr auto partials(auto, auto n, auto x, auto step) {
    return list(0_c, call<polygamma_difference_entry>(n + 1_c, x, step),
                call<polygamma_entry>(n + 1_c, x + step));
  }
};

/// log B(x, y) = log Γ(x) + log Γ(y) − log Γ(x + y) of positive numbers
struct lbeta_entry : entry<lbeta_entry, "lbeta", 2> {
  static constexpr bool commutative = true;
  static constexpr char const* c_source = c_form::lbeta;
  static constexpr char const* latex = "\\ln \\mathrm{B}\\left(#1, #2\\right)";
  static constexpr double sample_from = 0.3, sample_to = 12;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return math::lbeta(x, y); }
  static constexpr auto partials(auto, auto x, auto y) {
    return list(-call<polygamma_difference_entry>(0_c, x, y),
                -call<polygamma_difference_entry>(0_c, y, x));
  }
};

LEIBNIZ_FUNCTION_2(lbeta)

}  // namespace leibniz
