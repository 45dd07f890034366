// A formula that can be lowered, and whose Hessian is too large to be derived. (With the compilers' limits as they are
// that takes more nodes.)
// expect: error<.*"nodes of the formula:".*"304".*"too many for this limit:".*"leibniz::leibniz"
// expect-gnu: "-fconstexpr-ops-limit"
// expect-clang: "-fconstexpr-steps"
// flags-gnu: -fconstexpr-ops-limit=3000000
// flags-clang: -fconstexpr-steps=300000
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr int terms = 3;
#else
constexpr int terms = 100;
#endif

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::variable<"z"> z;

template <int N> constexpr auto chain() {
  if constexpr (N == 0) return x * z;
  else return sin(chain<N - 1>() * y + z);
}
constexpr auto h = lz::hessian(chain<terms>());
double value(double a, double b, double c) { return h(x = a, y = b, z = c).hessian(x, y); }
