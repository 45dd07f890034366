// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace worked {

/// Writes the pictures of the worked examples into a folder, as sources for gnuplot (.gp) and Graphviz (.dot)
/// and, where these programs are installed, as SVG; says what it drew.
void draw_pictures(char const* folder);

}  // namespace worked
