// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ceres/sized_cost_function.h>
#include <utility>

#include "leibniz/interop/blocks.hpp"

// Terms of least-squares problems for Ceres. Source: http://ceres-solver.org/nnls_modeling.html#costfunction

namespace leibniz {

namespace emit {

template <int Residuals, class Sizes> struct ceres_base;
template <int Residuals, int... Sizes>
struct ceres_base<Residuals, std::integer_sequence<int, Sizes...>> {
  using type = ceres::SizedCostFunction<Residuals, Sizes...>;
};

/// Writes the residuals, and those blocks of the Jacobian that are asked for, row by row.
template <class Program, class Sizes> struct store_blocks;
template <class Program, int... Sizes>
struct store_blocks<Program, std::integer_sequence<int, Sizes...>> {
  static constexpr int rows = Program::source::outputs, columns = (Sizes + ...);
  double*& residuals;
  double* const* jacobians;  ///< one for each block, null where it is not asked for

  template <class T> LEIBNIZ_INLINE int operator()(slots<Program, T> const& s) const {
    all(s, std::make_integer_sequence<int, sizeof...(Sizes)>{});
    return store_values<Program, double*>{residuals}(s);
  }

 private:
  template <class T, int... Blocks>
  LEIBNIZ_INLINE void all(slots<Program, T> const& s, std::integer_sequence<int, Blocks...>) const {
    (one<Blocks, Sizes>(s, jacobians[Blocks], std::make_integer_sequence<int, rows * Sizes>{}),
     ...);
  }
  template <int Block, int Size, class T, int... I>
  LEIBNIZ_INLINE void one(slots<Program, T> const& s, double* to,
                          std::integer_sequence<int, I...>) const {
    constexpr int first = rows + elements_before<R<Sizes>...>(Block);
    if (to != nullptr) ((to[I] = take_one<Program, first + I / Size * columns + I % Size>(s)), ...);
  }
};

}  // namespace emit

/// A cost function for Ceres, with residuals and Jacobian in one pass; without a Jacobian it computes the residuals
/// only. Of a function, each active input is one parameter block and the passive inputs are given here, in order; of a
/// formula or lz::vector, each wrt is one block, and data are named arguments:
///
///   problem.AddResidualBlock(new lz::ceres_cost(f, x, y), nullptr, camera, point);
///   problem.AddResidualBlock(new lz::ceres_cost(b1 * exp(b2 * t) - y, lz::wrt(b1, b2), t = 1.0, y = 3.0), nullptr, b);
///
/// Inputs R<m, n> are blocks of m n numbers, row by row. Evaluation never fails: Ceres itself rejects what is not
/// finite.
template <class Term> class ceres_cost
    : public emit::ceres_base<Term::source::outputs, typename Term::sizes>::type {
 public:
  template <class F, class... More>
  explicit ceres_cost(F const& f_in, More const&... more_in)
      : term_(emit::of_blocks(f_in, more_in...)) {}

  bool Evaluate(double const* const* parameters, double* residuals,
                double** jacobians) const override {
    using source = typename Term::source;
    if (jacobians == nullptr) {
      using program = emit::value_program<source>;
      term_.template run<program>(emit::store_values<program, double*>{residuals}, parameters);
    } else {
      using program = emit::jacobian_program<source>;
      using store = emit::store_blocks<program, typename Term::sizes>;
      term_.template run<program>(store{residuals, jacobians}, parameters);
    }
    return true;
  }

 private:
  Term term_;
};
template <class F, class... More>
ceres_cost(F const&, More const&...) -> ceres_cost<emit::of_blocks_type<F, More...>>;

}  // namespace leibniz
