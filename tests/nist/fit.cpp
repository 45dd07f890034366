// SPDX-License-Identifier: BSL-1.0
#include "nist_fit.hpp"

#include <cmath>

#include "catch.hpp"
#include "problems.hpp"

using namespace nist;

TEST_CASE("from both starts every problem reaches six certified digits") {
  for (model const& m : models())
    for (int start : {1, 2}) {
      CAPTURE(m.problem, start);
      dataset const data = data_of(m);
      fit_result const result = fit(m, data.observations, data.start(start));
      CHECK(digits(result.parameters, data.certified()) >= 6);
      CHECK(result.evaluations < 1000);
    }
}

TEST_CASE("digits are those that agree") {
  CHECK(digits(2.0, 2.0) == 11);
  CHECK(digits(1.001, 1.0) == Approx(3));
  CHECK(digits(-1.0, 1.0) == 0);
  CHECK(digits(std::nan(""), 1.0) == 0);
  CHECK(digits({1.0, 1.0001}, {1.0, 1.0}) == Approx(4));
}
