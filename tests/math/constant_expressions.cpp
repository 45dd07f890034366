// SPDX-License-Identifier: BSL-1.0 Constant expressions have the same bits whatever the compiler
// and its flags: tests/math/CMakeLists.txt compiles this file with several sets of them,
// -ffast-math among them.
#include <cstddef>
#include <cstdint>

#include "math/oracle_cases.hpp"
#include "math/special_values.hpp"

namespace leibniz::test {

static_assert(exponential_functions() == 0);
static_assert(logarithms() == 0);
static_assert(roots() == 0);
static_assert(powers() == 0);
static_assert(trigonometric_functions() == 0);
static_assert(hyperbolic_functions() == 0);
static_assert(error_functions() == 0);
static_assert(gamma_functions() == 0);
static_assert(roundings() == 0);
static_assert(selections() == 0);
static_assert(other_types() == 0);

/// How many of every seventh row are not the nearest double, nor within `near_zero`.
template <class F, std::size_t Size>
constexpr int not_nearest(F f, oracle::row const (&rows)[Size], double near_zero) {
  int count = 0;
  for (std::size_t i = 0; i < Size; i += 7) {
    double const difference = f(rows[i]) - rows[i].value_high;
    if (!(-near_zero <= difference && difference <= near_zero)) ++count;
  }
  return count;
}

#define LEIBNIZ_ORACLE(function, run_time_ulps, near_zero, ...)                               \
  static_assert(not_nearest([](oracle::row const& r) { return math::function(__VA_ARGS__); }, \
                            oracle::function, near_zero) == 0);
#include "math/oracle_functions.inc"
#undef LEIBNIZ_ORACLE

template <class T> struct arguments {
  T x, y;
};

/// The bits of the results at every fifth row, as doubles and as floats, in one number.
template <class F, std::size_t Size>
constexpr std::uint64_t digest(F f, oracle::row const (&rows)[Size]) {
  std::uint64_t all = 0xcbf29ce484222325;  // Fowler, Noll, Vo: FNV-1a, by words
  for (std::size_t i = 3; i < Size; i += 5) {
    double const x = rows[i].x, y = rows[i].y;
    double const result = f(arguments<double>{x, y});
    double const single =
        f(arguments<float>{math::constant::rounded<float>(x), math::constant::rounded<float>(y)});
    all = (all ^ math::constant::to_bits(result)) * 0x100000001b3;
    all = (all ^ math::constant::to_bits(single)) * 0x100000001b3;
  }
  return all;
}

#define LEIBNIZ_ORACLE(function, run_time_ulps, near_zero, ...) \
  constexpr std::uint64_t digest_of_##function =                \
      digest([](auto const& r) { return math::function(__VA_ARGS__); }, oracle::function);
#include "math/oracle_functions.inc"
#undef LEIBNIZ_ORACLE

/// All of them in one number, the same for every compiler and every set of flags.
constexpr std::uint64_t all_digests() {
  std::uint64_t all = 0;
#define LEIBNIZ_ORACLE(function, run_time_ulps, near_zero, ...) \
  all = (all ^ digest_of_##function) * 0x100000001b3;
#include "math/oracle_functions.inc"
  return all;
}
static_assert(all_digests() == 0xf91df1c99e076cc8);

}  // namespace leibniz::test
