// The gradient of a function all of whose inputs are passive.
// expect: leibniz::gauss_newton: every input is passive, there is nothing to differentiate by: take lz::passive off one of them
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto g =
    lz::gauss_newton(lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; }));
constexpr auto r = g(std::array{1.0, 2.0});
#else
constexpr auto g = lz::gauss_newton(
    lz::function<lz::passive<lz::R<2>>>([](auto const& p) { return p[0] * p[1]; }));
constexpr auto r = g(std::array{1.0, 2.0});
#endif
