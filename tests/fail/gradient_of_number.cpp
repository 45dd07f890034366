// The gradient of a number.
// expect: leibniz: a number stands where a formula is needed: write an expression of variables, or the number as a constant \(2_c\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

#ifdef LEIBNIZ_OK
constexpr auto g = lz::gradient(2_c);
#else
constexpr auto g = lz::gradient(2.0);
#endif
