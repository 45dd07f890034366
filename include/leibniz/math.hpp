// SPDX-License-Identifier: BSL-1.0
#pragma once

// number -> number: elementary functions that are usable in constant expressions, and the standard
// library's (or the scalar type's own) at run time.

#include "leibniz/math/activation.hpp"
#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/beta.hpp"
#include "leibniz/math/bessel_of_square.hpp"
#include "leibniz/math/bits.hpp"
#include "leibniz/math/double_double.hpp"
#include "leibniz/math/erfcx.hpp"
#include "leibniz/math/error_function.hpp"
#include "leibniz/math/exponential.hpp"
#include "leibniz/math/gamma.hpp"
#include "leibniz/math/hyperbolic.hpp"
#include "leibniz/math/inverse_trigonometric.hpp"
#include "leibniz/math/log_normal_cdf.hpp"
#include "leibniz/math/log_sum.hpp"
#include "leibniz/math/logarithm.hpp"
#include "leibniz/math/normal.hpp"
#include "leibniz/math/normal_quantile.hpp"
#include "leibniz/math/payne_hanek.hpp"
#include "leibniz/math/polygamma.hpp"
#include "leibniz/math/power.hpp"
#include "leibniz/math/root.hpp"
#include "leibniz/math/rounding.hpp"
#include "leibniz/math/secant.hpp"
#include "leibniz/math/selection.hpp"
#include "leibniz/math/series.hpp"
#include "leibniz/math/spherical_bessel.hpp"
#include "leibniz/math/square.hpp"
#include "leibniz/math/trigonometric.hpp"
