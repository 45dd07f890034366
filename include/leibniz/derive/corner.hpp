// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/comparison.hpp"
#include "leibniz/functions/piecewise.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/graph/builder.hpp"
#include "leibniz/graph/traverse.hpp"

namespace leibniz::derive {

/// Derivatives of what holds slopes of corners already: second derivatives, for one. At the corner a slope is 0, the mean
/// of all sides, but the mean of a product of slopes is not the product of their means. What is smooth though it is
/// written with h = abs, hypot or norm is even in h, and with the slopes u_i = ∂h/∂x_i
///
///     ∂ⁿφ(h)/∂x_i∂x_j… = φ⁽ⁿ⁾(h)·u_i·u_j… + terms with derivatives of slopes
///
/// is at the corner φ⁽ⁿ⁾(0) times the number of ways in which i, j, … form pairs of equals, over (n−1)!!: 1 for the square
/// of a slope, 0 for two different ones, 1/3 for two squares. Of odd n, and of the other terms, nothing is left. The slope
/// of relu is (1 + u)/2 with the u of abs, wherever there is another corner of the same argument.
///
/// So nodes are written as polynomials of slopes, and products of slopes of one corner replaced. Sums are kept apart by
/// their slopes, so that every order of accumulation comes to the same polynomial. A sum of multiples of u_i, the slope
/// in a direction, counts as one slope.
/// Complexity: linear in the nodes that hold slopes. What has more than a few terms or factors stays as it is.
class corners {
 public:
  /// The first `written` nodes are what was differentiated: squares of slopes there are as they were written.
  constexpr corners(graph::builder& builder_in, int written_in)
      : g_(builder_in), written_(written_in) {}

  /// Replaces derivatives (−1: zero).
  constexpr void settle(buffer<int>& derivatives) {
    buffer<char> const needed = graph::needed_for(g_, derivatives);
    first_.resize(needed.size(), 0);
    size_.resize(needed.size(), 0);
    changed_.resize(needed.size(), 0);
    direction_.resize(needed.size(), -1);
    depth_.resize(needed.size(), 0);
    for (int i = 0; i < needed.size(); ++i)
      if (needed[i] != 0 && has_slopes(i)) {
        polynomial const p = expanded(i);
        first_[i] = p.first;
        size_[i] = p.size;
        changed_[i] = p.changed;
      }
    for (int k = 0; k < derivatives.size(); ++k)
      if (derivatives[k] >= 0) derivatives[k] = settled(derivatives[k]);
  }

 private:
  static constexpr int most_terms = 32, most_slopes = 8, deepest = 100;

  struct term {
    int coefficient, count;
    int slopes[most_slopes];  // nodes, in order, repeated for powers; the first `count`
  };
  enum change {
    nothing,
    met,       // slopes of one corner: beside it, the node is right
    replaced,  // slopes have been replaced
  };
  static constexpr change most(change a, change b) { return a < b ? b : a; }
  struct polynomial {
    int first, size;
    change changed;
    bool fits;  // no more than most_terms of no more than most_slopes
  };

  constexpr bool has_slopes(int i) const {
    return (g_[i].traits & trait::slope) != 0 && !g_[i].operation->condition;
  }
  /// A polynomial without terms; those of the last one are the last of all.
  constexpr polynomial none() const { return {terms_.size(), 0, nothing, true}; }
  constexpr polynomial of(int i) {
    if (has_slopes(i)) return {first_[i], size_[i], static_cast<change>(changed_[i]), true};
    polynomial p = none();
    add(p, {i, 0, {}});
    return p;
  }

