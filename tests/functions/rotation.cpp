// SPDX-License-Identifier: BSL-1.0
// Rotations, at no angle, at tiny ones and at large ones: against closed forms and differences of 100 digits.
#include "leibniz/functions/rotation.hpp"

#include <algorithm>
#include <array>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <cmath>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace leibniz;
using leibniz::test::opaque;

namespace {

using big = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<100>,
                                          boost::multiprecision::et_off>;
template <class T> using three = std::array<T, 3>;

constexpr auto turn =
    function<R<3>, passive<R<3>>>([](auto const& w, auto const& p) { return rotate(w, p); });
/// One number of it, with weights.
constexpr auto one_of_turn = function<R<3>, passive<R<3>>, passive<R<3>>>(
    [](auto const& w, auto const& p, auto const& c) { return dot(c, rotate(w, p)); });
/// There and back: the vector itself, by way of both maps.
constexpr auto there_and_back = function<R<3>>([](auto const& w) { return log_map(exp_map(w)); });

/// Rodrigues' formula as it stands in books.
three<big> rodrigues(three<big> const& w, three<big> const& p) {
  big const t = sqrt(w[0] * w[0] + w[1] * w[1] + w[2] * w[2]);
  three<big> const k{w[0] / t, w[1] / t, w[2] / t};
  three<big> const kp = cross(k, p);
  big const along = (k[0] * p[0] + k[1] * p[1] + k[2] * p[2]) * (1 - cos(t));
  three<big> result;
  for (std::size_t i = 0; i < 3; ++i) result[i] = p[i] * cos(t) + kp[i] * sin(t) + k[i] * along;
  return result;
}
big weighted(three<double> const& w, three<big> const& step, three<double> const& p,
             three<double> const& c) {
  auto const r = rodrigues({w[0] + step[0], w[1] + step[1], w[2] + step[2]}, {p[0], p[1], p[2]});
  return r[0] * c[0] + r[1] * c[1] + r[2] * c[2];
}
big log_weighted(quaternion<big> const& q, three<double> const& c) {
  big const s = sqrt(q.x * q.x + q.y * q.y + q.z * q.z);
  big const k = 2 * atan2(s, q.w) / s;
  return k * (q.x * c[0] + q.y * c[1] + q.z * c[2]);
}

constexpr three<double> point{0.5, -2, 1.25}, weights{1, 0.25, -0.75};
constexpr double identity_of_two(int i, int j) { return i == j ? 1 : 0; }

/// The largest error of first and second derivatives of one number of the turn, beside 100-digit differences.
std::pair<double, double> errors_at(three<double> const& w) {
  auto const r = hessian(one_of_turn)(w, point, weights);
  big const h("1e-30");
  double first = 0, second = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    three<big> step{};
    step[i] = h;
    three<big> const back{-step[0], -step[1], -step[2]};
    big const slope =
        (weighted(w, step, point, weights) - weighted(w, back, point, weights)) / (2 * h);
    first = std::max(first, std::fabs(static_cast<double>(slope - r.gradient[i])));
    for (std::size_t j = 0; j < 3; ++j) {
      auto const at = [&](int a, int b) {
        three<big> s{};
        s[i] += a * h;
        s[j] += b * h;
        return weighted(w, s, point, weights);
      };
      big const bend = (at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1)) / (4 * h * h);
      second = std::max(second, std::fabs(static_cast<double>(
                                    bend - r.hessian(static_cast<int>(i), static_cast<int>(j)))));
    }
  }
  return {first, second};
}

}  // namespace

TEST_CASE("quaternions: products, norms, rotations") {
  using Q = quaternion<double>;
  constexpr Q i{0, 1, 0, 0}, j{0, 0, 1, 0}, k{0, 0, 0, 1};
  STATIC_REQUIRE(i * j == k);
  STATIC_REQUIRE(j * k == i);
  STATIC_REQUIRE(k * i == j);
  STATIC_REQUIRE(i * i == Q{-1, 0, 0, 0});
  STATIC_REQUIRE(Q{1, 2, 3, 4} * conjugate(Q{1, 2, 3, 4}) == Q{30, 0, 0, 0});
  STATIC_REQUIRE(norm(Q{1, 3, 5, 1}) == 6);
  STATIC_REQUIRE(normalized(Q{0, 3, 0, 4}) == Q{0, 0.6, 0, 0.8});
  STATIC_REQUIRE(2.0 * Q{1, 2, 3, 4} - Q{1, 2, 3, 4} == Q{1, 2, 3, 4});
  STATIC_REQUIRE(-Q{1, 2, 3, 4} + Q{1, 2, 3, 4} == Q{0, 0, 0, 0});
  STATIC_REQUIRE(rotate(k, std::array{1.0, 2.0, 3.0}) == std::array{-1.0, -2.0, 3.0});
  LEIBNIZ_CHECK_BOTH([] {
    auto const q = normalized(Q{opaque(1.0), 0.5, -0.25, 2});
    auto const a = rotate(q, point), b = rotation_matrix(q) * point;
    auto const c = q * Q{0, point[0], point[1], point[2]} * conjugate(q);
    for (std::size_t n = 0; n < 3; ++n)
      if (!test::close(a[n], b[n], 1e-14)) return false;
    return test::close(a[0], c.x, 1e-14) && test::close(a[1], c.y, 1e-14) &&
           test::close(a[2], c.z, 1e-14);
  });
  LEIBNIZ_CHECK_BOTH([] {  // a quarter turn about z
    auto const a =
        rotate(std::array{0.0, 0.0, opaque(1.5707963267948966)}, vec<double, 3>{{1, 0, 2}});
    static_assert(std::is_same_v<decltype(a), vec<double, 3> const>);
    return a[0] < 1e-15 && a[0] > -1e-15 && test::close(a[1], 1.0, 1e-15) && a[2] == 2;
  });
  STATIC_REQUIRE(std::is_same_v<decltype(rotate(three<float>{}, three<float>{})), three<float>>);
}

