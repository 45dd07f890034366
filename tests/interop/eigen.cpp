// SPDX-License-Identifier: BSL-1.0
// Eigen's vectors, matrices and maps as arguments, as destinations, and as views of results.
#include "leibniz/interop/eigen.hpp"

#include <Eigen/SparseLU>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using lz::test::opaque;

namespace {

constexpr auto f = lz::function<lz::R<3>, lz::R<2, 3>>([](auto const& v, auto const& a) {
  auto sum = v[0] * 0.0;
  for (int i = 0; i < 2; ++i) {
    auto row = v[0] * 0.0;
    for (int j = 0; j < 3; ++j) row += a(i, j) * sin(v[static_cast<std::size_t>(j)]);
    sum += row * row;
  }
  return sum;
});
constexpr auto of_vector = lz::function<lz::R<3>>(
    [](auto const& v) { return std::array{v[0] * v[1], sin(v[2]), v[0] + v[2] * v[2]}; });
constexpr auto of_matrix =
    lz::function<lz::R<2, 2>>([](auto const& a) { return a(0, 0) * a(1, 1) - a(0, 1) * a(1, 0); });
// tridiagonal: Newton's method solves v[i]^3 + 4 v[i] - v[i-1] - v[i+1] = 1
constexpr auto chain = lz::function<lz::R<6>>([](auto const& v) {
  std::array<std::remove_cvref_t<decltype(v[0])>, 6> r{};
  for (std::size_t i = 0; i < 6; ++i) {
    r[i] = lz::cube(v[i]) + 4.0 * v[i] - 1.0;
    if (i > 0) r[i] -= v[i - 1];
    if (i < 5) r[i] -= v[i + 1];
  }
  return r;
});

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::variable<"z"> z;

}  // namespace

TEST_CASE("Eigen objects of fixed and dynamic size, maps and blocks are arguments") {
  Eigen::Vector3d const v(opaque(0.3), -1.2, 2.0);
  Eigen::Matrix<double, 2, 3> a;
  a << 1, 2, 3, 4, 5, 6;
  double const expected = (a * v.array().sin().matrix()).squaredNorm();
  CHECK(f(v, a) == Approx(expected).epsilon(1e-14));
  Eigen::VectorXd const long_v = v;
  Eigen::MatrixXd const large = a;
  Eigen::Matrix<double, 2, 3, Eigen::RowMajor> const by_rows = a;
  CHECK(f(long_v, large) == f(v, a));
  CHECK(f(long_v, by_rows) == f(v, a));
  double const memory[] = {7, 0.3, -1.2, 2.0};
  CHECK(f(Eigen::Map<Eigen::Vector3d const>(memory + 1), large) == f(v, a));
  Eigen::VectorXd padded(5);
  padded << 9, v, 9;
  CHECK(f(padded.segment<3>(1), a) == f(v, a));
  CHECK(f(padded.segment(1, 3), large.block(0, 0, 2, 3)) == f(v, a));
}

TEST_CASE("results are seen as Eigen objects without copies") {
  Eigen::Vector3d const v(opaque(0.3), -1.2, 2.0);
  Eigen::Matrix<double, 2, 3> a;
  a << 1, 2, 3, 4, 5, 6;
  auto r = lz::gradient(f)(v, a);
  auto& by_v = r.gradient[boost::hana::size_c<0>];
  auto& by_a = r.gradient[boost::hana::size_c<1>];
  Eigen::Vector3d const s = v.array().sin(), c = v.array().cos();
  Eigen::Vector3d const expected = 2 * (a.transpose() * (a * s)).cwiseProduct(c);
  CHECK((lz::as_eigen(by_v) - expected).norm() < 1e-13);
  Eigen::Matrix<double, 2, 3> const expected_a = 2 * (a * s) * s.transpose();
  CHECK((lz::as_eigen(by_a) - expected_a).norm() < 1e-13);

  CHECK(lz::as_eigen(by_v).data() == by_v.data());
  CHECK(lz::as_eigen(by_a).data() == by_a.data());
  lz::as_eigen(by_a).row(1).setZero();  // a view can be written to
  CHECK(by_a(1, 2) == 0);
  CHECK(by_a(0, 2) != 0);
  auto const& fixed = by_v;
  STATIC_REQUIRE(std::is_same_v<decltype(lz::as_eigen(fixed)), Eigen::Map<Eigen::Vector3d const>>);
  // of a temporary it is no view
  STATIC_REQUIRE(
      std::is_same_v<decltype(lz::as_eigen(lz::gradient(of_matrix)(Eigen::Matrix2d()).gradient)),
                     Eigen::Matrix<double, 2, 2, Eigen::RowMajor>>);
}

