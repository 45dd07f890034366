// SPDX-License-Identifier: BSL-1.0
// LaTeX of formulas: names, numbers, and no parentheses too many or too few.
#include "leibniz/emit/latex.hpp"

#include "laws/rows.hpp"
#include "check.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::to_latex;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::variable<"z"> z;

template <lz::fixed_string Name> constexpr auto name = to_latex(lz::variable<Name>{});

}  // namespace

TEST_CASE("names in LaTeX") {
  STATIC_REQUIRE(name<"x"> == "x");
  STATIC_REQUIRE(name<"x1"> == "x_{1}");
  STATIC_REQUIRE(name<"x_1"> == "x_{1}");
  STATIC_REQUIRE(name<"w_i"> == "w_{i}");
  STATIC_REQUIRE(name<"w_h11"> == R"(w_{\mathrm{h11}})");
  STATIC_REQUIRE(name<"theta"> == R"(\theta)");
  STATIC_REQUIRE(name<"theta_1"> == R"(\theta_{1})");
  STATIC_REQUIRE(name<"sigma2"> == R"(\sigma_{2})");
  STATIC_REQUIRE(name<"x_alpha"> == R"(x_{\alpha})");
  STATIC_REQUIRE(name<"tax"> == R"(\mathrm{tax})");
  STATIC_REQUIRE(name<"log2"> == R"(\mathrm{log2})");
  STATIC_REQUIRE(name<"apple_price_0"> == R"(\mathrm{apple}_{\mathrm{price\_0}})");
  STATIC_REQUIRE(name<"_"> == R"(\mathrm{\_})");
  STATIC_REQUIRE(name<"a_"> == R"(\mathrm{a\_})");
  STATIC_REQUIRE(name<"a b%"> == R"(\mathrm{a\ b\%})");
  STATIC_REQUIRE(to_latex(lz::let<"h1">(x * y) + x) == "h_{1} + x");
}

TEST_CASE("sums, products and signs in LaTeX") {
  STATIC_REQUIRE(to_latex(2_c * x * y + 3_c * y) == "2 x y + 3 y");
  STATIC_REQUIRE(to_latex(x + (y + z)) == "x + y + z");
  STATIC_REQUIRE(to_latex(x - (y + z)) == R"(x - \left(y + z\right))");
  STATIC_REQUIRE(to_latex(x - (y - z)) == R"(x - \left(y - z\right))");
  STATIC_REQUIRE(to_latex((x + y) * z) == R"(\left(x + y\right) z)");
  STATIC_REQUIRE(to_latex(x * (y * z)) == "x y z");
  STATIC_REQUIRE(to_latex(-x * y) == "-x y");
  STATIC_REQUIRE(to_latex(-(x * y)) == "-x y");
  STATIC_REQUIRE(to_latex(-(x + y)) == R"(-\left(x + y\right))");
  STATIC_REQUIRE(to_latex(-(-x)) == R"(-\left(-x\right))");
  STATIC_REQUIRE(to_latex(x + -y) == R"(x + \left(-y\right))");
  STATIC_REQUIRE(to_latex(x + -y * z) == R"(x + \left(-y z\right))");
  STATIC_REQUIRE(to_latex(x * -y) == R"(x \left(-y\right))");
  STATIC_REQUIRE(to_latex(x * -2_c) == R"(x \left(-2\right))");
  STATIC_REQUIRE(to_latex(-2_c * x) == "-2 x");
}

TEST_CASE("words side by side are two") {
  constexpr lz::variable<"tax"> tax;
  constexpr lz::variable<"price"> price;
  STATIC_REQUIRE(to_latex(tax * price) == R"(\mathrm{tax} \, \mathrm{price})");
  STATIC_REQUIRE(to_latex(2_c * tax * x) == R"(2 \, \mathrm{tax} \, x)");
  STATIC_REQUIRE(to_latex(tax * (x + y)) == R"(\mathrm{tax} \left(x + y\right))");
}