TEST_CASE("at no rotation and at a tiny one: first and second derivatives in closed form") {
  for (double size : {0.0, 1e-320, 1e-200, 1e-20}) {
    three<double> const w{opaque(size), -size, size / 2};
    auto const J = jacobian(turn)(w, point);
    auto const expected = -skew(vec<double, 3>{{point[0], point[1], point[2]}});
    for (int i = 0; i < 3; ++i) {
      CHECK(J.value[static_cast<std::size_t>(i)] == point[static_cast<std::size_t>(i)]);
      for (int j = 0; j < 3; ++j) CHECK(std::fabs(J.jacobian(i, j) - expected(i, j)) < 1e-19);
    }
    auto const H = hessian(one_of_turn)(w, point, weights);
    for (std::size_t i = 0; i < 3; ++i)
      for (std::size_t j = 0; j < 3; ++j) {
        three<double> a{}, b{};
        a[i] = 1;
        b[j] = 1;
        auto const twice =
            dot(weights, cross(a, cross(b, point))) + dot(weights, cross(b, cross(a, point)));
        CHECK(std::fabs(H.hessian(static_cast<int>(i), static_cast<int>(j)) - twice / 2) < 1e-15);
      }
    auto const L = jacobian(there_and_back)(w);
    for (int i = 0; i < 3; ++i)
      for (int j = 0; j < 3; ++j)
        CHECK(std::fabs(L.jacobian(i, j) - identity_of_two(i, j)) < 1e-30);
  }
  LEIBNIZ_CHECK_BOTH([] {
    auto const J = jacobian(turn)(std::array{opaque(0.0), 0.0, 0.0}, point);
    return J.value == point && J.jacobian(0, 1) == point[2] && J.jacobian(1, 0) == -point[2];
  });
}

TEST_CASE("at every angle: against differences of 100 digits") {
  for (double angle : {1e-8, 1e-3, 0.3, 1.0, 1.999, 2.0, 2.001, 3.1, 6.0, 20.0}) {
    CAPTURE(angle);
    auto const [first, second] =
        errors_at({angle * 2 / 3, angle / 3, -angle * 2 / 3});  // of length angle, nearly
    CHECK(first < 4e-15);
    CHECK(second < 2e-14);
  }
}

TEST_CASE("from a quaternion back to its rotation vector") {
  for (double angle : {1e-9, 0.1, 1.0, 1.3, 1.5, 2.5, 3.1, 3.2, 5.0, 6.28}) {
    CAPTURE(angle);
    auto const q = exp_map(three<double>{angle * 2 / 3, angle / 3, -angle * 2 / 3});
    quaternion<big> const exact{q.w, q.x, q.y, q.z};
    bool const turned = q.w < 0;
    auto const value = [&](quaternion<big> const& at) {
      return turned ? log_weighted(-at, weights) : log_weighted(at, weights);
    };
    auto const length =
        sqrt(exact.w * exact.w + exact.x * exact.x + exact.y * exact.y + exact.z * exact.z);
    CHECK(std::fabs(static_cast<double>(length - 1)) < 4e-16);
    CHECK(std::fabs(static_cast<double>(value(exact) - dot(weights, log_map(q)))) < 4e-15);
    auto const w = log_map(q);
    auto const back = exp_map(w);
    double const sign = turned ? -1 : 1;
    CHECK(std::fabs(sign * back.x - q.x) < 1e-15);
    CHECK(std::fabs(sign * back.w - q.w) < 1e-15);
    auto const J =
        jacobian(there_and_back)(three<double>{angle * 2 / 3, angle / 3, -angle * 2 / 3});
    if (angle < 3.14)
      for (int i = 0; i < 3; ++i)
        for (int j = 0; j < 3; ++j)
          CHECK(std::fabs(J.jacobian(i, j) - identity_of_two(i, j)) < 2e-14);
  }
}

TEST_CASE("second derivatives of there and back are 0") {
  static constexpr auto weighted_back = function<R<3>>([](auto const& w) {
    auto const v = log_map(exp_map(w));
    return v[0] + 2 * v[1] - 3 * v[2];
  });
  for (double angle : {0.0, 1e-200, 1e-8, 0.5, 1.3, 1.4, 2.0, 3.0}) {
    CAPTURE(angle);
    auto const r = hessian(weighted_back)(three<double>{angle * 2 / 3, angle / 3, -angle * 2 / 3});
    for (double entry : r.hessian.elements) CHECK(std::fabs(entry) < 3e-13);
    CHECK(std::fabs(r.gradient[2] + 3) < 2e-14);
  }
}
