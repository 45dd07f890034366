// A batch whose header is not included.
// expect: leibniz::map<Batch>: the batch is a vector type that the library knows: include
#include <array>
#include <vector>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr auto g = x * x;

struct my_batch {};
void all(std::vector<double> const& xs, std::vector<double>& values) {
#ifdef LEIBNIZ_OK
  lz::map(g, x = xs, lz::out(values));
#else
  lz::map<my_batch>(g, x = xs, lz::out(values));
#endif
}
