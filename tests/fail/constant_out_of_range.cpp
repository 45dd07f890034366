// A _c constant that is beyond double.
// expect: leibniz: a _c constant is a number in the range of double: 0, or from 4.9e-324 to 1.8e308
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

#ifdef LEIBNIZ_OK
constexpr auto c = 1.7976931348623157e308_c;
#else
constexpr auto c = 1.8e308_c;
#endif
