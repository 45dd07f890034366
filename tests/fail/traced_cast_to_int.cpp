// Casts a traced value to int.
// expect: leibniz: a traced value cast to a number: its value is not known while the function is differentiated; keep it as it is, with auto
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) {
  auto const square = p[0] * p[0];
  return square * p[1];
});
#else
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) {
  auto const square = static_cast<int>(p[0] * p[0]);
  return square * p[1];
});
#endif

constexpr auto r = lz::gradient(h)(std::array{1.0, 2.0});
