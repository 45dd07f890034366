// % on a formula.
// expect: leibniz: % is for integers: write fmod\(x, 2_c\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr lz::variable<"x"> x;

#ifdef LEIBNIZ_OK
constexpr auto f = fmod(x, 2_c);
#else
constexpr auto f = x % 2;
#endif
