// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <leibniz/leibniz.hpp>

/// Error of the 2-2-2 network with weights w for data = inputs 2, targets 2.
inline constexpr auto network_error =
    leibniz::function<leibniz::R<8>, leibniz::passive<leibniz::R<4>>>(
        [](auto const& w, auto const& data) {
          auto const h1 = sigmoid(w[0] * data[0] + w[1] * data[1]);
          auto const h2 = sigmoid(w[2] * data[0] + w[3] * data[1]);
          auto const o1 = sigmoid(w[4] * h1 + w[5] * h2);
          auto const o2 = sigmoid(w[6] * h1 + w[7] * h2);
          return 0.5 * (square(data[2] - o1) + square(data[3] - o2));
        });
