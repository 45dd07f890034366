// A _c constant of too many digits.
// expect: leibniz: a _c constant is a decimal number of at most 17 digits
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

#ifdef LEIBNIZ_OK
constexpr auto c = 12345678901234567_c;
#else
constexpr auto c = 1234567890123456789_c;
#endif
