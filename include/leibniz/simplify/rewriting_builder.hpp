// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "leibniz/functions/rules.hpp"
#include "leibniz/graph/builder.hpp"
#include "leibniz/simplify/match.hpp"
#include "leibniz/simplify/merge.hpp"
#include "leibniz/simplify/simplified.hpp"

namespace leibniz::simplification {

/// A builder that applies the rules of the table to every node as it is made, up to a validity.
/// The operands are simplified already, so one look at the new node suffices; a rule's right side is made
/// through `apply` again. Each rule makes its node smaller or moves a sign or a constant outwards, so this ends.
class rewriting_builder : public graph::builder {
 public:
  constexpr explicit rewriting_builder(validity up_to_in) : up_to_(up_to_in) {}

  constexpr int apply(function_info const& operation, int a, int b = -1, int c = -1) {
    int const folded = is_constant(a) ? fold(operation, a, b) : -1;
    if (folded >= 0) return folded;
    int const result = rewrite(*this, operation, a, b, c, up_to_);
    return result >= 0 ? result : add(operation, a, b, c);
  }
  constexpr void allow(validity up_to) { up_to_ = up_to; }
  constexpr validity allowed() const { return up_to_; }
  /// See simplified.hpp; every rule is allowed.
  constexpr int simplified(int i) { return simplification::simplified(*this, i); }
  /// See merge.hpp; only where every rule is allowed. A template, so that only programs that use it pay for it.
  template <class Nodes> constexpr Nodes merged(Nodes const& nodes) {
    return merging(*this, nodes).run();
  }

 protected:
  /// Arithmetic on known numbers. A formula's value is computed as it was written, so there only results that
  /// every scalar type holds exactly are folded.
  constexpr int fold(function_info const& operation, int a, int b) {
    if (!is_constant(a) || (b >= 0 && !is_constant(b))) return -1;
    number const x = value_of(a), y = b >= 0 ? value_of(b) : integer(0);
    bool const halves = is<multiply_entry>(operation) && up_to_ != validity::always &&
                        (power_of_two(x) || power_of_two(y));
    if (!halves && (!x.exact() || !y.exact())) return -1;
    number result = unknown();
    if (is<negate_entry>(operation)) result = -x;
    else if (is<add_entry>(operation)) result = x + y;
    else if (is<subtract_entry>(operation)) result = x - y;
    else if (is<multiply_entry>(operation)) result = x * y;
    else if (is<square_entry>(operation)) result = x * x;
    else if (is<divide_entry>(operation) && y.numerator != 0) result = x * reciprocal(y);
    if (halves) return keeps_range(result, x, y) ? constant(result) : -1;
    bool signed_zero =
        result.is(0) && (is<negate_entry>(operation) || x.negative() || y.negative());
    if (!result.exact() || (result.is_scaled() && !keeps_range(result, x, y)) ||
        (up_to_ == validity::always &&
         (signed_zero || !representable(result) || !representable(x) || !representable(y))))
      return -1;
    return constant(result);
  }
 private:
  /// Exact in every binary scalar type from float on.
  static constexpr bool representable(number const& n) {
    constexpr std::int64_t limit = 1 << 24;
    return n.numerator <= limit && n.numerator >= -limit && n.denominator <= limit &&
           (n.denominator & (n.denominator - 1)) == 0;
  }

  validity up_to_;
};

}  // namespace leibniz::simplification
