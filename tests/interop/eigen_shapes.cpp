// SPDX-License-Identifier: BSL-1.0
// Eigen's rows, columns, blocks, maps with strides and both storage orders, read and written by lz::call and lz::map.
#include <Eigen/Core>
#include <vector>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;

using by_columns = Eigen::MatrixXd;
using by_rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using stride = Eigen::Stride<Eigen::Dynamic, Eigen::Dynamic>;

/// a (2 × 2) to a matrix (2 × 3).
constexpr auto to_matrix = lz::function<lz::R<2, 2>>([](auto const& a) {
  using T = std::remove_cvref_t<decltype(a(0, 0))>;
  lz::matrix<T, 2, 3> r{};
  for (int i = 0; i < 2; ++i)
    for (int j = 0; j < 3; ++j) r(i, j) = a(i, 0) * (j + 1.0) + a(1, i) * a(0, 1) * (i + 1.0);
  return r;
});
constexpr auto cubic = lz::function<lz::R<2, 2>>(
    [](auto const& a) { return a(0, 0) * a(0, 1) * a(1, 0) + a(1, 1) * a(1, 1); });
constexpr auto product = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

template <class M> M counted(Eigen::Index rows, Eigen::Index columns) {
  M m(rows, columns);
  for (Eigen::Index i = 0; i < rows; ++i)
    for (Eigen::Index j = 0; j < columns; ++j)
      m(i, j) = 1 + static_cast<double>(i) + 0.125 * static_cast<double>(j);
  return m;
}
/// Writes to a part of a larger matrix, where everything else stays as it was.
template <class M, class Write>
void check_part(Eigen::MatrixXd const& right, Eigen::Index row, Eigen::Index column,
                Write const& write) {
  M all = M::Constant(right.rows() + 3, right.cols() + 4, -7), expected = all;
  expected.block(row, column, right.rows(), right.cols()) = right;
  write(all.block(row, column, right.rows(), right.cols()));
  CHECK(all == expected);
}

template <class M> void check_maps() {
  M const a = counted<M>(5, 6);
  // one row, one column, a block, all of it; into a part of another
  auto const square = [](auto const& from) {
    check_part<M>(from.array().square(), 1, 2,
                  [&](auto&& to) { lz::map(x * x, x = from, lz::out(to)); });
  };
  square(a.row(2));
  square(a.col(3));
  square(a.topRows(1));
  square(a.leftCols(1));
  square(a.block(1, 2, 3, 4));
  square(a.template block<2, 3>(1, 2));
  square(a);
  square(a.transpose().transpose());
  Eigen::Ref<M const> const reference = a.block(1, 1, 2, 4);
  square(reference);
  square(Eigen::Map<M const>(a.data(), 6, 5));
  square(Eigen::Map<M const, 0, stride>(a.data(), 3, 2, stride(9, 2)));
  square(Eigen::Map<M const, 0, stride>(a.data(), 3, 2, stride(1, 4)));
  // rows and columns with vectors
  std::vector<double> values(6), by_x(6);
  Eigen::VectorXd by_y(6);
  lz::map(lz::gradient(x * y), x = a.row(1), y = a.row(4),
          lz::out(values, lz::components(by_x, by_y)));
  CHECK(Eigen::Map<Eigen::RowVectorXd>(values.data(), 6) == a.row(1).cwiseProduct(a.row(4)));
  CHECK(by_y.transpose() == a.row(1));
  // components that are rows and columns
  M result = M::Constant(3, 6, -7), expected = result;
  expected.row(0) = a.row(1).cwiseProduct(a.row(4));
  expected.row(2) = a.row(4);
  Eigen::MatrixXd column(6, 1);
  lz::map(lz::gradient(product), lz::components(a.row(1), a.row(4)),
          lz::out(result.row(0), lz::components(result.row(2), column.col(0))));
  CHECK(result == expected);
  CHECK(column.transpose() == a.row(1));
  // a diagonal
  Eigen::VectorXd diagonal(5);
  lz::map(2.0 * x, x = a.diagonal(), lz::out(diagonal));
  CHECK(diagonal == 2 * a.diagonal());
  // floats, converted
  Eigen::MatrixXf floats = Eigen::MatrixXf::Zero(4, 5);
  lz::map(x * x, x = a.row(1).head(5), lz::out(floats.row(2)));
  CHECK(floats.row(2) == a.row(1).head(5).array().square().matrix().template cast<float>());
  CHECK(floats.sum() == floats.row(2).sum());
}

