// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/comparison.hpp"
#include "leibniz/functions/exponential.hpp"
#include "leibniz/functions/mathematical_constants.hpp"
#include "leibniz/functions/piecewise.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/functions/trigonometric.hpp"

namespace leibniz {

template <class... Entries> struct entry_list {};

/// Every row of the library, for whatever walks the table (law tests, the reference page).
using function_table = entry_list<
    // arithmetic
    negate_entry, add_entry, subtract_entry, multiply_entry, divide_entry,
    // powers
    square_entry, sqrt_entry, power_entry, pow_entry,
    // exponentials
    exp_entry, log_entry, tanh_entry, sigmoid_entry,
    // trigonometry
    sin_entry, cos_entry, tan_entry,
    // pieces
    where_entry, abs_entry, sign_entry, relu_entry, min_entry, max_entry, stop_gradient_entry,
    // comparisons
    less_entry, less_equal_entry, greater_entry, greater_equal_entry, equal_to_entry,
    not_equal_to_entry,
    // constants
    pi_entry, e_entry>;

/// A row with every column that has no default.
template <class Entry>
concept CompleteEntry = requires {
  Entry::id;
  Entry::name;
} && (Entry::arity == 0 || requires { &Entry::partial; });

}  // namespace leibniz
