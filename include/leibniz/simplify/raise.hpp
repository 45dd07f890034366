// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "leibniz/simplify/canonical_forms.hpp"
#include "leibniz/simplify/match.hpp"

namespace leibniz::simplification {

/// Writes a canonical form as nodes again, as a person would write it: x/2, x^2, sqrt(x), a - b.
/// What is to be computed has no constants that float could not hold, but the products of two.
template <class Builder> class raising {
 public:
  constexpr raising(Builder& to_in, canonical_forms const& from_in, bool computed_in = false)
      : to_(to_in), from_(from_in), computed_(computed_in) {}

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
    number c = t.coefficient;
    int outer = -1;
    if (computed_ && c.is_scaled() && !is_normal<float>(c)) {
      number const half =
          leibniz::detail::number_of(false, {0, 1}, {0, 1}, c.scaled.twos / 2, c.scaled.fives / 2);
      outer = to_.constant(half);
      c = c * reciprocal(half);
    }
    if (t.count == 0) return times(outer, to_.constant(c));
    if (!is_written_as_fraction(c)) {
      if (!c.is(1)) above = to_.constant(c);
    } else {
      if (c.numerator != 1) above = to_.constant(integer(c.numerator));
      below = to_.constant(integer(c.denominator));
    }
    for (int i = 0; i < t.count; ++i) {
      canonical_forms::factor const f = from_.factor_at(t.first + i);
      if (f.exponent.negative()) below = times(below, powered(f.atom, -f.exponent));
      else above = times(above, powered(f.atom, f.exponent));
    }
    if (above < 0) above = to_.constant(integer(1));
    return times(outer, below < 0 ? above : to_.apply(info_of<divide_entry>, above, below));
  }
  /// 2*x/3, x/10, but not for a number of so many places that it is no fraction to a reader, as the plain 0.1 is.
  static constexpr bool is_written_as_fraction(number const& c) {
    constexpr std::int64_t largest = 1'000'000'000'000'000, largest_power_of_two = 1024;
    bool const binary = (c.denominator & (c.denominator - 1)) == 0;
    return c.denominator > 1 && c.denominator <= (binary ? largest_power_of_two : largest) &&
           c.numerator <= largest && c.numerator >= -largest;
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
    if (*x.operation == operation::constant) return to_.constant(from_.number_at(x.a));
    if (x.operation->arity == 0) return to_.leaf(*x.operation, x.a);
    int const p = (*this)(x.a), q = x.b < 0 ? -1 : (*this)(x.b), r = x.c < 0 ? -1 : (*this)(x.c);
    return to_.apply(*x.operation, p, q, r);
  }

  Builder& to_;
  canonical_forms const& from_;
  bool computed_;
  buffer<int> raised_;  // by form, so that a shared part is raised once
};

}  // namespace leibniz::simplification
