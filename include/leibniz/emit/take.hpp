// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <boost/hana/at_key.hpp>
#include <boost/hana/contains.hpp>
#include <type_traits>
#include <utility>

#include "leibniz/base/array.hpp"
#include "leibniz/base/matrix.hpp"
#include "leibniz/emit/by_variable.hpp"
#include "leibniz/emit/run.hpp"
#include "leibniz/expression/wrt.hpp"

// How results are read off the slots of a program: roots in a row become what the user sees.

namespace leibniz::emit {

template <class Program, int Root, class T> LEIBNIZ_INLINE T take_one(slots<Program, T> const& s) {
  return s.v[fixed(Program::plan.roots[Root])];
}

/// N roots as a std::array.
template <class Program, int First, int N, class T, int... I>
LEIBNIZ_INLINE std_array<T, N> take_array(slots<Program, T> const& s,
                                          std::integer_sequence<int, I...>) {
  return {{s.v[fixed(Program::plan.roots[First + I])]...}};
}
template <class Program, int First, int N, class T>
LEIBNIZ_INLINE std_array<T, N> take_array(slots<Program, T> const& s) {
  return take_array<Program, First, N>(s, std::make_integer_sequence<int, N>{});
}

/// One root as a number, several as an array.
template <class Program, int First, int M, class T>
LEIBNIZ_INLINE auto take_value(slots<Program, T> const& s) {
  if constexpr (M == 1) return take_one<Program, First>(s);
  else return take_array<Program, First, M>(s);
}

/// Roots that are `Step` apart as a std::array.
template <class Program, int First, int Step, class T, int... I>
LEIBNIZ_INLINE std::array<T, sizeof...(I)> take_strided(slots<Program, T> const& s,
                                                        std::integer_sequence<int, I...>) {
  return {{s.v[fixed(Program::plan.roots[First + Step * I])]...}};
}

/// M × N roots as a matrix.
template <class Program, int First, int M, int N, class T, int... I>
LEIBNIZ_INLINE matrix<T, M, N> take_matrix(slots<Program, T> const& s,
                                           std::integer_sequence<int, I...>) {
  return {{s.v[fixed(Program::plan.roots[First + I])]...}};
}
template <class Program, int First, int M, int N, class T>
LEIBNIZ_INLINE matrix<T, M, N> take_matrix(slots<Program, T> const& s) {
  return take_matrix<Program, First, M, N>(s, std::make_integer_sequence<int, M * N>{});
}

/// Where entry k of a row-major N × N matrix stands in its upper triangle.
template <int N> constexpr int in_upper_triangle(int k) {
  int i = k / N, j = k % N;
  if (i > j) {
    int smaller = j;
    j = i;
    i = smaller;
  }
  return i * N - i * (i - 1) / 2 + (j - i);
}

/// The roots of an upper triangle as a full symmetric matrix.
template <class Program, int First, int N, class T, int... I>
LEIBNIZ_INLINE matrix<T, N, N> take_symmetric(slots<Program, T> const& s,
                                              std::integer_sequence<int, I...>) {
  return {{s.v[fixed(Program::plan.roots[First + in_upper_triangle<N>(I)])]...}};
}
template <class Program, int First, int N, class T>
LEIBNIZ_INLINE matrix<T, N, N> take_symmetric(slots<Program, T> const& s) {
  return take_symmetric<Program, First, N>(s, std::make_integer_sequence<int, N * N>{});
}

/// Where the entries of a matrix stand among a program's roots: after the values of its rows, or of a symmetric one,
/// by its upper triangle, after the values and a gradient.
template <int Rows, int Columns> struct full_entries {
  static constexpr int rows = Rows, columns = Columns, values = Rows;
  static constexpr bool symmetric = false;
  static constexpr int root(int i, int j) { return Rows + i * Columns + j; }
};
template <int N, int Values = 1> struct symmetric_entries {
  static constexpr int rows = N, columns = N, values = Values;
  static constexpr bool symmetric = true;
  static constexpr int root(int i, int j) { return Values + N + in_upper_triangle<N>(i * N + j); }
};

/// Roots as a map keyed by variable.
template <class Program, int First, class T, class... Xs, int... I>
LEIBNIZ_INLINE auto take_map(slots<Program, T> const& s, wrt_list<Xs...>,
                             std::integer_sequence<int, I...>) {
  return by_variable<T, Xs...>(  // make_map would pass the pairs on
      boost::hana::pair<Xs, T>(Xs{}, s.v[fixed(Program::plan.roots[First + I])])...);
}
template <class Program, int First, class T, class... Xs>
LEIBNIZ_INLINE auto take_map(slots<Program, T> const& s, wrt_list<Xs...> by) {
  return take_map<Program, First>(s, by, std::make_integer_sequence<int, sizeof...(Xs)>{});
}

/// Says how a result is read, where it is indexed or taken for a number.
template <class X> constexpr after_error refuse_to_read() {
  static_assert(
      never<X>,
      "leibniz: a result is read by its members: r.value, r.gradient[i] (of several inputs "
      "r.gradient[size_c<k>]), r.jacobian(i, j), r.hessian(i, j); of formulas r[x], "
      "r.hessian(x, y)");
  return {};
}

/// The place of a variable among those that a derivative was taken by; an error if it is none of them.
template <class X, class... Xs> constexpr int place_of() {
  if constexpr ((std::is_same_v<X, Xs> || ...)) {
    int place = 0;
    bool found = false;
    ((found = found || std::is_same_v<X, Xs>, place += found ? 0 : 1), ...);
    return place;
  } else if constexpr (!FormulaOrCondition<X>) {
    refuse_to_read<X>();
    return 0;
  } else {
    constexpr short_text text = X::written();
    diagnose<"not differentiated by:", fixed_string<text.length() + 1>(text.view()),
             "name it in wrt(...)">();
    return 0;
  }
}

/// What a map, such as a gradient, holds for a variable; an error if it holds nothing.
template <class Map, class X> constexpr auto derivative_in(Map const& map, X const& x) {
  if constexpr (!is_map<Map> || !FormulaOrCondition<X>) return refuse_to_read<X>();
  else if constexpr (decltype(boost::hana::contains(map, x))::value) {
    return map[x];
  } else {
    place_of<X>();
    return after_error{};
  }
}

}  // namespace leibniz::emit
