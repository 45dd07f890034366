// A recursion without an end. The second error and its notes are the compiler's reason.
// expect: leibniz::function: the code cannot run while compiling, as the next error says: write constexpr before the functions that it calls, stay inside arrays, end loops and recursions, return no reference to a local variable; and if it names a limit, raise it
// errors: 3
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
template <class T> constexpr T nested(T const& t, int n) {
  return n == 0 ? t : T(nested(t, n - 1) * t);
}
#else
template <class T> constexpr T nested(T const& t, int n) { return nested(t, n - 1) * t; }
#endif

constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return nested(p[0], 5) * p[1]; });
constexpr auto g = lz::gradient(f);
