// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <leibniz/leibniz.hpp>

// [header]
/// `inline constexpr`: in every file that includes this, the formula is the same object of the same type.
inline constexpr leibniz::variable<"x"> x;
inline constexpr leibniz::variable<"y"> y;
inline constexpr auto wave = sin(x * y) / (1 + x * x);
inline constexpr auto slope = leibniz::gradient(wave);

double slope_by_x(double at_x, double at_y);  // in slope.cpp
void const* address_in_other_unit();
// [/header]
