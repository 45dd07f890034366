// First and second derivatives of the rows with partials of their own making, against values with 140 digits: as accurate
// as a rounding of the argument lets them be. Second ones that go through sigmoid' = y (1 - y) are so against 1 + |x|.
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
double excess(double value, double exact, double slope, double at, double against) {
  double const error = std::fabs(value - exact), epsilon = std::numeric_limits<double>::epsilon();
  double const unavoidable = epsilon * (std::fabs(exact) + std::fabs(at * slope) + against) +
                             std::numeric_limits<double>::denorm_min();
  return error / unavoidable;
}

template <class F, std::size_t N>
double worst(F const& f, derivative_case const (&cases)[N], unsigned order, double against = 0) {
  constexpr auto all = vector(F(), derivative(F(), x), derivative(F(), x, x));
  double result = 0;
  for (derivative_case const& c : cases) {
    double const value = all(x = opaque(c.x))[order];
    double const off = excess(value, c.derivative[order], c.derivative[order + 1], c.x,
                              against * (1 + std::fabs(c.x)));
    INFO(to_string(f).view() << ", order " << order << " at " << c.x << ": " << value << " for "
                             << c.derivative[order] << ", off by " << off);
    CHECK(off <= 8);
    result = off <= result ? result : off;
  }
  return result;
}

}  // namespace

#define LEIBNIZ_DERIVATIVES(name, against)                                                         \
  TEST_CASE("derivatives of " #name) {                                                             \
    double const value = worst(name(x), name##_cases, 0), first = worst(name(x), name##_cases, 1), \
                 second = worst(name(x), name##_cases, 2, against);                                \
    INFO("worst " << value << ", " << first << ", " << second);                                    \
    CHECK((value <= 8 && first <= 8 && second <= 8));                                              \
  }
LEIBNIZ_DERIVATIVES(silu, 1)
LEIBNIZ_DERIVATIVES(log_sigmoid, 1)
LEIBNIZ_DERIVATIVES(mish, 1)
LEIBNIZ_DERIVATIVES(log_cosh, 1)
LEIBNIZ_DERIVATIVES(gelu, 0)
LEIBNIZ_DERIVATIVES(gelu_tanh, 1)
LEIBNIZ_DERIVATIVES(normal_pdf, 0)
LEIBNIZ_DERIVATIVES(normal_cdf, 0)
LEIBNIZ_DERIVATIVES(logit, 0)
LEIBNIZ_DERIVATIVES(lgamma, 0)
LEIBNIZ_DERIVATIVES(tgamma, 0)
LEIBNIZ_DERIVATIVES(digamma, 0)
LEIBNIZ_DERIVATIVES(sinc, 0)
LEIBNIZ_DERIVATIVES(sinpi, 0)

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