  constexpr polynomial expanded(int i) {
    graph::node const n = g_[i];  // a copy: the graph grows
    polynomial const p = sum_of_terms(n, i);
    if (p.fits && !(p.changed != nothing && i < written_)) return p;
    polynomial whole = none();
    int became[3] = {n.a, n.b, n.c};
    for (int k = 0; i >= written_ && k < n.arity(); ++k) {
      became[k] = settled(n.operand(k));
      if (became[k] != n.operand(k)) whole.changed = replaced;
    }
    add(whole,
        {whole.changed == replaced ? g_.add(*n.operation, became[0], became[1], became[2]) : i,
         0,
         {}});
    return whole;
  }
  /// The node, with the slopes that it is computed from settled.
  constexpr int settled(int i) {
    if (!has_slopes(i) || changed_[i] == nothing) return i;
    int const corner = changed_[i] == met ? only_corner(i) : -1;
    int sum = zero();
    for (int t = 0; t < size_[i]; ++t) sum = plus(sum, value_of(terms_[first_[i] + t], corner));
    return corner < 0 ? sum : where(is_zero(corner), sum, i);
  }
  /// The corner of all slopes in a node's polynomial, if it is one of hypot or norm; else −1.
  constexpr int only_corner(int i) const {
    int corner = -1;
    for (int t = 0; t < size_[i]; ++t) {
      term const& each = terms_[first_[i] + t];
      for (int k = 0; k < each.count; ++k) {
        int const slope = each.slopes[k];
        if (is_part(slope)) continue;
        if (is_abs(slope) || is_step(slope) || (corner >= 0 && corner_of(slope) != corner))
          return -1;
        corner = corner_of(slope);
      }
    }
    return corner;
  }

  constexpr polynomial sum_of_terms(graph::node const& n, int i) {
    switch (n.operation->id) {
    case abs_slope_entry::id:
    case corner_slope_entry::id: return product(of(g_.constant(integer(1))), i);
    case add_entry::id:          return sum(of(n.a), of(n.b), i);
    case subtract_entry::id:     return sum(of(n.a), negated(of(n.b)), i);
    case negate_entry::id:       return negated(of(n.a));
    case multiply_entry::id:     return product(of(n.a), of(n.b));
    case square_entry::id:       return product(of(n.a), of(n.a));
    case divide_entry::id:       return quotient(of(n.a), n.b);
    case where_entry::id:        return choice(n);
    default:                     return {0, 0, nothing, false};
    }
  }
  constexpr void add(polynomial& to, term const& t) {
    for (int k = to.first; k < terms_.size(); ++k) {
      bool same = terms_[k].count == t.count;
      for (int s = 0; same && s < t.count; ++s) same = terms_[k].slopes[s] == t.slopes[s];
      if (!same) continue;
      terms_[k].coefficient = plus(terms_[k].coefficient, t.coefficient);
      return;
    }
    to.fits = to.fits && to.size < most_terms;
    if (!to.fits) return;
    terms_.push_back(t);
    ++to.size;
  }
  constexpr polynomial sum(polynomial const& a, polynomial const& b, int i) {
    polynomial p = none();
    p.changed = most(a.changed, b.changed);
    for (int t = 0; t < a.size; ++t) add(p, copy(a, t));
    for (int t = 0; t < b.size; ++t) add(p, copy(b, t));
    if (p.size != 2 || !has_direction(copy(p, 0)) || !has_direction(copy(p, 1))) return p;
    int const x = copy(p, 0).slopes[0], y = copy(p, 1).slopes[0];
    int const depth = 1 + (depth_of(x) > depth_of(y) ? depth_of(x) : depth_of(y));
    if (corner_of(x) != corner_of(y) || depth > deepest) return p;
    direction_[i] = p.first;
    depth_[i] = depth;
    return product(of(g_.constant(integer(1))), i);
  }
  constexpr bool is_direction(int slope) const {
    return slope < direction_.size() && direction_[slope] >= 0;
  }
  constexpr int depth_of(int slope) const { return is_direction(slope) ? depth_[slope] : 0; }
  constexpr bool has_direction(term const& t) const {
    return t.count == 1 && !is_abs(t.slopes[0]) && !is_step(t.slopes[0]) &&
           !is_curved(t.slopes[0]) && !is_root(t.slopes[0]);
  }
  /// The number of pairs of equals, 1 or 0, of two slopes; of sums of slopes, a scalar product.
  constexpr int pair(int a, int b) {
    if (is_direction(b) && !is_direction(a)) return pair(b, a);
    if (!is_direction(a)) return g_.constant(integer(g_[a].c == g_[b].c ? 1 : 0));
    term const x = terms_[direction_[a]], y = terms_[direction_[a] + 1];
    int const first = times(x.coefficient, pair(x.slopes[0], b));
    return plus(first, times(y.coefficient, pair(y.slopes[0], b)));
  }
  /// The sum over all ways to pair slopes.
  constexpr int pairs(int const* slopes, int count) {
    if (count == 0) return g_.constant(integer(1));
    int result = zero();
    for (int k = 1; k < count; ++k) {
      int rest[most_slopes] = {};
      for (int r = 1, next = 0; r < count; ++r)
        if (r != k) rest[next++] = slopes[r];
      result = plus(result, times(pair(slopes[0], slopes[k]), pairs(rest, count - 2)));
    }
    return result;
  }
  constexpr polynomial negated(polynomial const& a) {
    polynomial p = none();
    p.changed = a.changed;
    for (int t = 0; t < a.size; ++t) {
      term each = copy(a, t);
      each.coefficient = minus(each.coefficient);
      add(p, each);
    }
    return p;
  }
  constexpr polynomial quotient(polynomial const& a, int divisor) {
    int const by = settled(divisor);
    polynomial p = none();
    p.changed = by != divisor ? replaced : a.changed;
    for (int t = 0; t < a.size; ++t) {
      term each = copy(a, t);
      each.coefficient = g_.add(info_of<divide_entry>, each.coefficient, by);
      add(p, each);
    }
    return p;
  }
  constexpr polynomial product(polynomial const& a, polynomial const& b) {
    polynomial p = none();
    p.changed = most(a.changed, b.changed);
    for (int s = 0; s < a.size && p.fits; ++s)
      for (int t = 0; t < b.size && p.fits; ++t) {
        term each = copy(a, s);
        term const other = copy(b, t);
        each.coefficient = times(each.coefficient, other.coefficient);
        for (int k = 0; p.fits && k < other.count; ++k)
          p.fits = insert(each, other.slopes[k], p.changed);
        if (p.fits) add(p, each);
      }
    return p;
  }
  constexpr polynomial product(polynomial const& a, int slope) {
    polynomial p = none();
    p.changed = a.changed;
    for (int t = 0; t < a.size && p.fits; ++t) {
      term each = copy(a, t);
      p.fits = insert(each, slope, p.changed);
      if (p.fits) add(p, each);
    }
    return p;
  }
  constexpr polynomial choice(graph::node const& n) {
    if (g_[n.a].operation->id == above_corner_entry::id && g_.is_constant(n.c, 0) &&
        has_other_corner(g_[n.a].a))
      return product(of(n.b), n.a);
    polynomial const a = of(n.b), b = of(n.c);
    polynomial p = none();
    p.changed = most(a.changed, b.changed);
    for (int t = 0; t < a.size + b.size; ++t) {
      bool const first = t < a.size;
      term each = first ? copy(a, t) : copy(b, t - a.size);
      truth const holds = beside_corners(n.a, each);
      int const taken = first ? each.coefficient : zero(),
                other = first ? zero() : each.coefficient;
      if (holds == truth::unknown) each.coefficient = where(n.a, taken, other);
      else if (first != (holds == truth::yes)) continue;
      add(p, each);
    }
    return p;
  }
  constexpr term copy(polynomial const& p, int t) const { return terms_[p.first + t]; }

