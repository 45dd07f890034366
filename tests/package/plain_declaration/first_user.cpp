// SPDX-License-Identifier: BSL-1.0
#include "gradient.hpp"

double slope_at_the_top() { return gradient_of_peaks(0.70710678118654752, 0.0).by_x; }
