// SPDX-License-Identifier: BSL-1.0
// Formulas as text: to read, for a paper, and as C for a compiler without C++20 or for review.
#include <cstdio>
#include <string_view>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

// [formula]
constexpr lz::variable<"x"> x;
constexpr lz::variable<"theta_1"> theta_1;
constexpr auto f = theta_1 * exp(-x / 2_c) + 0.1_c * x;
// [/formula]

// [text]
static_assert(lz::to_string(f) == "theta_1*exp(-x/2) + 0.1*x");
static_assert(lz::to_string(lz::derivative(f, x)) == "-theta_1*exp(-x/2)/2 + 0.1");
static_assert(lz::to_latex(f) == R"(\theta_{1} e^{-\frac{x}{2}} + 0.1 x)");
// [/text]

// [c]
constexpr auto source = lz::to_c(lz::gradient(f), "value_and_gradient");
static_assert(source == R"(#include <math.h>

void value_and_gradient(const double theta_1, const double x, double *value, double *gradient) {
  const double t0 = x/2.0;
  const double t1 = -t0;
  const double t2 = exp(t1);
  const double t3 = t2*theta_1;
  const double t4 = 0.1*x;
  const double t5 = t3 + t4;
  const double t6 = 0.5*t3;
  const double t7 = 0.1 - t6;
  *value = t5;
  gradient[0] = t2;
  gradient[1] = t7;
}
)");
// [/c]

// [function]
constexpr auto rosenbrock = lz::function<lz::R<2>>(
    [](auto const& p) { return lz::square(1.0 - p[0]) + 100.0 * lz::square(p[1] - p[0] * p[0]); });
constexpr auto in_float = lz::to_c<float>(lz::gradient(rosenbrock), "rosenbrock");
static_assert(in_float.view().starts_with("#include <math.h>\n\nvoid rosenbrock("
                                          "const float *p, float *value, float *gradient) {"));
// [/function]

int main() {
  std::puts(lz::to_string(f).c_str());
  std::puts(lz::to_latex(f).c_str());
  std::puts(source.c_str());
  std::puts(in_float.c_str());
}
