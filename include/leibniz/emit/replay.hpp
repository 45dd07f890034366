// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>
#include <utility>

#include "leibniz/emit/run.hpp"
#include "leibniz/expression/traced.hpp"

// A program that is called with traced scalars, inside a function that uses a formula, a gradient or another verb.
// Its graph is recorded once more, node by node, as it was before powers became products and abbreviations were
// written out: what is differentiated again must not cancel. That takes one loop while compiling, and no code.

namespace leibniz::emit {

template <class Program> struct slots<Program, traced> {
  traced v[Program::plan.values + 1];
};

/// Notes the nodes that a graph's roots need in a recording; the first `values` of these are no derivatives.
class replay {
 public:
  constexpr replay(graph::view const& graph_in, int values_in, recording* to_in)
      : g_(graph_in),
        to_(to_in),
        entry_(graph_in.size.nodes, -1),
        use_(graph_in.size.nodes, unused) {
    for (int r = g_.size.roots; r-- > 0;)
      use_[g_.roots[r]] = r < values_in ? of_value : of_derivative;
    for (int i = g_.size.nodes; i-- > 0;)
      for (int k = 0; use_[i] != unused && k < g_[i].arity(); ++k)
        if (int const operand = g_[i].operand(k); operand >= 0 && use_[operand] < use_[i])
          use_[operand] = use_[i];
  }
  constexpr void run(auto const& inputs, double const* literals) {
    for (int i = 0; i < g_.size.nodes; ++i)
      if (use_[i] != unused) entry_[i] = note(i, inputs, literals);
  }
  constexpr traced root(int r) const { return traced(to_, entry_[g_.roots[r]]); }

 private:
  static constexpr char unused = 0, of_derivative = 1, of_value = 2;

  constexpr int note(int i, auto const& inputs, double const* literals) {
    graph::node const& n = g_[i];
    if (n.operation->is_input()) return traced(inputs[n.a]).id(to_);
    if (*n.operation == operation::literal) return traced(literals[n.a]).id(to_);
    if (n.operation->is_let()) return entry_[n.a];
    bool const derived = use_[i] == of_derivative;
    if (*n.operation == operation::constant) {  // as it is: 1/3 stays a quotient
      number const& value = g_.numbers[n.a];
      return to_->add({operation::constant.id, 1, 0, 0, value.as_double(), derived, &value});
    }
    int operands[3] = {-1, -1, -1};
    for (int k = 0; k < n.arity(); ++k) operands[k] = entry_[n.operand(k)];
    return to_->add({n.operation->id, operands[0], operands[1], operands[2], 0, derived});
  }
  graph::view g_;
  recording* to_;
  buffer<int> entry_;
  buffer<char> use_;
};

/// The inputs as plain numbers, where none of them stands in a recording.
template <class Inputs> struct plain_inputs {
  Inputs const& inputs;
  constexpr double operator[](int i) const { return traced(inputs[i]).value(); }
};

/// Takes the roots of a program that ran with plain numbers.
template <class Program> struct take_roots {
  slots<Program, traced>& to;
  constexpr int operator()(slots<Program, double> const& plain) const {
    for (int r = 0; r < Program::derived_graph.size.roots; ++r)
      to.v[Program::plan.roots[r]] = traced(plain.v[Program::plan.roots[r]]);
    return 0;
  }
};

/// Records every step of a program for `use`, which gets the slots afterwards.
template <class Program, class T, class Use, int... Parts>
requires std::is_same_v<T, traced>
constexpr auto run(Use const& use, auto const& inputs, double const* literals,
                   std::integer_sequence<int, Parts...> all) {
  slots<Program, traced> s;
  recording* to = nullptr;
  for (int i = 0; i < Program::derived_graph.size.inputs && to == nullptr; ++i)
    to = traced(inputs[i]).where();
  if (to == nullptr) {
    emit::run<Program, double>(take_roots<Program>{s},
                               plain_inputs<std::remove_cvref_t<decltype(inputs)>>{inputs},
                               literals, all);
  } else {
    replay steps(Program::derived_graph.view(), Program::values, to);
    steps.run(inputs, literals);
    for (int r = 0; r < Program::derived_graph.size.roots; ++r)
      s.v[Program::plan.roots[r]] = steps.root(r);
  }
  return use(s);
}

}  // namespace leibniz::emit
