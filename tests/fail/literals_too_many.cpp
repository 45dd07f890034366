// A formula that holds 512 plain numbers.
// expect: leibniz: a formula holds more than 256 plain literals \(each use of a part counts again\): write them as constants \(2_c\) or use lz::function
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto a = x + 1_c;
#else
constexpr auto a = x + 1;
#endif

constexpr auto b = a * a * a * a * a * a * a * a;
constexpr auto c = b * b * b * b * b * b * b * b;
constexpr auto d = c * c * c * c * c * c * c * c;
constexpr double value = d(x = 1.0);
