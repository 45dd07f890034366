// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <type_traits>

#include "leibniz/emit/function.hpp"
#include "leibniz/emit/gradient.hpp"
#include "leibniz/expression/vector.hpp"
#include "leibniz/schedule/cost.hpp"
#include "leibniz/schedule/live.hpp"

namespace leibniz {

namespace emit {

/// The program that a call runs: of a verb its own, of formulas and functions the one of their values.
template <class G> struct program_of {};
template <class G>
requires requires { typename G::program; }
struct program_of<G> {
  using type = typename G::program;
};
template <Formula F> struct program_of<F> {
  using type = value_program<formula_source<1, wrt_list<>, F>>;
};
template <Formula... Fs> struct program_of<formula_vector<Fs...>> {
  using type = value_program<formula_source<sizeof...(Fs), wrt_list<>, Fs...>>;
};
template <class Code, class... Inputs> struct program_of<function_of<Code, Inputs...>> {
  using type = value_program<function_source<Code, Inputs...>>;
};

template <class G> concept Callable = requires { typename program_of<G>::type; };

}  // namespace emit

/// The operations that a call performs, counted on the graph that is emitted: of a formula, of formulas computed in one
/// pass, of a function, or of a gradient, Jacobian, Hessian or product.
template <emit::Callable G> constexpr operation_count cost(G const&) {
  return schedule::count(emit::program_of<G>::type::graph.view());
}

/// The most values that are kept at once in the order in which a call computes them: inputs between their first and
/// last use, results that a later operation needs. So many numbers and truth values suffice to run the emitted steps
/// one by one, if each result that the caller wants is stored where it is computed, as `lz::call` does. It is a fact
/// about the plan; what a compiler makes of it is its own: it may keep fewer values by reading an input again, or more
/// by moving operations, and has values of its own, such as addresses and constants.
///
///   static_assert(lz::live_values(lz::gradient(f)) <= 12);
template <emit::Callable G> constexpr int live_values(G const&) {
  return schedule::live_values(emit::program_of<G>::type::graph.view());
}

/// Bytes of memory, besides the caller's arguments and results, that a call asks for to calculate with the scalar T:
/// none. Emitted code is straight-line, without arrays, heap or static data; what the registers cannot hold of
/// `live_values(g)` the compiler puts on the stack.
template <class T, emit::Callable G> constexpr std::size_t workspace_bytes(G const&) {
  static_assert(std::is_arithmetic_v<T>,
                "leibniz::workspace_bytes: scalars with memory of their own are not counted");
  return 0;
}

}  // namespace leibniz
