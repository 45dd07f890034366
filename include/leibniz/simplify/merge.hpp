// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/mathematical_constants.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/functions/special.hpp"
#include "leibniz/graph/traverse.hpp"
#include "leibniz/simplify/canonicalize.hpp"
#include "leibniz/simplify/definedness.hpp"

namespace leibniz::simplification {

/// Replaces products with exponentials that are equal over the real numbers, up to their signs, by one of them, and an
/// exponential that is such a product divided by another node by that quotient.
///
/// Where logarithms stand in exponents, derivatives hold such products, and what is computed from them cancels:
/// of Black and Scholes' price s n(d1) = K exp(-r t) n(d2), with n(d) = exp(-d^2 / 2). To see that, exponents are
/// multiplied out, which only a canonical form does. Products are merged, sums are not: equal products round alike.
///
/// What replaces a node is defined wherever the node is: another output, or the other branch of a choice, may be
/// undefined where this one is not. A divisor is never 0 there, and holds no exponential, which might underflow.
/// Complexity: linear but for the canonical forms, which are bounded by their budget, and the square of the products.
template <class Builder> class merging {
 public:
  constexpr merging(Builder& graph_in, buffer<int> const& roots_in)
      : g_(graph_in),
        roots_(roots_in),
        needed_(graph::needed_for(graph_in, roots_in)),
        holds_(needed_.size(), 0),
        form_of_(needed_.size(), -1),
        forms_(purpose::merging),
        defined_(graph_in, forms_, form_of_) {}

  constexpr buffer<int> run() {
    constexpr int largest = 300;
    find_products();
    if (exponentials_ < 2 || count_ > largest) return same_roots();
    find_forms();
    if (forms_.exhausted()) return same_roots();
    defined_.find();
    find_equals();
    buffer<int> image(needed_.size(), -1), result;
    // what replaces a node may stand behind it: the next round copies what waits for that
    for (bool again = true; again;) {
      again = false;
      bool waits = false;
      for (int i = 0; i < needed_.size(); ++i) {
        if (needed_[i] == 0 || image[i] >= 0) continue;
        image[i] = copy(i, image);
        (image[i] < 0 ? waits : again) = true;
      }
      again = again && waits;
    }
    for (int r : roots_) {
      if (r >= 0 && image[r] < 0) return same_roots();
      result.push_back(r < 0 ? r : image[r]);
    }
    return result;
  }

 private:
  /// What stands for a node: plus or minus another, or a multiple of a quotient.
  struct replaced {
    int by, divided_by;  ///< or -1
    number times;
  };
  static constexpr replaced itself{-1, -1, integer(1)};

  constexpr buffer<int> same_roots() const {
    buffer<int> result;
    for (int r : roots_) result.push_back(r);
    return result;
  }
  /// What a node becomes; -1 if an operand has not been copied yet.
  constexpr int copy(int i, buffer<int> const& image) {
    graph::node const n = g_[i];
    if (replaced const& r = replaced_[i]; r.by >= 0)
      return image[r.by] < 0 || (r.divided_by >= 0 && image[r.divided_by] < 0)
                 ? -1
                 : replacement(r, image);
    for (int k = 0; k < n.arity(); ++k)
      if (n.operand(k) >= 0 && image[n.operand(k)] < 0) return -1;
    if (graph::same_operands(n, image)) return i;
    if (n.operation->is_let()) return g_.add(*n.operation, image[n.a]);
    return graph::apply_to(g_, n, image);
  }
  constexpr int replacement(replaced const& r, buffer<int> const& image) {
    int const quotient = r.divided_by < 0
                             ? image[r.by]
                             : g_.apply(info_of<divide_entry>, image[r.by], image[r.divided_by]);
    if (r.times.is(-1)) return g_.apply(info_of<negate_entry>, quotient);
    return r.times.is(1) ? quotient
                         : g_.apply(info_of<multiply_entry>, quotient, g_.constant(r.times));
  }
  static constexpr bool is_exponential(function_info const& op) {
    return is<exp_entry>(op) || is<exp_minus_square_entry>(op);
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
      } else if (is_exponential(op)) {
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
  /// The forms of the products and of what they are computed from.
  constexpr void find_forms() {
    buffer<int> place(needed_.size(), -1);
    for (int i = 0; i < needed_.size(); ++i)
      if (holds_[i] != 0) products_.push_back(i);
    buffer<char> const used = graph::needed_for(g_, products_);
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
    canonicalizer const canonical(forms_, part.view());
    for (int i = 0; i < used.size(); ++i)
      if (used[i] != 0) form_of_[i] = canonical[place[i]];
  }

  /// The exponential in a product's form, -1: none.
  constexpr int exponential_in(int f) const {
    if (forms_[f].count != 1) return -1;
    canonical_forms::term const t = forms_.term_at(forms_[f].first);
    for (int k = t.first; k < t.first + t.count; ++k)
      if (int const a = forms_.factor_at(k).atom; is<exp_entry>(*forms_.atom_at(a).operation))
        return a;
    return -1;
  }
  constexpr number coefficient(int f) const { return forms_.term_at(forms_[f].first).coefficient; }
  /// Whether a coefficient and its reciprocal are numbers, far from overflow.
  static constexpr bool is_moderate(number const& c) {
    constexpr double largest = 1e100;
    double const x = c.as_double() < 0 ? -c.as_double() : c.as_double();
    return x < largest && x > 1 / largest;
  }

  /// Finds what equals each product. `first`: among the products, -1: it has no form to compare by.
  constexpr void find_equals() {
    replaced_ = buffer<replaced>(needed_.size(), itself);
    buffer<int> without_constants, first(products_.size(), -1);
    buffer<number> times(products_.size(), integer(1));
    for (int p = 0; p < products_.size(); ++p) {
      int const f = form_of_[products_[p]];
      without_constants.push_back(-1);
      if (forms_[f].count != 1 || !is_moderate(coefficient(f))) continue;
      without_constants[p] = forms_.scale(f, reciprocal(coefficient(f)));
      for (int k = 0; k < p && first[p] < 0; ++k) {
        if (first[k] != k || without_constants[k] != without_constants[p]) continue;
        times[p] = near_fraction(coefficient(f) * reciprocal(coefficient(form_of_[products_[k]])));
        if (times[p].is(1) || times[p].is(-1)) first[p] = k;
      }
      if (first[p] >= 0) continue;
      first[p] = p;
      times[p] = integer(1);
    }
    buffer<int> quotients;
    buffer<char> from_quotients(needed_.size(), 0);
    for (int p = 0; p < products_.size() && !forms_.exhausted(); ++p)
      if (first[p] == p && is_exponential(*g_[products_[p]].operation) &&
          find_quotient(products_[p], from_quotients)) {
        quotients.push_back(products_[p]);
        from_quotients = graph::dependent_on(g_, quotients, needed_.size());
      }
    // of equal ones, the first stays that is computed without a quotient
    for (int p = 0; p < products_.size(); ++p) {
      if (first[p] < 0) continue;
      int by = -1;
      for (int k = first[p]; k < p || (by < 0 && k < products_.size()); ++k)
        if (by < 0 && first[k] == first[p] && from_quotients[products_[k]] == 0 &&
            defined_.is_defined_where(products_[k], products_[p]))
          by = k;
      if (by >= 0 && by != p) replaced_[products_[p]] = {products_[by], -1, times[p] * times[by]};
    }
  }
  /// Finds a product and a node whose quotient an exponential is, but for a constant.
  constexpr bool find_quotient(int exponential, buffer<char> const& from_quotients) {
    int const shared = exponential_in(form_of_[exponential]);
    if (shared < 0 || !is_moderate(coefficient(form_of_[exponential]))) return false;
    buffer<int> itself_only(1, exponential);
    buffer<char> const dependent = graph::dependent_on(g_, itself_only, needed_.size());
    for (int j : products_) {
      if (dependent[j] != 0 || from_quotients[j] != 0 || is_exponential(*g_[j].operation) ||
          exponential_in(form_of_[j]) != shared || !defined_.is_defined_where(j, exponential) ||
          !is_moderate(coefficient(form_of_[j])))
        continue;
      int const divisor =
          forms_.multiply(form_of_[j], forms_.power(form_of_[exponential], integer(-1)));
      if (forms_[divisor].count != 1 || exponential_in(divisor) >= 0 ||
          !defined_.is_not_zero_where(divisor, exponential))
        continue;
      number const c = coefficient(divisor);
      int const without_constant = forms_.scale(divisor, reciprocal(c));
      for (int k = 0; k < needed_.size(); ++k)
        if (form_of_[k] == without_constant && dependent[k] == 0 && from_quotients[k] == 0 &&
            defined_.is_defined_where(k, exponential)) {
          replaced_[exponential] = {j, k, reciprocal(c)};
          return true;
        }
    }
    return false;
  }

  Builder& g_;
  buffer<int> const& roots_;
  buffer<char> needed_, holds_;
  buffer<int> form_of_, products_;
  canonical_forms forms_;
  definedness<Builder> defined_;
  int count_ = 0, exponentials_ = 0;
  buffer<replaced> replaced_;
};

}  // namespace leibniz::simplification
