// SPDX-License-Identifier: BSL-1.0
// Every function against values computed to 40 digits (tests/data/oracle):
//  1. in constant expressions, as users call it, to 0.5003 ulp;
//  2. the same double-double code at run time, both parts of the result. This file alone may do
//     that: it is compiled with -ffp-contract=off and without -ffast-math;
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

/// Whether a double-double is the exact value to 2^-70, or to `near_zero`. Below 1e-270 its
/// second part runs out of exponents.
bool precise(constant::double_double value, row const& exact, double near_zero) {
  double const error = std::fabs((value.high - exact.value_high) + (value.low - exact.value_low));
  double const size = std::fabs(exact.value_high);
  return error <= 0x1p-70 * size || error <= near_zero || size < 1e-270;
}

/// For the message of a failed check: the largest error in ulp.
template <class F, std::size_t Size> double worst(F f, row const (&rows)[Size]) {
  double result = 0;
  for (row const& r : rows) result = std::fmax(result, ulps_off(f(r), r));
  return result;
}

}  // namespace

// At run time only double precision, 2e-15, can be asked near a zero.
#define LEIBNIZ_ORACLE(function, run_time_ulps, near_zero, ...)                   \
  static_assert(misses([](row const& r) { return math::function(__VA_ARGS__); },  \
                       leibniz::test::oracle::function, 0.5003, near_zero) == 0); \
  TEST_CASE("oracle " #function) {                                                \
    for (row const& r : leibniz::test::oracle::function) {                        \
      CAPTURE(r.x, r.y, r.value_high);                                            \
      CHECK(precise(constant::function(__VA_ARGS__), r, near_zero));              \
    }                                                                             \
    auto const library = [](row const& s) {                                       \
      row const r = {opaque(s.x), opaque(s.y), 0, 0};                             \
      return math::function(__VA_ARGS__);                                         \
    };                                                                            \
    CAPTURE(worst(library, leibniz::test::oracle::function));                     \
    CHECK(misses(library, leibniz::test::oracle::function, opaque(run_time_ulps), \
                 near_zero * 2e7) == 0);                                          \
  }
#include "math/oracle_functions.inc"
