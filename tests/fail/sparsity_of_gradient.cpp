// The pattern of a gradient.
// expect: leibniz: this has no matrix, and so no pattern: take lz::jacobian\(f\), whole or some rows of it, or lz::hessian\(f\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto h = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

#ifdef LEIBNIZ_OK
constexpr auto s = lz::sparsity(lz::jacobian(h));
#else
constexpr auto s = lz::sparsity(lz::gradient(h));
#endif
