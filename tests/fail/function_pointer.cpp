// The address of a function instead of a lambda.
// expect: leibniz::function: needs a lambda, not a function: \[\]\(auto const& p\) \{ return f\(p\); \}
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto plain(lz::traced const& t) { return t * t; }

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<>>([](auto const& t) { return plain(t); });
#else
constexpr auto h = lz::function<lz::R<>>(plain);
#endif

constexpr auto r = lz::gradient(h)(2.0);
