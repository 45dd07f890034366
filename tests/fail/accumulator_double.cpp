// A sum in a double.
// expect: leibniz: a traced value is added to \(or multiplied into\) a plain number: declare the accumulator as auto or T, as in `auto s = p\[0\];` or `T s = 0;`, not double
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<3>>([](auto const& p) {
  using T = std::remove_cvref_t<decltype(p[0])>;
#ifdef LEIBNIZ_OK
  T s = 0;
#else
  double s = 0;
#endif
  for (T const& x : p) s += x * x;
  return T(s);
});
constexpr auto r = f(std::array{1.0, 2.0, 3.0});
