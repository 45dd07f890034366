// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "leibniz/derive/forward.hpp"
#include "leibniz/derive/series.hpp"
#include "leibniz/functions/rule.hpp"

namespace leibniz::derive {

/// Copies a graph, node by node, into a builder; what each node became is in `became`.
/// Nodes for a derivative of a formula, a substitution in it or its simplification are replaced by what they
/// stand for.
template <class Builder> class expansion {
 public:
  constexpr expansion(Builder& to_in, graph::view const& from_in) : to_(to_in), from_(from_in) {
    to_in.copy_inputs(from_in);
    became_.reserve(from_in.size.nodes);
    as_derived_.reserve(from_in.size.nodes);
    allowed_.reserve(from_in.size.nodes);
    validity* const known = allowed_.data();
    for (int i = 0; i < from_in.size.nodes; ++i) {
      graph::node const& n = from_in.nodes[i];
      // a value is computed as it was written; what contains a derivative may be simplified further
      std::uint64_t const id = n.operation->id;
      validity allowed = id == operation::derivative_columns::id       ? validity::finite
                         : id == operation::simplification_columns::id ? validity::real
                                                                       : validity::always;
      if (n.operation->arity > 0) {
        if (n.a >= 0 && known[n.a] > allowed) allowed = known[n.a];
        if (n.b >= 0 && known[n.b] > allowed) allowed = known[n.b];
        if (n.c >= 0 && known[n.c] > allowed) allowed = known[n.c];
      }
      allowed_.push_back(allowed);
      to_in.allow(allowed);
      as_derived_.push_back(-1);
      became_.push_back(expand(n, i));
      if (as_derived_[i] < 0) as_derived_[i] = became_[i];
    }
  }

  constexpr ~expansion() { delete series_; }
  constexpr int operator[](int i) const { return became_[i]; }

 private:
  constexpr int expand(graph::node const& n, int i) {
    std::uint64_t const id = n.operation->id;
    if (n.operation->arity == 0)
      return id == operation::no_replacement_columns::id ? -1 : to_.leaf(from_, i);
    if (id == operation::replacement_columns::id) return -1;
    if (id == operation::derivative_columns::id) {
      buffer<int> derived(1, derivative(n));
      if (derived[0] < 0) derived[0] = to_.constant(integer(0));
      as_derived_[i] = derived[0];
      int of = n.a;
      while (*from_.nodes[of].operation == operation::derivative) of = from_.nodes[of].a;
      settle_corners(to_, buffer<int>(1, as_derived_[n.a]), became_[of] + 1, derived);
      return derived[0];
    }
    if (id == operation::substitution_columns::id) return substitute(became_[n.a], n.b);
    if (id == operation::simplification_columns::id) return to_.simplified(became_[n.a]);
    if (n.operation->is_let()) return to_.add(*n.operation, became_[n.a]);
    return graph::apply_to(to_, n, became_);
  }

  /// From the fourth derivative by one variable on, those of a function of functions have more terms than its series.
  constexpr int derivative(graph::node const& n) {
    constexpr int first_by_series = 4, last = 20;
    int base = n.a, times = 1;
    for (; *from_.nodes[base].operation == operation::derivative && from_.nodes[base].b == n.b;
         ++times)
      base = from_.nodes[base].a;
    if (times < first_by_series || times > last)
      return sweep_forward(to_, buffer<int>(1, as_derived_[n.a]), buffer<int>(1, became_[n.b]),
                           buffer<int>(1, to_.constant(integer(1))))[0];
    if (series_ == nullptr || series_of_ != as_derived_[base] || series_by_ != became_[n.b]) {
      delete series_;
      series_of_ = as_derived_[base];
      series_by_ = became_[n.b];
      series_ = new series<Builder>(to_, series_by_, last);  // compile time only
    }
    int const coefficient = series_->coefficients(buffer<int>(1, series_of_), times)[0];
    std::int64_t factorial = 1;
    for (int k = 2; k <= times; ++k) factorial *= k;
    return coefficient < 0
               ? -1
               : to_.apply(info_of<multiply_entry>, to_.constant(integer(factorial)), coefficient);
  }

  /// All replacements take place at once: x = y, y = x exchanges the two.
  constexpr int substitute(int formula, int replacements) {
    buffer<int> image(formula + 1, -1);
    for (int r = replacements; *from_.nodes[r].operation == operation::replacement;
         r = from_.nodes[r].c) {
      int variable = became_[from_.nodes[r].a];
      if (variable <= formula) image[variable] = became_[from_.nodes[r].b];
    }
    for (int i = 0; i <= formula; ++i) {
      if (image[i] >= 0) continue;
      graph::node const n = to_[i];
      if (graph::same_operands(n, image)) image[i] = i;
      else if (n.operation->is_let())
        image[i] = image[n.a];  // the name stands for another formula now
      else image[i] = graph::apply_to(to_, n, image);
    }
    return image[formula];
  }

  Builder& to_;
  series<Builder>* series_ = nullptr;
  int series_of_ = -1, series_by_ = -1;
  graph::view from_;
  buffer<int> became_,
      as_derived_;  // derivatives with slopes of corners as the chain rule gives them
  buffer<validity> allowed_;
};

}  // namespace leibniz::derive
