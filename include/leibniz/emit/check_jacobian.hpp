// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>
#include <utility>

#include "leibniz/emit/difference_check.hpp"
#include "leibniz/emit/function_jacobian.hpp"
#include "leibniz/emit/jacobian.hpp"

namespace leibniz {

/// Compares a Jacobian with central differences, as check_gradient does a gradient; `row` is the output of the worst
/// entry and `index` its column: `check_jacobian(lz::jacobian(lz::vector(f, g)), x = 2.0, y = 5.0).error`.
template <order By, class... Fs, class... Xs, Argument... As>
constexpr auto check_jacobian(jacobian_of<By, formula_vector<Fs...>, Xs...> const& j,
                              As const&... as) {
  static_assert(
      sizeof...(Xs) > 0,
      "leibniz::check_jacobian: the formulas have no variables: there is nothing to check");
  static_assert((is_variable<Xs> && ...),
                "leibniz::check_jacobian: a let cannot be moved: check the Jacobian by variables");
  auto const here = j(as...);
  using T = std::remove_cvref_t<decltype(here.jacobian(0, 0))>;
  return emit::check_variables<T>(
      wrt_list<Xs...>{}, j,
      [&](int leibniz_row, int leibniz_column) {
        return here.jacobian(leibniz_row, leibniz_column);
      },
      as...);
}

/// The same of a function: `check_jacobian(lz::jacobian(f), p, q)` moves every scalar of the active inputs.
template <order By, class Code, class... Inputs, class... As>
constexpr auto check_jacobian(function_jacobian<By, Code, Inputs...> const& j, As const&... as) {
  using inputs = emit::shape_list<Inputs...>;
  if constexpr (!emit::inputs_fit<As...>(inputs{},
                                         std::make_integer_sequence<int, sizeof...(As)>{})) {
    return gradient_check<double>{};  // after an error
  } else {
    auto const here = j(as...);
    return emit::check_inputs_of<typename emit::scalar_of_inputs<inputs, As...>::type>(
        function_of<Code, Inputs...>{}, j,
        [&](int leibniz_row, int leibniz_column) {
          return here.jacobian(leibniz_row, leibniz_column);
        },
        as...);
  }
}
template <class J, class... As> constexpr auto check_jacobian(J const&, As const&...) {
  static_assert(never<J>,
                "leibniz::check_jacobian: takes a whole Jacobian and the arguments of its call: "
                "check_jacobian(lz::jacobian(f), p)");
  return gradient_check<double>{};
}

}  // namespace leibniz
