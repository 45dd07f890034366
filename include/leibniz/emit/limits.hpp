// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/base/diagnose.hpp"
#include "leibniz/graph/builder.hpp"
#include "leibniz/graph/id_map.hpp"

// The compilers' limits on the steps of one constant evaluation. Where one is met, there is one error: what there is too
// much of, how much, the limit and the cure. Whether a stage ends is found out by substitution failure.

namespace leibniz::emit {

/// Graphs up to this size are derived without asking first whether the compiler's limits suffice. The CMake target,
/// which raises the limits, defines it.
#if !defined(LEIBNIZ_LARGEST_UNCHECKED)
#define LEIBNIZ_LARGEST_UNCHECKED 60
#endif
inline constexpr int largest_unchecked = LEIBNIZ_LARGEST_UNCHECKED;
#if defined(__clang__)
inline constexpr fixed_string limit_on_steps("-fconstexpr-steps");
#else
inline constexpr fixed_string limit_on_steps("-fconstexpr-ops-limit");
#endif

/// The size of the graph that a stage makes; −1 where the compiler's limit on the steps of one constant evaluation is
/// met before.
template <class Stage, int Size = Stage::run().size()> constexpr int size_made(int) { return Size; }
template <class Stage> constexpr int size_made(long) { return -1; }
template <class Stage> inline constexpr int size_of = size_made<Stage>(0);

/// False, and the error: `diagnose` with what there is too much of, and how much.
template <fixed_string... What> constexpr bool too_large() {
  return diagnose<What..., "too many for this limit:", limit_on_steps,
                  "raise it, or in CMake link to", "leibniz::leibniz">();
}
/// Whether a stage ends; asked only where there is much work to do, in nodes of a function whose gradient is derived.
template <class Stage, int Work> constexpr bool ends() {
  if constexpr (Work <= largest_unchecked) return true;
  else return size_of<Stage> >= 0;
}
/// The same; if not, an error.
template <class Stage, int Work, fixed_string What, int Nodes> constexpr bool within_limits() {
  if constexpr (ends<Stage, Work>()) return true;
  else return too_large<What, digits<Nodes>()>();
}

inline constexpr int largest_survey = 8000;
/// What formulas read, and of how many parts they are made: counted in few steps, where lowering them takes too many.
template <class... Formulas> struct survey {
  int parts = 0;
  leibniz::graph::builder graph;

  struct part {
    record const* from;
  };
  constexpr survey() { (add(Formulas::description()), ...); }

 private:
  constexpr void add(record const& formula) {
    buffer<part> open(1, {&formula});
    while (!open.empty() && parts < largest_survey) {
      record const& r = *open.back().from;
      open.pop_back();
      if (known_.find(r.id) >= 0) continue;
      known_.insert(r.id, parts++);
      if (r.arity == 0 && r.operation->is_input()) graph.input(*r.operation, r.name);
      for (int k = 0; k < r.arity; ++k) open.push_back({r.operands[k]});
    }
  }
  leibniz::graph::id_map known_;
};
template <int Parts> constexpr bool too_many_parts() {
  if constexpr (Parts < largest_survey)
    return too_large<"nodes of the formula:", digits<Parts>()>();
  else return too_large<"nodes of the formula: more than", digits<Parts>()>();
}

/// What a constant evaluation gives, `Stage::run()`, a number or a truth value; 0 and the error, `Stage::refuse()`, where
/// it meets the limit.
template <class Stage, auto Value = Stage::run()> constexpr auto number_made(int) { return Value; }
template <class Stage> constexpr decltype(Stage::run()) number_made(long) {
  Stage::refuse();
  return {};
}
/// Whether an evaluation ends that is not asked about formulas of few parts; if not, an error.
template <class Stage, class... Formulas> constexpr bool ends_for() {
  constexpr int few_parts = 30, parts = survey<Formulas...>().parts;
  if constexpr (parts <= few_parts) return true;
  else if constexpr (size_made<Stage>(0) >= 0) return true;
  else return too_many_parts<parts>();
}

}  // namespace leibniz::emit
