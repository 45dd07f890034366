// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <Eigen/Core>
#include <Eigen/SparseCore>
#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

#include "leibniz/emit/gradient.hpp"
#include "leibniz/emit/hessian.hpp"
#include "leibniz/emit/sparsity.hpp"

// Results as Eigen objects. Arguments need nothing: a call takes Eigen's vectors and matrices, and lz::out writes to
// them.

namespace leibniz {

namespace emit {

/// Eigen's type of an M × N matrix whose elements lie row by row; a column can only be column-major there.
template <class T, int M, int N>
using eigen_matrix = Eigen::Matrix<T, M, N, N == 1 && M != 1 ? Eigen::ColMajor : Eigen::RowMajor>;

template <int M, int N, class Object, class T> auto view_or_copy(T* data) {
  using elements = eigen_matrix<std::remove_const_t<T>, M, N>;
  if constexpr (!std::is_lvalue_reference_v<Object>)
    return elements(Eigen::Map<elements const>(data));
  else if constexpr (std::is_const_v<T>) return Eigen::Map<elements const>(data);
  else return Eigen::Map<elements>(data);
}

template <class A> struct eigen_shape;
template <class T, std::size_t N> struct eigen_shape<std::array<T, N>> {
  static constexpr int rows = static_cast<int>(N), columns = 1;
};
template <class T, int M, int N> struct eigen_shape<matrix<T, M, N>> {
  static constexpr int rows = M, columns = N;
};

}  // namespace emit

/// A std::array (a column) or an lz::matrix as an Eigen object: a view of a named one (Eigen::Map, without a copy),
/// and of a temporary, which a view would outlive, an Eigen matrix of its own.
///
///   auto const r = lz::gradient(f)(p);
///   double const length = lz::as_eigen(r.gradient).norm();
template <class A>
requires requires { emit::eigen_shape<std::remove_cvref_t<A>>::rows; }
auto as_eigen(A&& a) {
  using shape = emit::eigen_shape<std::remove_cvref_t<A>>;
  return emit::view_or_copy<shape::rows, shape::columns, A&&>(a.data());
}

/// The gradient of a formula as an Eigen vector, in the order of wrt.
template <class T, class... Xs> auto as_eigen(gradient_result<T, Xs...> const& r) {
  Eigen::Matrix<T, static_cast<int>(sizeof...(Xs)), 1> result;
  Eigen::Index i = 0;
  ((result[i++] = r[Xs{}]), ...);
  return result;
}

/// The Hessian of a formula as an Eigen matrix: a view as above.
template <class T, class... Xs> auto as_eigen(hessian_matrix<T, Xs...>& h) {
  return as_eigen(h.entries);
}
template <class T, class... Xs> auto as_eigen(hessian_matrix<T, Xs...> const& h) {
  return as_eigen(h.entries);
}
template <class T, class... Xs> auto as_eigen(hessian_matrix<T, Xs...>&& h) {
  return as_eigen(std::move(h.entries));
}

/// The nonzero entries that `lz::compressed(g)` computed, as a sparse Eigen matrix of compressed rows: a view, without
/// a copy; it can be assigned to an Eigen::SparseMatrix. `g` is the Jacobian or Hessian.
///
///   constexpr auto j = lz::jacobian(f);
///   auto const r = lz::compressed(j)(p);
///   Eigen::SparseMatrix<double> const a = lz::as_eigen(j, r);
template <class G, class Value, class T, int Nonzeros>
auto as_eigen(G const&, compressed_result<Value, T, Nonzeros> const& r) {
  constexpr auto const& pattern = emit::sparsity_of<G>::value;
  static_assert(pattern.nonzeros() == Nonzeros,
                "leibniz::as_eigen: the entries are of another Jacobian or Hessian");
  using sparse = Eigen::SparseMatrix<T, Eigen::RowMajor, int>;
  return Eigen::Map<sparse const>(pattern.rows(), pattern.cols(), Nonzeros, pattern.row_start,
                                  pattern.column, r.nonzeros.data());
}
/// Entries of a temporary would be gone: name the result first.
template <class G, class Value, class T, int Nonzeros>
void as_eigen(G const&, compressed_result<Value, T, Nonzeros>&&) = delete;

}  // namespace leibniz
