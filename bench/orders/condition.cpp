// SPDX-License-Identifier: BSL-1.0
// Condition numbers of one kernel at its sample: -DHEADER="kernels/x.hpp" -DKERNEL=x -DSAMPLE=x_sample.
// Prints: those of its values and of its Jacobian.
#include <cstdio>

#include HEADER
#include "kernels/condition.hpp"

namespace {

constexpr auto function = kernels::KERNEL;
constexpr auto derivative = leibniz::jacobian(function);

}  // namespace

int main() {
  using kernel = std::remove_const_t<decltype(function)>;
  auto const& point = kernels::SAMPLE;
  auto const found = kernels::sensitivity_of<kernel>(derivative, {point.begin(), point.end()});
  std::printf("%.2g %.2g\n", found.condition(0), found.condition(1));
}
