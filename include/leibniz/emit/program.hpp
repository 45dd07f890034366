// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/derive/expand.hpp"
#include "leibniz/derive/reverse.hpp"
#include "leibniz/graph/lower.hpp"
#include "leibniz/graph/trace.hpp"
#include "leibniz/schedule/plan.hpp"
#include "leibniz/simplify/rewriting_builder.hpp"
#include "leibniz/simplify/tidy.hpp"

// The stages from the user's code to a plan. Each is a constant evaluation of its own, which bounds the steps
// of any one of them, and leaves a graph of just the right size.
//
//   source     the graph as written; roots: the outputs, then the nodes to differentiate by
//   derived    with the derivatives asked for; roots: the values, then the derivatives
//   graph      dead nodes gone, powers written as products
//   plan       the order of the steps and the slots of their results

namespace leibniz::emit {

/// Source: formulas, of which the first `Outputs` are computed and the others are what to differentiate by.
template <int Outputs, class... Formulas> struct formula_source {
  static constexpr int outputs = Outputs;

  struct stage {
    static constexpr auto run() {
      leibniz::graph::builder g;
      leibniz::graph::lowering lower(g);
      (g.root(lower(Formulas::description())), ...);
      return g;
    }
  };
  static constexpr auto graph = leibniz::graph::evaluated<stage, 192>::value;
  static constexpr bool check() {
    if constexpr (!graph.ambiguous.empty())
      diagnose<"one name, two formulas:", fixed_string<graph.ambiguous.size() + 1>(graph.ambiguous),
               "rename one lz::let">();
    return true;
  }
  static_assert(check());
};

/// Source: a function, called once with traced scalars; to differentiate by: every scalar of its active inputs.
template <class Code, class... Inputs> struct function_source {
  using tracing = leibniz::graph::tracing<Code, Inputs...>;
  static constexpr int outputs = tracing::outputs;

  struct stage {
    static constexpr auto run() {
      simplify::rewriting_builder g(validity::always);
      leibniz::graph::lower_recording<tracing::value>(g);
      return g;
    }
  };
  static constexpr auto graph =
      leibniz::graph::evaluated<stage, tracing::value.entry_count + 1>::value;
};

template <auto const& Derived> struct finish_stage {
  static constexpr auto run() {
    leibniz::graph::builder g;
    simplify::tidy(g, Derived.view());
    return g;
  }
};

/// The plan of a derived graph.
template <auto const& Derived> struct planned {
  static constexpr auto graph =
      leibniz::graph::evaluated<finish_stage<Derived>, Derived.size.nodes>::value;
  static constexpr auto plan =
      schedule::make_plan<graph.size.nodes, graph.size.roots>(graph.view());
};

template <class Source> struct value_stages {
  struct stage {
    static constexpr auto run() {
      simplify::rewriting_builder g(validity::always);
      leibniz::graph::view from = Source::graph.view();
      derive::expansion image(g, from);
      for (int r = 0; r < Source::outputs; ++r) g.root(image[from.roots[r]]);
      return g;
    }
  };
  static constexpr auto derived =
      leibniz::graph::evaluated<stage, 2 * Source::graph.size.nodes>::value;
};

template <class Source> struct jacobian_stages {
  struct stage {
    static constexpr auto run() {
      simplify::rewriting_builder g(validity::always);
      leibniz::graph::view from = Source::graph.view();
      derive::expansion image(g, from);
      buffer<int> by, adjoints;
      for (int r = Source::outputs; r < from.size.roots; ++r) by.push_back(image[from.roots[r]]);
      g.allow(validity::finite);
      for (int r = 0; r < Source::outputs; ++r)
        derive::reverse(g, image[from.roots[r]], by, adjoints);
      for (int r = 0; r < Source::outputs; ++r) g.root(image[from.roots[r]]);
      for (int adjoint : adjoints) g.root(adjoint < 0 ? g.constant(integer(0)) : adjoint);
      return g;
    }
  };
  static constexpr auto derived =
      leibniz::graph::evaluated<stage, 5 * Source::graph.size.nodes>::value;
};

/// Computes the outputs of a source.
template <class Source> struct value_program : planned<value_stages<Source>::derived> {
  using source = Source;
};

/// Computes the outputs of a source, then their derivatives, output by output.
template <class Source> struct jacobian_program : planned<jacobian_stages<Source>::derived> {
  using source = Source;
};

}  // namespace leibniz::emit
