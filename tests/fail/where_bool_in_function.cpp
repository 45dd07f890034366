// A bool as the condition of where in a function.
// expect: leibniz::where: the condition is a bool, not a formula: compare formulas with <, <=, >, >= or with lz::equal_to\(a, b\), lz::not_equal_to\(a, b\) \(== and != compare symbolically\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<>>([](auto const& p) { return lz::where(p > 0, p, -p); });
#else
constexpr auto h = lz::function<lz::R<>>([](auto const& p) { return lz::where(2 > 1, p, -p); });
#endif

constexpr auto r = lz::gradient(h)(2.0);
