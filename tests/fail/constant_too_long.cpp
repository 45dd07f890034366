// A _c constant of too many digits.
// expect: leibniz: a _c constant has at most 38 digits
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

#ifdef LEIBNIZ_OK
constexpr auto c = 3.1415926535897932384626433832795028842_c;
#else
constexpr auto c = 3.141592653589793238462643383279502884197_c;
#endif
