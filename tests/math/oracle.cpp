// SPDX-License-Identifier: BSL-1.0
// Every function against values computed to 40 digits (tests/data/oracle):
//  1. in constant expressions, as users call it;
//  2. the same double-double code at run time, which this file alone may do: it is compiled with
//     -ffp-contract=off and without -ffast-math;
//  3. the run-time path, whose accuracy is the standard library's.
#include <cmath>
#include <cstddef>

#include "check.hpp"
#include "leibniz/math.hpp"
#include "math/oracle_cases.hpp"

namespace math = leibniz::math;
namespace constant = leibniz::math::constant;
using leibniz::test::opaque;
using leibniz::test::oracle::row;

namespace {

/// The error of a value in units in the last place of the exact one.
constexpr double ulps_off(double value, row const& exact) {
  if (!constant::is_finite(value))
    return constant::to_bits(value) == constant::to_bits(exact.value_high) ? 0 : 1e300;
  double const difference = (value - exact.value_high) - exact.value_low;
  int const exponent =
      constant::is_zero(exact.value_high) ? -1022 : constant::exponent_of(exact.value_high);
  return constant::magnitude(
      constant::scale(difference, 52 - (exponent < -1022 ? -1022 : exponent)));
}

/// How many rows are off by more than `bound` ulp and by more than `small` in absolute terms.
template <class F, std::size_t Size>
constexpr int misses(F f, row const (&rows)[Size], double bound, double small = 0) {
  int count = 0;
  for (row const& r : rows) {
    double const value = f(r);
    if (ulps_off(value, r) > bound && !(constant::magnitude(value - r.value_high) <= small))
      ++count;
  }
  return count;
}

template <class F, std::size_t Size> double worst(F f, row const (&rows)[Size]) {
  double result = 0;
  for (row const& r : rows) result = std::fmax(result, ulps_off(f(r), r));
  return result;
}

}  // namespace

// No function rounds wrongly on more than one row in a thousand, so 0.5003 leaves the
// double-double code 2^-64 of a value.
#define LEIBNIZ_ORACLE(function, run_time_ulps, ...)                                            \
  static_assert(misses([](row const& r) { return math::function(__VA_ARGS__); },                \
                       leibniz::test::oracle::function, 0.5003, 1e-22) == 0);                   \
  TEST_CASE("oracle " #function) {                                                              \
    auto const double_double = [](row const& r) {                                               \
      return constant::at<double>(constant::function, __VA_ARGS__);                             \
    };                                                                                          \
    auto const library = [](row const& s) {                                                     \
      row const r = {opaque(s.x), opaque(s.y), 0, 0};                                           \
      return math::function(__VA_ARGS__);                                                       \
    };                                                                                          \
    CAPTURE(worst(double_double, leibniz::test::oracle::function));                             \
    /* Clang tries to compute what it compares; `opaque` ends the attempt. */                   \
    CHECK(misses(double_double, leibniz::test::oracle::function, opaque(0.5003), 1e-22) == 0);  \
    CAPTURE(worst(library, leibniz::test::oracle::function));                                   \
    CHECK(misses(library, leibniz::test::oracle::function, opaque(run_time_ulps), 2e-15) == 0); \
  }

#include "math/oracle_functions.inc"
