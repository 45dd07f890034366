// Keeps a comparison of traced values in a bool.
// expect: leibniz: a comparison of traced values as a bool, as in `if`, `\?:`, `while`, `for`: its value is not known while the function is differentiated; write lz::where\(condition, a, b\), and let a loop end by a plain number
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) {
  auto const positive = p[0] > 0;
  return lz::where(positive, p[0], p[1]);
});
#else
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) {
  bool const positive = p[0] > 0;
  return positive ? p[0] : p[1];
});
#endif

constexpr auto r = lz::gradient(h)(std::array{1.0, 2.0});
