// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/expression/derivative_of.hpp"

namespace leibniz {

/// The formula, for computing with fewer operations: rewritten by every rule, also by those that hold over the real
/// numbers only and round differently. Derivatives of it, and what contains it, are simplified as far.
///
///   constexpr auto g = lz::gradient(lz::simplify(exp(x) * exp(y)));  // e^(x + y), one call
///
/// The result computes the same real function wherever f is defined; it may be defined elsewhere too (x/x is 1).
template <class F> constexpr auto simplify(F const& f) {
  if constexpr (!detail::require_formula<F>()) return after_error{};
  else return compose<operation::simplification_columns>(f);
}

}  // namespace leibniz
