// Columns of a Hessian.
// expect: leibniz::hessian: the columns of a Hessian are its rows: ask for lz::rows<...>
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<3>>([](auto const& p) { return p[0] * p[1] * p[2]; });

#ifdef LEIBNIZ_OK
constexpr auto h = lz::hessian(f, lz::rows<1>{})(std::array{1.0, 2.0, 3.0});
#else
constexpr auto h = lz::hessian(f, lz::columns<1>{})(std::array{1.0, 2.0, 3.0});
#endif
