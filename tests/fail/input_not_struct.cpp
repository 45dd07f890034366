// A number where a struct belongs.
// expect: "input".*"1".*"of shape lz::like<S> is a struct,".*"an S<double>"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

template <class T> struct state {
  T x, v;
};
constexpr auto f = lz::function<lz::like<state>>([](auto const& s) { return s.x * s.v; });

#ifdef LEIBNIZ_OK
constexpr auto r = lz::gradient(f)(state<double>{1, 2});
#else
constexpr auto r = lz::gradient(f)(1.0);
#endif
