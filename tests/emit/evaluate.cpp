// SPDX-License-Identifier: BSL-1.0
// The value is computed exactly as it was written: the bits of the same formula in plain C++.
// Compiled with -ffp-contract=off.
#include "leibniz/emit/evaluate.hpp"

#include <cmath>
#include <limits>

#include "check.hpp"
#include "graph/interpreter.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::test::bits;
using lz::test::opaque;

namespace {

constexpr lz::variable<"x"> first;
constexpr lz::variable<"y"> second;

bool same(double a, double b) { return (a != a && b != b) || bits(a) == bits(b); }

template <class F> double value_at(F const& f, double a, double b) {
  if constexpr (lz::depends_on(F{}, second)) return f(first = a, second = b);
  else return f(first = a);
}

/// Calls `test(a, b)` with random numbers and with the special ones.
template <class Test> void at_many_points(Test const& test) {
  constexpr double inf = std::numeric_limits<double>::infinity();
  double const special[] = {
      0.0,    -0.0,    1,     -1,       inf, -inf, std::numeric_limits<double>::quiet_NaN(),
      5e-324, -1e-310, 1e308, 0x1p-1022};
  for (double a : special)
    for (double b : special) test(opaque(a), opaque(b));
  lz::test::random random(99);
  for (int i = 0; i < 2000; ++i) test(opaque(random.between(-4, 4)), opaque(random.between(-4, 4)));
}

}  // namespace

#define SAME_AS_CPP(...)                                   \
  do {                                                     \
    constexpr auto f_ = [](auto const& x, auto const& y) { \
      (void)y;                                             \
      return __VA_ARGS__;                                  \
    }(first, second);                                      \
    int wrong_ = 0;                                        \
    at_many_points([&](double a, double b) {               \
      auto const plain = [](double x, double y) {          \
        (void)y;                                           \
        using namespace std;                               \
        return __VA_ARGS__;                                \
      }(a, b);                                             \
      if (!same(value_at(f_, a, b), plain)) ++wrong_;      \
    });                                                    \
    INFO(#__VA_ARGS__);                                    \
    CHECK(wrong_ == 0);                                    \
  } while (false)

TEST_CASE("values are those of plain C++, bit for bit") {
  SAME_AS_CPP(x * y + x);
  SAME_AS_CPP(x + y - x);
  SAME_AS_CPP(x - x);
  SAME_AS_CPP(x * 0.0 + y);
  SAME_AS_CPP(x + 0.0);
  SAME_AS_CPP(0.0 - x);
  SAME_AS_CPP(x - 0.0);
  SAME_AS_CPP(-(x - y));
  SAME_AS_CPP(x + -y);
  SAME_AS_CPP(-x * -y);
  SAME_AS_CPP(-x / y - x / -y);
  SAME_AS_CPP((x + y) + 0.1 + 0.2);
  SAME_AS_CPP(x * 0.1 * 3.0 * 10.0);
  SAME_AS_CPP(x / 3.0 * 3.0);
  SAME_AS_CPP(x / y * y);
  SAME_AS_CPP(0.0 / x);
  SAME_AS_CPP(x / x);
  SAME_AS_CPP((x * y) * (x * y) + y * x);
  SAME_AS_CPP(1.0 * x + 2.0 * y - -1.0 * x);
  SAME_AS_CPP(sin(x) * cos(y) + exp(-x * x));
  SAME_AS_CPP(sqrt(x * x + y * y) / (1.0 + abs(x)));
  SAME_AS_CPP(cos(-x) - abs(-y));
  SAME_AS_CPP(tanh(x) + log(y));
}

TEST_CASE("exact constants too") {
  static constexpr auto x = first;
  static constexpr auto y = second;
  auto const f = [](double a, double b) {
    return same((0_c - x)(x = a), 0.0 - a) && same((x + 0_c)(x = a), a + 0.0) &&
           same((x * 0_c + y)(x = a, y = b), a * 0.0 + b) &&
           same((2_c * (0.5_c * x))(x = a), 2.0 * (0.5 * a)) &&
           same((x - y - (x - y))(x = a, y = b), (a - b) - (a - b)) &&
           same((x * -1_c + 1_c * y)(x = a, y = b), a * -1.0 + b) &&
           same((0_c / x)(x = a), 0.0 / a) && same((-0_c + -(0_c * x))(x = a), 0.0 + -(0.0 * a)) &&
           same(pow(x, 3_c)(x = a), a * (a * a)) && same(pow(x, -2_c)(x = a), 1.0 / (a * a)) &&
           same(square(x)(x = a), a * a);
  };
  int wrong = 0;
  at_many_points([&](double a, double b) { wrong += !f(a, b); });
  CHECK(wrong == 0);
}

// 1/49 is rounded, so 1/49*49 is not 1 as it is written.
TEST_CASE("constants that no scalar holds are not folded") {
  static constexpr auto x = first;
  CHECK((1_c / 49_c * 49_c * x)(x = opaque(1.0)) == 1.0 / 49.0 * 49.0);
}
