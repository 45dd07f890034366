// A gradient is checked in place of a Jacobian.
// expect: leibniz::check_jacobian: takes a whole Jacobian and the arguments of its call
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

#ifdef LEIBNIZ_OK
constexpr double error = lz::check_jacobian(lz::jacobian(f), std::array{1.0, 2.0}).error;
#else
constexpr double error = lz::check_jacobian(lz::gradient(f), std::array{1.0, 2.0}).error;
#endif
