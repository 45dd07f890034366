// SPDX-License-Identifier: BSL-1.0
#include "kernels/kalman_filter.hpp"

#include "kernels/agreement.hpp"

namespace kernels {
namespace {

constexpr auto transition = lz::jacobian<lz::order::forward>(kalman_predict);

}  // namespace

TEST_CASE("Kalman filter: the transition of fifteen states") {
  for (auto const& point :
       points_near({kalman_predict_sample.begin(), kalman_predict_sample.end()}, 0.3))
    jacobian_agrees(kalman_predict, transition, point);
}

TEST_CASE("Kalman filter: what is known of the transition") {
  constexpr auto const& x = kalman_predict_sample;
  constexpr auto f = flat_of<kalman_predict>::call(transition, x.data()).jacobian;
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
  same_at_run_time<kalman_predict, transition, kalman_predict_sample>();
}

}  // namespace kernels
