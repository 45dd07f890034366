// SPDX-License-Identifier: BSL-1.0
// What people write: algorithms of the standard library, functors of other libraries, tables, lambdas in lambdas.
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using lz::test::opaque;

namespace {

constexpr std::array<double, 3> weights{0.5, 2.0, -1.0};
constexpr double table[2][3] = {{1, 2, 3}, {4, 5, 6}};

constexpr auto with_algorithms = lz::function<lz::R<3>>([](auto const& p) {
  using T = std::remove_cvref_t<decltype(p[0])>;
  std::array<T, 3> squares{};
  std::transform(p.begin(), p.end(), squares.begin(), [](T const& x) { return x * x; });
  T const weighted = std::inner_product(p.begin(), p.end(), weights.begin(), T(0));
  T const total = std::accumulate(squares.begin(), squares.end(), T(0.0));
  T sum = 0;
  for (T const& x : p) sum += x;
  for (double w : weights) sum *= w;
  std::swap(squares[0], squares[2]);
  return weighted + 2 * total - sum + squares[0];
});
template <class T> constexpr T by_hand(T const& a, T const& b, T const& c) {
  return 0.5 * a + 2.0 * b - c + 2 * (a * a + b * b + c * c) - (a + b + c) * 0.5 * 2.0 * -1.0 +
         c * c;
}

/// A class template with members, of any scalar.
template <class T> class line {
 public:
  constexpr line(T slope, T offset) : slope_(slope), offset_(offset) {}
  constexpr T at(T const& x) const { return slope_ * x + offset_; }
  static constexpr int terms = 2;

 private:
  T slope_, offset_;
};
template <bool Squared, class T> constexpr auto chosen(T const& x) {
  if constexpr (Squared) return x * x;
  if (line<T>::terms == 2) return x;  // an early return, known while compiling
  return T(0);
}
constexpr auto with_classes = lz::function<lz::R<2>, lz::R<>>([](auto const& p, auto const& x) {
  auto const of = [&](auto const& l, int power) {
    auto result = l.at(x);
    for (int k = 1; k < power; ++k) result = result * l.at(x);
    return result;
  };
  line const l(p[0], p[1]);
  auto sum = of(l, 3);
  for (auto const& row : table)
    for (double entry : row) sum = sum + entry * x;
  return sum + chosen<true>(x) - chosen<false>(x);
});

/// As Ceres has them, with a constexpr before operator().
struct camera_error {
  template <class T>
  constexpr bool operator()(const T* const camera, const T* const point, T* residuals) const {
    using std::cos;
    using std::sin;
    using std::sqrt;
    T p[3];
    p[0] = cos(camera[0]) * point[0] - sin(camera[0]) * point[1];
    p[1] = sin(camera[0]) * point[0] + cos(camera[0]) * point[1];
    p[2] = point[2] + camera[1];
    T xp = -p[0] / p[2];
    T yp = -p[1] / p[2];
    T r2 = xp * xp + yp * yp;
    const T& l1 = camera[2];
    T distortion = T(1.0) + l1 * r2;
    distortion *= sqrt(T(2.0));
    residuals[0] = distortion * xp - 0.5;
    residuals[1] = distortion * yp;
    residuals[1] -= T(0.25);
    return true;
  }
};
struct one_residual {
  template <class T> constexpr void operator()(T const* x, T const* data, T* residual) const {
    using std::exp;
    *residual = data[1] - exp(x[0] * data[0]);
  }
};
/// As autodiff libraries have them.
struct free_energy {
  template <class T> constexpr T operator()(std::array<T, 3> const& x) const {
    T sum = 0.0;
    for (auto const& xi : x) sum += xi * log(xi);
    return sum;
  }
};

}  // namespace

TEST_CASE("algorithms, range-for, constexpr tables") {
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = lz::gradient(with_algorithms)(std::array{opaque(1.5), 2.0, -3.0});
    return r.value == by_hand(1.5, 2.0, -3.0) && r.gradient[0] == 0.5 + 6 + 1 &&
           r.gradient[1] == 2 + 8 + 1 && r.gradient[2] == -1 - 12 + 1 - 6;
  });
}

TEST_CASE("classes, lambdas in lambdas, if constexpr, early returns") {
  LEIBNIZ_CHECK_BOTH(
      [] { return with_classes(std::array{opaque(2.0), 1.0}, 3.0) == 343 + 21 * 3 + 9 - 3; });
}

TEST_CASE("a functor of Ceres") {
  static constexpr auto f = lz::ceres_function<camera_error, 2, 3, 3>();
  double const camera[] = {opaque(0.3), 2.0, 0.1}, point[] = {1.0, -0.5, 4.0};
  auto const r = lz::jacobian(f)(camera, point);
  double plain[2];
  camera_error()(camera, point, plain);
  STATIC_REQUIRE(std::is_same_v<decltype(r.value), std::array<double, 2>>);
  CHECK(lz::test::near(r.value[0], plain[0], 2));
  CHECK(lz::test::near(r.value[1], plain[1], 2));
  for (int j = 0; j < 6; ++j) {
    double c[3] = {camera[0], camera[1], camera[2]}, p[3] = {point[0], point[1], point[2]};
    double& x = j < 3 ? c[j] : p[j - 3];
    double const at = x, h = 1e-6;
    double above[2], below[2];
    x = at + h;
    camera_error()(c, p, above);
    x = at - h;
    camera_error()(c, p, below);
    for (int i = 0; i < 2; ++i)
      CHECK(std::fabs((above[i] - below[i]) / (2 * h) - r.jacobian(i, j)) < 1e-9);
  }
}

TEST_CASE("a functor with passive data and one residual; a functor that returns its value") {
  static constexpr auto f =
      lz::pointer_function<one_residual, 1, lz::R<1>, lz::passive<lz::R<2>>>();
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = lz::gradient(f)(std::array{opaque(0.0)}, std::array{3.0, 5.0});
    return r.value == 4 && r.gradient[0] == -3;
  });
  static constexpr auto g = lz::function<lz::R<3>>(free_energy{});
  LEIBNIZ_CHECK_BOTH([] {
    return lz::gradient(g)(std::array{1.0, opaque(1.0), 1.0}).gradient == std::array{1.0, 1.0, 1.0};
  });
}
