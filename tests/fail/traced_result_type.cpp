// A function that returns neither a scalar nor an array of them.
// expect: leibniz::function: the lambda must return a scalar, a std::array of scalars or an lz::matrix
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) { return std::array{p[0], p[1]}; });
#else
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) {
  struct {
    lz::traced a, b;
  } result{p[0], p[1]};
  return result;
});
#endif

constexpr auto r = h(std::array{1.0, 2.0});
