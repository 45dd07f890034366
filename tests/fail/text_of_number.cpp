// The text of a number.
// expect: number
// expect: formula is needed
// expect: 2_c
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

#ifdef LEIBNIZ_OK
constexpr auto t = lz::to_string(2_c);
#else
constexpr auto t = lz::to_string(2.0);
#endif
