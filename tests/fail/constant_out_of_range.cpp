// A _c constant of too many digits.
// expect: _c
// expect: 17 digits
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

#ifdef LEIBNIZ_OK
constexpr auto c = 12345678901234567_c;
#else
constexpr auto c = 1234567890123456789_c;
#endif
