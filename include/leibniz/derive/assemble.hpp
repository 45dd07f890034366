// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/derive/eliminate.hpp"
#include "leibniz/derive/expand.hpp"
#include "leibniz/derive/reverse.hpp"

// What each kind of derivative asks of a graph. `from` has as its roots the outputs, then the nodes to
// differentiate by; the result's roots are the values, then the derivatives in row-major order.

namespace leibniz::derive {

/// The expanded graph with its outputs and what to differentiate by.
template <class Builder> class assembly {
 public:
  constexpr assembly(Builder& to, graph::view const& from, int outputs) : g_(to) {
    expansion image(to, from);
    for (int r = 0; r < outputs; ++r) outputs_.push_back(image[from.roots[r]]);
    for (int r = outputs; r < from.size.roots; ++r) by_.push_back(image[from.roots[r]]);
    for (int r = 0; r < from.size.roots; ++r)
      if (image.allowed(from.roots[r]) > allowed_) allowed_ = image.allowed(from.roots[r]);
    g_.allow(allowed_);
  }
  /// Which rules may be used on the derivatives.
  constexpr validity allowed() const { return allowed_; }

  constexpr void values() { roots(outputs_); }

  /// ∂output/∂by, row by row.
  constexpr void jacobian(order accumulation) {
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
    roots(entries);
  }

  /// The gradient of the first output, then the upper triangle of its Hessian: tangents of adjoints.
  constexpr void hessian() {
    buffer<int> gradient;
    reverse(g_, outputs_[0], by_, gradient);
    roots(gradient);
    for (int i = 0; i < by_.size(); ++i) {
      buffer<int> rest;
      for (int j = i; j < by_.size(); ++j) rest.push_back(or_zero(gradient[j]));
      buffer<int> row;
      forward(g_, rest, by_[i], row);
      roots(row);
    }
  }

  /// The outputs' tangents for a direction that is an input of its own.
  constexpr void jvp(buffer<int> const& direction) {
    buffer<int> tangents;
    forward(g_, outputs_, by_, direction, tangents);
    roots(tangents);
  }
  /// The adjoints of `by` for adjoints of the outputs that are inputs of their own.
  constexpr void vjp(buffer<int> const& adjoint) {
    buffer<int> adjoints;
    reverse(g_, outputs_, adjoint, by_, adjoints);
    roots(adjoints);
  }
  /// The gradient of the first output, and its Hessian times a direction: the tangent of the gradient.
  constexpr void hvp(buffer<int> const& direction) {
    buffer<int> gradient, known, product;
    reverse(g_, outputs_[0], by_, gradient);
    for (int i : gradient) known.push_back(or_zero(i));
    forward(g_, known, by_, direction, product);
    roots(known);
    roots(product);
  }

 private:
  constexpr int or_zero(int i) { return i < 0 ? g_.constant(integer(0)) : i; }
  constexpr void roots(buffer<int> const& nodes) {
    for (int i : nodes) g_.root(or_zero(i));
  }

  validity allowed_ = validity::finite;
  Builder& g_;
  buffer<int> outputs_, by_;
};

}  // namespace leibniz::derive
