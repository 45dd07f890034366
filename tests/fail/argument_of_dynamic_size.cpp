// An Eigen array, whose size its type does not fix, as a number.
// expect: "argument is an array:".*"x".*"use lz::map\(f, x = ..., lz::out
#include <vector>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr lz::variable<"x"> x;
// What an Eigen::ArrayXd looks like.
struct array {
  static constexpr int SizeAtCompileTime = -1;
  std::vector<double> numbers;
  double const* data() const { return numbers.data(); }
  long size() const { return static_cast<long>(numbers.size()); }
};
array operator*(array const& a, array const&) { return a; }

#ifdef LEIBNIZ_OK
void squares(array const& xs, std::vector<double>& values) {
  lz::map(x * x, x = xs, lz::out(values));
}
#else
auto squares(array const& xs) { return lz::gradient(x * x)(x = xs); }
#endif
