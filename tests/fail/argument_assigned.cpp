// A statement that looks as if it set a variable: in a build where warnings are errors.
// expect: sets nothing
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;

double square() {
#pragma GCC diagnostic error "-Wunused-result"
#ifdef LEIBNIZ_OK
  return (x * x)(x = 2.0);
#else
  x = 2.0;
  return (x * x)(x = 2.0);
#endif
}
