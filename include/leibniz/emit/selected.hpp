// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include "leibniz/base/array.hpp"
#include "leibniz/emit/function_jacobian.hpp"
#include "leibniz/emit/selection.hpp"
#include "leibniz/expression/vector.hpp"

// Rows, columns and single entries of a function's Jacobian or Hessian: what is not asked for is not computed. (Of
// formulas, lz::vector names the rows and lz::wrt the columns.)

namespace leibniz {

/// Entries of a Jacobian or Hessian, in the order in which they were named.
template <class T, int Count> struct entries_result {
  std_array<T, Count> entries;
};
/// Value, the gradient's scalars that belong to the rows, and the rows of the Hessian.
template <class T, int Rows, int N> struct hessian_rows_result {
  T value;
  std_array<T, Rows> gradient;
  matrix<T, Rows, N> hessian;
};

namespace emit {

template <class Program, int M, bool AllRows> struct take_selected {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    if constexpr (AllRows) return with_value(s, take_outputs<Program>(s));
    else return with_value(s, take_array<Program, 0, M>(s));
  }

 private:
  template <class T, class Value>
  LEIBNIZ_INLINE static auto with_value(slots<Program, T> const& s, Value const& value) {
    constexpr int n = Program::source::direction_count;
    return function_jacobian_result<Value, matrix<T, M, n>>{value,
                                                            take_matrix<Program, M, M, n>(s)};
  }
};
template <class Program, int Count> struct take_entries {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    return entries_result<T, Count>{take_array<Program, 0, Count>(s)};
  }
};
template <class Program, int Rows> struct take_hessian_rows {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    constexpr int n = Program::source::direction_count;
    return hessian_rows_result<T, Rows, n>{take_one<Program, 0>(s), take_array<Program, 1, Rows>(s),
                                           take_matrix<Program, 1 + Rows, Rows, n>(s)};
  }
};

}  // namespace emit

/// Computes some rows and columns of a Jacobian.
template <order By, class Rows, class Columns, class Code, class... Inputs>
struct function_selected_jacobian
    : emit::callable_function<function_selected_jacobian<By, Rows, Columns, Code, Inputs...>> {
  using whole = emit::function_source<Code, Inputs...>;
  static constexpr bool all_rows = std::is_same_v<Rows, emit::all_of_them>;
  using program =
      emit::jacobian_program<emit::reduced<whole, emit::list_in<Rows, whole::outputs>,
                                           emit::list_in<Columns, whole::direction_count>>,
                             By>;
  using entries = emit::full_entries<program::source::outputs, program::source::direction_count>;
  using take = emit::take_selected<program, program::source::outputs, all_rows>;
  using shapes = emit::shape_list<Inputs...>;
};
/// Computes single entries of a Jacobian.
template <class Entries, class Code, class... Inputs>
struct function_jacobian_entries
    : emit::callable_function<function_jacobian_entries<Entries, Code, Inputs...>> {
  using source = emit::entries_source<false, emit::function_source<Code, Inputs...>, Entries>;
  using program = emit::entries_program<source>;
  static constexpr int count = source::count;
  using take = emit::take_entries<program, count>;
  using shapes = emit::shape_list<Inputs...>;
};
/// Computes single entries of a Hessian.
template <class Entries, class Code, class... Inputs>
struct function_hessian_entries
    : emit::callable_function<function_hessian_entries<Entries, Code, Inputs...>> {
  using source = emit::entries_source<true, emit::function_source<Code, Inputs...>, Entries>;
  using program = emit::program<source, emit::request::hessian_entries>;
  static constexpr int count = source::count;
  using take = emit::take_entries<program, count>;
  using shapes = emit::shape_list<Inputs...>;
};
/// Computes some rows of a Hessian.
template <class Rows, class Code, class... Inputs> struct function_hessian_rows;
template <int... Rows, class Code, class... Inputs>
struct function_hessian_rows<rows<Rows...>, Code, Inputs...>
    : emit::callable_function<function_hessian_rows<rows<Rows...>, Code, Inputs...>> {
  using source = emit::hessian_rows_source<emit::function_source<Code, Inputs...>, Rows...>;
  using program = emit::program<source, emit::request::hessian_rows>;
  static constexpr int count = sizeof...(Rows);
  using take = emit::take_hessian_rows<program, count>;
  using shapes = emit::shape_list<Inputs...>;
};

