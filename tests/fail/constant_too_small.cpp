// A _c constant that would be 0 as a double.
// expect: leibniz: a _c constant is a number in the range of double: 0, or from 4.9e-324 to 1.8e308
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

#ifdef LEIBNIZ_OK
constexpr auto c = 4.9406564584124654e-324_c;
#else
constexpr auto c = 1e-324_c;
#endif
