// SPDX-License-Identifier: BSL-1.0
// The special values at run time; constant_expressions.cpp has them in constant expressions.
#include "math/special_values.hpp"

#include "check.hpp"

using namespace leibniz::test;

TEST_CASE("special values at run time") {
  CHECK(opaque(&exponential_functions)() == 0);
  CHECK(opaque(&logarithms)() == 0);
  CHECK(opaque(&roots)() == 0);
  CHECK(opaque(&powers)() == 0);
  CHECK(opaque(&trigonometric_functions)() == 0);
  CHECK(opaque(&hyperbolic_functions)() == 0);
  CHECK(opaque(&error_functions)() == 0);
  CHECK(opaque(&gamma_functions)() == 0);
  CHECK(opaque(&roundings)() == 0);
  CHECK(opaque(&selections)() == 0);
  CHECK(opaque(&other_types)() == 0);
}
