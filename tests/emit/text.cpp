// SPDX-License-Identifier: BSL-1.0
// Text of formulas: as a person writes it, with no parentheses too many, and meaning what the formula means.
#include "leibniz/emit/text.hpp"

#include <cmath>
#include <limits>
#include <sstream>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::derivative;
using lz::to_string;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::variable<"z"> z;

/// A reader of such text: sums, products, signs, powers, parentheses, calls of one argument.
class reader {
 public:
  reader(std::string_view text, double a, double b, double c) : rest_(text), x_(a), y_(b), z_(c) {}
  double operator()() {
    double const value = sum();
    return rest_.empty() ? value : std::nan("");
  }

 private:
  bool take(char c) {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  double sum() {
    double value = product();
    for (;;)
      if (take('+')) value += product();
      else if (take('-')) value -= product();
      else return value;
  }
  double product() {
    double value = sign();
    for (;;)
      if (take('*')) value *= sign();
      else if (take('/')) value /= sign();
      else return value;
  }
  double sign() { return take('-') ? -sign() : power(); }
  double power() {
    double const base = primary();
    return take('^') ? std::pow(base, sign()) : base;
  }
  double primary() {
    if (take('(')) {
      double const value = sum();
      return take(')') ? value : std::nan("");
    }
    if (take('x')) return x_;
    if (take('y')) return y_;
    if (take('z')) return z_;
    for (auto [name, function] : {std::pair<std::string_view, double (*)(double)>{"sin(", std::sin},
                                  {"cos(", std::cos},
                                  {"exp(", std::exp},
                                  {"sqrt(", std::sqrt}})
      if (rest_.starts_with(name)) {
        rest_.remove_prefix(name.size() - 1);
        return function(primary());
      }
    std::istringstream in{std::string(rest_)};
    double value = std::nan("");
    if (!(in >> value)) return value;
    rest_ = in.eof() ? "" : rest_.substr(static_cast<std::size_t>(in.tellg()));
    return value;
  }

  std::string_view rest_;
  double x_, y_, z_;
};

template <class F> void check_reads_back(F const& f) {
  auto const text = to_string(f);
  INFO(text.view());
  CHECK(lz::test::close(reader(text, 0.75, 1.5, 2.25)(),
                        (f + 0_c * x + 0_c * y + 0_c * z)(x = 0.75, y = 1.5, z = 2.25), 1e-13));
}

}  // namespace

TEST_CASE("formulas as they were written, with the parentheses they need") {
  STATIC_REQUIRE(to_string(x * x * y + 3_c * x) == "x*x*y + 3*x");
  STATIC_REQUIRE(to_string((x + y) * z) == "(x + y)*z");
  STATIC_REQUIRE(to_string(x + y + z) == "x + y + z");
  STATIC_REQUIRE(to_string(x + (y + z)) == "x + (y + z)");
  STATIC_REQUIRE(to_string(x - (y - z)) == "x - (y - z)");
  STATIC_REQUIRE(to_string(x - y - z) == "x - y - z");
  STATIC_REQUIRE(to_string(x / y / z) == "x/y/z");
  STATIC_REQUIRE(to_string(x / (y * z)) == "x/(y*z)");
  STATIC_REQUIRE(to_string(x * y / z) == "x*y/z");
  STATIC_REQUIRE(to_string(-x * y) == "-x*y");
  STATIC_REQUIRE(to_string(-(x * y)) == "-(x*y)");
  STATIC_REQUIRE(to_string(-(x + y)) == "-(x + y)");
  STATIC_REQUIRE(to_string(pow(x + y, 2_c)) == "(x + y)^2");
  STATIC_REQUIRE(to_string(pow(-x, 2_c)) == "(-x)^2");
  STATIC_REQUIRE(to_string(-pow(x, 2_c)) == "-x^2");
  STATIC_REQUIRE(to_string(pow(pow(x, 2_c), 3_c)) == "(x^2)^3");
  STATIC_REQUIRE(to_string(pow(x, -2_c)) == "x^(-2)");
  STATIC_REQUIRE(to_string(pow(x, 1_c / 3_c)) == "x^(1/3)");
  STATIC_REQUIRE(to_string(sin(x + y)) == "sin(x + y)");
  STATIC_REQUIRE(to_string(min(x, y + z)) == "min(x, y + z)");
  STATIC_REQUIRE(to_string(where(x > 0_c, x, -y)) == "where(x > 0, x, -y)");
  STATIC_REQUIRE(to_string(lz::pi * x) == "pi*x");
  STATIC_REQUIRE(to_string(x) == "x");
}

