// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/base/array.hpp"
#include "leibniz/emit/take.hpp"
#include "leibniz/emit/variables_of.hpp"
#include "leibniz/expression/vector.hpp"

namespace leibniz {

/// Values of M formulas and their derivatives: rows are formulas, columns are what was differentiated by.
template <class T, int M, class... Xs> struct jacobian_result {
  std_array<T, M> value;
  matrix<T, M, static_cast<int>(sizeof...(Xs))> jacobian;

  template <class Index> constexpr after_error operator[](Index const&) const {
    return emit::refuse_to_read<Index>();
  }
};

namespace emit {

template <class Program, int M, class... Xs> struct take_jacobian {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    return jacobian_result<T, M, Xs...>{
        take_array<Program, 0, M>(s),
        take_matrix<Program, M, M, static_cast<int>(sizeof...(Xs))>(s)};
  }
};

template <class Program, int M> struct take_vector {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    return take_array<Program, 0, M>(s);
  }
};

}  // namespace emit

/// The values of several formulas; what `lz::vector(f, g)(x = 2.0)` calls.
template <class... Fs, class... Arguments>
LEIBNIZ_INLINE auto evaluate_vector(formula_vector<Fs...> const& fs,
                                    Arguments const&... arguments) {
  using program = emit::value_program<emit::formula_source<sizeof...(Fs), wrt_list<>, Fs...>>;
  return emit::call_named<program>(detail::literal_values(fs),
                                   emit::take_vector<program, sizeof...(Fs)>{}, arguments...);
}

/// A function of named arguments that computes several formulas and their Jacobian in one pass.
template <order By, class Formulas, class... Xs> struct jacobian_of;
template <order By, class... Fs, class... Xs> struct jacobian_of<By, formula_vector<Fs...>, Xs...> {
  using program =
      emit::jacobian_program<emit::formula_source<sizeof...(Fs), wrt_list<Xs...>, Fs...>, By>;
  using entries = emit::full_entries<sizeof...(Fs), sizeof...(Xs)>;
  [[no_unique_address]] detail::literals<formula_vector<Fs...>::literal_count> literals;

  template <class... Arguments> LEIBNIZ_INLINE auto operator()(
      Arguments const&... arguments) const {
    return run(emit::take_jacobian<program, sizeof...(Fs), Xs...>{}, arguments...);
  }
  template <class Use, class... Arguments> LEIBNIZ_INLINE auto run(
      Use const& use, Arguments const&... arguments) const {
    return emit::call_named<program>(detail::literal_values(*this), use, arguments...);
  }
};

/// The Jacobian of several formulas by the listed variables and lets; `jacobian<order::reverse>(…)` fixes the order
/// of accumulation, which otherwise is the cheapest.
template <order By = order::cheapest, class... Fs, class... Xs>
constexpr auto jacobian(formula_vector<Fs...> const& fs, wrt_list<Xs...>) {
  return jacobian_of<By, formula_vector<Fs...>, Xs...>{fs.literals};
}
/// The Jacobian by all variables, in order of first appearance.
template <order By = order::cheapest, class... Fs>
constexpr auto jacobian(formula_vector<Fs...> const& fs) {
  return jacobian<By>(fs, emit::variables_as<wrt_list, Fs...>());
}
/// The Jacobian of one formula: a row.
template <order By = order::cheapest, Formula F, class... Xs>
constexpr auto jacobian(F const& f, wrt_list<Xs...> by) {
  return jacobian<By>(vector(f), by);
}
template <order By = order::cheapest, Formula F> constexpr auto jacobian(F const& f) {
  return jacobian<By>(vector(f));
}
template <order By = order::cheapest, class F, class... More>
constexpr auto jacobian(F const&, More const&...) {
  return detail::refuse_derivative<F, More...>();
}
template <order By = order::cheapest, class... Fs, class... More>
requires(sizeof...(More) > 0)
constexpr auto jacobian(formula_vector<Fs...> const&, More const&...) {
  return detail::refuse_derivative<constant<0>, More...>();
}

}  // namespace leibniz
