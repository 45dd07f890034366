// SPDX-License-Identifier: BSL-1.0
// Formulas and derivatives as C functions: signatures, names, numbers. tests/laws/c_source compares what they compute.
#include "leibniz/emit/c_source.hpp"

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::to_c;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;

template <class Text> constexpr bool has(Text const& text, std::string_view part) {
  return text.view().find(part) != std::string_view::npos;
}

struct lookup_entry : lz::entry<lookup_entry, "lookup", 1> {
  static constexpr bool passive = true;
  static constexpr auto value(auto a) { return a; }
};
struct steep_entry : lz::entry<steep_entry, "steep", 2> {
  static constexpr bool passive = true;
  static constexpr auto c_source = std::string_view(
      "#T sum = #1;\n  for (int i = 0; i < 3; ++i) sum += exp#f(#2) * 0.5#f;\n  return sum;");
  static constexpr auto value(auto a, auto) { return a; }
};

}  // namespace

TEST_CASE("a formula is a C function that returns its value") {
  STATIC_REQUIRE(to_c(x * x + sin(y) / 3_c, "f") == "#include <math.h>\n\n"
                                                    "double f(const double x, const double y) {\n"
                                                    "  const double t0 = x*x;\n"
                                                    "  const double t1 = sin(y);\n"
                                                    "  const double t2 = t1/3.0;\n"
                                                    "  const double t3 = t0 + t2;\n"
                                                    "  return t3;\n"
                                                    "}\n");
  STATIC_REQUIRE((has(to_c<float>(0.1 * exp(x), "f"), "const float t1 = t0*0.1f;") ||
                  has(to_c<float>(0.1 * exp(x), "f"), "const float t1 = 0.1f*t0;")));
  STATIC_REQUIRE(has(to_c<float>(exp(x), "f"), "const float t0 = expf(x);"));
  STATIC_REQUIRE(has(to_c(1_c + 0_c * x, "one"), "double one(const double x) {\n"));
}

TEST_CASE("conditions and numbers are counted apart") {
  constexpr auto choices = lz::vector(where(x > y, sin(x), y), where(x < 1_c, y, x));
  STATIC_REQUIRE(to_c(choices, "f") == "#include <math.h>\n\n"
                                       "void f(const double x, const double y, double *value) {\n"
                                       "  const int c0 = x > y;\n"
                                       "  const double t0 = sin(x);\n"
                                       "  const double t1 = c0 ? t0 : y;\n"
                                       "  const int c1 = x < 1.0;\n"
                                       "  const double t2 = c1 ? y : x;\n"
                                       "  value[0] = t1;\n"
                                       "  value[1] = t2;\n"
                                       "}\n");
}

TEST_CASE("several results are written through pointers") {
  STATIC_REQUIRE(to_c(lz::gradient(x * y), "g") ==
                 "#include <math.h>\n\n"
                 "void g(const double x, const double y, double *value, double *gradient) {\n"
                 "  const double t0 = x*y;\n"
                 "  *value = t0;\n"
                 "  gradient[0] = y;\n"
                 "  gradient[1] = x;\n"
                 "}\n");
  constexpr auto h = to_c(lz::hessian(x * y * y), "h");
  STATIC_REQUIRE(has(h, "double *value, double *gradient, double *hessian) {"));
  STATIC_REQUIRE(has(h, "  hessian[0] = 0.0;\n"));
  STATIC_REQUIRE(has(h, "  hessian[3] = "));
  STATIC_REQUIRE(has(to_c(lz::vector(x, x * y), "v"), "  value[0] = x;\n"));
  constexpr auto j = to_c(lz::jacobian(lz::vector(x, x * y)), "j");
  STATIC_REQUIRE(has(j, "double *value, double *jacobian) {"));
  STATIC_REQUIRE(has(j, "  jacobian[3] = x;\n"));
  constexpr auto n = to_c(lz::gauss_newton(lz::vector(x * y, 3_c * y)), "n");
  STATIC_REQUIRE(has(n, "double *value, double *gradient, double *hessian) {"));
  STATIC_REQUIRE(has(n, "  value[1] = "));
  STATIC_REQUIRE(has(n, " = y*y;\n"));  // J'J = (y^2, x y; x y, x^2 + 9)
  STATIC_REQUIRE(has(n, "9.0"));
}

