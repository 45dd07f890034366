// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/emit/function.hpp"
#include "leibniz/emit/program.hpp"

// The graph of a program, which is a constant, computed again at run time, so that mistakes at run time reach what is
// asked of it.

namespace leibniz_mutant {

template <class Program> struct again {
  template <class Ask> static constexpr auto of(Ask ask) { return ask(Program::graph.view()); }
};
template <class Source, leibniz::emit::request Asked, leibniz::order Accumulation,
          leibniz::emit::way By>
struct again<leibniz::emit::program<Source, Asked, Accumulation, By>> {
  template <class Ask> static constexpr auto of(Ask ask) {
    if (std::is_constant_evaluated())
      return ask(leibniz::emit::program<Source, Asked, Accumulation, By>::graph.view());
    using derived = leibniz::emit::derived<Source, Asked, Accumulation, By>;
    auto const g = derived::stage::run();
    auto const finished = leibniz::emit::ordered(
        leibniz::simplification::finished(g.view(), derived::values), Source::direction_count == 1);
    return ask(finished.view());
  }
};

}  // namespace leibniz_mutant
