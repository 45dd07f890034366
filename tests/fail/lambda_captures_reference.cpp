// A lambda that captures by reference.
// expect: leibniz::function: the lambda captures a value: pass it as a passive input, lz::passive<lz::R<>>, or make it a constexpr constant
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
