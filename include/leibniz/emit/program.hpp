// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <climits>
#include <string_view>
#include <type_traits>
#include <utility>

#include "leibniz/derive/assemble.hpp"
#include "leibniz/emit/direction.hpp"
#include "leibniz/emit/limits.hpp"
#include "leibniz/expression/simplify.hpp"
#include "leibniz/expression/wrt.hpp"
#include "leibniz/graph/lower.hpp"
#include "leibniz/graph/trace.hpp"
#include "leibniz/schedule/cost.hpp"
#include "leibniz/schedule/reorder.hpp"
#include "leibniz/schedule/split.hpp"
#include "leibniz/simplify/finish.hpp"
#include "leibniz/simplify/rewriting_builder.hpp"

// The stages from the user's code to a plan. Each is a constant evaluation of its own, which bounds the steps
// of any one of them, and leaves a graph of just the right size.
//
//   source     the graph as written; roots: the outputs, then the nodes to differentiate by
//   derived    with the derivatives asked for; roots: the values, then the derivatives
//   collected  constants of derivatives multiplied once
//   graph      dead nodes gone, powers written as products, in the order that keeps fewer values
//   plan       the order of the steps and the slots of their results

namespace leibniz::emit {

/// Source: formulas that are computed, and what to differentiate them by.
template <int Outputs, class By, class... Formulas> struct formula_source;
template <int Outputs, class... Xs, class... Formulas>
struct formula_source<Outputs, wrt_list<Xs...>, Formulas...> {
  static constexpr int outputs = Outputs;
  /// Names of the components of a direction and of adjoints, where they are inputs.
  static constexpr std::string_view directions[sizeof...(Xs) + 1] = {
      direction_name<Xs::name>.view()..., {}};
  static constexpr int direction_count = sizeof...(Xs);
  static constexpr int directions_at_once = 1;
  static constexpr std::string_view direction(int i) { return directions[i]; }
  static constexpr std::string_view adjoint(int i) {
    return adjoint_names<std::make_integer_sequence<int, Outputs>>::value[i];
  }

  static constexpr fixed_string what{"nodes of the formula:"};

