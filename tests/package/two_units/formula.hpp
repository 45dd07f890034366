// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <leibniz/leibniz.hpp>

/// A formula in a header, used by two translation units: in both it is one type and one object.
inline constexpr leibniz::variable<"x"> x;
inline constexpr leibniz::variable<"y"> y;
inline constexpr auto formula = x * x * y + 3 * x * sin(y);
inline constexpr auto slope = leibniz::gradient(formula);

using formula_type = decltype(formula);
using slope_type = decltype(slope);

/// Defined in other.cpp. They link only if both units give the types the same name.
formula_type const* formula_of_other_unit(formula_type const&);
double slope_in_other_unit(slope_type const&, double at_x, double at_y);
