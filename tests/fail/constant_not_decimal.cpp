// A binary _c constant.
// expect: leibniz: a _c constant is a decimal or hexadecimal number
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

#ifdef LEIBNIZ_OK
constexpr auto c = 0x1f_c;
#else
constexpr auto c = 0b11111_c;
#endif
