// A function that returns nothing.
// expect: leibniz::function: the lambda must return a scalar, or a std::array, an lz::matrix, a tuple or a struct of scalars
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });
#else
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) { (void)(p[0] * p[1]); });
#endif

constexpr auto r = lz::gradient(h)(std::array{1.0, 2.0});
