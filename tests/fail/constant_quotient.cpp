// A quotient of constants that is no fraction of 64 bit numbers.
// expect: leibniz: the quotient of two _c constants does not fit 64 bits
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

#ifdef LEIBNIZ_OK
constexpr auto c = 1_c / 10000000000_c;
#else
constexpr auto c = 1e-15_c / 10000000000000001_c;
#endif
