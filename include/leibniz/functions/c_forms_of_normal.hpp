// SPDX-License-Identifier: BSL-1.0
#pragma once

// The long forms of what is derived from erfc, in C99 (the column c_source), as c_forms.hpp.

namespace leibniz::c_form {

// result = E_n(x) of math/erfcx.hpp, a block
#define LEIBNIZ_C_ERFCX(n, x, result)                                                            \
  "  if (" x " >= (" n " == 0 ? 2 : 0.5#f)) {\n"                                                 \
  "    const int bits = sizeof(" x ") == 4 ? 27 : 56;\n"                                         \
  "    const #T large = (#T)(sizeof(" x ") == 4 ? 1e18 : 1e100), reach = (#T)bits*0.347#f/" x    \
  ";\n"                                                                                          \
  "    const #T start = reach*(reach/2 + (" n " == 0 ? 0 : 2 + (#T)" n "/4));\n"                 \
  "    #T above = 0, current = 1/large, wanted = 0;\n"                                           \
  "    int k;\n"                                                                                 \
  "    if (" x "*(nextafter#f(1, 2) - 1) > 1) {\n"                                               \
  "      " result " = 1.12837916709551257390#f;\n"                                               \
  "      for (k = 0; k <= " n "; ++k) " result " = " result "/" x "*0.5#f;\n"                    \
  "    } else {\n"                                                                               \
  "      for (k = " n " + bits/4 + (int)start; k >= 0; --k) {\n"                                 \
  "        const #T below = " x "*2*current + (#T)(2*(k + 1))*above;\n"                          \
  "        if (k == " n ") wanted = current;\n"                                                  \
  "        above = current;\n"                                                                   \
  "        current = below;\n"                                                                   \
  "        if (current > large)\n"                                                               \
  "          above = above*(1/large), current = current*(1/large), wanted = wanted*(1/large);\n" \
  "      }\n"                                                                                    \
  "      " result " = wanted/current*1.12837916709551257390#f;\n"                                \
  "    }\n"                                                                                      \
  "  } else {\n"                                                                                 \
  "    const #T square = " x "*" x ", power = exp#f(square);\n"                                  \
  "    #T below = 1.12837916709551257390#f;\n"                                                   \
  "    int k;\n"                                                                                 \
  "    " result " = erfc#f(" x ")*(isfinite(power) ? power + power*fma#f(" x ", " x              \
  ", -square) : power);\n"                                                                       \
  "    for (k = 1; k <= " n "; ++k) {\n"                                                         \
  "      const #T above = (below - (" x " + " x ")*" result ")/(#T)(2*k);\n"                     \
  "      below = " result ";\n"                                                                  \
  "      " result " = above;\n"                                                                  \
  "    }\n"                                                                                      \
  "  }\n"
// result = normal_cdf(x), result = normal_pdf(x)/normal_cdf(x) and the inverse Mills ratio of x
#define LEIBNIZ_C_CDF(x, result)                                                                   \
  "  {\n"                                                                                          \
  "    const #T u = (" x ")*-0.70710678118654752440#f, h = erfc#f(u)*0.5#f;\n"                     \
  "    const #T d = fma#f((" x "), -0.70710678118654752440#f, -u) + (" x                           \
  ")*(#T)(-0.70710678118654752440 - (double)-0.70710678118654752440#f + 0x1.bdd3413b26456p-55);\n" \
  "    " result " = u > 0.5#f && u < 1000 ? h - h*(d*(u + sqrt#f(u*u + 1.2732395#f))) : h;\n"      \
  "  }\n"
#define LEIBNIZ_C_MILLS(x, result)                                                            \
  "  if (!(" x " < -5)) {\n"                                                                  \
  "    const #T s = " x "*" x ", e = isfinite(s) ? fma#f(" x ", " x ", -s) : 0;\n"            \
  "    const #T p = exp#f(-0.5#f*s);\n"                                                       \
  "    #T share;\n" LEIBNIZ_C_CDF(                                                            \
      x, "share") "    " result " = 0.39894228040143267794#f*(p - p*(0.5#f*e))/share;\n"      \
                  "  } else {\n"                                                              \
                  "    const #T far = " x "*-0.70710678118654752440#f;\n" LEIBNIZ_C_ERFCX(    \
                      "0", "far", result) "    " result " = 0.79788456080286535588#f/" result \
                                          ";\n"                                               \
                                          "  }\n"
// result = the quantile of 1/2 + q
#define LEIBNIZ_C_QUANTILE(q, tail, result)                                                     \
  "  if (!(" tail " >= 0)) {\n"                                                                 \
  "    " result " = (#T)NAN;\n"                                                                 \
  "  } else if (" tail " <= 0) {\n"                                                             \
  "    " result " = " q " < 0 ? -(#T)INFINITY : (#T)INFINITY;\n"                                \
  "  } else {\n"                                                                                \
  "    const #T a[] = {3.3871328727963666080e0#f, 1.3314166789178437745e+2#f, "                 \
  "1.9715909503065514427e+3#f, 1.3731693765509461125e+4#f, 4.5921953931549871457e+4#f, "        \
  "6.7265770927008700853e+4#f, 3.3430575583588128105e+4#f, 2.5090809287301226727e+3#f};\n"      \
  "    const #T b[] = {1, 4.2313330701600911252e+1#f, 6.8718700749205790830e+2#f, "             \
  "5.3941960214247511077e+3#f, 2.1213794301586595867e+4#f, 3.9307895800092710610e+4#f, "        \
  "2.8729085735721942674e+4#f, 5.2264952788528545610e+3#f};\n"                                  \
  "    const #T c[] = {1.42343711074968357734e0#f, 4.63033784615654529590e0#f, "                \
  "5.76949722146069140550e0#f, 3.64784832476320460504e0#f, 1.27045825245236838258e0#f, "        \
  "2.41780725177450611770e-1#f, 2.27238449892691845833e-2#f, 7.74545014278341407640e-4#f};\n"   \
  "    const #T d[] = {1, 2.05319162663775882187e0#f, 1.67638483018380384940e0#f, "             \
  "6.89767334985100004550e-1#f, 1.48103976427480074590e-1#f, 1.51986665636164571966e-2#f, "     \
  "5.47593808499534494600e-4#f, 1.05075007164441684324e-9#f};\n"                                \
  "    const #T e[] = {6.65790464350110377720e0#f, 5.46378491116411436990e0#f, "                \
  "1.78482653991729133580e0#f, 2.96560571828504891230e-1#f, 2.65321895265761230930e-2#f, "      \
  "1.24266094738807843860e-3#f, 2.71155556874348757815e-5#f, 2.01033439929228813265e-7#f};\n"   \
  "    const #T f[] = {1, 5.99832206555887937690e-1#f, 1.36929880922735805310e-1#f, "           \
  "1.48753612908506148525e-2#f, 7.86869131145613259100e-4#f, 1.84631831751005468180e-5#f, "     \
  "1.42151175831644588870e-7#f, 2.04426310338993978564e-15#f};\n"                               \
  "    const int middle = -0.425#f <= " q " && " q " <= 0.425#f;\n"                             \
  "    const #T r = middle ? 0.180625#f - " q "*" q " : sqrt#f(-log#f(" tail "));\n"            \
  "    const int near = r <= 5;\n"                                                              \
  "    const #T t = middle ? r : near ? r - 1.6#f : r - 5;\n"                                   \
  "    const #T *p = middle ? a : near ? c : e, *s = middle ? b : near ? d : f;\n"              \
  "    #T above = p[7], below = s[7];\n"                                                        \
  "    int k;\n"                                                                                \
  "    for (k = 6; k >= 0; --k) above = above*t + p[k], below = below*t + s[k];\n"              \
  "    " result " = middle ? " q "*(above/below) : " q " < 0 ? -(above/below) : above/below;\n" \
  "  }\n"

inline constexpr char const* erfcx =
    "const #T x = #1;\n  #T y;\n" LEIBNIZ_C_ERFCX("0", "x", "y") "  return y;";
inline constexpr char const* repeated_erfcx =
    "const int n = (int)#1;\n  const #T x = #2;\n  #T y;\n"
    "  if (n < 0) return 1.12837916709551257390#f;\n" LEIBNIZ_C_ERFCX("n", "x", "y") "  return y;";
inline constexpr char const* log_normal_cdf =
    "const #T x = #1, z = x*-0.70710678118654752440#f;\n  #T y;\n"
    "  if (x > 0) {\n" LEIBNIZ_C_CDF(
        "-x",
        "y") "    return log1p#f(-y);\n  }\n"
             "  if (x > -5) {\n" LEIBNIZ_C_CDF("x", "y") "    return log#f(y);\n  }\n" LEIBNIZ_C_ERFCX(
                 "0", "z", "y") "  return log#f(0.5#f*y) - 0.5#f*x*x;";
inline constexpr char const* inverse_mills =
    "const #T x = #1;\n  #T y;\n" LEIBNIZ_C_MILLS("x", "y") "  return y;";
inline constexpr char const* inverse_mills_rest =
    "const #T x = #1, z = x*-0.70710678118654752440#f;\n  #T y, first;\n"
    "  if (!(x < -1)) {\n" LEIBNIZ_C_MILLS(
        "x", "y") "    return x + y;\n  }\n"
                  "  if (x < -1/(nextafter#f(1, 2) - 1)) return -1/x;\n" LEIBNIZ_C_ERFCX("1", "z",
                                                                                         "first")
                      LEIBNIZ_C_ERFCX("0", "z", "y") "  return 1.41421356237309504880#f*first/y;";
inline constexpr char const* normal_quantile =
    "const #T q = #1 - 0.5#f, tail = #1 < 0.5#f ? #1 : 1 - #1;\n  #T z;\n" LEIBNIZ_C_QUANTILE(
        "q", "tail", "z") "  return z;";
inline constexpr char const* erf_inv =
    "const #T q = 0.5#f*#1, tail = 0.5#f - 0.5#f*fabs#f(#1);\n  #T z;\n" LEIBNIZ_C_QUANTILE(
        "q", "tail", "z") "  return 0.70710678118654752440#f*z;";
inline constexpr char const* erf_inv_slope =
    "const #T x = fabs#f(#1), q = 0.5#f*x, tail = 0.5#f - 0.5#f*x;\n  #T z, y, g;\n" LEIBNIZ_C_QUANTILE(
        "q", "tail", "z") "  y = 0.70710678118654752440#f*z;\n"
                          "  if (x <= 1 && x >= 1) return y;\n" LEIBNIZ_C_ERFCX(
                              "0", "y", "g") "  return g/(1.12837916709551257390#f*(1 - x));";
inline constexpr char const* normal_quantile_slope =
    "const #T q = #1 - 0.5#f, tail = #1 < 0.5#f ? #1 : 1 - #1;\n  #T z, x, y;\n"
    "  if (tail <= 0 && tail >= 0) return (#T)INFINITY;\n" LEIBNIZ_C_QUANTILE(
        "q", "tail", "z") "  x = -fabs#f(z);\n" LEIBNIZ_C_MILLS("x", "y") "  return 1/(tail*y);";

#undef LEIBNIZ_C_ERFCX
#undef LEIBNIZ_C_CDF
#undef LEIBNIZ_C_MILLS
#undef LEIBNIZ_C_QUANTILE

}  // namespace leibniz::c_form
