// Keeps a traced value in a double. The message is the compiler's own.
// expect: traced
// expect: double
// errors: 3
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) {
  auto const square = p[0] * p[0];
  return square * p[1];
});
#else
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) {
  double const square = p[0] * p[0];
  return square * p[1];
});
#endif

constexpr auto r = lz::gradient(h)(std::array{1.0, 2.0});