TEST_CASE("Jacobians, Hessians and gradients of formulas") {
  Eigen::Vector3d const v(opaque(0.3), -1.2, 2.0);
  auto const j = lz::jacobian(of_vector)(v);
  Eigen::Matrix3d expected;
  expected << v[1], v[0], 0, 0, 0, std::cos(v[2]), 1, 0, 2 * v[2];
  CHECK((lz::as_eigen(j.jacobian) - expected).norm() < 1e-15);
  CHECK((lz::as_eigen(j.value) - Eigen::Vector3d(-0.36, std::sin(2.0), 4.3)).norm() < 1e-15);

  auto const g = lz::gradient(x * y + sin(z), lz::wrt(z, x, y))(x = 2.0, y = 3.0, z = 0.0);
  CHECK((lz::as_eigen(g) - Eigen::Vector3d(1, 3, 2)).norm() == 0);
  auto h = lz::hessian(x * y + 2 * y * y)(x = 2.0, y = 3.0);
  CHECK((lz::as_eigen(h.hessian) - Eigen::Matrix2d{{0, 1}, {1, 4}}).norm() == 0);
  CHECK(lz::as_eigen(h.hessian).data() == h.hessian.entries.data());
  CHECK(lz::as_eigen(lz::hessian(x * y)(x = 2.0, y = 3.0).hessian)(1, 0) == 1);
}

TEST_CASE("call writes to Eigen objects") {
  Eigen::Vector3d const v(opaque(0.3), -1.2, 2.0);
  Eigen::Matrix<double, 2, 3> a;
  a << 1, 2, 3, 4, 5, 6;
  auto const r = lz::gradient(f)(v, a);
  auto const& by_v = r.gradient[boost::hana::size_c<0>];
  auto const& by_a = r.gradient[boost::hana::size_c<1>];

  double value = 0;
  Eigen::VectorXd to_v(3);
  Eigen::MatrixXd to_a(2, 3);
  lz::call(lz::gradient(f), v, a, lz::out(value, to_v, to_a));
  CHECK(value == r.value);
  CHECK(to_v == lz::as_eigen(by_v));
  CHECK(to_a == lz::as_eigen(by_a));

  Eigen::VectorXd all = Eigen::VectorXd::Zero(9);  // parts of a longer vector are destinations, too
  Eigen::Map<Eigen::Matrix<double, 2, 3, Eigen::RowMajor>> rows(all.data() + 3);
  lz::call(lz::gradient(f), v, a, lz::out(value, all.head<3>(), rows));
  CHECK(all.head<3>() == to_v);
  CHECK(rows == to_a);
}

TEST_CASE("a sparse Jacobian drives Newton's method") {
  constexpr auto j = lz::jacobian(chain);
  Eigen::Matrix<double, 6, 1> v;
  v.setConstant(opaque(0.5));
  auto const first = lz::compressed(j)(v);
  auto const view = lz::as_eigen(j, first);
  CHECK(view.nonZeros() == 16);
  CHECK(view.valuePtr() == first.nonzeros.data());
  CHECK((Eigen::MatrixXd(view) - lz::as_eigen(j(v).jacobian)).norm() == 0);

  Eigen::SparseLU<Eigen::SparseMatrix<double>> solver;
  solver.analyzePattern(Eigen::SparseMatrix<double>(view));
  for (int step = 0; step < 8; ++step) {
    auto const r = lz::compressed(j)(v);
    solver.factorize(Eigen::SparseMatrix<double>(lz::as_eigen(j, r)));
    v -= solver.solve(lz::as_eigen(r.value));
  }
  CHECK(lz::as_eigen(chain(v)).norm() < 1e-14);
}

TEST_CASE("a sparse Hessian of a formula") {
  constexpr auto h = lz::hessian(x * x * y + z * z);
  auto const r = lz::compressed(h)(x = 2.0, y = 3.0, z = 5.0);
  auto const view = lz::as_eigen(h, r);
  CHECK(view.nonZeros() == 4);
  CHECK(Eigen::Matrix3d(view) == Eigen::Matrix3d{{6, 4, 0}, {4, 0, 0}, {0, 0, 2}});
}
