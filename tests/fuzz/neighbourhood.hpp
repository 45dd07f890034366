// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include "graph/interpreter.hpp"

// A graph at points near a sample: differences, which derivatives are compared with.

namespace leibniz::test::fuzz {

/// Which second derivative of the first root is looked at.
struct pair {
  int i, j;
};

template <class T> T magnitude(T const& x) { return x < 0 ? T(-x) : x; }
/// Also false where one is NaN.
template <class T> bool agree(T const& a, T const& b, T const& scale, double tolerance) {
  return magnitude(T(a - b)) <=
         T(tolerance) * (T(1) + magnitude(a) + magnitude(b) + magnitude(scale));
}

/// How well, and from which differences.
struct precision {
  double value, first, second;  ///< tolerances
  double h, h2;                 ///< steps
};
constexpr precision with_fifty = {1e-38, 1e-16, 1e-12, 1e-16, 1e-12};
constexpr precision with_big = {1e-85, 1e-32, 1e-24, 1e-30, 1e-24};

/// The graph itself at points near the sample.
template <class T> class neighbourhood {
 public:
  neighbourhood(graph::view const& g, std::vector<double> const& at)
      : graph_(g), at_(at.begin(), at.end()) {
    here_ = graph_(at_.data());
    for (int r = 0; r < graph_.roots(); ++r) values_.push_back(graph_.root(r));
  }
  /// Whether conditions are what they are in double: they are no near ties.
  bool decided(std::vector<outcome<double>> const& in_double) const {
    for (std::size_t i = 0; i < here_.size(); ++i)
      if (here_[i].truth != in_double[i].truth) return false;
    return true;
  }
  T const& value(int root) const { return values_[static_cast<unsigned>(root)]; }
  /// ∂(every root)/∂(input i)
  std::vector<T> slopes(int i, double h) {
    std::vector<T> const up = moved(i, h, 0, 0), down = moved(i, -h, 0, 0);
    std::vector<T> result;
    for (std::size_t r = 0; r < up.size(); ++r) result.push_back((up[r] - down[r]) / (2 * T(h)));
    return result;
  }
  T curvature(pair p, double h) {
    T const step(h);
    if (p.i == p.j)
      return (moved(p.i, h, 0, 0)[0] - 2 * values_[0] + moved(p.i, -h, 0, 0)[0]) / (step * step);
    return (moved(p.i, h, p.j, h)[0] - moved(p.i, h, p.j, -h)[0] - moved(p.i, -h, p.j, h)[0] +
            moved(p.i, -h, p.j, -h)[0]) /
           (4 * step * step);
  }

 private:
  std::vector<T> moved(int i, double by, int j, double also) {
    std::vector<T> x = at_;
    x[static_cast<unsigned>(i)] += T(by);
    x[static_cast<unsigned>(j)] += T(also);
    graph_(x.data(), nullptr, &here_);
    std::vector<T> result;
    for (int r = 0; r < graph_.roots(); ++r) result.push_back(graph_.root(r));
    return result;
  }
  interpreted<T> graph_;
  std::vector<T> at_, values_;
  std::vector<outcome<T>> here_;
};

}  // namespace leibniz::test::fuzz
