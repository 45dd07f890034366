// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <tuple>

#include "leibniz/expression/derivative_of.hpp"

namespace leibniz {

void evaluate_vector();  // ends unqualified lookup here, see expression/formula.hpp

/// Several formulas that are computed together. Called with named arguments it gives their values.
template <Formula... Fs> struct formula_vector {
  static constexpr int size = sizeof...(Fs);
  static constexpr int literal_count = (Fs::literal_count + ... + 0);
  [[no_unique_address]] detail::literals<literal_count> literals;

  /// A std::array of the values, everything shared computed once.
  template <class... Arguments> constexpr auto operator()(Arguments const&... arguments) const {
    return evaluate_vector(*this, arguments...);
  }
};

/// Collects formulas: `vector(f, derivative(f, x), derivative(f, x, y))`.
template <class... Fs> constexpr auto vector(Fs const&... fs) {
  static_assert(sizeof...(Fs) > 0, "leibniz::vector: name at least one formula");
  (detail::require_operand<Fs>(), ...);
  return formula_vector<as_formula_type<Fs>...>{detail::concatenate(as_formula(fs)...)};
}

/// Collects the formulas of a tuple, such as softmax gives.
template <class... Fs> constexpr auto vector(std::tuple<Fs...> const& fs) {
  return std::apply([](auto const&... leibniz_fs) { return vector(leibniz_fs...); }, fs);
}

}  // namespace leibniz
