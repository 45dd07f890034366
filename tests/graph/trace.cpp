// SPDX-License-Identifier: BSL-1.0
// From generic code to graphs.
#include "leibniz/graph/trace.hpp"

#include <array>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

using namespace leibniz;
using leibniz::test::opaque;

namespace {

template <class T> struct particle {
  T position, velocity;
};
template <class T> constexpr T energy(particle<T> const& p, T const& mass) {
  return mass * p.velocity * p.velocity / 2.0 + p.position * 9.81 * mass;
}

constexpr auto with_structs = function<R<3>>([](auto const& p) {
  using T = std::remove_cvref_t<decltype(p[0])>;
  std::array<particle<T>, 2> particles{{{p[0], p[1]}, {p[1], p[2]}}};
  T sum = 0;
  for (auto const& q : particles) sum += energy(q, p[2]);
  return sum;
});

constexpr auto all_operators = function<R<2>>([](auto const& p) {
  auto s = p[0];
  s += p[1];
  s -= 2;
  s *= p[0];
  s /= 3.0f;
  s = +s - -p[1];
  return where(p[0] < p[1], s, 1) + where(p[0] >= 3, 0, s) + where(p[0] == p[1], 1.0, 0.0) +
         where(p[0] != p[1], 1.0, 0.0) + where(p[0] <= 1.0, s, s) + where(0 > p[1], 2 * s, s);
});
template <class T> constexpr T same_by_hand(T a, T b) {
  T const s = ((a + b - 2) * a) / 3 + b;
  return (a < b ? s : 1) + (a >= 3 ? 0 : s) + 1 + s + (0 > b ? 2 * s : s);
}

constexpr auto with_std_names = function<R<2>>([](auto const& p) {
  using std::max;
  using std::sin;
  using std::sqrt;
  return max(sin(p[0]), 0.5) + sqrt(max(p[1], 0.0)) + leibniz::tanh(p[0]);
});

constexpr auto of_constants = function<R<1>>([](auto const& p) {
  using T = std::remove_cvref_t<decltype(p[0])>;
  T const two = 2, three = sqrt(T(9.0));
  T const chosen = where(two < three, two, three);  // known while tracing
  return p[0] * chosen + where(T(1) == T(2), p[0], T(0));
});

}  // namespace

TEST_CASE("structs, arrays, loops and helper functions are ordinary code") {
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = gradient(with_structs)(std::array{opaque(1.0), opaque(2.0), opaque(3.0)});
    // 3*4/2 + 9.81*3 + 3*9/2 + 2*9.81*3
    return test::close(r.value, 6 + 29.43 + 13.5 + 58.86, 1e-15) &&
           test::close(r.gradient[0], 9.81 * 3, 1e-15) &&
           test::close(r.gradient[1], 3 * 2 + 9.81 * 3, 1e-15) &&
           test::close(r.gradient[2], 2 + 9.81 + 27.0 / 2 + 2 * 9.81, 1e-15);
  });
}

TEST_CASE("every operator of a traced scalar does what it does to numbers") {
  LEIBNIZ_CHECK_BOTH([] {
    for (double a : {0.5, 3.0, 4.5})
      for (double b : {-1.0, 1.0, 7.0})
        if (all_operators(std::array{opaque(a), opaque(b)}) != same_by_hand(a, b)) return false;
    return true;
  });
}

TEST_CASE("using std::max does no harm") {
  CHECK(with_std_names(std::array{opaque(0.1), opaque(4.0)}) == 2.5 + std::tanh(0.1));
}

TEST_CASE("what does not depend on an input is computed while tracing") {
  STATIC_REQUIRE(cost(of_constants).calls == 0);
  LEIBNIZ_CHECK_BOTH([] { return of_constants(std::array{opaque(5.0)}) == 10; });
}

TEST_CASE("a function that returns a constant, an input, an integer") {
  static constexpr auto constant = function<R<2>>([](auto const&) { return 1.5; });
  static constexpr auto input = function<R<2>>([](auto const& p) { return p[1]; });
  static constexpr auto whole = function<R<2>>([](auto const&) { return 3; });
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = gradient(constant)(std::array{opaque(1.0), 2.0});
    return r.value == 1.5 && r.gradient[0] == 0 && r.gradient[1] == 0;
  });
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = gradient(input)(std::array{opaque(1.0), 2.0});
    return r.value == 2 && r.gradient[0] == 0 && r.gradient[1] == 1;
  });
  LEIBNIZ_CHECK_BOTH([] { return whole(std::array{opaque(1.0), 2.0}) == 3; });
}

TEST_CASE("a recording larger than the first guess is made again") {
  static constexpr auto f = function<R<1>>([](auto const& p) {
    auto s = p[0];
    for (int i = 0; i < 400; ++i) s = s * p[0] + 1.0;
    return s;
  });
  STATIC_REQUIRE(cost(f).operations == 800);
  LEIBNIZ_CHECK_BOTH([] { return f(std::array{opaque(1.0)}) == 401; });
  // x^401 + x^399 + … + x + 1
  LEIBNIZ_CHECK_BOTH(
      [] { return gradient(f)(std::array{opaque(1.0)}).gradient[0] == 401 + 399 * 400 / 2; });
}
