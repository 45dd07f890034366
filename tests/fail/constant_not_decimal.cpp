// A hexadecimal _c constant.
// expect: leibniz: a _c constant is a decimal number of at most 17 digits
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

#ifdef LEIBNIZ_OK
constexpr auto c = 31_c;
#else
constexpr auto c = 0x1f_c;
#endif
