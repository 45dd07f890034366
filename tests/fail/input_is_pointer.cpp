// A pointer for an input that is one number.
// expect: "input".*"1".*"of shape R<> is one number"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto h = lz::function<lz::R<>>([](auto const& t) { return t * t; });

#ifdef LEIBNIZ_OK
double slope(double const* t) { return lz::gradient(h)(*t).gradient; }
#else
double slope(double const* t) { return lz::gradient(h)(t).gradient; }
#endif
