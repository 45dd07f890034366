// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cassert>
#include <utility>

#include "leibniz/interop/blocks.hpp"

// Systems of ordinary differential equations for Boost.Odeint, with the Jacobian that its implicit steppers need.
// Source: https://www.boost.org/doc/libs/1_74_0/libs/numeric/odeint/doc/html/boost_numeric_odeint/concepts/implicit_system.html

namespace leibniz {

namespace emit {

/// Writes a Jacobian by the state to a matrix, and its column by time, 0 where there is none, to a vector.
template <class Program, int States, class Matrix, class Vector> struct store_stiff {
  static constexpr int columns = jacobian_columns<typename Program::source>;
  Matrix& jacobian;
  Vector& by_time;

  template <class T> LEIBNIZ_INLINE int operator()(slots<Program, T> const& s) const {
    rows(s, std::make_integer_sequence<int, States>{});
    return 0;
  }

 private:
  template <class T, int... I>
  LEIBNIZ_INLINE void rows(slots<Program, T> const& s, std::integer_sequence<int, I...> all) const {
    (row<I>(s, all), ...);
  }
  template <int I, class T, int... J>
  LEIBNIZ_INLINE void row(slots<Program, T> const& s, std::integer_sequence<int, J...>) const {
    constexpr int first = States + I * columns;
    ((jacobian(I, J) = take_one<Program, first + J>(s)), ...);
    if constexpr (columns > States) by_time[I] = take_one<Program, first + States>(s);
    else by_time[I] = T(0);
  }
};

template <class Sizes> struct state_size;
template <int N> struct state_size<std::integer_sequence<int, N>> {
  static constexpr int value = N;
};
template <int N> struct state_size<std::integer_sequence<int, N, 1>> {
  static constexpr int value = N;
};

template <class Term, class State>
LEIBNIZ_INLINE std::array<double const*, 2> state_and_time(State const& x, double const& t) {
  if constexpr (requires { x.size(); })
    assert(x.size() == state_size<typename Term::sizes>::value && "leibniz: state of wrong length");
  return {&x[0], &t};
}

}  // namespace emit

/// dx/dt of a system: what every stepper of Odeint calls.
template <class Term> struct odeint_derivatives {
  Term term;

  template <class State> void operator()(State const& x, State& dxdt, double t) const {
    using program = emit::value_program<typename Term::source>;
    term.template run<program>(emit::store_values<program, State>{dxdt},
                               emit::state_and_time<Term>(x, t).data());
  }
};

/// The Jacobian of dx/dt by x and its derivative by t: what steppers for stiff systems call besides.
template <class Term> struct odeint_jacobian {
  static constexpr int states = emit::state_size<typename Term::sizes>::value;
  static_assert(Term::source::outputs == states,
                "leibniz::odeint_system: there are as many outputs as states");
  Term term;

  template <class State, class Matrix>
  void operator()(State const& x, Matrix& jacobian, double t, State& by_time) const {
    using program = emit::jacobian_program<typename Term::source>;
    using store = emit::store_stiff<program, states, Matrix, State>;
    term.template run<program>(store{jacobian, by_time}, emit::state_and_time<Term>(x, t).data());
  }
};

/// The pair (derivatives, Jacobian) that steppers such as rosenbrock4 take. The first active input of the function is
/// the state, a second one, R<>, is the time; the passive inputs are given here, in order. Of an lz::vector, the first
/// wrt is the state, a second one the time, and data are named arguments. States are contiguous containers of doubles.
///
///   auto const system = lz::odeint_system(f);
///   integrate_const(make_dense_output<rosenbrock4<double>>(1e-6, 1e-6), system, x, 0.0, 50.0, 0.01);
///
/// `system.first` is for the other steppers. With Boost before 1.76 include interop/ublas.hpp before Odeint.
template <class F, class... More> auto odeint_system(F const& f, More const&... more) {
  using term = emit::of_blocks_type<F, More...>;
  term const t = emit::of_blocks(f, more...);
  return std::pair<odeint_derivatives<term>, odeint_jacobian<term>>({t}, {t});
}

}  // namespace leibniz
