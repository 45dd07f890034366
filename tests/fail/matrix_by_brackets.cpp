// An entry of a matrix by two pairs of brackets.
// expect: leibniz: an entry of a matrix is read by row and column: m\(i, j\), as in r.jacobian\(i, j\)
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto h =
    lz::function<lz::R<2>>([](auto const& p) { return std::array{p[0] * p[1], p[0]}; });
constexpr auto J = lz::jacobian(h)(std::array{1.0, 2.0}).jacobian;

#ifdef LEIBNIZ_OK
constexpr double entry = J(0, 1);
#else
constexpr double entry = J[0][1];
#endif
