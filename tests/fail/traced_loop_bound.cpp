// A loop whose bound is an input.
// expect: leibniz: a comparison of traced values as a bool, as in `if`, `\?:`, `while`, `for`: its value is not known while the function is differentiated; write lz::where\(condition, a, b\), and let a loop end by a plain number
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) {
  auto t = p[0];
  for (int i = 0; i < 8; ++i) t = lz::where(i < p[1], t * t, t);
  return t;
});
#else
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) {
  auto t = p[0];
  for (int i = 0; i < p[1]; ++i) t = t * t;
  return t;
});
#endif

constexpr auto r = lz::gradient(h)(std::array{1.0, 2.0});
