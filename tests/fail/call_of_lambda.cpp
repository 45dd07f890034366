// A lambda that is no lz::function.
// expect: leibniz::call: the first argument is a formula, a function or a verb of one, such as gradient: make a lambda a function, lz::function<lz::R<2>>
#include <array>
#include <vector>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

void one(std::array<double, 2> const& p, double& value) {
#ifdef LEIBNIZ_OK
  lz::call(f, p, lz::out(value));
#else
  lz::call([](auto const& q) { return q[0] * q[1]; }, p, lz::out(value));
#endif
}
