// SPDX-License-Identifier: BSL-1.0
// lz::map over every number of points around the number of lanes, in arrays that end where the last point does, and
// lz::call: run under AddressSanitizer, which sees each number read or written beyond.
#include <cmath>
#include <cstdio>
#include <memory>
#include <span>

#include <leibniz/interop/std_simd.hpp>
#include <leibniz/interop/twice.hpp>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = where(x > 0_c, x* y, sqrt(y)) + x / y;
constexpr auto turned = lz::function<lz::R<2>, lz::R<>>([](auto const& p, auto const& t) {
  return std::array{p[0] * t - p[1], where(p[1] > t, p[0], p[1] * t)};
});

int failures = 0;
void check(bool holds, char const* what, std::size_t points) {
  if (holds) return;
  std::fprintf(stderr, "%s of %zu points\n", what, points);
  ++failures;
}
template <class T> bool close(T a, T b) {
  return std::abs(a - b) <= 8 * std::numeric_limits<T>::epsilon() * (1 + std::abs(b));
}

/// An array of its own on the heap, `length` long.
template <class T> struct exact {
  std::shared_ptr<T[]> memory;  // a copy is a view
  std::size_t length;
  explicit exact(std::size_t n) : memory(new T[n]()), length(n) {}
  T* data() const { return memory.get(); }
  std::size_t size() const { return length; }
  T& operator[](std::size_t i) const { return memory[i]; }
};
/// Every third number of one that ends with the last of them, as a row of a matrix of Eigen.
template <class T> struct thirds {
  static constexpr int InnerStrideAtCompileTime = -1;
  exact<T> all;
  explicit thirds(std::size_t n) : all(n == 0 ? 0 : 3 * n - 2) {}
  T* data() const { return all.data(); }
  std::size_t size() const { return (all.size() + 2) / 3; }
  int innerStride() const { return 3; }
  T& operator[](std::size_t i) const { return all[3 * i]; }
};
template <class T> struct pair {
  T a, b;
};

/// Inputs and results in arrays As, by Batch.
template <class Batch, template <class> class As, class T> void map_formulas(std::size_t n) {
  As<T> const xs(n), ys(n);
  As<T> values(n), by_x(n), by_y(n), second(n);
  for (std::size_t i = 0; i < n; ++i) {
    xs[i] = static_cast<T>(i % 3) - 1;
    ys[i] = static_cast<T>(i) / 4 + 1;
  }
  lz::map<Batch>(lz::gradient(f), x = xs, y = ys, lz::out(values, lz::components(by_x, by_y)));
  lz::map<Batch>(lz::jvp(f, lz::wrt(x)), x = xs, y = lz::same(T(2)), lz::direction(x = ys),
                 lz::out(second, by_x));
  for (std::size_t i = 0; i < n; ++i) {
    auto const at = lz::gradient(f)(x = xs[i], y = ys[i]);
    auto const along = lz::jvp(f, lz::wrt(x))(x = xs[i], y = T(2), lz::direction(x = ys[i]));
    check(close(values[i], at.value) && close(by_y[i], at[y]), "gradient", n);
    check(close(second[i], along.value) && close(by_x[i], along.tangent), "jvp", n);
  }
}
template <class Batch, template <class> class As, class T> void map_functions(std::size_t n) {
  exact<std::array<T, 2>> points(n), values(n);
  exact<pair<T>> structs(n);
  As<T> ts(n), first(n), second(n);
  exact<lz::matrix<T, 2, 3>> jacobians(n);
  exact<long double> whole(n);
  exact<int> integers(n);
  for (std::size_t i = 0; i < n; ++i) {
    points[i] = {static_cast<T>(i) / 2, 3 - static_cast<T>(i)};
    structs[i] = {points[i][0], points[i][1]};
    ts[i] = static_cast<T>(i % 5) - 2;
    integers[i] = static_cast<int>(i);
  }
  lz::map<Batch>(lz::jacobian(turned), points, ts, lz::out(values, jacobians));
  lz::map<Batch>(turned, structs, ts, lz::out(lz::components(first, second)));
  lz::map<Batch>(x * y, x = integers, y = ts, lz::out(whole));
  for (std::size_t i = 0; i < n; ++i) {
    auto const at = lz::jacobian(turned)(points[i], ts[i]);
    check(at.value == values[i] && at.jacobian == jacobians[i], "Jacobian", n);
    check(first[i] == values[i][0] && second[i] == values[i][1], "function", n);
    check(whole[i] == static_cast<long double>(static_cast<T>(i) * ts[i]), "product", n);
  }
}
template <class Batch, class T> void map_all(std::size_t lanes) {
  for (std::size_t n = 0; n <= 2 * lanes + 1; ++n) {
    map_formulas<Batch, exact, T>(n);
    map_functions<Batch, thirds, T>(n);
  }
}

