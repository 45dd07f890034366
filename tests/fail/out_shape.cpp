// A destination of the wrong shape.
// expect: "columns of destination".*"3".*"are".*"3".*"and must be".*"2"
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

double all(std::array<double, 2> const& p) {
  double value = 0;
#ifdef LEIBNIZ_OK
  double gradient[2], hessian[2][2];
  lz::call(lz::hessian(f), p, lz::out(value, gradient, hessian));
#else
  double gradient[2], hessian[2][3];
  lz::call(lz::hessian(f), p, lz::out(value, gradient, hessian));
#endif
  return value;
}
