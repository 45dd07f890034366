// A matrix as one component of points.
// expect: "array".*"2".*"of lz::components is a matrix:".*"take one of its rows or columns"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

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
void all(double const (&xs)[6], table<false> const& ys, double (&values)[6]) {
#ifdef LEIBNIZ_OK
  lz::map(f, lz::components(xs, ys.elements), lz::out(values));
#else
  lz::map(f, lz::components(xs, ys), lz::out(values));
#endif
}
