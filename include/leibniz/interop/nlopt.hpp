// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cassert>
#include <utility>
#include <vector>

#include "leibniz/interop/blocks.hpp"

// Objectives and constraints with gradients for NLopt.
// Source: https://nlopt.readthedocs.io/en/latest/NLopt_Reference/#objective-function

namespace leibniz {

/// An objective or constraint for NLopt: a function with one active input R<n>, and its passive inputs, in order; or a
/// formula or lz::vector, the wrt in which n variables stand, and data as named arguments. NLopt keeps a pointer to it:
///
///   lz::nlopt_function objective(f);
///   opt.set_min_objective(objective.vfunc, &objective);
///
/// The gradient is computed where NLopt asks for it.
template <class Term> class nlopt_function {
 public:
  template <class F, class... More>
  explicit nlopt_function(F const& f_in, More const&... more_in)
      : term_(emit::of_blocks(f_in, more_in...)) {}

  /// One output, for C++: `nlopt::vfunc`.
  static double vfunc(std::vector<double> const& x, std::vector<double>& gradient, void* self) {
    return func(static_cast<unsigned>(x.size()), x.data(),
                gradient.empty() ? nullptr : gradient.data(), self);
  }
  /// One output, for C: `nlopt_func`.
  static double func(unsigned n, double const* x, double* gradient, void* self) {
    static_assert(outputs == 1, "leibniz::nlopt_function: several outputs are for mfunc");
    double value = 0;
    mfunc(1, &value, n, x, gradient, self);
    return value;
  }
  /// Several outputs, for constraints: `nlopt_mfunc`; the gradient row by row.
  static void mfunc(unsigned m, double* values, unsigned n, double const* x, double* gradient,
                    void* self) {
    assert(m == outputs && n == emit::jacobian_columns<source> && "leibniz: wrong dimension");
    (void)m, (void)n;
    Term const& term = static_cast<nlopt_function const*>(self)->term_;
    if (gradient == nullptr) {
      using program = emit::value_program<source>;
      term.template run<program>(emit::store_values<program, double*>{values}, &x);
    } else {
      using program = emit::jacobian_program<source>;
      term.template run<program>(store<program>{values, gradient}, &x);
    }
  }

 private:
  using source = typename Term::source;
  static_assert(
      Term::sizes::size() <= 1,  // where nothing varies, the message is another
      "leibniz::nlopt_function: the optimiser varies one vector: one active input, one wrt");
  static constexpr int outputs = source::outputs;

  template <class Program> struct store {
    double*& values;
    double*& gradient;
    template <class T> LEIBNIZ_INLINE int operator()(emit::slots<Program, T> const& s) const {
      emit::store_roots<Program, outputs>(
          s, gradient, std::make_integer_sequence<int, outputs * emit::jacobian_columns<source>>{});
      return emit::store_values<Program, double*>{values}(s);
    }
  };
  Term term_;
};
template <class F, class... More>
nlopt_function(F const&, More const&...) -> nlopt_function<emit::of_blocks_type<F, More...>>;

}  // namespace leibniz
