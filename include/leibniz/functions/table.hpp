// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/activation.hpp"
#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/beta.hpp"
#include "leibniz/functions/comparison.hpp"
#include "leibniz/functions/difference.hpp"
#include "leibniz/functions/erfcx.hpp"
#include "leibniz/functions/exponential.hpp"
#include "leibniz/functions/gamma.hpp"
#include "leibniz/functions/hyperbolic.hpp"
#include "leibniz/functions/inverse_trigonometric.hpp"
#include "leibniz/functions/log_normal_cdf.hpp"
#include "leibniz/functions/log_sum.hpp"
#include "leibniz/functions/loss.hpp"
#include "leibniz/functions/mathematical_constants.hpp"
#include "leibniz/functions/normal.hpp"
#include "leibniz/functions/normal_quantile.hpp"
#include "leibniz/functions/piecewise.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/functions/rounding.hpp"
#include "leibniz/functions/special.hpp"
#include "leibniz/functions/trigonometric.hpp"

namespace leibniz {

/// Every row of the library, for whatever walks the table (law tests, the reference page).
using function_table = entry_list<
    // arithmetic
    negate_entry, add_entry, subtract_entry, multiply_entry, divide_entry, fma_entry,
    difference_entry, one_minus_square_entry,
    // powers
    square_entry, sqrt_entry, norm_square_entry, norm_root_entry, cbrt_slope_entry, cbrt_entry,
    hypot_entry, hypot3_entry, over_hypot_entry, over_hypot_squared_entry, power_entry, pow_entry,
    pow_below_entry, pow_two_below_entry,
    // exponentials
    exp_entry, exp2_entry, expm1_entry, log_entry, log2_entry, log10_entry, log1p_entry,
    sigmoid_of_exp_entry, slope_of_sigmoid_entry, sigmoid_slope_entry, sigmoid_entry,
    softplus_entry, logaddexp_entry, log1mexp_slope_entry, log1mexp_entry,
    // trigonometry
    sin_entry, cos_entry, tan_entry, asin_entry, acos_entry, atan_entry, atan2_entry, sinpi_entry,
    cospi_entry, sinc_entry, spherical_bessel_entry, bessel_of_square_entry,
    // hyperbolic
    sinh_entry, cosh_entry, sech_squared_entry, tanh_entry, asinh_entry, acosh_entry, atanh_entry,
    // special
    exp_minus_square_entry, erf_entry, erfc_entry, repeated_erfcx_entry, erfcx_entry,
    erf_inv_slope_entry, erf_inv_entry,
    // gamma
    lgamma_entry, tgamma_entry, digamma_entry, polygamma_entry, polygamma_difference_entry,
    lbeta_entry,
    // normal distribution
    normal_pdf_entry, normal_cdf_entry, inverse_mills_rest_entry, inverse_mills_entry,
    log_normal_cdf_entry, normal_quantile_slope_entry, normal_quantile_entry,
    // activations and losses
    logit_entry, log_sigmoid_entry, silu_entry, gelu_entry, gelu_tanh_entry, tanh_softplus_entry,
    mish_entry, log_cosh_entry, xlogy_entry, xlog1py_entry,
    // pieces
    where_entry, abs_slope_entry, corner_slope_entry, above_corner_entry, abs_entry, sign_entry,
    relu_entry, min_entry, max_entry, clamp_high_entry, floor_entry, ceil_entry, round_entry,
    step_entry, fmod_entry, copysign_entry, stop_gradient_entry,
    // comparisons
    less_entry, less_equal_entry, greater_entry, greater_equal_entry, equal_to_entry,
    not_equal_to_entry, and_entry, or_entry, not_entry,
    // constants
    pi_entry, e_entry>;

// Rows whose derivatives lead back to them, before they are used: Clang would find them half made.
static_assert(info_of<sigmoid_entry>.arity == 1 && info_of<tanh_entry>.arity == 1);

}  // namespace leibniz
