// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

namespace nist {

/// Fits every problem from both of its starts and prints how it went. Returns the number of problems that, from the
/// second start, miss the six digits that they must reach.
int print_table(std::string const& data_folder);

}  // namespace nist
