// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "leibniz/derive/instantiate.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/graph/id_map.hpp"
#include "leibniz/graph/traverse.hpp"
#include "leibniz/simplify/match.hpp"

namespace leibniz::simplification {

/// x^n by repeated squaring, squares shared with every other power of x.
template <class Builder> constexpr int repeated_product(Builder& g, int x, std::int64_t n) {
  if (n == 0) return g.constant(integer(1));
  std::int64_t const magnitude = n < 0 ? -n : n;
  int result = -1, square = x;
  for (std::int64_t k = magnitude; k > 0; k /= 2) {
    if (k % 2 == 1) result = result < 0 ? square : g.apply(info_of<multiply_entry>, result, square);
    if (k > 1) square = g.apply(info_of<square_entry>, square);
  }
  return n < 0 ? g.apply(info_of<divide_entry>, g.constant(integer(1)), result) : result;
}

/// Copies what the roots need: drops dead nodes and lets (a let is its formula), writes abbreviations out,
/// a logistic function beside its derivative with the exponential that both share, integer powers as products, a derivative's x^(p-1) as x^p/x where x^p is computed anyway and x is above 0,
/// −(a·x) as a·(−x) where −x is computed anyway, and puts each leaf where it is first used, since what is loaded early
/// has to be kept.
template <class Builder> class tidying {
 public:
  constexpr tidying(Builder& to_in, graph::view const& from_in)
      : to_(to_in),
        from_(from_in),
        live_(from_in.size.nodes),
        signed_use_(from_in.size.nodes),
        quotient_of_(from_in.size.nodes, -1),
        uses_(from_in.size.nodes, 0),
        negative_of_(from_in.size.nodes, -1),
        negated_factor_(from_in.size.nodes, -1),
        became_(from_in.size.nodes, -1) {
    find_uses();
    find_quotients();
    find_negatives();
    to_in.copy_inputs(from_in);
    char const* const live = live_.data();
    int const* const quotient_of = quotient_of_.data();
    int* const became = became_.data();
    for (int i = 0; i < from_in.size.nodes; ++i) {
      graph::node const& n = from_in.nodes[i];
      if (live[i] == 0 || n.operation->arity == 0 || negated_factor_[i] >= 0) continue;
      if (became[n.a] < 0) copy_leaf(n.a);
      std::uint64_t const id = n.operation->id;
      bool const first_only =
          id == corner_slope_entry::id || (id == power_entry::id && is_product(n));
      if (quotient_of[i] < 0 && !first_only) {
        if (n.b >= 0 && became[n.b] < 0) copy_leaf(n.b);
        if (n.c >= 0 && became[n.c] < 0) copy_leaf(n.c);
      }
      became[i] = copy(n, i);
    }
    for (int r = 0; r < from_in.size.roots; ++r) {
      copy_leaf(from_in.roots[r]);
      to_in.root(became_[from_in.roots[r]]);
    }
  }

 private:
  static constexpr std::int64_t largest_product = 32;

  constexpr void find_uses() {
    char* const live = live_.data();
    char* const signed_use = signed_use_.data();
    for (int r = 0; r < from_.size.roots; ++r) {
      live[from_.roots[r]] = signed_use[from_.roots[r]] = 1;
      ++uses_[from_.roots[r]];
    }
    for (int i = from_.size.nodes - 1; i >= 0; --i) {
      if (live[i] == 0) continue;
      graph::node const& n = from_.nodes[i];
      std::uint64_t const id = n.operation->id;
      if (n.operation->arity == 0) continue;
      live[n.a] = 1;
      ++uses_[n.a];
      if (id != square_entry::id) signed_use[n.a] = 1;
      if (id == corner_slope_entry::id) continue;  // is its first operand
      if (n.b >= 0) {
        live[n.b] = signed_use[n.b] = 1;
        ++uses_[n.b];
      }
      if (n.c >= 0) {
        live[n.c] = signed_use[n.c] = 1;
        ++uses_[n.c];
      }
      if (id == subtract_entry::id) differences_.insert(pair(n.a, n.b), i);
      if (id == pow_entry::id || is_below(id)) powers_.insert(power(id, n.a, n.b), i);
      if (is<sigmoid_slope_entry>(*n.operation))
        sigmoid_slopes_.insert(mix(0, static_cast<std::uint64_t>(n.a)), i);
      found_below_ = found_below_ || is_below(id);
    }
  }
  static constexpr std::uint64_t pair(int a, int b) {
    return mix(mix(0, static_cast<std::uint64_t>(a)), static_cast<std::uint64_t>(b));
  }
  static constexpr std::uint64_t power(std::uint64_t operation, int x, int p) {
    return mix(operation, pair(x, p));
  }
  static constexpr bool is_below(std::uint64_t id) {
    return id == pow_below_entry::id || id == pow_two_below_entry::id;
  }
  /// Marks each abbreviated x^(p-1) that becomes x^p/x; its exponent is then needed no more.
  constexpr void find_quotients() {
    if (!found_below_) return;
    bool found = false;
    for (int i = 0; i < from_.size.nodes; ++i) {
      graph::node const& n = from_.nodes[i];
      if (live_[i] == 0 || !is_below(n.operation->id) || !positive(from_, n.a)) continue;
      std::uint64_t const id = n.operation->id;
      int above = powers_.find(
          power(id == pow_below_entry::id ? pow_entry::id : pow_below_entry::id, n.a, n.b));
      graph::node const& exponent = from_.nodes[n.b];
      if (above < 0 && is<subtract_entry>(*exponent.operation) && from_.is_constant(exponent.b) &&
          from_.value_of(exponent.b).is(1))
        above = powers_.find(power(id, n.a, exponent.a));
      if (above < 0 || above > i) continue;
      quotient_of_[i] = above;
      found = true;
    }
    if (!found) return;
    for (int i = 0; i < from_.size.nodes; ++i) live_[i] = 0;
    for (int r = 0; r < from_.size.roots; ++r) live_[from_.roots[r]] = 1;
    for (int i = from_.size.nodes - 1; i >= 0; --i) {
      if (live_[i] == 0) continue;
      graph::node const& n = from_.nodes[i];
      int const operands = is<corner_slope_entry>(*n.operation) ? 1 : n.arity();
      for (int k = 0; k < operands; ++k)
        live_[k == 1 && quotient_of_[i] >= 0 ? quotient_of_[i] : n.operand(k)] = 1;
    }
  }

  /// Marks each product that only its negative needs and of which one factor is negated before it: −(a·x) is a·(−x) in
  /// every bit.
  constexpr void find_negatives() {
    for (int i = 0; i < from_.size.nodes; ++i) {
      if (live_[i] == 0 || !is<negate_entry>(*from_.nodes[i].operation)) continue;
      int const p = from_.nodes[i].a;
      graph::node const& product = from_.nodes[p];
      if (is<multiply_entry>(*product.operation) && uses_[p] == 1)
        for (int k = 0; k < 2; ++k)
          if (negative_of_[product.operand(k)] >= 0) negated_factor_[p] = product.operand(k);
      negative_of_[p] = i;
    }
  }

  constexpr void copy_leaf(int i) {
    if (became_[i] < 0 && from_.nodes[i].arity() == 0) became_[i] = to_.leaf(from_, i);
  }
  /// Whether a power is written as products.
  constexpr bool is_product(graph::node const& power) const {
    if (!from_.is_constant(power.b)) return false;
    number const exponent = from_.value_of(power.b);
    return exponent.integer() && exponent.numerator <= largest_product &&
           exponent.numerator >= -largest_product;
  }
  constexpr int copy(graph::node const& n, int i) {
    function_info const& op = *n.operation;
    std::uint64_t const id = op.id;
    if (op.is_let()) return became_[n.a];
    if (quotient_of_[i] >= 0)
      return to_.apply(info_of<divide_entry>, became_[quotient_of_[i]], became_[n.a]);
    if (is<sigmoid_slope_entry>(op) ||
        (is<sigmoid_entry>(op) &&
         sigmoid_slopes_.find(mix(0, static_cast<std::uint64_t>(n.a))) >= 0)) {
      int const power =
          to_.apply(info_of<exp_entry>, to_.apply(info_of<negate_entry>, became_[n.a]));
      int const y = to_.apply(info_of<sigmoid_of_exp_entry>, power, became_[n.a]);
      int const slope = to_.apply(info_of<slope_of_sigmoid_entry>, power, y);
      return is<sigmoid_entry>(op) ? y : slope;
    }
    if (op.abbreviation && !op.computed) {
      int const bound[4] = {-1, became_[n.a], n.b < 0 ? -1 : became_[n.b],
                            n.c < 0 ? -1 : became_[n.c]};
      return derive::instantiate(to_, *op.meaning(), bound);
    }
    if (id == power_entry::id && is_product(n))
      return repeated_product(to_, became_[n.a], from_.value_of(n.b).numerator);
    if (is<negate_entry>(*n.operation) && negated_factor_[n.a] >= 0) {
      graph::node const& product = from_.nodes[n.a];
      int const x = negated_factor_[n.a], other = product.a == x ? product.b : product.a;
      copy_leaf(other);
      return to_.apply(*product.operation, became_[other], became_[negative_of_[x]]);
    }
    // (a − b)² is (b − a)² in every bit: where b − a is needed anyway, a − b is not
    if (id == subtract_entry::id && signed_use_[i] == 0) {
      int const opposite = differences_.find(pair(n.b, n.a));
      if (opposite >= 0 && signed_use_[opposite] != 0)
        return to_.apply(op, became_[n.b], became_[n.a]);
    }
    return graph::apply_to(to_, n, became_);
  }

  Builder& to_;
  graph::view from_;
  buffer<char> live_, signed_use_;
  bool found_below_ = false;  // a pow_below_entry or the like
  buffer<int> quotient_of_, uses_, negative_of_, negated_factor_, became_;
  graph::id_map differences_, powers_, sigmoid_slopes_;
};

template <class Builder> constexpr void tidy(Builder& to, graph::view const& from) {
  tidying<Builder>(to, from);
}

}  // namespace leibniz::simplification