TEST_CASE("derivatives, expanded and collected") {
  STATIC_REQUIRE(to_string(derivative(x * x * y + 3_c * x * y, x)) == "2*x*y + 3*y");
  STATIC_REQUIRE(to_string(derivative(x * x, y)) == "0");
  STATIC_REQUIRE(to_string(derivative(x, x)) == "1");
  STATIC_REQUIRE(to_string(derivative(1_c / x, x)) == "-1/x^2");
  STATIC_REQUIRE(to_string(derivative(sqrt(x), x)) == "1/(2*sqrt(x))");
  STATIC_REQUIRE(to_string(derivative(sin(x * x), x)) == "2*x*cos(x^2)");
  STATIC_REQUIRE(to_string(derivative<2>(sin(x), x)) == "-sin(x)");
}

TEST_CASE("a minus before a minus stands in parentheses") {
  STATIC_REQUIRE(to_string(-(-x)) == "-(-x)");
  STATIC_REQUIRE(to_string(-(-pow(x, 2_c))) == "-(-x^2)");
  STATIC_REQUIRE(to_string(x - -y) == "x - -y");
  STATIC_REQUIRE(to_string(x * -y) == "x*-y");
  STATIC_REQUIRE(to_string(-(-2_c * x)) == "-(-2*x)");
}

TEST_CASE("exact constants print as they were written, with up to 17 digits") {
  STATIC_REQUIRE(to_string(x + 12345678901234567_c) == "x + 12345678901234567");
  STATIC_REQUIRE(to_string(x + 0.12345678901234567_c) == "x + 0.12345678901234567");
  STATIC_REQUIRE(to_string(x + 1234567.8901234567_c) == "x + 1234567.8901234567");
  STATIC_REQUIRE(to_string(x - 0.00001_c) == "x - 0.00001");
  STATIC_REQUIRE(to_string(x + 0.12345678_c) == "x + 0.12345678");
  STATIC_REQUIRE(to_string(x + 1e-7_c) == "x + 1e-7");
  STATIC_REQUIRE(to_string(x + 1_c / 3_c) == "x + 1/3");
  STATIC_REQUIRE(to_string(x + 1_c / 1024_c) == "x + 0.0009765625");
  // inputs come first, and powers of one sum are one power
  STATIC_REQUIRE(to_string(derivative(sin(x) * y * y * exp(x), y)) == "2*y*sin(x)*exp(x)");
  STATIC_REQUIRE(to_string(derivative(sqrt(x + y) / (x + y), x)) == "-1/(2*(x + y)^1.5)");
  STATIC_REQUIRE(to_string(derivative(x * x / 2048_c, x)) == "x/1024");  // a fraction to a reader
  STATIC_REQUIRE(to_string(derivative(x * x / 4096_c, x)) == "0.00048828125*x");
  STATIC_REQUIRE(to_string(pow(x, 0.1_c)) == "x^0.1");
}

TEST_CASE("plain numbers print as the shortest decimal that gives them back") {
  STATIC_REQUIRE(to_string(x + 0.1) == "x + 0.1");
  STATIC_REQUIRE(to_string(x + 1.0 / 3.0) == "x + 0.3333333333333333");
  STATIC_REQUIRE(to_string(x + 1e100) == "x + 1e100");
  STATIC_REQUIRE(to_string(x + 5e-324) == "x + 5e-324");
  STATIC_REQUIRE(to_string(x + 1.7976931348623157e308) == "x + 1.7976931348623157e308");
  STATIC_REQUIRE(to_string(x + 2.2250738585072014e-308) == "x + 2.2250738585072014e-308");
  STATIC_REQUIRE(to_string(x * -0.0) == "x*(-0)");
  STATIC_REQUIRE(to_string(x + 999999999999.9990234375) == "x + 999999999999.999");
}

