// lz::same in a call for one point.
// expect: "lz::same is for lz::map:".*"x".*"write the value alone"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;

double square(double at) {
#ifdef LEIBNIZ_OK
  return (x * x)(x = at);
#else
  return (x * x)(x = lz::same(at));
#endif
}
