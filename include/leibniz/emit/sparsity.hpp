// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <utility>

#include "leibniz/base/array.hpp"
#include "leibniz/emit/function_jacobian.hpp"
#include "leibniz/emit/hessian.hpp"
#include "leibniz/emit/jacobian.hpp"

namespace leibniz {

/// Which entries of a matrix may differ from 0: row by row, as compressed rows (`row_start`, `column`) and as
/// coordinates (`row`, `column`).
template <int Rows, int Columns, int Nonzeros> struct sparsity_pattern {
  c_array<int, Rows + 1> row_start;  ///< where each row begins; the last is the number of entries
  c_array<int, Nonzeros + 1>
      row;  ///< of each entry (one more than there are, so that there may be none)
  c_array<int, Nonzeros + 1> column;  ///< of each entry, ascending within a row

  static constexpr int rows() { return Rows; }
  static constexpr int cols() { return Columns; }
  static constexpr int nonzeros() { return Nonzeros; }
  /// Whether entry (i, j) may differ from 0. Complexity: linear in the entries of the row.
  constexpr bool operator()(int i, int j) const {
    for (int k = row_start[i]; k < row_start[i + 1]; ++k)
      if (column[k] == j) return true;
    return false;
  }
};

namespace emit {

/// The pattern of a program's matrix: what simplification has not shown to be 0.
template <class G> struct sparsity_of {
  using entries = typename G::entries;
  static constexpr bool is_zero(int i, int j) {
    auto const graph = G::program::graph.view();
    int const root = graph.roots[entries::root(i, j)];
    return graph.is_constant(root) && graph.value_of(root).is(0);
  }
  static constexpr int count() {
    int result = 0;
    for (int i = 0; i < entries::rows; ++i)
      for (int j = 0; j < entries::columns; ++j) result += is_zero(i, j) ? 0 : 1;
    return result;
  }
  static constexpr int nonzeros = count();
  static constexpr auto find() {
    sparsity_pattern<entries::rows, entries::columns, nonzeros> result{};
    int k = 0;
    for (int i = 0; i < entries::rows; ++i) {
      for (int j = 0; j < entries::columns; ++j) {
        if (is_zero(i, j)) continue;
        result.row[k] = i;
        result.column[k++] = j;
      }
      result.row_start[i + 1] = k;
    }
    return result;
  }
  static constexpr auto value = find();
};

template <class G> constexpr after_error refuse_pattern() {
  static_assert(never<G>,
                "leibniz: this has no matrix, and so no pattern: take lz::jacobian(f), whole or "
                "some rows of it, or lz::hessian(f)");
  return {};
}

}  // namespace emit

/// The entries of a Jacobian or Hessian that may differ from 0, as a constant.
///
///   constexpr auto pattern = lz::sparsity(lz::jacobian(f));
///   static_assert(pattern.nonzeros() == 7 && !pattern(0, 2));
template <class G>
requires requires { typename G::entries; }
constexpr auto sparsity(G const&) {
  return emit::sparsity_of<G>::value;
}
template <class G> constexpr after_error sparsity(G const&) { return emit::refuse_pattern<G>(); }

/// Values and the entries of a Jacobian or Hessian that may differ from 0, in the order of its pattern.
template <class Value, class T, int Nonzeros> struct compressed_result {
  Value value;
  std_array<T, Nonzeros> nonzeros;
};

namespace emit {

template <class G> struct take_compressed {
  using program = typename G::program;
  using entries = typename G::entries;
  template <class T> LEIBNIZ_INLINE auto operator()(slots<program, T> const& s) const {
    if constexpr (entries::symmetric && entries::values == 1)
      return with_value(s, take_one<program, 0>(s));
    else return with_value(s, take_array<program, 0, entries::values>(s));
  }

 private:
  static constexpr int nonzeros = sparsity_of<G>::nonzeros;
  static consteval int root(int k) {
    return program::plan
        .roots[entries::root(sparsity_of<G>::value.row[k], sparsity_of<G>::value.column[k])];
  }
  template <class T, class Value> LEIBNIZ_INLINE static auto with_value(slots<program, T> const& s,
                                                                        Value const& value) {
    return compressed_result<Value, T, nonzeros>{
        value, gathered(s, std::make_integer_sequence<int, nonzeros>{})};
  }
  template <class T, int... K> LEIBNIZ_INLINE static std_array<T, nonzeros> gathered(
      slots<program, T> const& s, std::integer_sequence<int, K...>) {
    return {{s.v[root(K)]...}};
  }
};

}  // namespace emit

/// Computes a Jacobian or Hessian as its nonzero entries only.
template <class G> struct compressed_of {
  using program = typename G::program;
  G whole;

  template <class... Arguments> LEIBNIZ_INLINE auto operator()(
      Arguments const&... arguments) const {
    return run(emit::take_compressed<G>{}, arguments...);
  }
  template <class Use, class... Arguments> LEIBNIZ_INLINE auto run(
      Use const& use, Arguments const&... arguments) const {
    return whole.run(use, arguments...);
  }
};

/// The verb whose result has `.value` and, instead of a dense matrix, `.nonzeros` in the order of `sparsity(g)`.
///
///   auto const r = lz::compressed(lz::jacobian(f))(p);  // r.nonzeros[k] is entry (row[k], column[k])
template <class G>
requires requires { typename G::entries; }
constexpr auto compressed(G const& g) {
  return compressed_of<G>{g};
}
template <class G> constexpr after_error compressed(G const&) { return emit::refuse_pattern<G>(); }

}  // namespace leibniz
