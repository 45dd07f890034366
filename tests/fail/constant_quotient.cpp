// A quotient of constants that no double can hold.
// expect: leibniz: the quotient of two _c constants does not fit 128 bits, or no double
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

#ifdef LEIBNIZ_OK
constexpr auto c = 1e-15_c / 10000000000000001_c;
#else
constexpr auto c = 1e-300_c / 1e300_c;
#endif
