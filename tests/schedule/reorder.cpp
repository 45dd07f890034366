// SPDX-License-Identifier: BSL-1.0
#include "leibniz/schedule/reorder.hpp"

#include "check.hpp"
#include "graph/interpreter.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;

namespace {

/// t = sin(t)·t, so many times.
template <int N> constexpr auto products = lz::function<lz::R<>>([](auto const& x) {
  auto t = x;
  for (int k = 0; k < N; ++k) t = sin(t) * t;
  return t;
});
constexpr auto sum_of_products = lz::function<lz::R<8>>([](auto const& p) {
  auto t = p[0];
  for (std::size_t k = 1; k < 8; ++k) t = t * p[k] + sin(t);
  return t;
});

}  // namespace

TEST_CASE("a chain's value and derivative side by side: the number of values kept does not grow") {
  STATIC_REQUIRE(lz::live_values(lz::gradient(products<8>)) <= 5);
  STATIC_REQUIRE(lz::live_values(lz::gradient(products<64>)) <= 5);
}

TEST_CASE("never more values than in the order of derivation, and the same results") {
  using derived = lz::emit::derived<
      lz::emit::function_source<std::remove_cv_t<decltype(sum_of_products)>::code_type, lz::R<8>>,
      lz::emit::request::jacobian>;
  lz::graph::builder tidied, reordered;
  lz::simplification::tidy(tidied, derived::value.view());
  lz::schedule::depth_first(reordered, tidied.view());
  CHECK(reordered.size() == tidied.size());
  lz::test::interpreted<double> before(tidied.view()), after(reordered.view());
  std::array const at{0.5, -0.25, 1.5, 0.75, -1.25, 2.0, 0.375, 1.125};
  before(at.data());
  after(at.data());
  for (int r = 0; r < before.roots(); ++r)
    CHECK(lz::test::bits(before.root(r)) == lz::test::bits(after.root(r)));
  CHECK(lz::live_values(lz::gradient(sum_of_products)) <= lz::schedule::live_values(tidied.view()));
}
