// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "leibniz/emit/difference_check.hpp"
#include "leibniz/emit/function_gradient.hpp"
#include "leibniz/emit/gradient.hpp"

namespace leibniz {

/// Compares a gradient with central differences: `check_gradient(lz::gradient(f), x = 2.0, y = 5.0).error`. Where
/// the formula is smooth the error is about the two-thirds power of the rounding error, 1e-10 for doubles; it is NaN
/// where a derivative or a difference is not finite, so compare as in `error < 1e-8`.
template <Formula F, class... Xs, Argument... As>
constexpr auto check_gradient(gradient_of<F, Xs...> const& g, As const&... as) {
  static_assert(sizeof...(Xs) > 0,
                "leibniz::check_gradient: the formula has no variables: there is nothing to check");
  static_assert((is_variable<Xs> && ...),
                "leibniz::check_gradient: a let cannot be moved: check the gradient by variables");
  auto const at = g(as...);
  using T = std::remove_cvref_t<decltype(at.value)>;
  T const derivatives[] = {at[Xs{}]..., T(0)};
  return emit::check_variables<T>(
      wrt_list<Xs...>{}, g, [&](int, int leibniz_column) { return derivatives[leibniz_column]; },
      as...);
}

namespace emit {
template <class Program> struct take_derivatives {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    return take_array<Program, 1, Program::source::direction_count>(s);
  }
};
}  // namespace emit

/// The same of a function: `check_gradient(lz::gradient(f), p, q)` moves every scalar of the active inputs.
template <class Code, class... Inputs, class... As>
constexpr auto check_gradient(function_gradient<Code, Inputs...> const& g, As const&... as) {
  using inputs = emit::shape_list<Inputs...>;
  if constexpr (!emit::inputs_fit<As...>(inputs{},
                                         std::make_integer_sequence<int, sizeof...(As)>{})) {
    return gradient_check<double>{};  // after an error
  } else {
    using program = typename function_gradient<Code, Inputs...>::program;
    auto const derivatives = g.run(emit::take_derivatives<program>{}, as...);
    return emit::check_inputs_of<typename emit::scalar_of_inputs<inputs, As...>::type>(
        function_of<Code, Inputs...>{}, g,
        [&](int, int leibniz_column) {
          return derivatives[static_cast<std::size_t>(leibniz_column)];
        },
        as...);
  }
}
template <class G, class... As> constexpr auto check_gradient(G const&, As const&...) {
  static_assert(never<G>,
                "leibniz::check_gradient: takes a gradient and the arguments of its call: "
                "check_gradient(lz::gradient(f), x = 2.0, y = 5.0)");
  return gradient_check<double>{};
}

}  // namespace leibniz
