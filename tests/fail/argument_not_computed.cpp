// An expression of another library where a number belongs.
// expect: "argument is not computed yet:".*"x".*"end the expression with .eval\(\)"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;

/// What libraries such as Eigen make of a sum of two arrays: it is computed when it is assigned.
struct sum {
  double const &a, &b;
  double eval() const { return a + b; }
  friend double operator*(sum const& x, sum const& y) { return x.eval() * y.eval(); }
};
double square(double a, double b) {
#ifdef LEIBNIZ_OK
  return (x * x)(x = sum{a, b}.eval());
#else
  return (x * x)(x = sum{a, b});
#endif
}
