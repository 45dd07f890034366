// SPDX-License-Identifier: BSL-1.0
#pragma once

// The long forms, of series, in C99 (the column c_source): the same operations as at run time in math/, so that the
// bits agree.

namespace leibniz::c_form {

// sin(πx) and cos(πx), where a = |remainder(x, 2)|
#define LEIBNIZ_C_SINPI(a)                                                             \
  "(" a " <= 0.25#f ? sin#f(3.14159265358979323846#f*" a ") : " a " <= 0.75#f ? "      \
  "cos#f(3.14159265358979323846#f*(" a " - 0.5#f)) : sin#f(3.14159265358979323846#f*(" \
  "1 - " a ")))"
#define LEIBNIZ_C_COSPI(a)                                                              \
  "(" a " <= 0.25#f ? cos#f(3.14159265358979323846#f*" a ") : " a " <= 0.75#f ? "       \
  "sin#f(3.14159265358979323846#f*(0.5#f - " a ")) : -cos#f(3.14159265358979323846#f*(" \
  "1 - " a ")))"
// sine and cosine of πx, from a variable x
#define LEIBNIZ_C_BOTH                                                                         \
  "const #T r = remainder#f(fabs#f(x), 2), a = fabs#f(r);\n"                                   \
  "    const #T s = " LEIBNIZ_C_SINPI(                                                         \
      "a") ";\n"                                                                               \
           "    const #T sine = copysign#f(1, x)*(r < 0 ? -s : s), cosine = " LEIBNIZ_C_COSPI( \
               "a") ";\n"
// digamma of a variable x, which it changes
#define LEIBNIZ_C_DIGAMMA                                                                    \
  "const #T c[] = {(#T)1/12, -(#T)1/120, (#T)1/252, -(#T)1/240, (#T)1/132, -(#T)691/32760, " \
  "(#T)1/12, -(#T)3617/8160};\n"                                                             \
  "  #T result = 0, tail, series = 0;\n"                                                     \
  "  int j;\n"                                                                               \
  "  if (x <= 0 && x >= 0) return -1/x;\n"                                                   \
  "  if (x < 0) {\n"                                                                         \
  "    " LEIBNIZ_C_BOTH "    if (sine <= 0 && sine >= 0) return sine/sine;\n"                \
  "    result = -3.14159265358979323846#f*cosine/sine;\n"                                    \
  "    x = 1 - x;\n"                                                                         \
  "  }\n"                                                                                    \
  "  if (x < 12) {\n"                                                                        \
  "    const #T p[] = {0.254798510611315515235#f, -0.314628554532916496608#f, "              \
  "-0.665836341559876230295#f, -0.314767657147375752913#f, -0.0541156266153505273939#f, "    \
  "-0.00289268368333918761452#f};\n"                                                         \
  "    const #T q[] = {1, 2.1195759927055347547#f, 1.54350554664961128724#f, "               \
  "0.486986018231042975162#f, 0.0660481487173569812846#f, 0.00298999662592323990972#f, "     \
  "-0.165079794012604905639e-5#f, 0.317940243105952177571e-7#f};\n"                          \
  "    const #T head = (#T)0x1.762d86356be3fp+0;\n"                                          \
  "    const #T low = (#T)(0x1.762d86356be3fp+0 - (double)head + 0x1.b86a722197829p-54);\n"  \
  "    #T g, t, above = p[5], below = q[7];\n"                                               \
  "    if (x < 1) result -= 1/x, x += 1;\n"                                                  \
  "    for (; x > 2; result += 1/x) x -= 1;\n"                                               \
  "    t = x - 1;\n"                                                                         \
  "    g = (x - head) - low;\n"                                                              \
  "    for (j = 4; j >= 0; --j) above = above*t + p[j];\n"                                   \
  "    for (j = 6; j >= 0; --j) below = below*t + q[j];\n"                                   \
  "    return result + (g*0.99558162689208984375#f + g*(above/below));\n"                    \
  "  }\n"                                                                                    \
  "  tail = 1/(x*x);\n"                                                                      \
  "  for (j = 7; j >= 0; --j) series = series*tail + c[j];\n"                                \
  "  return result + log#f(x) - 0.5#f/x - tail*series;"

inline constexpr char const* digamma = "#T x = #1;\n  " LEIBNIZ_C_DIGAMMA;
inline constexpr char const* polygamma =
    "const double numerator[] = {1, -1, 1, -1, 5, -691, 7, -3617, 43867, -174611};\n"
    "  const double denominator[] = {6, 30, 42, 30, 66, 2730, 6, 510, 798, 330};\n"
    "  const int n = (int)#1;\n"
    "  #T x = #2, poles = 0, rest = 0, sum = 0, inverse, square, leading = 1;\n"
    "  double high, factorial = 1, binomial[11] = {1};\n"
    "  int i, k;\n"
    "  const int positive = x > 0;\n"
    "  const #T sign = n % 2 == 0 ? -1 : 1;\n"
    "  if (n == 0) {\n  " LEIBNIZ_C_DIGAMMA "\n  }\n"
    "  if (n < 0 || n > 20) return (#T)NAN;\n"
    "  for (k = 2; k < n; ++k) factorial *= k;\n"
    "  if (positive && x > 1/(nextafter#f(1, 2) - 1)) {\n"
    "    for (k = 0; k < n; ++k) leading *= x;\n"
    "    return sign*(#T)factorial/leading;\n"
    "  }\n"
    "  if (n > 1) factorial *= n;\n"
    "  if (!positive) {\n"
    "    double p[24] = {0, 1}, next[24];\n"
    "    #T c, power = 1;\n"
    "    " LEIBNIZ_C_BOTH
    "    if (sine <= 0 && sine >= 0) return n % 2 == 1 ? (#T)INFINITY : x < 0 ? sine/sine : -1/x;\n"
    "    for (k = 0; k < n; ++k) {\n"
    "      for (i = 0; i < 24; ++i) next[i] = 0;\n"
    "      for (i = 1; i <= k + 1; ++i) next[i - 1] -= i*p[i], next[i + 1] -= i*p[i];\n"
    "      for (i = 0; i < 24; ++i) p[i] = next[i];\n"
    "    }\n"
    "    c = cosine/sine;\n"
    "    square = c*c;\n"
    "    for (i = n + 1; i >= 0; i -= 2) poles = poles*square + (#T)p[i];\n"
    "    if (n % 2 == 0) poles = poles*c;\n"
    "    for (k = 0; k <= n; ++k) power = power*3.14159265358979323846#f;\n"
    "    poles = poles*power;\n"
    "    x = 1 - x;\n"
    "  }\n"
    "  for (high = (double)x; high < 16 + 2*n; high += 1, x = x + 1) {\n"
    "    #T power = 1;\n"
    "    for (k = 0; k <= n; ++k) power = power*x;\n"
    "    rest = rest + 1/power;\n"
    "  }\n"
    "  inverse = 1/x;\n"
    "  square = inverse*inverse;\n"
    "  for (k = 1; k <= 10; ++k)\n"
    "    binomial[k] = binomial[k - 1]*(2*k + n - 2)/(2*k - 1)*(2*k + n - 1)/(2*k);\n"
    "  for (k = 10; k > 0; --k)\n"
    "    sum = (sum + (#T)numerator[k - 1]*(#T)binomial[k]/(#T)denominator[k - 1])*square;\n"
    "  sum = sum + 1 + inverse*(#T)(0.5*n);\n"
    "  for (k = 0; k < n; ++k) leading = leading*inverse;\n"
    "  leading = leading*sum/(#T)n;\n"
    "  sum = (rest + leading)*(#T)factorial;\n"
    "  return positive ? sign*sum : -poles - sum;";

inline constexpr char const* bessel_of_square =
    "const int n = (int)#1;\n"
    "  const double x = (double)#2;\n"
    "  #T t, before, at, next;\n"
    "  int k;\n"
    "  if (n < -1) return (#T)NAN;\n"
    "  if (!(x > 0) || (n > 0 && (x < 2*n + 3 || x < (n + 1)*(n + 1)))) {\n"
    "    const #T half = #2*-0.5#f;\n"
    "    #T sum, more, term = 1;\n"
    "    for (k = 1; k <= n; ++k) term = term/(#T)(2.0*k + 1);\n"
    "    sum = term;\n"
    "    for (k = 1; k < 400; ++k) {\n"
    "      term = term*half/(#T)(k*(2.0*n + 2.0*k + 1));\n"
    "      more = sum + term;\n"
    "      if (more <= sum && more >= sum) break;\n"
    "      sum = more;\n"
    "    }\n"
    "    return sum;\n"
    "  }\n"
    "  t = sqrt#f(#2);\n"
    "  if (n < 0) return cos#f(t);\n"
    "  before = cos#f(t);\n"
    "  at = sin#f(t)/t;\n"
    "  for (k = 0; k < n; ++k) {\n"
    "    next = (at*(#T)(2.0*k + 1) - before)/#2;\n"
    "    before = at;\n"
    "    at = next;\n"
    "  }\n"
    "  return at;";
inline constexpr char const* spherical_bessel =
    "const int n = (int)#1;\n"
    "  const double a = (double)fabs#f(#2);\n"
    "  #T before, at, next;\n"
    "  int k;\n"
    "  if (n < 0) return (#T)NAN;\n"
    "  if (n == 0) return #2 <= 0 && #2 >= 0 ? 1 : sin#f(#2)/#2;\n"
    "  if (a*a < 2*n + 3 || a < n + 1) {\n"
    "    #T front = 1, sum = 1, more, term = 1;\n"
    "    const #T square = #2*#2*-0.5#f;\n"
    "    for (k = 1; k <= n; ++k) front = front*#2/(#T)(2.0*k + 1);\n"
    "    for (k = 1; k < 400; ++k) {\n"
    "      term = term*square/(#T)(k*(2.0*n + 2.0*k + 1));\n"
    "      more = sum + term;\n"
    "      if (more <= sum && more >= sum) break;\n"
    "      sum = more;\n"
    "    }\n"
    "    return front*sum;\n"
    "  }\n"
    "  before = sin#f(#2)/#2;\n"
    "  at = (before - cos#f(#2))/#2;\n"
    "  for (k = 1; k < n; ++k) {\n"
    "    next = at*(#T)(2.0*k + 1)/#2 - before;\n"
    "    before = at;\n"
    "    at = next;\n"
    "  }\n"
    "  return at;";

#undef LEIBNIZ_C_SINPI
#undef LEIBNIZ_C_COSPI
#undef LEIBNIZ_C_BOTH
#undef LEIBNIZ_C_DIGAMMA

}  // namespace leibniz::c_form