TEST_CASE("numbers in LaTeX") {
  STATIC_REQUIRE(to_latex(2_c * 3.0 * x) == R"(2 \cdot 3 x)");
  STATIC_REQUIRE(to_latex(x * 2) == R"(x \cdot 2)");
  STATIC_REQUIRE(to_latex(2_c * exp2(x)) == R"(2 \cdot 2^{x})");
  STATIC_REQUIRE(to_latex(x + 0.1) == "x + 0.1");
  STATIC_REQUIRE(to_latex(x + 1_c / 3_c) == R"(x + \frac{1}{3})");
  STATIC_REQUIRE(to_latex(x - 1_c / 3_c * y) == R"(x - \frac{1}{3} y)");
  STATIC_REQUIRE(to_latex(2_c * (1_c / 3_c * x)) == R"(2 \cdot \frac{1}{3} x)");
  STATIC_REQUIRE(to_latex(x * (2_c - y)) == R"(x \left(2 - y\right))");
  STATIC_REQUIRE(to_latex(2 * (x / y)) == R"(2 \cdot \frac{x}{y})");
  STATIC_REQUIRE(to_latex(x + 1e22) == "x + 10^{22}");
  STATIC_REQUIRE(to_latex(x + 1.5e-10) == R"(x + 1.5 \cdot 10^{-10})");
  STATIC_REQUIRE(to_latex(pow(1.5e-10 + 0 * x, 2_c)) ==
                 R"(\left(1.5 \cdot 10^{-10} + 0 x\right)^{2})");
  STATIC_REQUIRE(to_latex(x + std::numeric_limits<double>::infinity()) == R"(x + \infty)");
  STATIC_REQUIRE(to_latex(lz::pi * x) == R"(\pi x)");
}

TEST_CASE("fractions and powers in LaTeX") {
  STATIC_REQUIRE(to_latex((x + y) / (x - y)) == R"(\frac{x + y}{x - y})");
  STATIC_REQUIRE(to_latex(x / (y / z)) == R"(\frac{x}{\frac{y}{z}})");
  STATIC_REQUIRE(to_latex(x * (y / z)) == R"(x \frac{y}{z})");
  STATIC_REQUIRE(to_latex(-(x / y)) == R"(-\frac{x}{y})");
  STATIC_REQUIRE(to_latex(-x / y) == R"(-\frac{x}{y})");
  STATIC_REQUIRE(to_latex(x - -y / z) == R"(x - \left(-\frac{y}{z}\right))");
  STATIC_REQUIRE(to_latex(-2_c * x * z / y) == R"(-\frac{2 x z}{y})");
  STATIC_REQUIRE(to_latex(-(-x) / y) == R"(-\frac{-x}{y})");
  STATIC_REQUIRE(to_latex((-x + z) / y) == R"(\frac{-x + z}{y})");
  STATIC_REQUIRE(to_latex(-(x + z) / y) == R"(-\frac{x + z}{y})");
  STATIC_REQUIRE(to_latex(-(x + z) * z / y) == R"(-\frac{\left(x + z\right) z}{y})");
  STATIC_REQUIRE(to_latex(-x / y / z) == R"(-\frac{\frac{x}{y}}{z})");
  STATIC_REQUIRE(to_latex(exp(-x / 2_c)) == R"(e^{-\frac{x}{2}})");
  STATIC_REQUIRE(to_latex(square(-x / y)) == R"(\left(-\frac{x}{y}\right)^{2})");
  STATIC_REQUIRE(to_latex(x - y / z) == R"(x - \frac{y}{z})");
  STATIC_REQUIRE(to_latex(pow(x / y, 2_c)) == R"(\left(\frac{x}{y}\right)^{2})");
  STATIC_REQUIRE(to_latex(square(x)) == "x^{2}");
  STATIC_REQUIRE(to_latex(square(x + y)) == R"(\left(x + y\right)^{2})");
  STATIC_REQUIRE(to_latex(square(-x)) == R"(\left(-x\right)^{2})");
  STATIC_REQUIRE(to_latex(-square(x)) == "-x^{2}");
  STATIC_REQUIRE(to_latex(square(square(x))) == R"(\left(x^{2}\right)^{2})");
  STATIC_REQUIRE(to_latex(square(exp(x))) == R"(\left(e^{x}\right)^{2})");
  STATIC_REQUIRE(to_latex(exp(-square(x))) == "e^{-x^{2}}");
  STATIC_REQUIRE(to_latex(pow(x, y + 1)) == "x^{y + 1}");
  STATIC_REQUIRE(to_latex(pow(x, -2_c)) == "x^{-2}");
  STATIC_REQUIRE(to_latex(pow(-2_c, x)) == R"(\left(-2\right)^{x})");
  STATIC_REQUIRE(to_latex(hypot(x + y, z)) == R"(\sqrt{\left(x + y\right)^{2} + z^{2}})");
  STATIC_REQUIRE(to_latex(sqrt(x + y)) == R"(\sqrt{x + y})");
}