TEST_CASE("numbers") {
  CHECK(to_string(0.1 * x) == "0.1*x");
  CHECK(to_string(2.0 * x) == "2*x");
  CHECK(to_string(-2.5 * x) == "-2.5*x");
  CHECK(to_string(1e22 * x) == "1e22*x");
  CHECK(to_string(1.5e-10 * x) == "1.5e-10*x");
  CHECK(to_string(123456.789 * x) == "123456.789*x");
  CHECK(to_string(x * 1e-3) == "x*0.001");
  CHECK(to_string(1_c / 3_c * x) == "1/3*x");
  CHECK(to_string(x * (1_c / 3_c)) == "x*(1/3)");
  CHECK(to_string(x * -2_c) == "x*(-2)");
  CHECK(to_string(0.125_c * x) == "0.125*x");
  double const infinity = std::numeric_limits<double>::infinity();
  CHECK(to_string(infinity * x) == "inf*x");
  CHECK(to_string(x - -infinity) == "x - -inf");
  CHECK(to_string(std::numeric_limits<double>::quiet_NaN() * x) == "nan*x");
}

TEST_CASE("text means what the formula means") {
  check_reads_back(x - (y - z) * -x / (y / z));
  check_reads_back(-x - -y + -(x - z));
  check_reads_back(pow(x + y, 3_c) / pow(-z, -2_c) - pow(pow(x, 2_c), 0.5_c));
  check_reads_back(1_c / 3_c * x / (2_c / 3_c) - x / (1_c / 7_c) * y);
  check_reads_back(-2_c * x * -3_c + 0.1_c * y - 1e-3 * z);
  check_reads_back(x / (y / (z / (x / y))) - (x - (y - (z - x))));
  check_reads_back(-(-(-x)) * -(-y));
  check_reads_back(sin(x * (y + z)) * exp(-x / y) / sqrt(x + y));
  check_reads_back(derivative(sin(x * y) / (x + z), x));
  check_reads_back(derivative(pow(x * y + z, 4_c) / sqrt(x), x, y));
  check_reads_back(derivative(exp(-x * x) / (1_c + y * y), x, y, y));
  check_reads_back(derivative(1_c / (x - 2_c * y) / pow(z, 3_c), z, y));
  check_reads_back(substitute(x / y - z, x = y - z, z = -x));
}

TEST_CASE("a text has room for what it holds") {
  constexpr auto sum = (x + y + z) * (x - y - z) * (x + y + z);
  constexpr auto many = sum * sum * sum * sum * sum * sum * sum * sum;
  constexpr auto text = to_string(many * many * many * many * many);
  STATIC_REQUIRE(text.size() > 1024);
  CHECK(text.view().ends_with("*(x + y + z)))"));
  auto const with_number = to_string(many * -1.2345678901234567e-300 * many * many * many * many);
  CHECK(with_number.view().ends_with("*(x + y + z)))"));
  constexpr auto shared = [](auto f) { return f * f; };
  constexpr auto sixteen = [=](auto f) { return shared(shared(shared(shared(f)))); };
  STATIC_REQUIRE(to_string(sixteen(sixteen(sixteen(x + y)))).size() == 16384);
}

TEST_CASE("text that is too long is cut at its capacity") {
  STATIC_REQUIRE(to_string<5>(x * y + z) == "x*y +");
  STATIC_REQUIRE(to_string<100>(x * y + z) == "x*y + z");
}

TEST_CASE("streams") {
  std::ostringstream out;
  out << x * y << " and " << derivative(x * y, x);
  CHECK(out.str() == "x*y and y");
}
