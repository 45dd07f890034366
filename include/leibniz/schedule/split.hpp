// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "leibniz/base/buffer.hpp"
#include "leibniz/schedule/plan.hpp"

// A long program in parts, each of which becomes a function. A part computes in slots of its own, which compilers turn
// into registers. What a later part needs is spilled to a frame that all parts share, and reloaded by each part that
// uses it; leaves are read again instead.

namespace leibniz::schedule {

/// At most this many nodes make one function, since the time that optimisers take grows faster than the function does;
/// of what is longer, a part has at least half as many, but for the last. The macro is for tests.
#ifndef LEIBNIZ_LARGEST_FUNCTION
#define LEIBNIZ_LARGEST_FUNCTION 8192
#endif
inline constexpr int largest_part = LEIBNIZ_LARGEST_FUNCTION, least_part = (largest_part + 1) / 2;

/// Steps that move numbers instead of computing: between the slots of a part and the frame, and to the results.
namespace move {
inline constexpr std::uint64_t spill_value = 1, spill_condition = 2, reload_value = 3,
                               reload_condition = 4, result = 5;
}

/// How many slots there are of each kind.
struct slot_counts {
  int values, conditions;
};

/// A plan whose steps are those of all parts behind each other.
template <int Capacity, int Roots, int MostParts> struct split_plan {
  static constexpr int capacity = Capacity;
  c_array<step, Capacity + 1> steps;
  int step_count;
  c_array<int, MostParts + 1> begin;  ///< where the steps of each part begin, and the last ones end
  int parts;
  c_array<int, Roots + 1> roots;  ///< which result each root is
  c_array<int, Roots + 1> done;   ///< the step that computes it
  int values, conditions;         ///< results
  slot_counts frame;              ///< what parts share
  slot_counts part;               ///< as many as any part needs
};

/// Where the parts of a graph end. A part ends where the fewest values are cut off from their next use, unless that is so
/// far away that no part holds both.
class cuts {
 public:
  constexpr cuts(graph::view const& graph_in, int least_in, int most_in)
      : last_use_(graph_in.size.nodes),
        cut_off_(graph_in.size.nodes + 2),
        least_(least_in),
        most_(most_in) {
    int* const last = last_use_.data();
    int* const cut_off = cut_off_.data();
    for (int i = 0; i < graph_in.size.nodes; ++i) {
      graph::node const& n = graph_in.nodes[i];
      int const operands[] = {n.a, n.b, n.c}, arity = n.operation->arity;
      cut_off[i + 1] = 0;  // in order: elsewhere first would cost GCC's evaluation a search
      last[i] = arity == 0 ? -1 : i;
      for (int k = 0; k < arity; ++k) {
        int const x = operands[k], before = last[x];
        if (before < 0) continue;  // a leaf
        if (i - before < most_in) {
          ++cut_off[before + 1];
          --cut_off[i + 1];
        }
        last[x] = i;
      }
    }
    for (int i = 1; i < graph_in.size.nodes; ++i) cut_off[i] += cut_off[i - 1];
  }
  /// The last node that uses each, or itself.
  constexpr int const* last_use() const { return last_use_.data(); }
  /// The end of the part that begins at a node.
  constexpr int after(int begin) const {
    int const n = last_use_.size(), last = begin + most_;
    if (last >= n) return n;
    int const* const cut_off = cut_off_.data();
    int best = begin + least_;
    for (int i = best; i <= last; ++i)
      if (cut_off[i] <= cut_off[best]) best = i;
    return best;
  }