TEST_CASE("functions take pointers to their inputs") {
  constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });
  STATIC_REQUIRE(has(to_c(f, "f"), "double f(const double *p) {\n  const double t0 = p[0];\n"));
  STATIC_REQUIRE(has(to_c(lz::gradient(f), "g"),
                     "void g(const double *p, double *value, double *gradient) {"));
  constexpr auto several = lz::function<lz::R<>, lz::passive<lz::R<2>>, lz::R<1, 2>>(
      [](auto const& a, auto const&, auto const& m) { return std::array{a * m(0, 1), a}; });
  constexpr auto text = to_c(lz::jacobian(several), "j");
  STATIC_REQUIRE(has(text,
                     "void j(const double p1, const double *p2, const double *p3, double *value, "
                     "double *jacobian) {\n  (void)p2;\n"));
  STATIC_REQUIRE(has(text, " = p3[1];\n"));
  STATIC_REQUIRE(has(text, "  jacobian[5] = 0.0;\n"));
  STATIC_REQUIRE(!has(text, "jacobian[6]"));
}

TEST_CASE("every verb is a C function, with its directions and adjoints") {
  constexpr auto f = lz::function<lz::R<2>, lz::R<>>(
      [](auto const& p, auto const& q) { return std::array{p[0] * sin(p[1]), exp(q) * p[0]}; });
  constexpr auto h = lz::function<lz::R<3>>([](auto const& p) { return p[0] * sin(p[1]) * p[2]; });
  constexpr std::string_view two = "(const double *p1, const double p2, ";
  auto const signature = [](auto const& text, std::string_view inputs, std::string_view rest) {
    std::size_t const begin = text.view().find(inputs);
    return begin != std::string_view::npos &&
           text.view().substr(begin + inputs.size()).starts_with(rest);
  };
  STATIC_REQUIRE(signature(to_c(lz::jvp(f), "v"), two,
                           "const double *direction1, const double direction2, double *value, "
                           "double *tangent) {"));
  STATIC_REQUIRE(signature(to_c(lz::vjp(f), "v"), two,
                           "const double *adjoint, double *value, double *gradient) {"));
  STATIC_REQUIRE(has(to_c(lz::hvp<2>(h), "v"),
                     "void v(const double *p, const double *direction, "
                     "double *value, double *gradient, double *product) {"));
  STATIC_REQUIRE(has(to_c(lz::hvp<2>(h), "v"), "  product[5] = "));
  STATIC_REQUIRE(!has(to_c(lz::hvp<2>(h), "v"), "  product[6] = "));
  STATIC_REQUIRE(signature(to_c(lz::vjp<3>(f), "v"), two,
                           "const double *adjoint, double *value, double *gradient) {"));
  STATIC_REQUIRE(has(to_c(lz::vjp<3>(f), "v"), " = adjoint[5];\n"));
  STATIC_REQUIRE(has(to_c(lz::taylor<4>(h), "v"),
                     "void v(const double *p, const double *direction, double *coefficients) {"));
  STATIC_REQUIRE(
      signature(to_c(lz::jacobian(f, lz::rows<1>{}), "v"), two, "double *value, double *jacobian"));
  STATIC_REQUIRE(signature(to_c(lz::jacobian(f, lz::entries<lz::at<1, 0>, lz::at<0, 1>>{}), "v"),
                           two, "double *entries) {"));
  STATIC_REQUIRE(
      has(to_c(lz::hessian(h, lz::entries<lz::at<1, 0>>{}), "v"), "double v(const double *p) {"));
  STATIC_REQUIRE(
      has(to_c(lz::hessian(h, lz::rows<1>{}), "v"), "double *gradient, double *hessian) {"));
  STATIC_REQUIRE(signature(to_c(lz::compressed(lz::jacobian(f)), "v"), two,
                           "double *value, double *nonzeros) {"));
  // a gradient by several inputs is one array
  STATIC_REQUIRE(has(to_c(lz::vjp(f), "v"), "  gradient[2] = "));
}

TEST_CASE("directions and adjoints of formulas are numbers by name") {
  constexpr lz::variable<"tangent"> tangent;
  STATIC_REQUIRE(has(to_c(lz::jvp(x * tangent, lz::wrt(x)), "v"),
                     "void v(const double x, const double tangent_, const double direction_of_x, "
                     "double *value, double *tangent) {"));
  STATIC_REQUIRE(has(to_c(lz::vjp(lz::vector(x * y, y), lz::wrt(x)), "v"),
                     "const double adjoint_0, const double adjoint_1, double *value, "));
  CHECK(has(to_c(lz::compressed(lz::jacobian(lz::vector(x * 1.5, sin(y)))), "v"),
            "  nonzeros[0] = 1.5;\n"));
}

TEST_CASE("names that C does not allow are changed") {
  constexpr lz::variable<"sin"> sine;
  constexpr lz::variable<"double"> word;
  constexpr lz::variable<"t1"> step;
  constexpr lz::variable<"a b"> space;
  constexpr lz::variable<"a_b"> underscore;
  constexpr lz::variable<"2x"> digit;
  constexpr lz::variable<"value"> result;
  constexpr lz::variable<"f"> self;
  STATIC_REQUIRE(has(to_c(sine + word + step + space + underscore + digit + result + self, "f"),
                     "double f(const double sin_, const double double_, const double t1_, "
                     "const double a_b, const double a_b_, const double v2x, const double value_, "
                     "const double f_) {"));
}

