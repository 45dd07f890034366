// Rows of a wrong length in a std::vector.
// expect: "columns of input".*"1".*"are".*"3".*"and must be".*"2"
#include <array>
#include <vector>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<2, 2>>([](auto const& a) { return a(0, 0) * a(1, 1); });

#ifdef LEIBNIZ_OK
using row = std::array<double, 2>;
#else
using row = std::array<double, 3>;
#endif
double value(std::vector<row> const& rows) { return f(rows); }
