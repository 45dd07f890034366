// A loop without an end. The second error and its notes are the compiler's reason.
// expect: leibniz::function: the code cannot run while compiling, as the next error says: write constexpr before the functions that it calls, stay inside arrays, end loops and recursions, return no reference to a local variable; and if it names a limit, raise it
// errors: 3
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) {
  auto t = p[0];
  for (int i = 0; i < 8; ++i) t = t * p[1];
  return t;
});
#else
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) {
  auto t = p[0];
  for (int i = 0; i < 8; i = 1 - i) t = t * p[1];
  return t;
});
#endif

constexpr auto g = lz::gradient(h);
