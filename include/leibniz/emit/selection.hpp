// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <utility>

#include "leibniz/base/array.hpp"
#include "leibniz/emit/inputs.hpp"
#include "leibniz/emit/program.hpp"

// Names of parts of a matrix, and the sources and orders of programs that compute only these.

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
  c_array<int, Count + 1> at;
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

template <class Source> using entries_program =
    program<Source, request::jacobian_entries,
            order_for<Source, request::jacobian_entries, order::cheapest>()>;

}  // namespace emit

}  // namespace leibniz
