// SPDX-License-Identifier: BSL-1.0
// Prints the kernels as C99.
#include <cstdio>
#include <string_view>

#include "beacon.hpp"
#include "calibration.hpp"
#include "ekf.hpp"
#include "network.hpp"

namespace lz = leibniz;

namespace {

constexpr auto ekf = lz::to_c<float>(transition, "ekf_jacobian");
constexpr auto network = lz::to_c<float>(lz::gradient(network_error), "network_gradient");
constexpr auto calibration = lz::to_c<float>(lz::gradient(length_error), "calibration_gradient");
constexpr auto beacon = lz::to_c<float>(lz::gradient(range_loss), "beacon_gradient");

}  // namespace

int main() {
  for (std::string_view text : {ekf.view(), network.view(), calibration.view(), beacon.view()})
    std::fwrite(text.data(), 1, text.size(), stdout);
}
