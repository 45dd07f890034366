// A lambda that captures.
// expect: leibniz::function: the lambda captures a value: pass it as a passive input, lz::passive<lz::R<>>, or make it a constexpr constant
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
double slope(double at) {
  constexpr double rate = 0.5;
  auto const h = lz::function<lz::R<>>([](auto const& t) { return rate * lz::square(t); });
  return lz::gradient(h)(at).gradient;
}
#else
double slope(double at) {
  double const rate = at / 2;
  auto const h = lz::function<lz::R<>>([rate](auto const& t) { return rate * lz::square(t); });
  return lz::gradient(h)(at).gradient;
}
#endif
