// A lambda that captures by reference.
// expect: captures
// expect: passive
// expect: constexpr
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
double slope(double at, double rate) {
  auto const h = lz::function<lz::R<>, lz::passive<lz::R<>>>(
      [](auto const& t, auto const& r) { return r * lz::square(t); });
  return lz::gradient(h)(at, rate).gradient;
}
#else
double slope(double at, double rate) {
  auto const h = lz::function<lz::R<>>([&](auto const& t) { return rate * lz::square(t); });
  return lz::gradient(h)(at).gradient;
}
#endif
