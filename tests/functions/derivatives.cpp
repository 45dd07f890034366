// First and second derivatives of the rows with partials of their own making, against values with 140 digits: as accurate
// as a rounding of the argument lets them be.
#include <cmath>
#include <limits>

#include "check.hpp"
#include "functions/derivative_cases.hpp"
#include "leibniz/leibniz.hpp"

using namespace leibniz;
using namespace leibniz::test;

namespace {

constexpr variable<"x"> x;

/// The error in units of what half a rounding of x and of the value itself make unavoidable.
double excess(double value, double exact, double slope, double at) {
  double const error = std::fabs(value - exact), epsilon = std::numeric_limits<double>::epsilon();
  double const unavoidable = epsilon * (std::fabs(exact) + std::fabs(at * slope)) +
                             std::numeric_limits<double>::denorm_min();
  return error / unavoidable;
}

template <class F, std::size_t N>
double worst(F const& f, derivative_case const (&cases)[N], unsigned order) {
  constexpr auto all = vector(F(), derivative(F(), x), derivative(F(), x, x));
  double result = 0;
  for (derivative_case const& c : cases) {
    double const value = all(x = opaque(c.x))[order];
    double const off = excess(value, c.derivative[order], c.derivative[order + 1], c.x);
    CAPTURE(to_string(f).view(), order, c.x, value, c.derivative[order]);
    CHECK(off <= 8);
    result = off <= result ? result : off;
  }
  return result;
}

}  // namespace

#define LEIBNIZ_DERIVATIVES(name)                                                              \
  TEST_CASE("derivatives of " #name) {                                                         \
    double const errors[] = {worst(name(x), name##_cases, 0), worst(name(x), name##_cases, 1), \
                             worst(name(x), name##_cases, 2)};                                 \
    UNSCOPED_INFO("worst " << errors[0] << ", " << errors[1] << ", " << errors[2]);            \
    CHECK(errors[0] <= 8);                                                                     \
  }
LEIBNIZ_DERIVATIVES(silu)
LEIBNIZ_DERIVATIVES(log_sigmoid)
LEIBNIZ_DERIVATIVES(mish)
LEIBNIZ_DERIVATIVES(log_cosh)
LEIBNIZ_DERIVATIVES(gelu)
LEIBNIZ_DERIVATIVES(gelu_tanh)
LEIBNIZ_DERIVATIVES(normal_pdf)
LEIBNIZ_DERIVATIVES(normal_cdf)
LEIBNIZ_DERIVATIVES(logit)
LEIBNIZ_DERIVATIVES(lgamma)
LEIBNIZ_DERIVATIVES(tgamma)
LEIBNIZ_DERIVATIVES(digamma)
LEIBNIZ_DERIVATIVES(sinc)
LEIBNIZ_DERIVATIVES(sinpi)

TEST_CASE("derivatives at 0 and far out are numbers") {
  static constexpr auto f =
      vector(sinc(x), derivative(sinc(x), x), derivative(sinc(x), x, x), derivative<4>(sinc(x), x));
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = f(x = opaque(0.0));
    return r[0] == 1 && r[1] == 0 && near(r[2], -1.0 / 3, 2) && near(r[3], 0.2, 4);
  });
  static constexpr auto far =
      vector(derivative(silu(x), x), derivative(gelu(x), x), derivative(gelu_tanh(x), x),
             derivative(mish(x), x), derivative(log_cosh(x), x), derivative(softplus(x), x));
  LEIBNIZ_CHECK_BOTH([] {
    for (double const at : {1e300, 1e160, 1e4})
      for (double const d : far(x = opaque(at)))
        if (d != 1) return false;
    return true;
  });
  LEIBNIZ_CHECK_BOTH([] {
    auto const left = far(x = opaque(-1e200));
    return left[0] == 0 && left[1] == 0 && left[2] == 0 && left[3] == 0 && left[4] == -1;
  });
}
