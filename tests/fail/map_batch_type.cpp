// A batch of doubles for arrays of floats.
// expect: leibniz::map<Batch>: the batch is of another number type than the arguments: 2.0 is a double, 2.0f a float
#include <array>
#include <vector>

#include <leibniz/interop/std_simd.hpp>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr auto g = x * x;
using batch = std::experimental::native_simd<double>;

void all() {
#ifdef LEIBNIZ_OK
  std::vector<double> values(4);
  lz::map<batch>(g, x = std::vector<double>(4), lz::out(values));
#else
  std::vector<double> values(4);
  lz::map<batch>(g, x = std::vector<float>(4), lz::out(values));
#endif
}
