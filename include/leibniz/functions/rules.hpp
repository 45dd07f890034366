// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/exponential.hpp"
#include "leibniz/functions/hyperbolic.hpp"
#include "leibniz/functions/piecewise.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/functions/rule.hpp"
#include "leibniz/functions/trigonometric.hpp"

namespace leibniz::rewriting {

/// The placeholders of rules: a, b, d stand for any formula, c for any condition.
inline constexpr side a(side::placeholder_id, 0), b(side::placeholder_id, 1),
    d(side::placeholder_id, 2), c(side::placeholder_id, 3);

/// The rows that rules are written with.
inline constexpr row<square_entry> square;
inline constexpr row<sqrt_entry> sqrt;
inline constexpr row<power_entry> power;
inline constexpr row<exp_entry> exp;
inline constexpr row<log_entry> log;
inline constexpr row<sin_entry> sin;
inline constexpr row<cos_entry> cos;
inline constexpr row<sinh_entry> sinh;
inline constexpr row<cosh_entry> cosh;
inline constexpr row<abs_entry> abs;
inline constexpr row<where_entry> where;
inline constexpr row<equal_to_entry> equal_to;
constexpr side operator!(side const& x) { return row<not_entry>{}(x); }
constexpr side operator&&(side const& x, side const& y) { return row<and_entry>{}(x, y); }
constexpr side operator-(side const& x) { return row<negate_entry>{}(x); }
constexpr side operator+(side const& x, side const& y) { return row<add_entry>{}(x, y); }
constexpr side operator-(side const& x, side const& y) { return row<subtract_entry>{}(x, y); }
constexpr side operator*(side const& x, side const& y) { return row<multiply_entry>{}(x, y); }
constexpr side operator/(side const& x, side const& y) { return row<divide_entry>{}(x, y); }

/// The rows that right sides use.
using result_rows =
    entry_list<negate_entry, add_entry, subtract_entry, multiply_entry, divide_entry, square_entry,
               exp_entry, cos_entry, abs_entry, where_entry>;

/// Every simplification of the library, one named line each, grouped by the operation at the root.
/// The first that matches is taken.
// clang-format off
inline constexpr rule rules[] = {
    // name                   holds             what matches                         becomes
    // sums
    {"add-zero",            validity::finite, a + 0_c,                             a},  // −0 + 0 is +0
    {"add-negated",         validity::always, a + -b,                              a - b},
    {"add-same",            validity::always, a + a,                               2_c * a},
    {"add-where-where",     validity::always, where(c, a, 0_c) + where(c, b, 0_c), where(c, a + b, 0_c)},
    {"add-where-else",      validity::finite, where(c, a, 0_c) + where(c, 0_c, b), where(c, a, b)},
    {"add-else-else",       validity::always, where(c, 0_c, a) + where(c, 0_c, b), where(c, 0_c, a + b)},
    {"add-pythagoras",      validity::real,   square(sin(a)) + square(cos(a)),         1_c},
    {"add-quotients",       validity::real,   a / d + b / d,                           (a + b) / d},
    {"add-common-factor",   validity::real,   a * b + a * d,                           a * (b + d)},
    {"add-factor-itself",   validity::real,   a * b + a,                               a * (b + 1_c)},
    // differences
    {"subtract-zero",       validity::always, a - 0_c,                             a},
    {"subtract-negated",    validity::always, a - -b,                              a + b},
    {"subtract-from-zero",  validity::finite, 0_c - a,                             -a},  // 0 − 0 is +0
    {"subtract-same",       validity::finite, a - a,                               0_c},
    {"subtract-from-negated", validity::finite, -a - b,                            -(a + b)},  // −0 − 0 is −0
    {"subtract-hyperbolic", validity::real,   square(cosh(a)) - square(sinh(a)),       1_c},
    {"subtract-quotients",  validity::real,   a / d - b / d,                           (a - b) / d},
    {"subtract-common",     validity::real,   a * b - a * d,                           a * (b - d)},
    // signs
    {"negate-negated",      validity::always, -(-a),                               a},
    {"negate-difference",   validity::finite, -(a - b),                            b - a},  // −(a − a) is −0
    // products
    {"multiply-one",        validity::always, a * 1_c,                             a},
    {"multiply-zero",       validity::finite, a * 0_c,                             0_c},
    {"multiply-minus-one",  validity::always, a * -1_c,                            -a},
    {"multiply-negated",    validity::always, -a * -b,                             a * b},
    {"multiply-by-negated", validity::always, a * -b,                              -(a * b)},
    {"multiply-same",       validity::always, a * a,                               square(a)},
    {"multiply-scaled",     validity::finite, a * (b * d),                         (a * b) * d, condition::power_of_two},
    {"multiply-halved",     validity::finite, 2_c * (a / (2_c * b)),               a / b, condition::normal},
    {"multiply-indicator",  validity::finite, where(c, 1_c, 0_c) * a,              where(c, a, 0_c)},
    {"multiply-else-indicator", validity::finite, where(c, 0_c, 1_c) * a,          where(c, 0_c, a)},
    {"multiply-exponentials", validity::real, exp(a) * exp(b),                         exp(a + b)},
    {"multiply-reciprocal", validity::real,   a * (1_c / b),                           a / b},
    {"multiply-quotient",   validity::real,   a * (b / a),                             b},
    // quotients
    {"divide-one",          validity::always, a / 1_c,                             a},
    {"divide-zero",         validity::finite, 0_c / a,                             0_c},
    {"divide-negated",      validity::always, -a / b,                              -(a / b)},
    {"divide-by-negated",   validity::always, a / -b,                              -(a / b)},
    {"divide-same",         validity::finite, a / a,                                   1_c},
    {"divide-product",      validity::real,   a * b / a,                               b},
    {"divide-quotient",     validity::real,   a / b / d,                               a / (b * d)},
    {"divide-by-quotient",  validity::real,   a / (b / d),                             a * d / b},
    {"divide-exponentials", validity::real,   exp(a) / exp(b),                         exp(a - b)},
    // powers
    {"power-zero",          validity::always, power(a, 0_c),           1_c},
    {"power-one",           validity::always, power(a, 1_c),           a},
    {"power-two",           validity::always, power(a, 2_c),           square(a)},
    {"square-negated",      validity::always, square(-a),                          square(a)},
    {"square-root",         validity::real,   square(sqrt(a)),                         a},
    {"root-square",         validity::real,   sqrt(square(a)),                         abs(a)},
    {"log-exponential",     validity::real,   log(exp(a)),                             a},
    {"exponential-log",     validity::real,   exp(log(a)),                             a},
    // choices
    {"where-same",          validity::always, where(c, a, a),                      a},
    {"where-not",           validity::always, where(!c, a, b),                     where(c, b, a)},
    {"where-zero-positive", validity::always, where(equal_to(a, 0_c), b, d),        d, condition::positive},
    {"where-and-zero-positive", validity::always, where(c && equal_to(a, 0_c), b, d),  d, condition::positive},
    {"abs-negated",         validity::always, abs(-a),                             abs(a)},
    {"cos-negated",         validity::always, cos(-a),                             cos(a)},
};
// clang-format on

}  // namespace leibniz::rewriting
