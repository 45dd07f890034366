// Every function also takes plain numbers, and does not come between a traced scalar and <cmath>.
#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace leibniz::test;
using namespace leibniz::literals;

namespace {

constexpr lz::variable<"x"> x;

static_assert(lz::square(2.0) == 4 && lz::square(3) == 9.0 && lz::max(1, 2.5) == 2.5);
static_assert(std::is_same_v<decltype(lz::sin(2)), double> &&
              std::is_same_v<decltype(lz::sin(2.0f)), float> &&
              std::is_same_v<decltype(lz::max(2, 1.0f)), decltype(1.0 + 1.0f)> &&
              std::is_same_v<decltype(lz::atan2(1.0f, 1.0L)), long double> &&
              std::is_same_v<decltype(lz::pow(2, 3)), double> &&
              std::is_same_v<decltype(lz::clamp(2.0f, 0.0f, 1.0f)), float>);
static_assert(lz::sin(0) == 0 && lz::pow(2, 10) == 1024 && lz::clamp(7, 0, 1.5) == 1.5);
static_assert(lz::call<lz::softplus_entry>(0) > 0.69);

constexpr auto in_a_lambda = lz::function<lz::R<2>>([](auto const& p) {
  double const scale = lz::square(3.0);
  return scale * p[0] + lz::sqrt(4.0) * lz::max(p[1], 0.0) + lz::max(1, 2.5);
});

constexpr auto with_using = lz::function<lz::R<2>>([](auto const& p) {
  using std::abs;
  using std::max;
  using std::min;
  using std::pow;
  using std::sin;
  using std::sqrt;
  return sin(p[0]) + max(p[0], 0.0) + max(0.0, p[1]) + min(p[0], p[1]) + pow(p[1], 2) + sqrt(p[1]) +
         abs(p[0]);
});

/// Plain numbers in either place, where the functions of the standard library are found, too.
constexpr auto numbers_with_using = lz::function<lz::R<2>>([](auto const& p) {
  using std::atan2;
  using std::clamp;
  using std::copysign;
  using std::fma;
  using std::fmod;
  using std::hypot;
  using std::min;
  using std::pow;
  return pow(p[0], 2) + pow(2.0F, p[1]) + atan2(p[0], 1) + hypot(p[0], 1.0, p[1]) + hypot(2, p[0]) +
         fmod(p[1], 2) + fma(p[0], 2.0, p[1]) + fma(2, p[0], 1) + min(1.0F, p[0]) +
         copysign(1.0, p[0]) + clamp(p[0], p[1], p[1]);
});

/// Generic code as a user writes it for numbers of any kind.
template <class T> constexpr T both_in_scope(T const& a) {
  using namespace leibniz;
  using lz::max;
  using lz::sqrt;
  using std::max;
  return sqrt(a) + max(a, T(0)) + lz::max(a, 0.0);
}

}  // namespace

TEST_CASE("plain numbers beside traced ones") {
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = lz::gradient(in_a_lambda)(std::array{opaque(1.0), 2.0});
    return r.value == 15.5 && r.gradient[0] == 9 && r.gradient[1] == 2;
  });
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = lz::gradient(with_using)(std::array{opaque(1.0), 4.0});
    return near(r.value, lz::sin(1.0) + 1 + 4 + 1 + 16 + 2 + 1, 2) && r.gradient[1] == 1 + 8 + 0.25;
  });
  LEIBNIZ_CHECK_BOTH([] {
    double const value = numbers_with_using(std::array{opaque(1.0), 4.0});
    return near(value, 32 + lz::atan(1.0) + lz::sqrt(18.0) + lz::sqrt(5.0), 4);
  });
  constexpr auto f = lz::function<lz::R<>>([](auto const& t) { return both_in_scope(t); });
  static_assert(f(4.0) == 10 && both_in_scope(4.0) == 10);
}

TEST_CASE("a plain number beside a formula is a literal") {
  static_assert(lz::max(x, 2)(x = 1.0) == 2 && lz::pow(x, 2)(x = 3.0) == 9);
}
