// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "leibniz/functions/hyperbolic.hpp"
#include "leibniz/functions/special.hpp"
#include "leibniz/functions/trigonometric.hpp"
#include "leibniz/simplify/canonical_forms.hpp"

namespace leibniz::simplification {

/// Where nodes are defined, as sets of conditions on canonical forms: a divisor is not 0, what stands under a root is not
/// negative, and whatever else an operation asks for.
/// Complexity: linear in the nodes, times the number of conditions, of which 64 are kept; of more, nothing is known.
template <class Builder> class definedness {
 public:
  /// `form_of`: of each node, -1: of no interest.
  constexpr definedness(Builder const& graph_in, canonical_forms const& forms_in,
                        buffer<int> const& form_of_in)
      : g_(graph_in), forms_(forms_in), form_of_(form_of_in) {}

  /// Finds the conditions of all nodes that have forms.
  constexpr void find() {
    int const count = form_of_.size();
    demanded_.resize(count, 0);
    granted_.resize(count, 0);
    for (int i = 0; i < count; ++i) {
      graph::node const& n = g_[i];
      if (form_of_[i] < 0 || n.arity() == 0) continue;
      std::uint64_t own = 0, more = 0;
      if (is<divide_entry>(*n.operation)) {
        own = not_zero(form_of_[n.b]);
      } else if (is<log_entry>(*n.operation) || is<sqrt_entry>(*n.operation)) {
        if (!is_constant(form_of_[n.a])) own = bit(form_of_[n.a], demand::not_negative);
        if (is<log_entry>(*n.operation)) more = not_zero(form_of_[n.a]);
      } else if (!is_defined_everywhere(*n.operation)) {
        own = bit(form_of_[i], demand::defined);
      }
      for (int k = 0; k < n.arity(); ++k) {
        own |= demanded_[n.operand(k)];
        more |= granted_[n.operand(k)];
      }
      demanded_[i] = own;
      granted_[i] = own | more;
    }
  }
  /// Whether `other` is defined wherever node i is.
  constexpr bool is_defined_where(int other, int i) const {
    return demands_.size() <= most && (demanded_[other] & ~granted_[i]) == 0;
  }
  /// Whether a form is not 0 wherever node i is defined.
  constexpr bool is_not_zero_where(int form, int i) {
    return (not_zero(form) & ~granted_[i]) == 0 && demands_.size() <= most;
  }

 private:
  static constexpr int most = 64;
  enum class demand : std::uint8_t { not_negative, not_zero, atom_not_zero, defined };
  struct condition_on {
    int of;  ///< a form or, for `atom_not_zero`, an atom
    demand kind;
  };
  constexpr std::uint64_t bit(int of, demand kind) {
    int i = 0;
    while (i < demands_.size() && (demands_[i].of != of || demands_[i].kind != kind)) ++i;
    if (i == demands_.size()) demands_.push_back({of, kind});
    return i < most ? std::uint64_t{1} << i : 0;
  }
  constexpr bool is_constant(int f) const {
    return forms_[f].count == 1 && forms_.term_at(forms_[f].first).count == 0;
  }
  /// A product is not 0 if no atom is; exponentials never are.
  constexpr std::uint64_t not_zero(int f) {
    if (forms_[f].count != 1) return bit(f, demand::not_zero);
    canonical_forms::term const t = forms_.term_at(forms_[f].first);
    std::uint64_t result = 0;
    for (int k = t.first; k < t.first + t.count; ++k)
      if (int const a = forms_.factor_at(k).atom; !is<exp_entry>(*forms_.atom_at(a).operation))
        result |= bit(a, demand::atom_not_zero);
    return result;
  }
  static constexpr bool is_defined_everywhere(function_info const& op) {
    return op.is_let() || is<add_entry>(op) || is<subtract_entry>(op) || is<multiply_entry>(op) ||
           is<negate_entry>(op) || is<square_entry>(op) || is<exp_entry>(op) ||
           is<exp_minus_square_entry>(op) || is<sin_entry>(op) || is<cos_entry>(op) ||
           is<tanh_entry>(op);
  }

  Builder const& g_;
  canonical_forms const& forms_;
  buffer<int> const& form_of_;
  buffer<condition_on> demands_;
  buffer<std::uint64_t> demanded_, granted_;
};

}  // namespace leibniz::simplification
