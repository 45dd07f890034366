// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/mathematical_constants.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/graph/traverse.hpp"
#include "leibniz/simplify/canonicalize.hpp"

namespace leibniz::simplification {

/// Replaces products with exponentials that are equal over the real numbers, up to their signs, by the first of them, and
/// an exponential that is such a product divided by another node by that quotient.
///
/// Where logarithms stand in exponents, derivatives hold such products, and what is computed from them cancels:
/// of Black and Scholes' price s n(d1) = K exp(-r t) n(d2), with n(d) = exp(-d^2 / 2). To see that, exponents are
/// multiplied out, which only a canonical form does. Products are merged, sums are not: equal products round alike.
/// Complexity: linear but for the canonical forms, which are bounded by their budget, and the square of the products.
template <class Builder> class merging {
 public:
  constexpr merging(Builder& g, buffer<int> const& roots)
      : g_(g), roots_(roots), needed_(graph::needed_for(g, roots)), holds_(needed_.size(), 0) {}

  constexpr buffer<int> run() {
    constexpr int largest = 300;
    find_products();
    if (exponentials_ < 2 || count_ > largest) return same_roots();
    find_equals();
    buffer<int> image(needed_.size(), -1), result;
    for (int i = 0; i < needed_.size(); ++i) {
      if (needed_[i] == 0) continue;
      graph::node const n = g_[i];
      if (replaced_[i].by >= 0) image[i] = replacement(replaced_[i], image);
      else if (is_unchanged(n, image)) image[i] = i;
      else if (n.operation->is_let()) image[i] = g_.add(*n.operation, image[n.a]);
      else image[i] = graph::apply_to(g_, n, image);
    }
    for (int r : roots_) result.push_back(r < 0 ? r : image[r]);
    return result;
  }

 private:
  static constexpr bool is_unchanged(graph::node const& n, buffer<int> const& image) {
    for (int k = 0; k < n.arity(); ++k)
      if (n.operand(k) >= 0 && image[n.operand(k)] != n.operand(k)) return false;
    return true;
  }
  constexpr buffer<int> same_roots() const {
    buffer<int> result;
    for (int r : roots_) result.push_back(r);
    return result;
  }
  /// Marks exponentials and the products without sums that hold one as a factor.
  constexpr void find_products() {
    buffer<char> monomial(needed_.size(), 0);
    for (int i = 0; i < needed_.size(); ++i) {
      if (needed_[i] == 0) continue;
      ++count_;
      graph::node const& n = g_[i];
      function_info const& op = *n.operation;
      if (n.arity() == 0) {
        monomial[i] = 1;
      } else if (is<exp_entry>(op)) {
        monomial[i] = holds_[i] = 1;
        ++exponentials_;
      } else if (is<multiply_entry>(op) || is<divide_entry>(op)) {
        monomial[i] = static_cast<char>(monomial[n.a] & monomial[n.b]);
        holds_[i] = static_cast<char>(monomial[i] & (holds_[n.a] | holds_[n.b]));
      } else if (is<negate_entry>(op) || is<square_entry>(op) || is<sqrt_entry>(op)) {
        monomial[i] = monomial[n.a];
        holds_[i] = static_cast<char>(is<negate_entry>(op) ? holds_[n.a] : 0);
      }
    }
  }
  /// Finds for each product the first that equals it.
  constexpr void find_equals() {
    buffer<int> products, place(needed_.size(), -1);
    for (int i = 0; i < needed_.size(); ++i)
      if (holds_[i] != 0) products.push_back(i);
    buffer<char> const used = graph::needed_for(g_, products);
    graph::builder part;
    part.copy_inputs(g_.view());
    for (int i = 0; i < used.size(); ++i) {
      if (used[i] == 0) continue;
      graph::node const n = g_[i];
      if (is<pi_entry>(*n.operation))
        place[i] = part.constant(inexact(pi_entry::constant<double>()));
      else if (is<sqrt_entry>(*n.operation) && part.is_constant(place[n.a]))
        place[i] = part.constant(inexact(math::sqrt(part.value_of(place[n.a]).as_double())));
      else if (n.arity() == 0) place[i] = part.leaf(g_.view(), i);
      else if (n.operation->is_let()) place[i] = place[n.a];
      else place[i] = graph::apply_to(part, n, place);
    }
    canonical_forms forms(purpose::merging);
    canonicalizer const canonical(forms, part.view());
    replaced_ = buffer<replaced>(needed_.size(), {-1, -1, integer(1)});
    buffer<int> form_of(needed_.size(), -1), firsts, without_constants;
    buffer<number> constants;
    for (int i = 0; i < used.size(); ++i)
      if (used[i] != 0) form_of[i] = canonical[place[i]];
    for (int i : products) {
      if (forms[form_of[i]].count != 1) continue;
      number const c = forms.term_at(forms[form_of[i]].first).coefficient;
      int const without_constant = forms.scale(form_of[i], reciprocal(c));
      for (int k = 0; k < firsts.size() && replaced_[i].by < 0; ++k) {
        if (without_constants[k] != without_constant) continue;
        number const ratio = near_fraction(c * reciprocal(constants[k]));
        if (ratio.is(1) || ratio.is(-1)) replaced_[i] = {firsts[k], -1, ratio};
      }
      if (replaced_[i].by >= 0) continue;
      if (is<exp_entry>(*g_[i].operation)) find_quotient(forms, form_of, firsts, i);
      firsts.push_back(i);
      constants.push_back(c);
      without_constants.push_back(without_constant);
    }
  }
  /// Finds a product and a node before an exponential whose quotient it is, but for a constant.
  constexpr void find_quotient(canonical_forms& forms, buffer<int> const& form_of,
                               buffer<int> const& products, int exponential) {
    for (int j : products) {
      int const divisor =
          forms.multiply(form_of[j], forms.power(form_of[exponential], integer(-1)));
      if (is<exp_entry>(*g_[j].operation) || forms[divisor].count != 1) continue;
      number const c = forms.term_at(forms[divisor].first).coefficient;
      int const without_constant = forms.scale(divisor, reciprocal(c));
      for (int k = 0; k < exponential; ++k)
        if (form_of[k] == without_constant) {
          replaced_[exponential] = {j, k, reciprocal(c)};
          return;
        }
    }
  }
  struct replaced {
    int by, divided_by;  ///< or -1
    number times;
  };
  constexpr int replacement(replaced const& r, buffer<int> const& image) {
    int const quotient = r.divided_by < 0
                             ? image[r.by]
                             : g_.apply(info_of<divide_entry>, image[r.by], image[r.divided_by]);
    if (r.times.is(-1)) return g_.apply(info_of<negate_entry>, quotient);
    return r.times.is(1) ? quotient
                         : g_.apply(info_of<multiply_entry>, quotient, g_.constant(r.times));
  }

  Builder& g_;
  buffer<int> const& roots_;
  buffer<char> needed_, holds_;
  int count_ = 0, exponentials_ = 0;
  buffer<replaced> replaced_;
};

}  // namespace leibniz::simplification
