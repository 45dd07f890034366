// Calls what cannot be computed while compiling. The second error and its notes are the compiler's reason.
// expect: leibniz::function: the code cannot run while compiling, as the next error says: write constexpr before the functions that it calls, stay inside arrays, end loops and recursions, return no reference to a local variable; and if it names a limit, raise it
// errors: 4
#include <array>
#include <cstdlib>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) { return p[0] * 0.5; });
#else
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) { return p[0] * std::rand(); });
#endif

constexpr auto r = lz::gradient(h)(std::array{1.0, 2.0});
