// A call without destinations.
// expect: leibniz::call: the last argument names the destinations: lz::out\(value, ...\)
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

double all(std::array<double, 2> const& p) {
  double value = 0;
#ifdef LEIBNIZ_OK
  lz::call(f, p, lz::out(value));
#else
  lz::call(f, p);
#endif
  return value;
}
