// SPDX-License-Identifier: BSL-1.0
// The law tests, tested: a mistake in any partial or rule is noticed. ./dev mutate prints the table.
#include "catch.hpp"
#include "laws/mutants.hpp"

using namespace leibniz::test;

TEST_CASE("every mistake in a partial is noticed") {
  for (tally const& t : mutate_partials()) {
    CAPTURE(t.name);
    CHECK(t.survivors == std::vector<std::string>{});
    CHECK(t.noticed > 0);
  }
}

TEST_CASE("every mistake in a rule is noticed") {
  for (tally const& t : mutate_rules()) {
    CAPTURE(t.name);
    CHECK(t.survivors == std::vector<std::string>{});
    CHECK(t.noticed > 0);
  }
}
