// A formula that is too large to be lowered. (With the compilers' limits as they are that takes thousands of nodes, and
// the test a minute.)
// expect: error<.*"nodes of the formula:".*"2002".*"too many for this limit:".*"leibniz::leibniz"
// expect-gnu: "-fconstexpr-ops-limit"
// expect-clang: "-fconstexpr-steps"
// flags-gnu: -fconstexpr-ops-limit=3000000
// flags-clang: -fconstexpr-steps=350000
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr int terms = 10;
#else
constexpr int terms = 400;
#endif

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;

template <int N> constexpr auto chain() {
  if constexpr (N == 0) return x;
  else return cos(sin(chain<N - 1>() * y) - x) + y;
}
constexpr auto f = chain<terms>();
double value(double a, double b) { return f(x = a, y = b); }
