// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <climits>

#include "leibniz/derive/accumulate.hpp"
#include "leibniz/derive/corner.hpp"
#include "leibniz/derive/expand.hpp"
#include "leibniz/derive/reverse.hpp"
#include "leibniz/derive/series.hpp"

// What each kind of derivative asks of a graph. `from` has as its roots the outputs, then the nodes to
// differentiate by; the result's roots are the values, then the derivatives in row-major order.

namespace leibniz::derive {

/// The expanded graph with its outputs and what to differentiate by. Of what is simplified, equal products are merged
/// before they are differentiated again.
template <class Builder, bool Simplified = false> class assembly {
 public:
  /// `rules`: which may be used on the derivatives.
  constexpr assembly(Builder& to_in, graph::view const& from_in, int outputs_in,
                     validity rules_in = validity::finite)
      : g_(to_in) {
    expansion image(to_in, from_in);
    for (int r = 0; r < outputs_in; ++r) outputs_.push_back(image[from_in.roots[r]]);
    for (int r = outputs_in; r < from_in.size.roots; ++r) by_.push_back(image[from_in.roots[r]]);
    g_.allow(rules_in);
  }

  constexpr void values() { roots(outputs_); }

  /// ∂output/∂by, row by row.
  constexpr void jacobian(order accumulation) { roots(jacobian_by(accumulation)); }
  /// The same by sweeps: a program that needs no other order does not pay for them.
  constexpr void jacobian_by_sweeps(bool by_row) {
    roots(merged(by_sweeps(outputs_, all_pairs(outputs_.size(), by_.size()), by_row)));
  }

  /// The gradient of the first output, then the upper triangle of its Hessian: tangents of adjoints, or the Jacobian of
  /// the gradient by elimination.
  constexpr void hessian(order accumulation) {
    buffer<int> const gradient = gradient_of_first();
    roots(gradient);
    roots(triangle_of(gradient, accumulation));
  }

  /// Single entries of the Jacobian, by pairs of row and column.
  constexpr void jacobian_entries(buffer<int> const& pairs, order by) {
    roots(entries_by(outputs_, by, pairs, false));
  }
  /// Single entries of the Hessian of the first output, after some scalars of the gradient. Each sweep takes the row
  /// that most of the entries left are in.
  constexpr void hessian_entries(buffer<int> const& of_gradient, buffer<int> const& pairs) {
    buffer<int> const gradient = gradient_of_first();
    for (int i : of_gradient) g_.root(gradient[i]);
    int left = pairs.size() / 2;
    buffer<int> result(left, -1);
    buffer<char> done(left, 0);
    while (left > 0) {
      int row = 0, most = -1;
      for (int i = 0; i < by_.size(); ++i) {
        int count = 0;
        for (int e = 0; e < result.size(); ++e)
          if (done[e] == 0 && (pairs[2 * e] == i || pairs[2 * e + 1] == i)) ++count;
        if (count > most) {
          row = i;
          most = count;
        }
      }
      buffer<int> which, others;
      for (int e = 0; e < result.size(); ++e) {
        int const a = pairs[2 * e], b = pairs[2 * e + 1];
        if (done[e] != 0 || (a != row && b != row)) continue;
        done[e] = 1;
        which.push_back(e);
        others.push_back(gradient[a == row ? b : a]);
      }
      left -= which.size();
      buffer<int> found;
      forward(g_, others, by_[row], found);
      for (int e = 0; e < which.size(); ++e) result[which[e]] = found[e];
    }
    roots(result);
  }

  /// Jᵀr and the upper triangle of JᵀJ, where r are the outputs: the gradient by an adjoint sweep or with the matrix.
  constexpr void gauss_newton(order accumulation, bool sweep) {
    int const m = outputs_.size(), n = by_.size();
    buffer<int> const entries = jacobian_by(accumulation);
    buffer<int> gradient;
    chain_rule rule(g_, g_.size());
    if (sweep) reverse(g_, outputs_, outputs_, by_, gradient);
    for (int j = 0; j < n && !sweep; ++j) {
      gradient.push_back(-1);
      for (int i = 0; i < m; ++i)
        if (int const entry = entries[i * n + j]; entry >= 0)
          gradient[j] = sum(g_, gradient[j], rule.product(outputs_[i], entry));
    }
    roots(gradient);
    for (int a = 0; a < n; ++a)
      for (int b = a; b < n; ++b) {
        int term = -1;
        for (int i = 0; i < m; ++i)
          if (int const x = entries[i * n + a], y = entries[i * n + b]; x >= 0 && y >= 0)
            term = sum(g_, term, rule.product(x, y));
        g_.root(or_zero(term));
      }
  }

  /// The outputs' tangents for directions that are inputs of their own: directions are columns, of `direction` as of
  /// the tangents.
  constexpr void jvp(buffer<int> const& direction) { roots(tangents_of(outputs_, direction)); }
  /// The Taylor coefficients of the outputs along a direction: all first ones, all second ones, …, without the values,
  /// which stand before them.
  constexpr void taylor(buffer<int> const& direction, int coefficients) {
    buffer<int> by, speed;
    for (int k = 0; k < by_.size(); ++k) by.push_back(by_[k]), speed.push_back(direction[k]);
    series along(g_, static_cast<buffer<int>&&>(by), static_cast<buffer<int>&&>(speed),
                 coefficients);
    for (int k = 1; k < coefficients; ++k) {
      buffer<int> found = along.coefficients(outputs_, k);
      if (k > 1) settle_corners(g_, found, graph::end_of(outputs_), found);
      roots(found);
    }
  }
  /// The adjoints of `by` for adjoints of the outputs that are inputs of their own, one set after another.
  constexpr void vjp(buffer<int> const& adjoint) {
    int const m = outputs_.size();
    for (int first = 0; first < adjoint.size(); first += m) {
      buffer<int> seeds, adjoints;
      for (int i = 0; i < m; ++i) seeds.push_back(adjoint[first + i]);
      reverse(g_, outputs_, seeds, by_, adjoints);
      roots(adjoints);
    }
  }
  /// The gradient of the first output, and its Hessian times directions: the tangents of the gradient.
  constexpr void hvp(buffer<int> const& direction) {
    buffer<int> const gradient = gradient_of_first();
    roots(gradient);
    roots(tangents_of(gradient, direction));
  }

  /// The same products with the matrix, where that is cheaper since there are many directions.
  constexpr void jvp_by_jacobian(buffer<int> const& direction, order accumulation) {
    int const n = by_.size(), m = outputs_.size();
    roots(product(jacobian_by(accumulation), direction, m, n, direction.size() / n));
  }
  constexpr void vjp_by_jacobian(buffer<int> const& adjoint, order accumulation) {
    int const n = by_.size(), m = outputs_.size();
    roots(product(adjoint, jacobian_by(accumulation), adjoint.size() / m, m, n));
  }
  constexpr void hvp_by_hessian(buffer<int> const& direction, order accumulation) {
    int const n = by_.size();
    buffer<int> const gradient = gradient_of_first(),
                      triangle = triangle_of(gradient, accumulation);
    buffer<int> full(n * n, -1);
    for (int i = 0, next = 0; i < n; ++i)
      for (int j = i; j < n; ++j) full[i * n + j] = full[j * n + i] = triangle[next++];
    roots(gradient);
    roots(product(full, direction, n, n, direction.size() / n));
  }

 private:
  constexpr int or_zero(int i) { return i < 0 ? g_.constant(integer(0)) : i; }
  constexpr buffer<int> merged(buffer<int>&& nodes) {
    if constexpr (Simplified)
      if (g_.allowed() == validity::real) return g_.merged(nodes);
    return nodes;
  }
  constexpr buffer<int> jacobian_by(order by) {
    return merged(entries_by(outputs_, by, all_pairs(outputs_.size(), by_.size()), false));
  }
  static constexpr buffer<int> all_pairs(int rows, int columns) {
    buffer<int> result;
    result.reserve(2 * rows * columns);
    for (int i = 0; i < rows; ++i)
      for (int j = 0; j < columns; ++j) result.push_back(i), result.push_back(j);
    return result;
  }
  /// The upper triangle of a symmetric matrix, row by row, as the entries of the lower one.
  static constexpr buffer<int> triangle_pairs(int size) {
    buffer<int> result;
    result.reserve(size * (size + 1));
    for (int i = 0; i < size; ++i)
      for (int j = i; j < size; ++j) result.push_back(j), result.push_back(i);
    return result;
  }

  /// Entries of ∂outputs/∂by, of which pairs of row and column are given, −1: zero. `outputs` may be a gradient.
  constexpr buffer<int> entries_by(buffer<int> const& outputs, order by, buffer<int> const& pairs,
                                   bool of_gradient) {
    if (by == order::forward || by == order::reverse)
      return by_sweeps(outputs, pairs, by == order::reverse);
    partial_graph const from = local_partials(g_, outputs, by_);
    if (by != order::cheapest)
      return by_elimination(outputs, from, accumulation(g_, from, by).run(), pairs);
    promising_orders const orders(g_, from, pairs, of_gradient);
    if (orders.forward + orders.reverse + orders.elimination == 1) {
      if (orders.elimination) return by_elimination(outputs, from, orders.sequence, pairs);
      return by_sweeps(outputs, pairs, orders.reverse);
    }
    buffer<int> best;
    int fewest = INT_MAX;
    auto const compare = [&](buffer<int>&& leibniz_entries) {
      int const leibniz_found = operations_for(outputs, leibniz_entries);
      if (leibniz_found < fewest) {
        best.swap(leibniz_entries);
        fewest = leibniz_found;
      }
    };
    if (orders.forward) compare(by_sweeps(outputs, pairs, false));
    if (orders.reverse) compare(by_sweeps(outputs, pairs, true));
    if (orders.elimination) compare(by_elimination(outputs, from, orders.sequence, pairs));
    return best;
  }
  constexpr buffer<int> by_sweeps(buffer<int> const& outputs, buffer<int> const& pairs,
                                  bool by_row) {
    int const lines = by_row ? outputs.size() : by_.size(), entries = pairs.size() / 2;
    buffer<int> result(entries, -1), first(lines, -1), next(entries, -1);
    for (int e = entries - 1; e >= 0; --e) {
      int const line = pairs[2 * e + (by_row ? 0 : 1)];
      next[e] = first[line];
      first[line] = e;
    }
    for (int line = 0; line < lines; ++line) {
      if (first[line] < 0) continue;
      buffer<int> others, found;
      for (int e = first[line]; e >= 0; e = next[e])
        others.push_back(by_row ? by_[pairs[2 * e + 1]] : outputs[pairs[2 * e]]);
      if (by_row) reverse(g_, outputs[line], others, found);
      else forward(g_, others, by_[line], found);
      for (int e = first[line], k = 0; e >= 0; e = next[e]) result[e] = found[k++];
    }
    return result;
  }
  constexpr buffer<int> by_elimination(buffer<int> const& outputs, partial_graph const& from,
                                       buffer<int> const& sequence, buffer<int> const& pairs) {
    int const computed = graph::end_of(outputs);
    forming values(g_, computed);
    elimination partials(values, from);
    for (int v : sequence) partials.eliminate(v);
    buffer<int> result = partials.entries(from, pairs);
    settle_corners(g_, outputs, computed, result);
    return result;
  }
  constexpr int operations_for(buffer<int> const& outputs, buffer<int> const& entries) const {
    buffer<int> all;
    for (int i : outputs) all.push_back(i);
    for (int i : entries) all.push_back(i);
    buffer<char> const needed = graph::needed_for(g_, all);
    int count = 0;
    for (int i = 0; i < needed.size(); ++i)
      if (needed[i] != 0 && g_[i].arity() > 0) ++count;
    return count;
  }

  constexpr buffer<int> gradient_of_first() {
    buffer<int> gradient, known;
    reverse(g_, outputs_[0], by_, gradient);
    for (int i : gradient) known.push_back(or_zero(i));
    return merged(static_cast<buffer<int>&&>(known));
  }
  /// The upper triangle of the Hessian.
  constexpr buffer<int> triangle_of(buffer<int> const& gradient, order by) {
    return merged(entries_by(gradient, by, triangle_pairs(by_.size()), true));
  }
  /// The product of matrices of derivatives (−1: zero), row by row.
  constexpr buffer<int> product(buffer<int> const& a, buffer<int> const& b, int rows, int inner,
                                int columns) {
    chain_rule rule(g_, g_.size());
    buffer<int> all(rows * columns, -1);
    for (int i = 0; i < rows; ++i)
      for (int k = 0; k < columns; ++k)
        for (int j = 0; j < inner; ++j)
          if (int const x = a[i * inner + j], y = b[j * columns + k]; x >= 0 && y >= 0)
            all[i * columns + k] = sum(g_, all[i * columns + k], rule.product(x, y));
    return all;
  }
  /// Tangents of some nodes, row by row, for directions that are the columns of `direction`.
  constexpr buffer<int> tangents_of(buffer<int> const& nodes, buffer<int> const& direction) {
    int const n = by_.size(), count = direction.size() / n;
    buffer<int> all(nodes.size() * count, -1);
    for (int k = 0; k < count; ++k) {
      buffer<int> seeds, tangents;
      for (int i = 0; i < n; ++i) seeds.push_back(direction[i * count + k]);
      forward(g_, nodes, by_, seeds, tangents);
      for (int i = 0; i < nodes.size(); ++i) all[i * count + k] = tangents[i];
    }
    return all;
  }
  constexpr void roots(buffer<int> const& nodes) {
    for (int i : nodes) g_.root(or_zero(i));
  }

  Builder& g_;
  buffer<int> outputs_, by_;
};

}  // namespace leibniz::derive
