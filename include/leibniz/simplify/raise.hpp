// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/simplify/canonical_forms.hpp"

namespace leibniz::simplification {

/// Writes a canonical form as nodes again, as a person would write it: x/2, x^2, sqrt(x), a - b.
template <class Builder> class raising {
 public:
  constexpr raising(Builder& to_in, canonical_forms const& from_in) : to_(to_in), from_(from_in) {}

  constexpr int operator()(int f) {
    if (raised_.size() <= f) raised_.resize(f + 1, -1);
    int const result = raised_[f] < 0 ? sum_of_terms(f) : raised_[f];
    return raised_[f] = result;
  }

 private:
  constexpr int sum_of_terms(int f) {
    canonical_forms::form const form = from_[f];
    if (form.count == 0) return to_.constant(integer(0));
    int sum = -1;
    for (int i = 0; i < form.count; ++i) {
      canonical_forms::term t = from_.term_at(form.first + i);
      bool const negative = t.coefficient.negative();
      if (negative) t.coefficient = -t.coefficient;
      int const next = term(t);
      if (sum < 0) sum = negative ? negated(next) : next;
      else sum = to_.apply(negative ? info_of<subtract_entry> : info_of<add_entry>, sum, next);
    }
    return sum;
  }
  constexpr int negated(int i) {
    if (to_.is_constant(i)) return to_.constant(-to_.value_of(i));
    // -(a*b) reads better as -a*b
    graph::node const n = to_[i];
    if (is<multiply_entry>(*n.operation) || is<divide_entry>(*n.operation)) {
      int const first = to_.is_constant(n.a) ? to_.constant(-to_.value_of(n.a)) : negated(n.a);
      return to_.apply(*n.operation, first, n.b);
    }
    return to_.apply(info_of<negate_entry>, i);
  }
  constexpr int times(int product, int i) {
    return product < 0 ? i : to_.apply(info_of<multiply_entry>, product, i);
  }

  constexpr int term(canonical_forms::term const& t) {
    int above = -1, below = -1;
    number const c = t.coefficient;
    if (t.count == 0) return to_.constant(c);
    if (!c.exact()) above = to_.constant(c);
    else if (c.numerator != 1) above = to_.constant(integer(c.numerator));
    if (c.exact() && c.denominator != 1) below = to_.constant(integer(c.denominator));
    for (int i = 0; i < t.count; ++i) {
      canonical_forms::factor const f = from_.factor_at(t.first + i);
      if (f.exponent.negative()) below = times(below, powered(f.atom, -f.exponent));
      else above = times(above, powered(f.atom, f.exponent));
    }
    if (above < 0) above = to_.constant(integer(1));
    return below < 0 ? above : to_.apply(info_of<divide_entry>, above, below);
  }
  constexpr int powered(int a, number const& exponent) {
    int const base = atom(a);
    if (exponent.is(1)) return base;
    if (exponent == rational(1, 2)) return to_.apply(info_of<sqrt_entry>, base);
    return to_.apply(info_of<power_entry>, base, to_.constant(exponent));
  }
  constexpr int atom(int a) {
    canonical_forms::atom const x = from_.atom_at(a);
    if (*x.operation == operation::sum) return (*this)(x.a);
    if (x.operation->arity == 0) return to_.leaf(*x.operation, x.a);
    int const p = (*this)(x.a), q = x.b < 0 ? -1 : (*this)(x.b), r = x.c < 0 ? -1 : (*this)(x.c);
    return to_.apply(*x.operation, p, q, r);
  }

  Builder& to_;
  canonical_forms const& from_;
  buffer<int> raised_;  // by form, so that a shared part is raised once
};

}  // namespace leibniz::simplification
