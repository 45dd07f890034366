// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

namespace nist {

/// Draws data, fitted curve and a tangent for a few problems, as nist_*.svg; for that it writes nist_*.gp and runs
/// gnuplot on it. Returns the number of pictures.
int draw_pictures(std::string const& data_folder, std::string const& picture_folder);

}  // namespace nist
