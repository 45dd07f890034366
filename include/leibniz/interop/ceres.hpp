// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ceres/sized_cost_function.h>

#include "leibniz/emit/call.hpp"
#include "leibniz/emit/jacobian.hpp"
#include "leibniz/interop/kept_inputs.hpp"

// Terms of least-squares problems for Ceres. Source: http://ceres-solver.org/nnls_modeling.html#costfunction

namespace leibniz {

namespace emit {

/// Writes the residuals: the first roots of a program.
template <class Program> struct store_residuals {
  static constexpr int count = Program::source::outputs;
  double* residuals;

  template <class T> LEIBNIZ_INLINE int operator()(slots<Program, T> const& s) const {
    store<Program, R<count>, 0>(s, residuals, std::make_integer_sequence<int, count>{});
    return 0;
  }
};

/// Writes the residuals, and those blocks of the Jacobian that are asked for, row by row.
template <class Program, int... Sizes> struct store_blocks {
  static constexpr int rows = Program::source::outputs, columns = (Sizes + ...);
  double* residuals;
  double* const* jacobians;  ///< one for each block, null where it is not asked for

  template <class T> LEIBNIZ_INLINE int operator()(slots<Program, T> const& s) const {
    all(s, std::make_integer_sequence<int, sizeof...(Sizes)>{});
    return store_residuals<Program>{residuals}(s);
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

/// The parameter blocks as active inputs of a function.
struct parameter_blocks {
  double const* const* blocks;
  template <class Shape, std::size_t K>
  LEIBNIZ_INLINE auto get(std::integral_constant<std::size_t, K>) const {
    if constexpr (std::is_same_v<Shape, R<>>) return *blocks[K];
    else return blocks[K];
  }
};

/// A term made of a function, with its passive inputs.
template <class F, class Active> struct ceres_function;
template <class Code, class... Inputs, class... Active>
struct ceres_function<function_of<Code, Inputs...>, shape_list<Active...>> {
  using source = function_source<Code, Inputs...>;
  using base = ceres::SizedCostFunction<source::outputs, shape<Active>::size...>;
  template <class Program> using store_jacobian = store_blocks<Program, shape<Active>::size...>;
  kept_inputs<passive_shapes<Inputs...>> kept;

  template <class Program, class Use>
  void run(Use const& use, double const* const* parameters) const {
    call_with_kept<Program>(use, shape_list<Inputs...>{}, parameter_blocks{parameters}, kept,
                            std::index_sequence_for<Inputs...>{});
  }
};
template <class Code, class... Inputs, class... Data>
auto ceres_term(function_of<Code, Inputs...> const&, Data const&... data) {
  return ceres_function<function_of<Code, Inputs...>, active_shapes<Inputs...>>{
      kept_inputs<passive_shapes<Inputs...>>::of(data...)};
}

/// The variables of one block, as named arguments with the values of the block.
template <class... Xs, std::size_t... I>
LEIBNIZ_INLINE auto block_arguments(wrt_list<Xs...>, double const* block,
                                    std::index_sequence<I...>) {
  return argument_group<argument<Xs::name, double>...>{{argument<Xs::name, double>{block[I]}...}};
}

template <class... Xs, class... Ys>
wrt_list<Xs..., Ys...> operator+(wrt_list<Xs...>, wrt_list<Ys...>);

/// A term made of formulas; each wrt is a block, named arguments are data.
template <class Fs, class Blocks, class... Data> struct ceres_formulas;
template <class... Fs, class... Blocks, class... Data>
struct ceres_formulas<formula_vector<Fs...>, std::tuple<Blocks...>, Data...> {
  using source = formula_source<sizeof...(Fs), decltype((Blocks{} + ...)), Fs...>;
  using base = ceres::SizedCostFunction<source::outputs, Blocks::size...>;
  template <class Program> using store_jacobian = store_blocks<Program, Blocks::size...>;
  [[no_unique_address]] formula_vector<Fs...> formulas;
  std::tuple<Data...> data;

  template <class Program, class Use>
  void run(Use const& use, double const* const* parameters) const {
    run<Program>(use, parameters, std::index_sequence_for<Blocks...>{},
                 std::index_sequence_for<Data...>{});
  }

 private:
  template <class Program, class Use, std::size_t... B, std::size_t... D>
  void run(Use const& use, double const* const* parameters, std::index_sequence<B...>,
           std::index_sequence<D...>) const {
    call_named<Program>(
        detail::literal_values(formulas), use,
        block_arguments(Blocks{}, parameters[B], std::make_index_sequence<Blocks::size>{})...,
        std::get<D>(data)...);
  }
};
template <class... Fs, class... Blocks, class... Data>
requires(Argument<Data> && ...)
auto ceres_term_of(formula_vector<Fs...> const& fs, std::tuple<Blocks...>, Data const&... data) {
  static_assert(sizeof...(Blocks) > 0,
                "leibniz::ceres_cost: name the parameters, one wrt for each block: wrt(b1, b2)");
  return ceres_formulas<formula_vector<Fs...>, std::tuple<Blocks...>, Data...>{fs, {data...}};
}
template <class Fs, class... Blocks, class... Xs, class... More>
auto ceres_term_of(Fs const& fs, std::tuple<Blocks...>, wrt_list<Xs...>, More const&... more) {
  static_assert((is_variable<Xs> && ...),
                "leibniz::ceres_cost: a parameter is a variable, not a let");
  return ceres_term_of(fs, std::tuple<Blocks..., wrt_list<Xs...>>{}, more...);
}
template <class... Fs, class... More>
auto ceres_term(formula_vector<Fs...> const& fs, More const&... more) {
  return ceres_term_of(fs, std::tuple<>{}, more...);
}
template <Formula F, class... More> auto ceres_term(F const& f, More const&... more) {
  return ceres_term_of(vector(f), std::tuple<>{}, more...);
}

}  // namespace emit

/// A cost function for Ceres, with residuals and Jacobian in one pass; without a Jacobian it computes the residuals
/// only. Of a function, each active input is one parameter block and the passive inputs are given here, in order; of a
/// formula or lz::vector, each wrt is one block, and data are named arguments:
///
///   problem.AddResidualBlock(new lz::ceres_cost(f, x, y), nullptr, camera, point);
///   problem.AddResidualBlock(new lz::ceres_cost(b1 * exp(b2 * t) - y, lz::wrt(b1, b2), t = 1.0, y = 3.0), nullptr, b);
///
/// Inputs R<m, n> are blocks of m n numbers, row by row. Evaluation never fails: Ceres itself rejects what is not finite.
template <class Term> class ceres_cost : public Term::base {
 public:
  template <class F, class... More>
  explicit ceres_cost(F const& f, More const&... more) : term_(emit::ceres_term(f, more...)) {}

  bool Evaluate(double const* const* parameters, double* residuals,
                double** jacobians) const override {
    using values = emit::value_program<typename Term::source>;
    if (jacobians == nullptr) {
      term_.template run<values>(emit::store_residuals<values>{residuals}, parameters);
    } else {
      using program = emit::jacobian_program<typename Term::source>;
      using store = typename Term::template store_jacobian<program>;
      term_.template run<program>(store{residuals, jacobians}, parameters);
    }
    return true;
  }

 private:
  Term term_;
};
template <class F, class... More> ceres_cost(F const&, More const&...)
    -> ceres_cost<decltype(emit::ceres_term(std::declval<F const&>(),
                                            std::declval<More const&>()...))>;

}  // namespace leibniz
