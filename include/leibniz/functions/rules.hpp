// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/piecewise.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/functions/rule.hpp"
#include "leibniz/functions/trigonometric.hpp"

namespace leibniz {

namespace detail {
inline constexpr pattern<0> a;
inline constexpr pattern<1> b;
inline constexpr pattern<2> d;
inline constexpr condition_pattern<3> c;
}  // namespace detail

/// Every simplification of the library, one named line each, grouped by the operation at the root.
/// The first that matches is taken.
inline constexpr rule rules[] = {
    // sums
    make_rule("add-zero", validity::finite, detail::a + 0_c, detail::a),  // −0 + 0 is +0
    make_rule("add-negated", validity::always, detail::a + -detail::b, detail::a - detail::b),
    make_rule("add-same", validity::always, detail::a + detail::a, 2_c * detail::a),
    make_rule("add-where-where", validity::finite, where(detail::c, detail::a, 0_c) + where(detail::c, detail::b, 0_c),
              where(detail::c, detail::a + detail::b, 0_c)),
    make_rule("add-where-else", validity::finite, where(detail::c, detail::a, 0_c) + where(detail::c, 0_c, detail::b),
              where(detail::c, detail::a, detail::b)),
    make_rule("add-else-else", validity::finite, where(detail::c, 0_c, detail::a) + where(detail::c, 0_c, detail::b),
              where(detail::c, 0_c, detail::a + detail::b)),
    // differences
    make_rule("subtract-zero", validity::always, detail::a - 0_c, detail::a),
    make_rule("subtract-negated", validity::always, detail::a - -detail::b, detail::a + detail::b),
    make_rule("subtract-from-zero", validity::finite, 0_c - detail::a, -detail::a),  // 0 − 0 is +0
    make_rule("subtract-same", validity::finite, detail::a - detail::a, 0_c),
    // signs
    make_rule("negate-negated", validity::always, -(-detail::a), detail::a),
    make_rule("negate-difference", validity::finite, -(detail::a - detail::b), detail::b - detail::a),
    // products
    make_rule("multiply-one", validity::always, detail::a * 1_c, detail::a),
    make_rule("multiply-zero", validity::finite, detail::a * 0_c, 0_c),
    make_rule("multiply-minus-one", validity::always, detail::a * -1_c, -detail::a),
    make_rule("multiply-negated", validity::always, -detail::a * -detail::b, detail::a * detail::b),
    make_rule("multiply-by-negated", validity::always, detail::a * -detail::b, -(detail::a * detail::b)),
    make_rule("multiply-same", validity::always, detail::a * detail::a, square(detail::a)),
    make_rule("multiply-scaled", validity::finite, detail::a * (detail::b * detail::d),
              (detail::a * detail::b) * detail::d, condition::power_of_two),
    // quotients
    make_rule("divide-one", validity::always, detail::a / 1_c, detail::a),
    make_rule("divide-zero", validity::finite, 0_c / detail::a, 0_c),
    make_rule("divide-negated", validity::always, -detail::a / detail::b, -(detail::a / detail::b)),
    make_rule("divide-by-negated", validity::always, detail::a / -detail::b, -(detail::a / detail::b)),
    // powers
    make_rule("power-zero", validity::always, call<power_entry>(detail::a, 0_c), 1_c),
    make_rule("power-one", validity::always, call<power_entry>(detail::a, 1_c), detail::a),
    make_rule("power-two", validity::always, call<power_entry>(detail::a, 2_c), square(detail::a)),
    make_rule("square-negated", validity::always, square(-detail::a), square(detail::a)),
    // choices
    make_rule("where-same", validity::always, where(detail::c, detail::a, detail::a), detail::a),
    make_rule("abs-negated", validity::always, abs(-detail::a), abs(detail::a)),
    make_rule("cos-negated", validity::always, cos(-detail::a), cos(detail::a)),
};

}  // namespace leibniz