  /// Stops as soon as there are more than `Most` nodes.
  template <int Most> struct stage {
    static constexpr auto run() {
      leibniz::graph::builder g;
      leibniz::graph::lowering lower(g, Most);
      (g.root(lower(Formulas::description())), ...);
      (g.root(lower(Xs::description())), ...);
      return g;
    }
  };
  /// Zeros, after an error.
  struct no_stage {
    static constexpr auto run() {
      leibniz::graph::builder g = survey<Formulas...>().graph;
      for (int i = 0; i < outputs + direction_count; ++i) g.root(g.constant(integer(0)));
      return g;
    }
  };
  static constexpr auto const& lowered() {
    using all = stage<INT_MAX>;
    using first = leibniz::graph::evaluated<stage<1000>, 1000>;
    if constexpr (first::fits) {
      return first::value;
    } else if constexpr (constexpr int size = size_made<all>(0); size >= 0) {
      return leibniz::graph::evaluated<all, size>::value;
    } else {
      too_many_parts<survey<Formulas...>().parts>();
      return leibniz::graph::evaluated<no_stage, 0>::value;
    }
  }
  static constexpr auto const& graph = lowered();
  /// Whether lz::simplify stands in a formula.
  static constexpr bool find_simplified() {
    for (int i = 0; i < graph.size.nodes; ++i)
      if (*graph.nodes[i].operation == operation::simplification) return true;
    return false;
  }
  static constexpr bool simplified = find_simplified();
  /// The name of two lets, or of a variable and a parameter; else nothing.
  static constexpr std::string_view ambiguous() {
    for (int i = 0; i < graph.size.nodes; ++i)
      for (int k = 0; *graph.nodes[i].operation == operation::parameter && k < graph.size.nodes;
           ++k)
        if (*graph.nodes[k].operation == operation::variable &&
            graph.nodes[k].a == graph.nodes[i].a)
          return graph.inputs[graph.nodes[i].a];
    return graph.ambiguous;
  }
  static constexpr bool check() {
    constexpr std::string_view name = ambiguous();
    if constexpr (!name.empty())
      diagnose<"one name for two things:", fixed_string<name.size() + 1>(name),
               "rename one of the two">();
    return true;
  }
  static_assert(check());
};

/// Source: a function, called once with traced scalars; to differentiate by: every scalar of its active inputs.
template <class Code, class... Inputs> struct function_source {
  using tracing = leibniz::graph::tracing<Code, Inputs...>;
  static constexpr int outputs = tracing::outputs;
  static constexpr int direction_count = tracing::active_size;
  static constexpr int directions_at_once = 1;
  static constexpr std::string_view direction(int) { return {}; }
  static constexpr std::string_view adjoint(int) { return {}; }

  static constexpr bool simplified = leibniz::detail::is_simplified<Code>;
  static constexpr fixed_string what{"nodes of the function:"};

  struct stage {
    static constexpr auto run() {
      if constexpr (simplified)
        return simplification::with_constants_collected(
            simplification::lighter(lowered(validity::real), lowered(validity::finite)));
      else return lowered(validity::always);
    }
    static constexpr auto lowered(validity rules) {
      simplification::rewriting_builder g(rules);
      g.reserve(tracing::value.entry_count);
      leibniz::graph::lower_recording<tracing::value>(g);
      return g;
    }
  };
  /// Zeros, after an error.
  struct no_stage {
    static constexpr auto run() {
      leibniz::graph::builder g;
      for (int i = 0; i < outputs + direction_count; ++i) g.root(g.constant(integer(0)));
      return g;
    }
  };
  static constexpr int entries = tracing::value.entry_count;
  using chosen =
      std::conditional_t<within_limits<stage, entries, what, entries>(), stage, no_stage>;
  static constexpr auto graph = leibniz::graph::evaluated<chosen, entries + 1>::value;
};

/// The steps in the order in which they are computed. Of a single input, values and tangents can be computed side by side;
/// where there are more, another order of steps gains little for what it costs.
constexpr leibniz::graph::builder ordered(leibniz::graph::builder&& g, bool single_input) {
  if (!single_input) return static_cast<leibniz::graph::builder&&>(g);
  return schedule::fewest_live_values(static_cast<leibniz::graph::builder&&>(g));
}

/// More than a graph has: all of its roots are values.
inline constexpr int all_roots = INT_MAX;

/// A derived graph whose first roots are values, with the constants of the others collected where that is less work.
template <auto const& Derived, int Values, bool = simplification::collects(Derived.size, Values)>
struct collected {
  static constexpr auto const& value = Derived;
};
template <auto const& Derived, int Values> struct collected<Derived, Values, true> {
  struct stage {
    static constexpr auto run() {
      leibniz::graph::builder g;
      g.reserve(Derived.size.nodes);
      simplification::collect_constants(g, Derived.view(), Values);
      return g;
    }
  };
  static constexpr int nodes = Derived.size.nodes;
  static constexpr auto const& choose() {
    if constexpr (ends<stage, nodes / 6>()) {
      constexpr auto const& candidate = leibniz::graph::evaluated<stage, nodes>::value;
      if constexpr (simplification::work(candidate.view()) < simplification::work(Derived.view()))
        return candidate;
      else return Derived;
    } else {
      return Derived;
    }
  }
  static constexpr auto const& value = choose();
};

template <auto const& Derived, bool SingleInput> struct finish_stage {
  static constexpr auto run() {
    leibniz::graph::builder g;
    g.reserve(Derived.size.nodes);
    simplification::tidy(g, Derived.view());
    return ordered(static_cast<leibniz::graph::builder&&>(g), SingleInput);
  }
};
/// Zeros, after an error.
template <auto const& Derived> struct no_finish_stage {
  static constexpr auto run() {
    leibniz::graph::builder g;
    g.copy_inputs(Derived.view());
    for (int i = 0; i < Derived.size.roots; ++i) g.root(g.constant(integer(0)));
    return g;
  }
};

/// The plan of a derived graph.
template <auto const& Derived, int Values = all_roots, bool SingleInput = false> struct planned {
  static constexpr auto const& derived_graph = Derived;
  static constexpr int values = Values;
  using stage = finish_stage<collected<Derived, Values>::value, SingleInput>;
  static constexpr int nodes = Derived.size.nodes;
  // deriving takes up to six times the steps, for each of the nodes that it makes
  using chosen =
      std::conditional_t<within_limits<stage, nodes / 6, "nodes of derivatives:", nodes>(), stage,
                         no_finish_stage<Derived>>;
  static constexpr auto graph = leibniz::graph::evaluated<chosen, nodes>::value;
  static constexpr auto const& plan = schedule::planned<graph>::value;
};

/// What is asked for besides the values. Directions and adjoints are inputs that follow the formula's own.
enum class request {
  values,
  jacobian,
  hessian,
  jvp,
  vjp,
  hvp,
  gauss_newton,
  taylor,            ///< the values are the coefficients of order 0
  jacobian_entries,  ///< single ones, without the values
  hessian_entries,
  hessian_rows
};
/// How a product with a Jacobian or Hessian is computed: by tangents or adjoints, or with the matrix.
enum class way { sweeps, matrix };

/// The end of a derivation: quotients by one divisor share its reciprocal, except those that the first `values` roots
/// need. Not in large graphs, where the pass takes as many steps of evaluation as deriving them.
constexpr simplification::rewriting_builder share_quotients(simplification::rewriting_builder g,
                                                            bool exact, int values) {
  constexpr int largest_shared = 1000;
  if (exact && g.size() > largest_shared) return g;
  simplification::rewriting_builder shared(validity::always);
  simplification::share_reciprocals(shared, g.view(), exact ? 3 : 2, exact ? values : 0);
  return shared;
}

/// How a source is derived.
template <class Source, request Asked, order Accumulation, way By> struct derivation {
  static constexpr bool with_values =
      Asked != request::jacobian_entries && Asked != request::hessian_entries;
  /// How many of the roots, the first, are computed as they were written.
  static constexpr int values = Asked == request::values ? all_roots
                                : with_values            ? Source::outputs
                                                         : 0;
  /// Directions and adjoints, behind the inputs of the source.
  template <class Builder> static constexpr buffer<int> add_extra_inputs(Builder& g) {
    buffer<int> extra;
    if constexpr (Asked == request::jvp || Asked == request::hvp || Asked == request::taylor)
      for (int i = 0; i < Source::direction_count * Source::directions_at_once; ++i)
        extra.push_back(g.add_input(operation::parameter, Source::direction(i)));
    if constexpr (Asked == request::vjp)
      for (int i = 0; i < Source::outputs * Source::directions_at_once; ++i)
        extra.push_back(g.add_input(operation::parameter, Source::adjoint(i)));
    return extra;
  }
  struct stage {
    static constexpr auto run() {
      if constexpr (Source::simplified)
        return simplification::lighter(run_by(validity::real), run_by(validity::finite));
      else return run_by(validity::finite);
    }
    static constexpr auto run_by(validity rules) {
      simplification::rewriting_builder g(validity::always);
      g.reserve((Asked == request::values ? 1 : 3) * Source::graph.size.nodes);
      derive::assembly<simplification::rewriting_builder, Source::simplified> all(
          g, Source::graph.view(), Source::outputs, rules);
      buffer<int> const extra = add_extra_inputs(g);
      if constexpr (with_values) all.values();
      constexpr bool by_row = Accumulation == order::reverse;
      if constexpr (Asked == request::jacobian && (by_row || Accumulation == order::forward))
        all.jacobian_by_sweeps(by_row);
      else if constexpr (Asked == request::jacobian) all.jacobian(Accumulation);
      else if constexpr (Asked == request::hessian) all.hessian(Accumulation);
      else if constexpr (Asked == request::jacobian_entries)
        all.jacobian_entries(Source::pairs(), Accumulation);
      else if constexpr (Asked == request::hessian_entries)
        all.hessian_entries({}, Source::pairs());
      else if constexpr (Asked == request::hessian_rows)
        all.hessian_entries(Source::rows_asked(), Source::pairs());
      else if constexpr (Asked == request::taylor) all.taylor(extra, Source::coefficients);
      else if constexpr (Asked == request::gauss_newton)
        all.gauss_newton(Accumulation, By == way::sweeps);
      else if constexpr (Asked == request::jvp && By == way::sweeps) all.jvp(extra);
      else if constexpr (Asked == request::vjp && By == way::sweeps) all.vjp(extra);
      else if constexpr (Asked == request::hvp && By == way::sweeps) all.hvp(extra);
      else if constexpr (Asked == request::jvp) all.jvp_by_jacobian(extra, Accumulation);
      else if constexpr (Asked == request::vjp) all.vjp_by_jacobian(extra, Accumulation);
      else if constexpr (Asked == request::hvp) all.hvp_by_hessian(extra, Accumulation);
      bool const exact = rules != validity::real;
      if (exact && Asked == request::values) return g;
      return share_quotients(static_cast<simplification::rewriting_builder&&>(g), exact,
                             with_values ? Source::outputs : 0);
    }
  };
  /// Zeros, after an error.
  struct no_stage {
    static constexpr auto run() {
      leibniz::graph::builder g;
      g.copy_inputs(Source::graph.view());
      add_extra_inputs(g);
      int const zero = g.constant(integer(0));
      for (int i = 0; i < roots(); ++i) g.root(zero);
      return g;
    }
    /// As many as are taken, or more.
    static constexpr int roots() {
      constexpr int m = Source::outputs, n = Source::graph.size.roots - m;
      constexpr int k = Source::directions_at_once;
      if constexpr (Asked == request::values) return m;
      else if constexpr (Asked == request::jacobian) return m + m * n;
      else if constexpr (Asked == request::jvp) return m + m * k;
      else if constexpr (Asked == request::vjp) return m + n * k;
      else if constexpr (Asked == request::hvp) return m + n + n * k;
      else if constexpr (Asked == request::taylor) return m * Source::coefficients;
      else return 2 * m + (m + n + 2) * n;
    }
  };
  static constexpr int nodes = Source::graph.size.nodes;
  /// What deriving takes, about: a row or a column of a matrix, or a direction, as much as a gradient at most.
  static constexpr int work() {
    constexpr int m = Source::outputs, n = Source::graph.size.roots - m;
    int sweeps = m < n ? m : n;
    if constexpr (Asked == request::values) sweeps = 1;
    else if constexpr (Asked == request::taylor) sweeps = Source::coefficients;
    else if constexpr (Asked == request::hessian || Asked == request::hessian_entries ||
                       Asked == request::hessian_rows)
      sweeps = n;
    else if constexpr (By == way::sweeps && (Asked == request::jvp || Asked == request::vjp))
      sweeps = Source::directions_at_once;
    else if constexpr (Asked == request::hvp)
      sweeps = By == way::sweeps ? 1 + Source::directions_at_once : n;
    return nodes * (1 + sweeps) / 2;
  }
};

template <class Source, request Asked, order Accumulation = order::reverse, way By = way::sweeps>
struct derived : derivation<Source, Asked, Accumulation, By> {
  using how = derivation<Source, Asked, Accumulation, By>;
  using chosen = std::conditional_t<
      within_limits<typename how::stage, how::work(), Source::what, how::nodes>(),
      typename how::stage, typename how::no_stage>;
  static constexpr int expected = (Asked == request::values ? 2 : 5) * how::nodes;
  static constexpr auto value = leibniz::graph::evaluated<chosen, expected>::value;
};

/// Computes the outputs of a source, then what is asked for.
template <class Source, request Asked, order Accumulation = order::reverse, way By = way::sweeps>
struct program
    : planned<derived<Source, Asked, Accumulation, By>::value,
              derived<Source, Asked, Accumulation, By>::values, Source::direction_count == 1> {
  using source = Source;
  static constexpr order accumulation = Accumulation;
};

/// The operations of a program, counted without keeping the graph.
template <class Source, request Asked, order Accumulation, way By> struct counting_stage {
  static constexpr int run() {
    auto const g = derivation<Source, Asked, Accumulation, By>::stage::run();
    leibniz::graph::builder tidied;
    simplification::tidy(tidied, g.view());
    return schedule::count(tidied.view()).operations;
  }
};
template <class Stage, int Count = Stage::run()> constexpr int counted(int) { return Count; }
template <class Stage> constexpr int counted(long) { return INT_MAX; }
/// More than any where the compiler's limit on the steps of one constant evaluation is met.
template <class Source, request Asked, order Accumulation, way By>
constexpr int count_operations() {
  return counted<counting_stage<Source, Asked, Accumulation, By>>(0);
}
template <class Source> using value_program = program<Source, request::values>;

/// The order that derives: a column is accumulated forward, where also less is kept, and a row in reverse; the cheapest is
/// looked for unless that meets the compiler's limits.
template <class Source, request Asked, order By, int Rows = Source::outputs,
          int Columns = Source::direction_count>
constexpr order order_for() {
  constexpr bool of_gradient = Asked == request::hessian || Asked == request::hvp;
  if constexpr (By != order::cheapest) return By;
  else if constexpr (Columns == 1) return order::forward;
  else if constexpr (Rows == 1 && !of_gradient) return order::reverse;
  else {
    using tried =
        derivation<Source, of_gradient ? request::hessian : request::jacobian, By, way::sweeps>;
    if constexpr (requires { requires ends<typename tried::stage, tried::work()>(); }) return By;
    else return of_gradient || Columns < Rows ? order::forward : order::reverse;
  }
}
template <class Source, order By = order::cheapest>
using jacobian_program =
    program<Source, request::jacobian, order_for<Source, request::jacobian, By>()>;
template <class Source> using hessian_program =
    program<Source, request::hessian, order_for<Source, request::hessian, order::cheapest>()>;

/// A product with several directions at once, or J'r and J'J, in the way that needs fewer operations. Of very large
/// graphs the matrix is not tried.
template <class Source, request Asked> struct cheapest_product {
  static constexpr int largest_counted = 700;
  /// The matrix's order, which is looked for once, however many directions are asked for.
  static constexpr order accumulation() {
    if constexpr (requires { typename Source::of_one_direction; })
      return order_for<typename Source::of_one_direction, Asked, order::cheapest>();
    else return order_for<Source, Asked, order::cheapest>();
  }
  /// The order where the matrix is not used, or not for all.
  static constexpr order sweeps() {
    return Asked == request::gauss_newton ? accumulation() : order::reverse;
  }
  static constexpr bool matrix() {
    if constexpr (Source::graph.size.nodes > largest_counted) return Asked == request::gauss_newton;
    else
      return count_operations<Source, Asked, accumulation(), way::matrix>() <
             count_operations<Source, Asked, sweeps(), way::sweeps>();
  }
  static constexpr auto choose() {
    if constexpr (matrix())
      return std::type_identity<program<Source, Asked, accumulation(), way::matrix>>{};
    else return std::type_identity<program<Source, Asked, sweeps()>>{};
  }
  using type = typename decltype(choose())::type;
};

}  // namespace leibniz::emit
