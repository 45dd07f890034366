// SPDX-License-Identifier: BSL-1.0
// lz::nodes lists what a graph computes; lz::to_dot draws it, of formulas, functions and verbs.
#include <array>
#include <cmath>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = log(x - y) * x + sqrt(y);
constexpr auto g = lz::function<lz::R<2>, lz::passive<lz::R<>>>(
    [](auto const& p, auto const& q) { return log(p[0] - p[1]) * q + p[0]; });

constexpr std::string_view first_nan(auto const& nodes) {
  for (auto const& node : nodes)
    if (node.value != node.value) return node.text;
  return "none";
}
constexpr bool has(std::string_view text, std::string_view part) {
  return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("the first NaN is found by name") {
  CHECK(first_nan(lz::nodes(f)(x = 1.0, y = 2.0)) == "log(x - y)");
  CHECK(first_nan(lz::nodes(lz::gradient(f))(x = 1.0, y = 2.0)) == "log(x - y)");
  CHECK(first_nan(lz::nodes(lz::gradient(3 * log(x)))(x = -1.0)) == "log(x)");
  CHECK(first_nan(lz::nodes(g)(std::array{1.0, 2.0}, 3.0)) == "log(p1[0] - p1[1])");
  CHECK(first_nan(lz::nodes(lz::gradient(g))(std::array{1.0, 2.0}, 3.0)) == "log(p1[0] - p1[1])");
  CHECK(first_nan(lz::nodes(f)(x = 3.0, y = 2.0)) == "none");
}

TEST_CASE("values and adjoints") {
  constexpr auto nodes = lz::nodes(x * y + x)(x = 2.0, y = 5.0);
  STATIC_REQUIRE(nodes.size == 4);
  STATIC_REQUIRE(nodes[0].text == "x");
  STATIC_REQUIRE(nodes[0].adjoint == 6);
  STATIC_REQUIRE(nodes[2].text == "x*y");
  STATIC_REQUIRE(nodes.value[2] == 10);
  STATIC_REQUIRE(nodes.adjoint[1] == 2);
  constexpr auto of_function = lz::nodes(
      lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; }))(std::array{2.0, 5.0});
  STATIC_REQUIRE(of_function[1].text == "p[1]");
  STATIC_REQUIRE(of_function[1].adjoint == 2);
}

TEST_CASE("numbers of a picture have six digits, and a carry goes through all of them") {
  auto const rounded = [](double value) {
    lz::text<48> result;
    lz::emit::append_rounded(result, value);
    return result;
  };
  STATIC_REQUIRE(rounded(9.9999996) == "10");
  STATIC_REQUIRE(rounded(-0.99999951) == "-1");
  STATIC_REQUIRE(rounded(999999.51) == "1000000");
  STATIC_REQUIRE(rounded(1.2345649) == "1.23456");
  STATIC_REQUIRE(rounded(1.2345651) == "1.23457");
  STATIC_REQUIRE(rounded(1.2399996) == "1.24");
  STATIC_REQUIRE(rounded(9.99999e-300) == "9.99999e-300");
  STATIC_REQUIRE(rounded(9.9999996e20) == "1e21");
  STATIC_REQUIRE(rounded(123456) == "123456");
  STATIC_REQUIRE(rounded(0) == "0");
}

TEST_CASE("pictures of functions and of verbs") {
  STATIC_REQUIRE(has(lz::to_dot(g), "label=\"p1[1]\""));
  STATIC_REQUIRE(has(lz::to_dot(lz::gradient(g)), "label=\"/\""));
  STATIC_REQUIRE(has(lz::to_dot(g, std::array{3.0, 2.0}, 4.0), "label=\"p2\\nvalue 4"));
  STATIC_REQUIRE(has(lz::to_dot(lz::gradient(x * y), x = 3.0, y = 2.0), "derivative 3"));
  STATIC_REQUIRE(has(lz::to_dot(lz::jvp(g)), "label=\"direction[0]\""));
  STATIC_REQUIRE(has(lz::to_dot(lz::jvp(f, lz::wrt(x))), "label=\"direction of x\""));
  STATIC_REQUIRE(has(lz::to_dot(lz::vector(f, x * y)), "digraph"));
  STATIC_REQUIRE(has(lz::to_dot(lz::hessian(f)), "digraph"));
}

TEST_CASE("a picture has an arrow from each operand") {
  constexpr auto text = lz::to_dot(where(x < y, x - y, sin(x)));
  int arrows = 0;
  std::string_view rest = text.view();
  for (auto at = rest.find("->"); at != rest.npos; at = rest.find("->", at + 1)) ++arrows;
  CHECK(arrows == 2 + 2 + 1 + 3);
}

TEST_CASE("names of any characters are what a picture shows") {
  constexpr lz::variable<"a \"b\" \\n &lt; c"> odd;
  constexpr auto text = lz::to_dot(lz::let<"the x">(odd * x) + y);
  STATIC_REQUIRE(has(text, "label=\"a \\\"b\\\" \\\\n &amp;lt; c\""));
  STATIC_REQUIRE(has(text, "label=\"the x\""));
  STATIC_REQUIRE(has(text, "label=\"+\""));
}
