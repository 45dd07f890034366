// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <leibniz/leibniz.hpp>

/// Huber's loss of the distance to a beacon that was measured.
inline constexpr auto range_loss =
    leibniz::function<leibniz::R<3>, leibniz::passive<leibniz::R<3>>,
                      leibniz::passive<leibniz::R<>>, leibniz::passive<leibniz::R<>>>(
        [](auto const& at, auto const& beacon, auto const& distance, auto const& bend) {
          auto const length = sqrt(square(at[0] - beacon[0]) + square(at[1] - beacon[1]) +
                                   square(at[2] - beacon[2]));
          return huber(length, distance, bend);
        });