TEST_CASE("no name is the function's or one of math.h, and the text has room for all of it") {
  constexpr lz::variable<"ar ea"> space;
  constexpr lz::variable<"t0_"> step;
  constexpr lz::variable<"M_E"> e;
  constexpr lz::variable<"FP_ZERO"> zero;
  constexpr lz::variable<"leibniz_x"> own;
  constexpr auto f = space * step + e * zero * own;
  constexpr auto text = to_c(f, "ar_ea");
  STATIC_REQUIRE(has(text, "double ar_ea(const double ar_ea_, const double t0_, const double M_E_, "
                           "const double FP_ZERO_, const double vleibniz_x) {"));
  STATIC_REQUIRE(text.view().ends_with("  return t3;\n}\n"));
  STATIC_REQUIRE(to_c(f, "t0_").view().ends_with("  return t3;\n}\n"));
  STATIC_REQUIRE(has(to_c(f, "t0_"), "double t0_(const double ar_ea, const double t0__, "));
  // the function's own name is changed alike
  STATIC_REQUIRE(has(to_c(x, "my f"), "double my_f(const double x)"));
  STATIC_REQUIRE(has(to_c(x, "sin"), "double sin_(const double x)"));
  STATIC_REQUIRE(has(to_c(x, "x__"), "double x__(const double x)"));
  STATIC_REQUIRE(has(to_c(lz::gradient(x), "gradient"), "void gradient(const double x, double *"));
  constexpr lz::variable<"x_"> x1;
  constexpr lz::variable<"x__"> x2;
  STATIC_REQUIRE(has(to_c(x2 + x + x1, "x"),
                     "double x(const double x__, const double x_, const double x___) {"));
  // a function that the user brings, called by its name
  constexpr lz::variable<"lookupf"> name;
  STATIC_REQUIRE(has(to_c<float>(lz::call<lookup_entry>(name), "f"), " = lookupf(lookupf_);\n"));
  STATIC_REQUIRE(has(to_c(lz::call<lookup_entry>(name), "lookup"), "double lookup_(const double "));
}

TEST_CASE("numbers in C") {
  double const infinity = std::numeric_limits<double>::infinity();
  CHECK(has(to_c(x * -2.5, "f"), "x*(-2.5)"));
  CHECK(has(to_c(x + 1e22, "f"), "1e22"));
  CHECK(has(to_c(x + 1.0 / 3.0, "f"), "0.3333333333333333;"));
  CHECK(has(to_c<float>(x + 1.0 / 3.0, "f"), "0.33333334f"));
  CHECK(has(to_c(x + -0.0, "f"), "(-0.0)"));
  CHECK(has(to_c(x + -infinity, "f"), "(-(double)INFINITY)"));
  CHECK(has(to_c(x + std::numeric_limits<double>::quiet_NaN(), "f"), "(double)NAN"));
  CHECK(has(to_c(x + -2.2250738585072014e-308, "f"), "(-2.2250738585072014e-308);\n"));
  STATIC_REQUIRE(has(to_c(x + lz::pi, "f"), "3.141592653589793;"));
  STATIC_REQUIRE(has(to_c(x + 1_c / 3_c, "f"), "0.3333333333333333"));
}

TEST_CASE("functions of one's own") {
  STATIC_REQUIRE(has(to_c(lz::call<lookup_entry>(x), "f"), "extern double lookup(double);\n"));
  STATIC_REQUIRE(has(to_c<float>(lz::call<lookup_entry>(x), "f"), " = lookupf(x);\n"));
  constexpr auto text = to_c<float>(lz::call<steep_entry>(x, y), "f");
  STATIC_REQUIRE(has(text, "static float leibniz_steepf(const float lz_1, const float lz_2) {\n"
                           "  float lz_sum = lz_1;\n"
                           "  for (int lz_i = 0; lz_i < 3; ++lz_i) lz_sum += expf(lz_2) * 0.5f;\n"
                           "  return lz_sum;\n}\n#endif\n"));
  STATIC_REQUIRE(has(text, " = leibniz_steepf(x, y);\n"));
}

TEST_CASE("plain numbers of a temporary") {
  STATIC_REQUIRE(has(to_c(lz::gradient(3 * x * y), "g"), "3.0"));
}

TEST_CASE("conditions are ints") {
  constexpr auto text = to_c(where(x < y && !(x > 1_c), x, -y), "f");
  STATIC_REQUIRE(has(text, "  const int c0 = x < y;\n"));
  STATIC_REQUIRE(has(text, " && "));
  STATIC_REQUIRE(has(text, " ? x : t0;\n"));
}
