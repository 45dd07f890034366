// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <climits>

#include "leibniz/graph/builder.hpp"
#include "leibniz/graph/id_map.hpp"

namespace leibniz::graph {

/// Turns formulas into nodes of one builder: the only walk over what formula types say.
///
/// A part without plain literals is visited once, however often it is used (its id identifies it). A part
/// with literals is visited at each use, since two uses of one type may hold different numbers; literals are
/// numbered in order of appearance. A let is visited once: its name identifies it.
/// Complexity: linear in the number of distinct parts and of literals; depth is not limited.
template <class Builder> class lowering {
 public:
  /// Plain literals become leaves of their own or, if their values are given, constants. Where the builder has more
  /// than `most_in` nodes, the rest is left out.
  constexpr explicit lowering(Builder& to_in, int most_in = INT_MAX) : to_(to_in), most_(most_in) {}
  constexpr lowering(Builder& to_in, double const* literals_in)
      : to_(to_in), literals_(literals_in), values_known_(true) {}

  constexpr int operator()(record const& formula) {
    int result = enter(formula);
    while (!stack_.empty() && to_.size() <= most_) {
      frame& top = stack_.back();
      if (result >= 0) top.operands[top.done++] = result;
      if (top.done < top.from->arity) {
        result = enter(*top.from->operands[top.done]);
      } else {
        result = finish(top);
        stack_.pop_back();
      }
    }
    return result;
  }

 private:
  struct frame {
    record const* from;
    int done;
    int operands[3];
  };
  struct named_node {
    record const* from;
    int node;
  };

  /// The node of a leaf or of a known part; −1 after pushing a frame for any other.
  constexpr int enter(record const& r) {
    if (r.operation->is_input()) return to_.input(*r.operation, r.name);
    if (*r.operation == operation::constant) return to_.constant(r.value);
    if (*r.operation == operation::literal) return literal(next_literal_++);
    if (r.arity == 0) return to_.leaf(*r.operation, 0);
    if (r.operation->is_let()) {
      for (named_node const& known : lets_) {
        if (known.from->name != r.name) continue;
        if (known.from->id != r.id) to_.complain(r.name);
        next_literal_ += r.literals;
        return known.node;
      }
    } else if (r.literals == 0) {
      int known = memo_.find(r.id);
      if (known >= 0) return known;
    }
    stack_.push_back({&r, 0, {-1, -1, -1}});
    return -1;
  }

  constexpr int literal(int k) {
    return values_known_ ? to_.constant(from_double(literals_[k]))
                         : to_.leaf(operation::literal, k);
  }

  constexpr int finish(frame const& f) {
    record const& r = *f.from;
    if (r.operation->is_let()) {
      int result = to_.add(*r.operation, f.operands[0]);
      lets_.push_back({&r, result});
      return result;
    }
    int result = to_.apply(*r.operation, f.operands[0], f.operands[1], f.operands[2]);
    if (r.literals == 0) memo_.insert(r.id, result);
    return result;
  }

  Builder& to_;
  int most_ = INT_MAX;
  double const* literals_ = nullptr;
  bool values_known_ = false;
  buffer<frame> stack_;
  buffer<named_node> lets_;
  id_map memo_;
  int next_literal_ = 0;
};

}  // namespace leibniz::graph
