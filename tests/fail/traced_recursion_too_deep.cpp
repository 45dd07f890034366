// Recursion in the user's function, deeper than the compiler allows in a constant evaluation: its error names the limit.
// expect: leibniz::function: the code cannot run while compiling, as the next error says: write constexpr before the functions that it calls, stay inside arrays, end loops and recursions, return no reference to a local variable; and if it names a limit, raise it
// errors: 3
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr int depth = 100;
#else
constexpr int depth = 600;
#endif

template <class T> constexpr T nested(T const& x, int n) {
  return n == 0 ? x : T(sin(nested(x, n - 1)));
}
constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return nested(p[0], depth) * p[1]; });
constexpr auto g = lz::gradient(f);
