// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <leibniz/leibniz.hpp>

/// How far a reading, corrected by offset and scale of each axis, is from length 1.
inline constexpr auto length_error =
    leibniz::function<leibniz::R<3>, leibniz::R<3>, leibniz::passive<leibniz::R<3>>>(
        [](auto const& offset, auto const& scale, auto const& reading) {
          return sqrt(square(scale[0] * (reading[0] - offset[0])) +
                      square(scale[1] * (reading[1] - offset[1])) +
                      square(scale[2] * (reading[2] - offset[2]))) -
                 1.0;
        });
