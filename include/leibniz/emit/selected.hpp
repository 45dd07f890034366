// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/emit/function_jacobian.hpp"
#include "leibniz/expression/vector.hpp"

// Rows, columns and single entries of a function's Jacobian or Hessian: what is not asked for is not computed. (Of
// formulas, lz::vector names the rows and lz::wrt the columns.)

namespace leibniz {

/// Rows of a Jacobian or Hessian, from 0: `jacobian(f, rows<0, 2>{})`.
template <int... Indices> struct rows {
  static_assert(sizeof...(Indices) > 0, "leibniz::rows: name at least one row");
  static_assert(((Indices >= 0) && ...), "leibniz::rows: rows are counted from 0");
};
/// Columns of a Jacobian, from 0: scalars of the active inputs in order.
template <int... Indices> struct columns {
  static_assert(sizeof...(Indices) > 0, "leibniz::columns: name at least one column");
  static_assert(((Indices >= 0) && ...), "leibniz::columns: columns are counted from 0");
};
/// The place of one entry.
template <int Row, int Column> struct at {
  static_assert(Row >= 0 && Column >= 0, "leibniz::at: rows and columns are counted from 0");
};
/// Single entries, in any order: `jacobian(f, entries<at<0, 1>, at<2, 0>>{})`.
template <class... Places> struct entries;
template <int... Rows, int... Columns> struct entries<at<Rows, Columns>...> {
  static_assert(sizeof...(Rows) > 0, "leibniz::entries: name at least one entry");
};

/// Entries of a Jacobian or Hessian, in the order in which they were named.
template <class T, int Count> struct entries_result {
  std::array<T, static_cast<std::size_t>(Count)> entries;
};
/// Value, the gradient's scalars that belong to the rows, and the rows of the Hessian.
template <class T, int Rows, int N> struct hessian_rows_result {
  T value;
  std::array<T, static_cast<std::size_t>(Rows)> gradient;
  matrix<T, Rows, N> hessian;
};

namespace emit {

struct all_of_them {};

template <class T> inline constexpr bool is_selection = false;
template <int... I> inline constexpr bool is_selection<rows<I...>> = true;
template <int... I> inline constexpr bool is_selection<columns<I...>> = true;
template <class... Places> inline constexpr bool is_selection<entries<Places...>> = true;

/// Whether indices are below the bound and different; if not, an error.
template <fixed_string Word, fixed_string Bound, int Size, int Index, int... Others>
constexpr bool index_fits() {
  if constexpr (Index >= Size)
    return diagnose<Word, digits<Index>(), Bound, digits<Size>(), "the first is 0">();
  else if constexpr (((Index == Others) + ... + 0) > 1)
    return diagnose<"named twice:", Word, digits<Index>(), "keep one of the two">();
  else return true;
}
template <class Source, int... Rows> constexpr bool rows_fit() {
  return (index_fits<"row", "of a function with outputs:", Source::outputs, Rows, Rows...>() &&
          ...);
}
template <class Source, int... Columns> constexpr bool columns_fit() {
  return (index_fits<"column", "of a function of active scalars:", Source::direction_count, Columns,
                     Columns...>() &&
          ...);
}
/// Of a Hessian, whose rows are the active scalars, too.
template <class Source, int... Rows> constexpr bool hessian_rows_fit() {
  return (index_fits<"row", "of a function of active scalars:", Source::direction_count, Rows,
                     Rows...>() &&
          ...);
}

/// Indices as the roots of a reduced graph.
template <int Count> struct index_list {
  int at[Count + 1];
  int count = 0;

  constexpr int place_of(int index) const {
    int place = 0;
    while (place < count && at[place] != index) ++place;
    return place;
  }
  constexpr void add_new(int index) {
    if (place_of(index) == count) at[count++] = index;
  }
};
template <int... I> constexpr auto list_of(std::integer_sequence<int, I...>) {
  index_list<sizeof...(I)> list{};
  (list.add_new(I), ...);
  return list;
}
template <int Size, int... I> auto indices_of(rows<I...>) -> std::integer_sequence<int, I...>;
template <int Size, int... I> auto indices_of(columns<I...>) -> std::integer_sequence<int, I...>;
template <int Size> auto indices_of(all_of_them) -> std::make_integer_sequence<int, Size>;
template <class Selection, int Size>
inline constexpr auto list_in = list_of(decltype(indices_of<Size>(Selection{})){});

/// A source with fewer roots.
template <class Source, auto const& Outputs, auto const& By> struct reduced : Source {
  static constexpr int outputs = Outputs.count;
  static constexpr int direction_count = By.count;
  static constexpr auto select() {
    auto result = Source::graph;
    int next = 0;
    for (int k = 0; k < Outputs.count; ++k)
      result.roots[next++] = Source::graph.roots[Outputs.at[k]];
    for (int k = 0; k < By.count; ++k)
      result.roots[next++] = Source::graph.roots[Source::outputs + By.at[k]];
    result.size.roots = next;
    return result;
  }
  static constexpr auto graph = select();
};

/// Pairs of row and column, and of both the different ones. A Hessian's rows are columns.
template <bool Hessian, int... Rows, int... Columns>
constexpr auto different_rows(entries<at<Rows, Columns>...>) {
  index_list<2 * sizeof...(Rows)> list{};
  if (Hessian) list.add_new(0);  // the one output
  else (list.add_new(Rows), ...);
  return list;
}
template <bool Hessian, int... Rows, int... Columns>
constexpr auto different_columns(entries<at<Rows, Columns>...>) {
  index_list<2 * sizeof...(Rows)> list{};
  (list.add_new(Columns), ...);
  if (Hessian) (list.add_new(Rows), ...);
  return list;
}
template <bool Hessian, class Entries>
inline constexpr auto rows_in = different_rows<Hessian>(Entries{});
template <bool Hessian, class Entries>
inline constexpr auto columns_in = different_columns<Hessian>(Entries{});

/// A source of single entries.
template <bool Hessian, class Source, class Entries> struct entries_source;
template <bool Hessian, class Source, int... Rows, int... Columns>
struct entries_source<Hessian, Source, entries<at<Rows, Columns>...>>
    : reduced<Source, rows_in<Hessian, entries<at<Rows, Columns>...>>,
              columns_in<Hessian, entries<at<Rows, Columns>...>>> {
  using list = entries<at<Rows, Columns>...>;
  static constexpr int count = sizeof...(Rows);
  static constexpr int place(int row) {
    return Hessian ? columns_in<Hessian, list>.place_of(row) : rows_in<Hessian, list>.place_of(row);
  }
  /// Row and column of each entry among the roots, one after another.
  static constexpr auto pairs() {
    buffer<int> result;
    ((result.push_back(place(Rows)), result.push_back(columns_in<Hessian, list>.place_of(Columns))),
     ...);
    return result;
  }
};
/// A source of some rows of a Hessian.
template <class Source, int... Rows> struct hessian_rows_source : Source {
  static constexpr auto rows_asked() {
    buffer<int> result;
    (result.push_back(Rows), ...);
    return result;
  }
  static constexpr auto pairs() {
    buffer<int> result;
    for (int row : rows_asked())
      for (int column = 0; column < Source::direction_count; ++column)
        result.push_back(row), result.push_back(column);
    return result;
  }
};

/// The order in which single entries of a Jacobian need the fewest operations.
template <class Source> struct cheapest_entries {
  template <order By> static constexpr int operations =
      count_operations<Source, request::jacobian_entries, By, way::sweeps>();
  static constexpr order find() {
    using limits = cheapest_order<Source, 2, 2>;
    if constexpr (Source::graph.size.nodes > limits::largest_counted) {
      return Source::outputs <= Source::direction_count ? order::reverse : order::forward;
    } else {
      order best = operations<order::reverse> <= operations<order::forward> ? order::reverse
                                                                            : order::forward;
      if constexpr (Source::graph.size.nodes <= limits::largest_eliminated) {
        int const fewest = operations<order::reverse> <= operations<order::forward>
                               ? operations<order::reverse>
                               : operations<order::forward>;
        if (operations<order::markowitz> < fewest) best = order::markowitz;
      }
      return best;
    }
  }
  using type = program<Source, request::jacobian_entries, find()>;
};

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

/// The call of a verb, whatever it computes.
template <class Verb, class... Inputs> struct callable_function {
  template <class... Arguments> LEIBNIZ_INLINE auto operator()(
      Arguments const&... arguments) const {
    return run(typename Verb::take{}, arguments...);
  }
  template <class Use, class... Arguments> LEIBNIZ_INLINE auto run(
      Use const& use, Arguments const&... arguments) const {
    return call_function<typename Verb::program>(use, shape_list<Inputs...>{}, arguments...);
  }
};

}  // namespace emit

/// Computes some rows and columns of a Jacobian.
template <order By, class Rows, class Columns, class Code, class... Inputs>
struct function_selected_jacobian
    : emit::callable_function<function_selected_jacobian<By, Rows, Columns, Code, Inputs...>,
                              Inputs...> {
  using whole = emit::function_source<Code, Inputs...>;
  static constexpr bool all_rows = std::is_same_v<Rows, emit::all_of_them>;
  using program =
      emit::jacobian_program<emit::reduced<whole, emit::list_in<Rows, whole::outputs>,
                                           emit::list_in<Columns, whole::direction_count>>,
                             By>;
  using entries = emit::full_entries<program::source::outputs, program::source::direction_count>;
  using take = emit::take_selected<program, program::source::outputs, all_rows>;
};
/// Computes single entries of a Jacobian.
template <class Entries, class Code, class... Inputs>
struct function_jacobian_entries
    : emit::callable_function<function_jacobian_entries<Entries, Code, Inputs...>, Inputs...> {
  using source = emit::entries_source<false, emit::function_source<Code, Inputs...>, Entries>;
  using program = typename emit::cheapest_entries<source>::type;
  static constexpr int count = source::count;
  using take = emit::take_entries<program, count>;
};
/// Computes single entries of a Hessian.
template <class Entries, class Code, class... Inputs>
struct function_hessian_entries
    : emit::callable_function<function_hessian_entries<Entries, Code, Inputs...>, Inputs...> {
  using source = emit::entries_source<true, emit::function_source<Code, Inputs...>, Entries>;
  using program = emit::program<source, emit::request::hessian_entries>;
  static constexpr int count = source::count;
  using take = emit::take_entries<program, count>;
};
/// Computes some rows of a Hessian.
template <class Rows, class Code, class... Inputs> struct function_hessian_rows;
template <int... Rows, class Code, class... Inputs>
struct function_hessian_rows<rows<Rows...>, Code, Inputs...>
    : emit::callable_function<function_hessian_rows<rows<Rows...>, Code, Inputs...>, Inputs...> {
  using source = emit::hessian_rows_source<emit::function_source<Code, Inputs...>, Rows...>;
  using program = emit::program<source, emit::request::hessian_rows>;
  static constexpr int count = sizeof...(Rows);
  using take = emit::take_hessian_rows<program, count>;
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
/// Some rows of a Hessian (which are also its columns): `.value`, `.gradient` by these scalars, `.hessian` of these rows.
template <class Code, class... Inputs, int... Rows>
constexpr auto hessian(function_of<Code, Inputs...> const&, rows<Rows...>) {
  using source = emit::function_source<Code, Inputs...>;
  static_assert(source::outputs == 1,
                "leibniz::hessian: the function has several outputs: differentiate one of them");
  if constexpr (!emit::hessian_rows_fit<source, Rows...>()) return after_error{};
  else return function_hessian_rows<rows<Rows...>, Code, Inputs...>{};
}
/// Single entries of a Hessian, as `.entries`: a diagonal, say.
template <class Code, class... Inputs, int... Rows, int... Columns>
constexpr auto hessian(function_of<Code, Inputs...> const&, entries<at<Rows, Columns>...>) {
  using source = emit::function_source<Code, Inputs...>;
  static_assert(source::outputs == 1,
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