TEST_CASE("functions, choices and derivatives in LaTeX") {
  STATIC_REQUIRE(to_latex(sin(x + y)) == R"(\sin\left(x + y\right))");
  STATIC_REQUIRE(to_latex(abs(x - y)) == R"(\left|x - y\right|)");
  STATIC_REQUIRE(to_latex(expm1(x)) == R"(\operatorname{expm1}\left(x\right))");
  STATIC_REQUIRE(to_latex(stop_gradient(x)) == R"(\operatorname{stop\_gradient}\left(x\right))");
  STATIC_REQUIRE(to_latex(where(x > 0, x, -y)) ==
                 R"(\begin{cases} x & x > 0 \\ -y & \text{otherwise} \end{cases})");
  STATIC_REQUIRE(to_latex(2 * where(x > 0, x, y)) ==
                 R"(2 \left(\begin{cases} x & x > 0 \\ y & \text{otherwise} \end{cases}\right))");
  STATIC_REQUIRE(to_latex(lz::derivative(sin(x * x), x)) == R"(2 x \cos\left(x^{2}\right))");
  STATIC_REQUIRE(to_latex<5>(x + y + z) == "x + y");
}

TEST_CASE("every row has LaTeX whose braces and parentheses match") {
  lz::test::for_each_row(lz::function_table{}, []<class Row> {
    constexpr auto text =
        to_latex(square(lz::test::formula_of<Row>()) + lz::test::formula_of<Row>() * x);
    CAPTURE(Row::name, text.view());
    int braces = 0, pairs = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      braces += text.view()[i] == '{' ? 1 : text.view()[i] == '}' ? -1 : 0;
      pairs += text.view().substr(i).starts_with("\\left") &&
                       !text.view().substr(i).starts_with("\\leftarrow")
                   ? 1
                   : 0;
      pairs -= text.view().substr(i).starts_with("\\right") ? 1 : 0;
      REQUIRE(braces >= 0);
      REQUIRE(pairs >= 0);
    }
    CHECK(braces == 0);
    CHECK(pairs == 0);
    CHECK(text.view().find('#') == std::string_view::npos);
    // no two exponents on one base; what a row itself writes stands in front of its argument
    if (std::string_view const own(Row::latex);
        !own.starts_with("\\sqrt") && own.find("}^{") == own.npos)
      CHECK(text.view().find("}^{") == std::string_view::npos);
  });
}

TEST_CASE("conditions in LaTeX") {
  constexpr auto of = [](auto c) { return to_latex(where(c, x, y)); };
  STATIC_REQUIRE(of(x < y && y < z) ==
                 R"(\begin{cases} x & x < y \land y < z \\ y & \text{otherwise} \end{cases})");
  STATIC_REQUIRE(
      of((x < y || y < z) && !(z > x)) ==
      R"(\begin{cases} x & \left(x < y \lor y < z\right) \land \lnot \left(z > x\right) \\ y & \text{otherwise} \end{cases})");
}
