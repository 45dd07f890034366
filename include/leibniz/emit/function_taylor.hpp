// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <type_traits>
#include <utility>

#include "leibniz/emit/function.hpp"
#include "leibniz/emit/take.hpp"

namespace leibniz {

namespace emit {

template <class Source, int N> struct with_coefficients : Source {
  static constexpr int coefficients = N;
};

/// Where the N coefficients of each of M outputs, row by row, stand among the roots of a program.
template <int M, int N> constexpr int coefficient_root(int i) { return i % N * M + i / N; }

template <class Program, int M, int N> struct take_coefficients {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    return take(s, std::make_integer_sequence<int, M * N>{});
  }

 private:
  template <class T, int... I>
  LEIBNIZ_INLINE static auto take(slots<Program, T> const& s, std::integer_sequence<int, I...>) {
    using coefficients = std::conditional_t<M == 1, std_array<T, N>, matrix<T, M, N>>;
    return coefficients{{s.v[fixed(Program::plan.roots[coefficient_root<M, N>(I)])]...}};
  }
};

}  // namespace emit

/// Computes Taylor coefficients of a function along a direction.
template <int N, class Code, class... Inputs>
struct function_taylor : emit::callable_function<function_taylor<N, Code, Inputs...>> {
  static_assert(N > 0 && N <= 20, "leibniz::taylor<N>: N is 1 to 20");
  using program = emit::program<emit::with_coefficients<emit::function_source<Code, Inputs...>, N>,
                                emit::request::taylor>;
  static constexpr int outputs = program::source::outputs, count = N;

  using take = emit::take_coefficients<program, outputs, N>;
  using shapes = decltype(emit::shape_list<Inputs...>{} + emit::active_shapes<Inputs...>{});
};

/// The first N Taylor coefficients of t → f(p + t d): `taylor<N>(f)(p, d)` gives f, its derivative along d, half the
/// second, … as a std::array, of a function of M outputs as an M × N matrix. Complexity: N² operations for each
/// of the function's (derive/series.hpp).
template <int N, class Code, class... Inputs>
constexpr auto taylor(function_of<Code, Inputs...> const&) {
  return function_taylor<N, Code, Inputs...>{};
}

}  // namespace leibniz
