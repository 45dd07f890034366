// An Eigen array, whose size its type does not fix, as a number for a function.
// expect: error<.*"input".*"1".*"of shape R<> is one number"
#include <vector>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

// What an Eigen::ArrayXd looks like.
struct array {
  static constexpr int SizeAtCompileTime = -1;
  std::vector<double> numbers;
  double const* data() const { return numbers.data(); }
  long size() const { return static_cast<long>(numbers.size()); }
};
array operator*(array const& a, array const&) { return a; }
constexpr auto h = lz::function<lz::R<>>([](auto const& p) { return p * p; });

#ifdef LEIBNIZ_OK
auto value(array const& xs) { return h(xs.data()[0]); }
#else
auto value(array const& xs) { return h(xs); }
#endif
