// A matrix where a vector belongs: in which order its elements would be taken is anyone's guess.
// expect: "input".*"1".*"of shape R<n> is a vector:".*"take a row or column of it"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<6>>([](auto const& p) { return p[0] * p[5]; });

/// A matrix as Eigen's say what they are.
template <bool ByRows> struct table {
  static constexpr bool IsVectorAtCompileTime = false, IsRowMajor = ByRows;
  static constexpr int RowsAtCompileTime = 2, ColsAtCompileTime = 3, SizeAtCompileTime = 6,
                       InnerStrideAtCompileTime = 1;
  double elements[6];
  double* data() { return elements; }
  double const* data() const { return elements; }
  int size() const { return 6; }
  int innerSize() const { return ByRows ? 3 : 2; }
  int innerStride() const { return 1; }
  int outerStride() const { return innerSize(); }
  double operator()(int i, int j) const { return elements[ByRows ? 3 * i + j : i + 2 * j]; }
  double operator[](int i) const { return elements[i]; }
};
double value(table<false> const& a) {
#ifdef LEIBNIZ_OK
  return f(a.elements);
#else
  return f(a);
#endif
}
