// Matrices one of which is stored by rows, the other by columns: element would not meet element.
// expect: "matrices stored in two orders:".*"destination".*"1".*"and one before:".*"use columns or rows for all"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<>>([](auto const& t) { return t * t; });

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
#ifdef LEIBNIZ_OK
using result = table<false>;
#else
using result = table<true>;
#endif
void all(table<false> const& ts, result& values) { lz::map(f, ts, lz::out(values)); }