 private:
  buffer<int> last_use_, cut_off_;
  int least_, most_;
};

/// Plans a graph whose nodes are all needed in parts. Too small a capacity is only counted in.
/// Complexity: linear.
template <class Plan> class splitting {
 public:
  constexpr splitting(Plan& to_in, graph::view const& graph_in, int least_in, int most_in)
      : to_(to_in),
        nodes_(graph_in.nodes),
        ends_(graph_in, least_in, most_in),
        last_use_(ends_.last_use()),
        states_(graph_in.size.nodes) {
    state_ = states_.data();
    for (int r = 0; r < graph_in.size.roots; ++r)
      if (int& result = state_[graph_in.roots[r]].result; result == 0) result = ++to_in.values;
    done_.resize(to_in.values, 0);
    while (end_ < graph_in.size.nodes) {
      int const begin = end_;
      end_ = ends_.after(begin);
      to_in.begin[to_in.parts++] = to_in.step_count;
      plan_part(begin);
    }
    to_in.begin[to_in.parts] = to_in.step_count;
    for (int r = 0; r < graph_in.size.roots; ++r) {
      to_in.roots[r] = state_[graph_in.roots[r]].result - 1;
      to_in.done[r] = done_[to_in.roots[r]];
    }
  }

 private:
  /// Which part a node has a slot in, which, its slot in the frame, and its result; counted from 1.
  struct state {
    int part, slot, framed, result;
  };

  constexpr void push(std::uint64_t operation, int result, int a, int b = 0, int c = 0) {
    if (to_.step_count < Plan::capacity) to_.steps[to_.step_count] = {operation, result, a, b, c};
    ++to_.step_count;
  }
  constexpr int new_slot(state& of, bool condition) {
    of.part = to_.parts;
    return of.slot = condition ? here_.conditions++ : here_.values++;
  }
  /// Reads a leaf, or reloads what another part computed.
  constexpr int bring(int x) {
    state& s = state_[x];
    graph::node const& n = nodes_[x];
    bool const condition = n.operation->condition;
    int const slot = new_slot(s, condition);
    if (n.operation->arity == 0) {
      push(n.operation->id, slot, n.a);
    } else {
      push(condition ? move::reload_condition : move::reload_value, slot, s.framed);
      if (last_use_[x] < end_) ending_[condition].push_back(s.framed);
    }
    return slot;
  }
  constexpr void spill(state& s, bool condition) {
    buffer<int>& unused = unused_[condition];
    if (unused.empty()) {
      s.framed = condition ? to_.frame.conditions++ : to_.frame.values++;
    } else {
      s.framed = unused.back();
      unused.pop_back();
    }
    push(condition ? move::spill_condition : move::spill_value, s.framed, s.slot);
  }
  constexpr void plan_part(int begin) {
    here_ = {0, 0};
    state* const states = state_;
    int const first_result = results_.size(), part = to_.parts, end = end_;
    for (int i = begin; i < end; ++i) {
      graph::node const& n = nodes_[i];
      state& s = states[i];
      int const arity = n.operation->arity;
      if (arity > 0) {
        int operands[] = {n.a, n.b, n.c};
        for (int k = 0; k < arity; ++k) {
          state const& x = states[operands[k]];
          operands[k] = x.part == part ? x.slot : bring(operands[k]);
        }
        bool const condition = n.operation->condition;
        push(n.operation->id, new_slot(s, condition), operands[0], operands[1], operands[2]);
        if (s.result > 0) finish(i);
        if (last_use_[i] >= end) spill(s, condition);
      } else if (s.result > 0) {
        bring(i);
        finish(i);
      }
    }
    // Last, so that what stands side by side can be computed and stored side by side.
    for (int r = first_result; r < results_.size(); ++r)
      push(move::result, state_[results_[r]].result - 1, state_[results_[r]].slot);
    for (int k = 0; k < 2; ++k) {
      for (int slot : ending_[k]) unused_[k].push_back(slot);
      ending_[k] = buffer<int>();
    }
    if (here_.values > to_.part.values) to_.part.values = here_.values;
    if (here_.conditions > to_.part.conditions) to_.part.conditions = here_.conditions;
  }
  constexpr void finish(int node) {
    done_[state_[node].result - 1] = to_.step_count - 1;
    results_.push_back(node);
  }

  Plan& to_;
  graph::node const* nodes_;
  cuts ends_;
  int const* last_use_;
  buffer<state> states_;
  state* state_ = nullptr;
  buffer<int> done_, results_;  // the step of each result, and the nodes that are one
  buffer<int> unused_[2],
      ending_[2];  // slots of the frame: free ones, and such that this part uses last
  slot_counts here_{};
  int end_ = 0;
};

/// The plan of a graph that is too long for one function.
template <auto const& Graph> struct split {
  static constexpr int nodes = Graph.size.nodes;
  template <int Capacity> static constexpr auto attempt() {
    split_plan<Capacity, Graph.size.roots, nodes / least_part + 1> plan{};
    splitting(plan, Graph.view(), least_part, largest_part);
    return plan;
  }
  static constexpr auto first = attempt<nodes + nodes / 2>();
  static constexpr auto const& choose() {
    if constexpr (first.step_count <= first.capacity) return first;
    else return exact<first.step_count>;
  }
  template <int Steps> static constexpr auto exact = attempt<Steps>();
  static constexpr auto const& value = choose();
};

/// The plan of a graph.
template <auto const& Graph, bool IsLong = (Graph.size.nodes > largest_part)> struct planned {
  static constexpr auto value = make_plan<Graph.size.nodes, Graph.size.roots>(Graph.view());
};
template <auto const& Graph> struct planned<Graph, true> : split<Graph> {};

}  // namespace leibniz::schedule
