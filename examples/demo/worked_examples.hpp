// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Prints the published numbers of five worked examples on the chain rule beside the computed ones, and
/// draws their pictures, worked_*.svg, into a folder. Returns how many numbers differ.
int run_worked_examples(char const* picture_folder);
