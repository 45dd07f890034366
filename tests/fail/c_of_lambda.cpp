// C text of a lambda.
// expect: leibniz::to_c: this is not written in C: give a formula, an lz::vector, an lz::function, or a verb of these
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto code = [](auto const& p) { return p[0] * p[1]; };

#ifdef LEIBNIZ_OK
constexpr auto c = lz::to_c(lz::function<lz::R<2>>(code), "f");
#else
constexpr auto c = lz::to_c(code, "f");
#endif
