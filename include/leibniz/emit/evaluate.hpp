// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/emit/bind.hpp"
#include "leibniz/emit/program.hpp"

namespace leibniz {

namespace emit {

template <class Program> struct take_root {
  template <class Slots> LEIBNIZ_INLINE auto operator()(Slots const& s) const {
    return s.v[Program::plan.roots[0]];
  }
};

}  // namespace emit

/// The value of a formula for named arguments; what `f(x = 2.0, y = 5.0)` calls.
template <Formula F, class... Arguments>
LEIBNIZ_INLINE auto evaluate(F const& f, Arguments const&... arguments) {
  using program = emit::value_program<emit::formula_source<1, wrt_list<>, F>>;
  return emit::call_named<program>(detail::literal_values(f), emit::take_root<program>{},
                                   arguments...);
}

}  // namespace leibniz