template <class M> void check_calls() {
  M const large = counted<M>(4, 5);
  auto const a = large.block(1, 2, 2, 2);
  Eigen::Matrix2d const plain = a;
  auto const value = to_matrix(plain);
  Eigen::MatrixXd right(2, 3);
  for (int i = 0; i < 2; ++i)
    for (int j = 0; j < 3; ++j) right(i, j) = value(i, j);
  check_part<M>(right, 1, 3, [&](auto&& to) { lz::call(to_matrix, a, lz::out(to)); });

  auto const j = lz::jacobian(to_matrix)(plain);
  Eigen::MatrixXd jacobian(6, 4);
  for (int i = 0; i < 6; ++i)
    for (int k = 0; k < 4; ++k) jacobian(i, k) = j.jacobian(i, k);
  Eigen::MatrixXd other(2, 3);
  check_part<M>(jacobian, 2, 1,
                [&](auto&& to) { lz::call(lz::jacobian(to_matrix), a, lz::out(other, to)); });
  CHECK(other == right);

  // products: a direction and adjoints that are blocks, results that are
  M const directions = counted<M>(3, 4), adjoints = counted<M>(5, 5);
  auto const d = directions.block(0, 1, 2, 2);
  auto const w = adjoints.block(2, 1, 2, 3);
  Eigen::VectorXd flat_d(4), flat_w(6);
  flat_d << d(0, 0), d(0, 1), d(1, 0), d(1, 1);
  flat_w << w(0, 0), w(0, 1), w(0, 2), w(1, 0), w(1, 1), w(1, 2);
  Eigen::VectorXd const jd = jacobian * flat_d, jw = jacobian.transpose() * flat_w;
  Eigen::MatrixXd tangent(2, 3), by_a(2, 2);
  tangent << jd[0], jd[1], jd[2], jd[3], jd[4], jd[5];
  by_a << jw[0], jw[1], jw[2], jw[3];
  M found_tangent(2, 3), found_by_a(2, 2);
  lz::call(lz::jvp(to_matrix), a, d, lz::out(other, found_tangent));
  lz::call(lz::vjp(to_matrix), a, w, lz::out(other, found_by_a.block(0, 0, 2, 2)));
  CHECK((found_tangent - tangent).norm() < 1e-13);
  CHECK((found_by_a - by_a).norm() < 1e-12);
  CHECK(lz::vjp(to_matrix)(a, w).gradient(1, 0) == found_by_a(1, 0));

  // second derivatives by a matrix, of a single one and of least squares
  double number = 0;
  auto const h = lz::hessian(cubic)(plain);
  Eigen::MatrixXd hessian(4, 4);
  check_part<M>(
      Eigen::Matrix2d{{h.gradient(0, 0), h.gradient(0, 1)}, {h.gradient(1, 0), h.gradient(1, 1)}},
      1, 1, [&](auto&& to) { lz::call(lz::hessian(cubic), a, lz::out(number, to, hessian)); });
  CHECK(h.gradient(0, 1) == plain(0, 0) * plain(1, 0));
  CHECK(hessian(0, 1) == plain(1, 0));
  lz::call(lz::gauss_newton(to_matrix), a, lz::out(other, found_by_a, hessian.block(0, 0, 4, 4)));
  CHECK((hessian - jacobian.transpose() * jacobian).norm() < 1e-12);
  Eigen::VectorXd flat_r(6);
  flat_r << right(0, 0), right(0, 1), right(0, 2), right(1, 0), right(1, 1), right(1, 2);
  CHECK(std::abs(found_by_a(1, 0) - (jacobian.transpose() * flat_r)[2]) < 1e-12);
}

}  // namespace

TEST_CASE("lz::map of Eigen's matrices, by columns") { check_maps<by_columns>(); }
TEST_CASE("lz::map of Eigen's matrices, by rows") { check_maps<by_rows>(); }
TEST_CASE("lz::call of matrices, by columns") { check_calls<by_columns>(); }
TEST_CASE("lz::call of matrices, by rows") { check_calls<by_rows>(); }

TEST_CASE("formulas write rows, columns and strided vectors") {
  Eigen::MatrixXd m = Eigen::MatrixXd::Constant(4, 5, -7), expected = m;
  double value = 0;
  lz::call(lz::gradient(x * x * y), x = 2.0, y = 3.0, lz::out(value, m.row(1).head(2)));
  expected(1, 0) = 12, expected(1, 1) = 4;
  lz::call(lz::hessian(x * x * y), x = 2.0, y = 3.0,
           lz::out(value, m.col(4).tail(2), m.block(2, 1, 2, 2)));
  expected.col(4).tail(2) << 12, 4;
  expected.block(2, 1, 2, 2) << 6, 4, 4, 0;
  Eigen::Map<Eigen::VectorXd, 0, Eigen::InnerStride<>> apart(m.data(), 2, Eigen::InnerStride<>(4));
  lz::call(lz::vector(x, y), x = 2.0, y = 3.0, lz::out(apart));
  expected(0, 0) = 2, expected(0, 1) = 3;
  CHECK(m == expected);
}