  enum class truth { no, yes, unknown };
  /// Whether a condition holds beside the corners of a term's slopes, which take care of the corners themselves.
  constexpr truth beside_corners(int condition, term const& t) const {
    graph::node const& c = g_[condition];
    std::uint64_t const id = c.operation->id;
    if (id == equal_to_entry::id)
      for (int k = 0; k < t.count; ++k)
        if (int const corner = corner_of(t.slopes[k]); c.a == corner || c.b == corner)
          return truth::no;
    if (id == not_entry::id) {
      truth const holds = beside_corners(c.a, t);
      return holds == truth::unknown ? holds : holds == truth::no ? truth::yes : truth::no;
    }
    if (id != and_entry::id && id != or_entry::id) return truth::unknown;
    truth const a = beside_corners(c.a, t), b = beside_corners(c.b, t);
    truth const decisive = id == and_entry::id ? truth::no : truth::yes;
    if (a == decisive || b == decisive) return decisive;
    return a == b ? a : truth::unknown;
  }

  /// One slope more; false if there are too many.
  constexpr bool insert(term& t, int slope, change& changed) {
    if (is_abs(slope)) {
      if (side_of(slope) < 0) t.coefficient = minus(t.coefficient);
      slope = g_.add(*g_[slope].operation, corner_of(slope));
    }
    if (is_part(slope)) return is_curved(slope) || place(t, slope);
    for (int k = 0; k < t.count; ++k) {
      int const other = t.slopes[k];
      if (!same_corner(other, slope)) continue;
      changed = most(changed, is_abs(slope) || is_step(slope) ? replaced : met);
      if (is_step(slope) || is_step(other)) return square_step(t, k, slope);
      if (is_curved(other)) {  // nothing is left of it at the corner
        if (!is_curved(slope)) t.coefficient = times(t.coefficient, slope);
        return true;
      }
      if (is_curved(slope)) {
        t.coefficient = times(t.coefficient, other);
        remove(t, k--);
      } else if (is_abs(slope)) {  // ±1, squared
        remove(t, k);
        return true;
      }
    }
    return place(t, slope);
  }
  /// The slope of relu, or of abs, times that of relu, which is s² = (1 + u)/2: 1/2 at the corner.
  constexpr bool square_step(term& t, int k, int slope) {
    int const other = t.slopes[k], step = is_step(slope) ? slope : other;
    bool const opposite = side_of(slope) != side_of(other);
    if (is_step(slope) && is_step(other)) {
      if (opposite) t.coefficient = zero();
      if (k + 1 < t.count && same_corner(t.slopes[k + 1], step)) return true;
    } else if (opposite) {
      t.coefficient = minus(t.coefficient);
    }
    remove(t, k);
    return place(t, step) && place(t, step);
  }
  constexpr bool place(term& t, int slope) const {
    if (t.count == most_slopes) return false;
    int k = t.count++;
    for (; k > 0 && t.slopes[k - 1] > slope; --k) t.slopes[k] = t.slopes[k - 1];
    t.slopes[k] = slope;
    return true;
  }
  constexpr void remove(term& t, int k) const {
    for (--t.count; k < t.count; ++k) t.slopes[k] = t.slopes[k + 1];
  }