/// Some rows of a function's Jacobian: `.value` and `.jacobian` have these rows only.
template <order By = order::cheapest, class Code, class... Inputs, int... Rows>
constexpr auto jacobian(function_of<Code, Inputs...> const&, rows<Rows...>) {
  if constexpr (!emit::rows_fit<emit::function_source<Code, Inputs...>, Rows...>())
    return after_error{};
  else return function_selected_jacobian<By, rows<Rows...>, emit::all_of_them, Code, Inputs...>{};
}
/// Some columns: all values, and the derivatives by these scalars.
template <order By = order::cheapest, class Code, class... Inputs, int... Columns>
constexpr auto jacobian(function_of<Code, Inputs...> const&, columns<Columns...>) {
  if constexpr (!emit::columns_fit<emit::function_source<Code, Inputs...>, Columns...>())
    return after_error{};
  else
    return function_selected_jacobian<By, emit::all_of_them, columns<Columns...>, Code,
                                      Inputs...>{};
}
/// A block: some rows of some columns.
template <order By = order::cheapest, class Code, class... Inputs, int... Rows, int... Columns>
constexpr auto jacobian(function_of<Code, Inputs...> const&, rows<Rows...>, columns<Columns...>) {
  using source = emit::function_source<Code, Inputs...>;
  if constexpr (!emit::rows_fit<source, Rows...>() || !emit::columns_fit<source, Columns...>())
    return after_error{};
  else return function_selected_jacobian<By, rows<Rows...>, columns<Columns...>, Code, Inputs...>{};
}
/// Single entries, as `.entries`; the values are not computed.
template <class Code, class... Inputs, int... Rows, int... Columns>
constexpr auto jacobian(function_of<Code, Inputs...> const&, entries<at<Rows, Columns>...>) {
  using source = emit::function_source<Code, Inputs...>;
  if constexpr (!(emit::rows_fit<source, Rows>() && ...) ||
                !(emit::columns_fit<source, Columns>() && ...))
    return after_error{};
  else return function_jacobian_entries<entries<at<Rows, Columns>...>, Code, Inputs...>{};
}
/// Some rows of a Hessian (which are also its columns): `.value`, `.gradient` by these scalars, `.hessian` of these
/// rows.
template <class Code, class... Inputs, int... Rows>
constexpr auto hessian(function_of<Code, Inputs...> const&, rows<Rows...>) {
  using source = emit::function_source<Code, Inputs...>;
  constexpr bool one_output = source::outputs == 1;
  static_assert(one_output,
                "leibniz::hessian: the function has several outputs: differentiate one of them");
  if constexpr (!emit::hessian_rows_fit<source, Rows...>()) return after_error{};
  else return function_hessian_rows<rows<Rows...>, Code, Inputs...>{};
}
/// Single entries of a Hessian, as `.entries`: a diagonal, say.
template <class Code, class... Inputs, int... Rows, int... Columns>
constexpr auto hessian(function_of<Code, Inputs...> const&, entries<at<Rows, Columns>...>) {
  using source = emit::function_source<Code, Inputs...>;
  constexpr bool one_output = source::outputs == 1;
  static_assert(one_output,
                "leibniz::hessian: the function has several outputs: differentiate one of them");
  if constexpr (!(emit::hessian_rows_fit<source, Rows>() && ...) ||
                !(emit::columns_fit<source, Columns>() && ...))
    return after_error{};
  else return function_hessian_entries<entries<at<Rows, Columns>...>, Code, Inputs...>{};
}

template <class Code, class... Inputs, int... Columns>
constexpr after_error hessian(function_of<Code, Inputs...> const&, columns<Columns...>) {
  static_assert(never<Code>,
                "leibniz::hessian: the columns of a Hessian are its rows: ask for lz::rows<...>");
  return {};
}
template <order By = order::cheapest, class... Fs, class Selection, class... More>
requires(emit::is_selection<Selection>)
constexpr after_error jacobian(formula_vector<Fs...> const&, Selection const&, More const&...) {
  static_assert(never<Selection>,
                "leibniz::jacobian: rows and columns of formulas are chosen by what stands in "
                "lz::vector and in lz::wrt");
  return {};
}

}  // namespace leibniz
