// The Jacobian of a lambda.
// expect: leibniz: what stands here is no formula: .*make a function of a lambda
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto code = [](auto const& p) { return p[0] * p[1]; };

#ifdef LEIBNIZ_OK
constexpr auto j = lz::jacobian(lz::function<lz::R<2>>(code));
#else
constexpr auto j = lz::jacobian(code);
#endif
