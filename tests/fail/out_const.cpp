// A destination that cannot be written.
// expect: "destination".*"2".*"is const"
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

double all(std::array<double, 2> const& p) {
  double value = 0;
#ifdef LEIBNIZ_OK
  std::array<double, 2> gradient{};
  lz::call(lz::gradient(f), p, lz::out(value, gradient));
#else
  std::array<double, 2> const gradient{};
  lz::call(lz::gradient(f), p, lz::out(value, gradient));
#endif
  return value;
}
