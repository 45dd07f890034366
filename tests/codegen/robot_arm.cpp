// SPDX-License-Identifier: BSL-1.0
#include "kernels/robot_arm.hpp"

#include "functions.hpp"

void robot_arm(double const* angles, double* result) {
  using namespace leibniz;
  call(jacobian(kernels::robot_arm), angles, out(result, result + 12));
}
