// A struct with a member that is no T cannot be an input.
// expect: leibniz::like: a member of the struct is not made of its template parameter
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

template <class T> struct mixed {
  T x;
#ifdef LEIBNIZ_OK
  T v;
#else
  double v;
#endif
};
constexpr auto f = lz::function<lz::like<mixed>>([](auto const& s) { return s.x * s.v; });
constexpr auto r = lz::gradient(f)(mixed<double>{1, 2});
