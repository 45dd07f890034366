// SPDX-License-Identifier: BSL-1.0
// Layer 3: the table of functions and the table of rules.
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/comparison.hpp"
#include "leibniz/functions/entry.hpp"
#include "leibniz/functions/exponential.hpp"
#include "leibniz/functions/hyperbolic.hpp"
#include "leibniz/functions/inverse_trigonometric.hpp"
#include "leibniz/functions/mathematical_constants.hpp"
#include "leibniz/functions/piecewise.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/functions/rounding.hpp"
#include "leibniz/functions/rule.hpp"
#include "leibniz/functions/rules.hpp"
#include "leibniz/functions/special.hpp"
#include "leibniz/functions/table.hpp"
#include "leibniz/functions/trigonometric.hpp"