  /// A term as a node: where a corner is, the product of its slopes is a constant. Of the corner `at`, only that.
  constexpr int value_of(term t, int at) {
    int value = t.coefficient;
    while (t.count > 0) {
      int k = 0;
      while (k + 1 < t.count && is_part(t.slopes[k])) ++k;
      int const first = t.slopes[k], corner = corner_of(first);
      int along[most_slopes] = {}, directions = 0, degree = 0, beside = value;
      bool curved = false;
      for (k = 0; k < t.count;) {
        int const slope = t.slopes[k];
        if (!same_corner(slope, first) && !(is_root(first) && is_part(slope))) {
          ++k;
          continue;
        }
        remove(t, k);
        if (!is_step(slope) && corner != at) beside = times(beside, slope);
        if (!is_part(slope)) ++degree;
        if (!is_root(slope)) along[directions++] = slope;
        curved = curved || is_curved(slope);
      }
      if (is_step(first)) {
        int const half = times(g_.constant(rational(1, 2)), value);
        value = where(first, value, degree < 2 ? zero() : where(is_zero(corner), half, zero()));
      } else if (is_abs(first) || is_part(first)) {
        value = beside;
      } else {
        int there = zero();
        if (degree % 2 == 0 && directions == degree && !curved) {
          int all = 1;
          for (int odd = 3; odd < degree; odd += 2) all *= odd;
          there = times(value, times(g_.constant(rational(1, all)), pairs(along, degree)));
        }
        value = corner == at ? there : where(is_zero(corner), there, beside);
      }
    }
    return value;
  }