/// A matrix by columns in a larger one, that ends with its last element.
struct block {
  static constexpr bool IsVectorAtCompileTime = false, IsRowMajor = false;
  static constexpr int InnerStrideAtCompileTime = 1;
  static constexpr std::size_t rows = 3, columns = 4, apart = 5;
  exact<double> all{(columns - 1) * apart + rows};
  double* data() const { return all.data(); }
  std::size_t size() const { return rows * columns; }
  std::size_t innerSize() const { return rows; }
  int innerStride() const { return 1; }
  std::size_t outerStride() const { return apart; }
  double& at(std::size_t k) const { return all[k / rows * apart + k % rows]; }
};
template <class Batch> void map_blocks() {
  block const from, to;
  exact<double> values(from.size());
  for (std::size_t k = 0; k < from.all.size(); ++k) from.all[k] = static_cast<double>(k) - 2;
  lz::map<Batch>(x * x, x = from, lz::out(to));
  lz::map<Batch>(x + x, x = from, lz::out(values));
  for (std::size_t k = 0; k < values.size(); ++k) {
    check(to.at(k) == from.at(k) * from.at(k), "block", k);
    check(values[k] == 2 * from.at(k), "block", k);
  }
  check(to.all[3] == 0 && to.all[4] == 0, "what is between the columns", 0);
}

/// Every formula form of lz::call, into memory that is just long enough.
void call_formulas() {
  exact<double> one(1), two(2), four(4), three(3);
  lz::call(f, x = 1.0, y = 4.0, lz::out(one[0]));
  check(one[0] == 4.25, "call", 1);
  lz::call(lz::vector(f, x, y), x = 1.0, y = 4.0, lz::out(three));
  check(three[0] == 4.25 && three[1] == 1 && three[2] == 4, "call of a vector", 1);
  lz::call(lz::gradient(f), x = 1.0, y = 4.0, lz::out(one[0], two));
  check(two[0] == 4.25 && two[1] == 1 - 1.0 / 16, "call of a gradient", 1);
  lz::call(lz::hessian(f), x = 1.0, y = 4.0, lz::out(one[0], two, four));
  check(four[1] == 1 - 1.0 / 16 && four[1] == four[2] && four[0] == 0, "call of a Hessian", 1);
  lz::call(lz::jacobian(lz::vector(f, x * y)), x = 1.0, y = 4.0, lz::out(two, four));
  check(four[2] == 4 && four[3] == 1, "call of a Jacobian", 1);
  lz::call(lz::gauss_newton(lz::vector(x * y, y), lz::wrt(x)), x = 2.0, y = 4.0,
           lz::out(two, one, std::span(four.data(), 1)));
  check(one[0] == 32 && four[0] == 16, "call of gauss_newton", 1);
  lz::call(lz::vjp(lz::vector(f, x * y), lz::wrt(y)), x = 2.0, y = 4.0, lz::adjoint(0.0, 1.0),
           lz::out(two, std::span(one.data(), 1)));
  check(one[0] == 2, "call of vjp", 1);
  lz::call(lz::hvp(x * y * y, lz::wrt(x, y)), x = 2.0, y = 4.0, lz::direction(x = 1.0, y = 0.0),
           lz::out(one[0], two, std::span(three.data(), 2)));
  check(three[1] == 8, "call of hvp", 1);
  lz::call(lz::jvp<2>(x * y, lz::wrt(x, y)), x = 2.0, y = 4.0, lz::direction(x = 1.0, y = 0.0),
           lz::direction(x = 0.0, y = 1.0), lz::out(one[0], two));
  check(two[0] == 4 && two[1] == 2, "call of jvp<2>", 1);
  lz::call(lz::compressed(lz::jacobian(lz::vector(x * x, y, x + y))), x = 2.0, y = 4.0,
           lz::out(three, four));
  check(four[0] == 4 && four[3] == 1, "call of compressed", 1);
  lz::call(lz::taylor<3>(x * x, x), x = 3.0, lz::out(three));
  check(three[0] == 9 && three[1] == 6 && three[2] == 1, "call of taylor", 1);
}

}  // namespace

int main() {
  using doubles = std::experimental::native_simd<double>;
  using floats = std::experimental::native_simd<float>;
  map_all<void, float>(2);
  map_all<doubles, double>(doubles::size());
  map_all<lz::twice<floats>, float>(2 * floats::size());
  map_blocks<void>();
  map_blocks<lz::twice<doubles>>();
  call_formulas();
  return failures != 0;
}
