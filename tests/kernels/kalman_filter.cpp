// SPDX-License-Identifier: BSL-1.0
#include "kernels/kalman_filter.hpp"

#include "kernels/agreement.hpp"

namespace kernels {
namespace {

constexpr auto transition = lz::jacobian<lz::order::forward>(kalman_predict);

}  // namespace

TEST_CASE("Kalman filter: the transition of fifteen states") {
  for (auto const& point :
       points_near({1,    2,   3,   4,    -5,  6,    0.1, -0.2, 0.7,  0.01, -0.02,
                    0.03, 0.1, 0.2, -0.1, 0.3, -0.1, 0.2, 0.5,  -0.3, 9.7,  0.01},
                   0.3))
    jacobian_agrees(kalman_predict, transition, point);
}

TEST_CASE("Kalman filter: what is known of the transition") {
  constexpr std::array x{1.,  2.,   3.,    4.,   -5., 6.,  0.1, -0.2,
                         0.7, 0.01, -0.02, 0.03, 0.1, 0.2, -0.1};
  constexpr std::array sensors{0.3, -0.1, 0.2, 0.5, -0.3, 9.7};
  constexpr auto constant = transition(x, sensors, 0.01);
  auto const& f = constant.jacobian;
  for (int i = 0; i < 15; ++i)
    for (int k = 0; k < 15; ++k) {
      CAPTURE(i, k);
      // a later state depends on an earlier one only where the physics says so
      if (i >= 9) CHECK(f(i, k) == (i == k ? 1 : 0));
      if (k < 3) CHECK(f(i, k) == (i == k ? 1 : 0));
      if (i < 3 && k >= 3 && k < 6) CHECK(f(i, k) == (k - i == 3 ? 0.01 : 0));
      // by the accelerometer's bias: the negated rotation, times the step
      if (i >= 3 && i < 6 && k >= 12)
        CHECK(lz::test::close(
            f(i, k), -0.01 * rotation_of(x[6], x[7], x[8])[std::size_t(3 * (i - 3) + k - 12)],
            1e-14));
    }
  same_at_run_time(f, transition(lz::test::opaque(x), sensors, 0.01).jacobian);
}

}  // namespace kernels