  constexpr bool is_abs(int slope) const { return g_[slope].operation->id == abs_slope_entry::id; }
  constexpr bool is_step(int slope) const {
    return g_[slope].operation->id == above_corner_entry::id;
  }
  /// Whether it is 2x, of the square of x in a norm of four and more.
  constexpr bool is_part(int slope) const { return g_.is_constant(corner_of(slope)); }
  /// Whether it tells the derivative of a slope.
  constexpr bool is_curved(int slope) const {
    return g_[slope].operation->id == corner_slope_entry::id && g_.is_constant(g_[slope].a);
  }
  /// Whether it is 1/(2r), of a norm r of four and more.
  constexpr bool is_root(int slope) const {
    return g_[corner_of(slope)].operation->id == norm_root_entry::id;
  }
  constexpr int corner_of(int slope) const {
    while (is_direction(slope)) slope = terms_[direction_[slope]].slopes[0];
    return is_abs(slope) || is_step(slope) ? base(g_[slope].a).node : g_[slope].b;
  }
  /// Of |h|, or relu(h), and of h itself, a hypot or norm, the corners are two.
  constexpr bool same_corner(int a, int b) const {
    return corner_of(a) == corner_of(b) && (is_abs(a) || is_step(a)) == (is_abs(b) || is_step(b));
  }
  constexpr int side_of(int slope) const { return base(g_[slope].a).sign; }

  struct multiple {
    int node, sign;
  };
  /// What x is a multiple of, and the sign of that multiple. Of a − b and b − a it is the one that was there first.
  constexpr multiple base(int x) const {
    for (int sign = 1;;) {
      graph::node const& n = g_[x];
      if (n.operation->id == negate_entry::id) {
        x = n.a;
        sign = -sign;
      } else if (n.operation->id == multiply_entry::id && g_.is_constant(n.a) &&
                 !g_.is_constant(n.a, 0)) {
        x = n.b;
        if (g_.value_of(n.a).negative()) sign = -sign;
      } else {
        int const reverse =
            n.operation->id == subtract_entry::id ? g_.find(n.operation->id, n.b, n.a) : -1;
        return reverse >= 0 && reverse < x ? multiple{reverse, -sign} : multiple{x, sign};
      }
    }
  }
  /// Whether relu(−x) or abs(x) stands beside relu(x).
  constexpr bool has_other_corner(int x) const {
    graph::node const& n = g_[x];
    int const opposite = n.operation->id == negate_entry::id ? n.a
                         : n.operation->id == subtract_entry::id
                             ? g_.find(n.operation->id, n.b, n.a)
                             : g_.find(negate_entry::id, x, -1);
    return g_.find(abs_entry::id, x, -1) >= 0 ||
           (opposite >= 0 && (g_.find(abs_entry::id, opposite, -1) >= 0 ||
                              g_.find(relu_entry::id, opposite, -1) >= 0));
  }

  constexpr int zero() { return g_.constant(integer(0)); }
  constexpr int is_zero(int x) { return g_.add(info_of<equal_to_entry>, x, zero()); }
  constexpr int plus(int a, int b) {
    if (g_.is_constant(a, 0)) return b;
    if (g_.is_constant(b, 0)) return a;
    if (g_.is_constant(a) && g_.is_constant(b)) {
      number const sum = g_.value_of(a) + g_.value_of(b);
      if (sum.exact()) return g_.constant(sum);
    }
    return g_.add(info_of<add_entry>, a, b);
  }
  constexpr int minus(int a) { return g_.is_constant(a, 0) ? a : g_.add(info_of<negate_entry>, a); }
  constexpr int times(int a, int b) {
    if (g_.is_constant(a, 1) || g_.is_constant(b, 0)) return b;
    if (g_.is_constant(b, 1) || g_.is_constant(a, 0)) return a;
    return g_.add(info_of<multiply_entry>, a, b);
  }
  constexpr int where(int condition, int a, int b) {
    return a == b ? a : g_.add(info_of<where_entry>, condition, a, b);
  }

  graph::builder& g_;
  int written_;
  buffer<int> first_, size_, changed_;  // of each node's polynomial: where its terms are
  buffer<int> direction_, depth_;       // of a sum that counts as a slope: where its two terms are
  buffer<term> terms_;
};

/// Settles derivatives of nodes, if slopes of corners are in these; the first `written` are as they were written.
constexpr void settle_corners(graph::builder& g, buffer<int> const& differentiated, int written,
                              buffer<int>& derivatives) {
  unsigned traits = 0;
  for (int i : differentiated) traits |= i < 0 ? 0 : g[i].traits;
  if ((traits & trait::slope) != 0) corners(g, written).settle(derivatives);
}

}  // namespace leibniz::derive
