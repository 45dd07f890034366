// C text without the name of the function.
// expect: leibniz::to_c: name the C function, by a string literal: lz::to_c\(f, "f"\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr lz::variable<"x"> x;

#ifdef LEIBNIZ_OK
constexpr auto c = lz::to_c(x * x, "f");
#else
constexpr auto c = lz::to_c(x * x);
#endif
