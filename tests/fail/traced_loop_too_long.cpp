// A loop of the user's own, longer than the compiler allows in one constant evaluation: its error names the limit.
// expect: leibniz::function: the code cannot run while compiling, as the next error says: write constexpr before the functions that it calls, stay inside arrays, end loops and recursions, return no reference to a local variable; and if it names a limit, raise it
// errors: 3
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr int steps = 1000;
#else
constexpr int steps = 2000000;
#endif

constexpr auto f = lz::function<lz::R<2>>([](auto const& p) {
  double sum = 0;
  for (int i = 1; i <= steps; ++i) sum += 1.0 / i;
  return sum * p[0] * p[1];
});
constexpr auto g = lz::gradient(f);
