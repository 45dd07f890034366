// Fewer directions than the product was made for.
// expect: "calls of lz::direction:".*"1".*"directions in lz::jvp<K>, hvp<K>:".*"2"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
constexpr lz::variable<"x"> x;

double slope() {
#ifdef LEIBNIZ_OK
  return lz::jvp<2>(x * x, lz::wrt(x))(x = 1.0, lz::direction(x = 1.0), lz::direction(x = 2.0))
      .value;
#else
  return lz::jvp<2>(x * x, lz::wrt(x))(x = 1.0, lz::direction(x = 1.0)).value;
#endif
}
