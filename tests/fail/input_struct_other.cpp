// A struct that is not the one of the shape.
// expect: "input".*"1".*"of shape lz::like<S> is an".*"S<double>".*"this struct has other members"
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

template <class T> struct state {
  T x, v;
};
template <class T> struct other {
  T x, v, w;
};
constexpr auto f = lz::function<lz::like<state>>([](auto const& s) { return s.x * s.v; });

#ifdef LEIBNIZ_OK
constexpr auto r = lz::gradient(f)(state<double>{1, 2});
#else
constexpr auto r = lz::gradient(f)(other<double>{1, 2, 3});
#endif
