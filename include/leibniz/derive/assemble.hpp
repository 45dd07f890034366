// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/derive/eliminate.hpp"
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

  /// The gradient of the first output, then the upper triangle of its Hessian: tangents of adjoints, or the Jacobian of
  /// the gradient by elimination.
  constexpr void hessian(order accumulation) {
    buffer<int> const gradient = gradient_of_first();
    roots(gradient);
    roots(triangle_of(gradient, accumulation));
  }

  /// Single entries of the Jacobian, by pairs of row and column.
  constexpr void jacobian_entries(buffer<int> const& pairs, order accumulation) {
    buffer<int> result(pairs.size() / 2, -1);
    if (accumulation == order::forward || accumulation == order::reverse) {
      bool const by_row = accumulation == order::reverse;
      for (int line = 0; line < (by_row ? outputs_ : by_).size(); ++line) {
        buffer<int> which, others, found;
        for (int e = 0; e < result.size(); ++e) {
          if (pairs[2 * e + (by_row ? 0 : 1)] != line) continue;
          which.push_back(e);
          others.push_back(by_row ? by_[pairs[2 * e + 1]] : outputs_[pairs[2 * e]]);
        }
        if (which.size() == 0) continue;
        if (by_row) reverse(g_, outputs_[line], others, found);
        else forward(g_, others, by_[line], found);
        for (int e = 0; e < which.size(); ++e) result[which[e]] = found[e];
      }
    } else {
      buffer<int> const all = jacobian_by(accumulation);
      for (int e = 0; e < result.size(); ++e)
        result[e] = all[pairs[2 * e] * by_.size() + pairs[2 * e + 1]];
    }
    roots(result);
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
    for (int k = 1; k < coefficients; ++k) roots(along.coefficients(outputs_, k));
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
  constexpr buffer<int> merged(buffer<int> nodes) {
    if constexpr (Simplified)
      if (g_.allowed() == validity::real) return g_.merged(nodes);
    return nodes;
  }
  constexpr buffer<int> jacobian_by(order accumulation) {
    int const m = outputs_.size(), n = by_.size();
    buffer<int> entries(m * n, -1);
    if (accumulation == order::reverse) {
      for (int i = 0; i < m; ++i) {
        buffer<int> row;
        reverse(g_, outputs_[i], by_, row);
        for (int j = 0; j < n; ++j) entries[i * n + j] = row[j];
      }
    } else if (accumulation == order::forward) {
      for (int j = 0; j < n; ++j) {
        buffer<int> column;
        forward(g_, outputs_, by_[j], column);
        for (int i = 0; i < m; ++i) entries[i * n + j] = column[i];
      }
    } else {
      elimination partials(g_, outputs_, by_);
      partials.run(accumulation);
      for (int i = 0; i < m; ++i)
        for (int j = 0; j < n; ++j) entries[i * n + j] = partials.entry(i, j);
    }
    return merged(static_cast<buffer<int>&&>(entries));
  }
  constexpr buffer<int> gradient_of_first() {
    buffer<int> gradient, known;
    reverse(g_, outputs_[0], by_, gradient);
    for (int i : gradient) known.push_back(or_zero(i));
    return merged(static_cast<buffer<int>&&>(known));
  }
  /// The upper triangle of the Hessian.
  constexpr buffer<int> triangle_of(buffer<int> const& gradient, order accumulation) {
    buffer<int> triangle;
    if (accumulation == order::markowitz || accumulation == order::lowest_fill) {
      elimination partials(g_, gradient, by_);
      partials.run(accumulation);
      for (int i = 0; i < by_.size(); ++i)
        for (int j = i; j < by_.size(); ++j) triangle.push_back(partials.entry(i, j));
      return merged(static_cast<buffer<int>&&>(triangle));
    }
    for (int i = 0; i < by_.size(); ++i) {
      buffer<int> rest;
      for (int j = i; j < by_.size(); ++j) rest.push_back(gradient[j]);
      forward(g_, rest, by_[i], triangle);
    }
    return merged(static_cast<buffer<int>&&>(triangle));
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
