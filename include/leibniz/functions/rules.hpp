// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/piecewise.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/functions/rule.hpp"
#include "leibniz/functions/trigonometric.hpp"

namespace leibniz::rewriting {

/// The placeholders of rules: a, b, d stand for any formula, c for any condition.
inline constexpr pattern<0> a;
inline constexpr pattern<1> b;
inline constexpr pattern<2> d;
inline constexpr condition_pattern<3> c;

/// Every simplification of the library, one named line each, grouped by the operation at the root.
/// The first that matches is taken.
// clang-format off
inline constexpr rule rules[] = {
    //        name                   holds             what matches                         becomes
    // sums
    make_rule("add-zero",            validity::finite, a + 0_c,                             a),  // −0 + 0 is +0
    make_rule("add-negated",         validity::always, a + -b,                              a - b),
    make_rule("add-same",            validity::always, a + a,                               2_c * a),
    make_rule("add-where-where",     validity::finite, where(c, a, 0_c) + where(c, b, 0_c), where(c, a + b, 0_c)),
    make_rule("add-where-else",      validity::finite, where(c, a, 0_c) + where(c, 0_c, b), where(c, a, b)),
    make_rule("add-else-else",       validity::finite, where(c, 0_c, a) + where(c, 0_c, b), where(c, 0_c, a + b)),
    // differences
    make_rule("subtract-zero",       validity::always, a - 0_c,                             a),
    make_rule("subtract-negated",    validity::always, a - -b,                              a + b),
    make_rule("subtract-from-zero",  validity::finite, 0_c - a,                             -a),  // 0 − 0 is +0
    make_rule("subtract-same",       validity::finite, a - a,                               0_c),
    // signs
    make_rule("negate-negated",      validity::always, -(-a),                               a),
    make_rule("negate-difference",   validity::finite, -(a - b),                            b - a),  // −(a − a) is −0
    // products
    make_rule("multiply-one",        validity::always, a * 1_c,                             a),
    make_rule("multiply-zero",       validity::finite, a * 0_c,                             0_c),
    make_rule("multiply-minus-one",  validity::always, a * -1_c,                            -a),
    make_rule("multiply-negated",    validity::always, -a * -b,                             a * b),
    make_rule("multiply-by-negated", validity::always, a * -b,                              -(a * b)),
    make_rule("multiply-same",       validity::always, a * a,                               square(a)),
    make_rule("multiply-scaled",     validity::finite, a * (b * d),                         (a * b) * d, condition::power_of_two),
    // quotients
    make_rule("divide-one",          validity::always, a / 1_c,                             a),
    make_rule("divide-zero",         validity::finite, 0_c / a,                             0_c),
    make_rule("divide-negated",      validity::always, -a / b,                              -(a / b)),
    make_rule("divide-by-negated",   validity::always, a / -b,                              -(a / b)),
    // powers
    make_rule("power-zero",          validity::always, call<power_entry>(a, 0_c),           1_c),
    make_rule("power-one",           validity::always, call<power_entry>(a, 1_c),           a),
    make_rule("power-two",           validity::always, call<power_entry>(a, 2_c),           square(a)),
    make_rule("square-negated",      validity::always, square(-a),                          square(a)),
    // choices
    make_rule("where-same",          validity::always, where(c, a, a),                      a),
    make_rule("where-zero-positive", validity::always, where(equal_to(a, 0_c), b, d),        d, condition::positive),
    make_rule("abs-negated",         validity::always, abs(-a),                             abs(a)),
    make_rule("cos-negated",         validity::always, cos(-a),                             cos(a)),
};
// clang-format on

}  // namespace leibniz::rewriting
