// SPDX-License-Identifier: BSL-1.0
#pragma once

// [declaration]
/// A plain declaration: who includes it compiles no formula and does not need the library.
struct value_and_gradient {
  double value, by_x, by_y;
};
value_and_gradient gradient_of_peaks(double x, double y);
// [/declaration]
