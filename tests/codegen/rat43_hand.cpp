// SPDX-License-Identifier: BSL-1.0
#include "rat43_code.hpp"

#include "functions.hpp"

void rat43_hand(double const* b, double const* x, double* result) { rat43_by_hand(b, x, result); }
