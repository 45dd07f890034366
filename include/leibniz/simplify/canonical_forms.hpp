// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "leibniz/functions/exponential.hpp"
#include "leibniz/functions/hyperbolic.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/functions/trigonometric.hpp"
#include "leibniz/graph/builder.hpp"
#include "leibniz/graph/id_map.hpp"

namespace leibniz::simplification {

/// In text a let stays a name, a choice a choice and tan(x) itself; to compare, one looks through them. To merge nodes,
/// coefficients that miss a small fraction by rounding only, as the square of 1.4142135623730951 misses 2, are that fraction.
enum class purpose : std::uint8_t { comparison, text, merging };

/// The fraction of a small denominator that a number is but for rounding, or the number.
constexpr number near_fraction(number const& n) {
  constexpr int largest_denominator = 16;
  constexpr double largest = 1e6, rounding = 0x1p-51;
  if (n.exact() || !(n.real() < largest && n.real() > -largest)) return n;
  for (int q = 1; q <= largest_denominator; ++q) {
    double const scaled = n.real() * q;
    auto const p = static_cast<std::int64_t>(scaled + (scaled < 0 ? -0.5 : 0.5));
    double const off = scaled - static_cast<double>(p),
                 most = rounding * (scaled < 0 ? -scaled : scaled);
    if (p != 0 && off <= most && off >= -most) return rational(p, q);
  }
  return n;
}

/// Of a scaled number, which is of no interest, 0.
constexpr std::int64_t floor(number const& n) {
  if (n.is_scaled()) return 0;
  std::int64_t const towards_zero = n.numerator / n.denominator;
  return n.negative() && !n.integer() ? towards_zero - 1 : towards_zero;
}

/// Canonical forms of formulas over the real numbers: sums of terms, a term being a coefficient and powers of
/// atoms, all in one order. Equal forms have equal numbers, so comparing formulas is comparing numbers.
///
/// An atom is a variable, a function of canonical forms, a sum that is not multiplied out (the base of a
/// negative or fractional power, or a product over budget), or a constant. Sums and products are distributed up to
/// `term_budget` terms, fewer to merge; beyond, a product of sums stays one, so forms that differ may still be equal.
///
/// Coefficients and exponents are exact, plain numbers too; only to merge, these are rounded. A constant whose product or
/// sum with a coefficient takes more digits than a `number` has is an atom: such formulas may be equal and their forms
/// differ, but forms of formulas that differ are never equal.
class canonical_forms {
 public:
  static constexpr int term_budget = 200, merging_budget = 40;
  /// To merge, so many terms are made at most: that takes a fraction of what compilers allow one evaluation.
  static constexpr int most_terms = 2500;

  struct factor {
    int atom;
    number exponent;
  };
  struct term {
    number coefficient;
    int first, count;  ///< its factors, by ascending atom
  };
  struct form {
    int first, count;  ///< its terms, highest degree first
  };
  struct atom {
    function_info const*
        operation;  ///< operation::sum: the form `a`, a sum that is not multiplied out
    int a, b, c;    ///< forms; of a leaf: `a` is its index
  };

  constexpr explicit canonical_forms(purpose for_in) : for_(for_in) {
    zero_ = intern(buffer<term>());
    one_ = constant(integer(1));
  }

  constexpr purpose made_for() const { return for_; }
  /// Whether no more forms should be made: compilers allow one evaluation only so many steps.
  constexpr bool exhausted() const { return for_ == purpose::merging && made_ > most_terms; }
  constexpr int zero() const { return zero_; }
  constexpr form const& operator[](int f) const { return forms_[f]; }
  constexpr term const& term_at(int t) const { return terms_[t]; }
  constexpr factor const& factor_at(int f) const { return factors_[f]; }
  constexpr atom const& atom_at(int a) const { return atoms_[a]; }

  constexpr number const& number_at(int i) const { return numbers_[i]; }

  constexpr int constant(number const& given) {
    number const value = valued(given);
    if (!known(value)) return kept(value);
    buffer<term> terms;
    terms.push_back({value, factors_.size(), 0});
    return intern(terms);
  }
  constexpr int leaf(function_info const& operation, int index) {
    return power_of_atom({&operation, index, -1, -1});
  }

  /// A function of forms. An odd or even function takes its argument with a positive leading coefficient.
  constexpr int function(function_info const& operation, int a, int b, int c) {
    if (operation.symmetry != parity::none && leading_negative(a)) {
      int mirrored = function(operation, scale(a, integer(-1)), b, c);
      return operation.symmetry == parity::odd ? scale(mirrored, integer(-1)) : mirrored;
    }
    if (operation.commutative && a > b) return power_of_atom({&operation, b, a, c});
    if (is<exp_entry>(operation)) return exponential(a);
    if (is<log_entry>(operation)) return logarithm(a);
    if (for_ != purpose::text) {
      if (is<tan_entry>(operation)) return quotient(info_of<sin_entry>, info_of<cos_entry>, a);
      if (is<tanh_entry>(operation)) return quotient(info_of<sinh_entry>, info_of<cosh_entry>, a);
      if (is<pow_entry>(operation)) return exponential(multiply(b, logarithm(a)));
      if (is<sigmoid_entry>(operation) && leading_negative(a))  // 1 − σ(−u)
        return add(one_, scale(function(operation, scale(a, integer(-1)), b, c), integer(-1)));
    }
    return power_of_atom({&operation, a, b, c});
  }

  constexpr int add(int f, int g) {
    form const x = forms_[f], y = forms_[g];
    buffer<term> sum, apart;
    int i = 0, j = 0;
    while (i < x.count || j < y.count) {
      int order = i == x.count   ? 1
                  : j == y.count ? -1
                                 : compare(terms_[x.first + i], terms_[y.first + j]);
      if (order < 0) sum.push_back(terms_[x.first + i++]);
      else if (order > 0) sum.push_back(terms_[y.first + j++]);
      else {
        term both = terms_[x.first + i++], other = terms_[y.first + j++];
        number const total = both.coefficient + other.coefficient;
        if (known(total)) {
          both.coefficient = total;
        } else {
          if (is_less(both.coefficient, other.coefficient)) exchange(both, other);
          apart.push_back(other);
        }
        sum.push_back(both);
      }
    }
    int result = intern(sum);
    for (term const& t : apart) result = add(result, with_constant_kept(t));
    return result;
  }

  constexpr int scale(int f, number const& by) {
    int const scaled = scaled_exactly(f, by);
    return scaled >= 0 ? scaled : multiply(f, kept(by));
  }

  constexpr int multiply(int f, int g) {
    form const x = forms_[f], y = forms_[g];
    if (x.count == 0 || y.count == 0) return zero_;
    if (x.count > 1 && y.count == 1) return multiply_sum(f, y.first);
    if (y.count > 1 && x.count == 1) return multiply_sum(g, x.first);
    if (x.count * y.count > (for_ == purpose::merging ? merging_budget : term_budget))
      return multiply(as_factor(f, integer(1)), as_factor(g, integer(1)));
    int sum = zero_;
    for (int i = 0; i < x.count; ++i)
      for (int j = 0; j < y.count; ++j) sum = add(sum, multiply_terms(x.first + i, y.first + j));
    return sum;
  }

  constexpr int power(int f, number const& given) {
    form const x = forms_[f];
    number const n = valued(given);
    if (!known(n)) return power_of_atom({&info_of<power_entry>, f, kept(n), -1});
    if (n.zero()) return one_;
    if (n.is(1)) return f;
    if (x.count == 0) return n.negative() ? as_factor(f, n) : zero_;
    if (!n.exact()) return as_factor(f, n);
    if (x.count == 1) return power_of_term(f, n);
    if (n.integer() && !n.negative() && n.numerator <= 6 && x.count <= 8) {
      int product = f;
      for (std::int64_t k = 1; k < n.numerator; ++k) product = multiply(product, f);
      return product;
    }
    return as_factor(f, n);
  }

  /// The form times what turns its negative powers of sums into none, or the form itself. It is zero exactly
  /// when the form is.
  constexpr int without_denominators(int f) {
    for (int round = 0; round < 8; ++round) {
      int by = -1;
      number lowest = integer(0);
      for (int t = forms_[f].first; t < forms_[f].first + forms_[f].count; ++t)
        for (int k = terms_[t].first; k < terms_[t].first + terms_[t].count; ++k) {
          factor const candidate = factors_[k];
          if (!candidate.exponent.negative()) continue;
          if (by >= 0 && candidate.atom != by) continue;
          by = candidate.atom;
          if ((candidate.exponent - lowest).negative()) lowest = candidate.exponent;
        }
      if (by < 0 || (*atoms_[by].operation == operation::sum && atoms_[by].a == zero_)) return f;
      form const x = forms_[f];
      int sum = zero_;
      for (int i = 0; i < x.count; ++i) sum = add(sum, multiply_power(x.first + i, by, -lowest));
      f = sum;
    }
    return f;
  }

 private:
  /// What a number given is taken for: to merge itself, else its exact value.
  constexpr number valued(number const& given) const {
    return for_ == purpose::merging ? given : exactly(given);
  }
  /// Whether a number is a coefficient: exact or, to merge, a finite double.
  constexpr bool known(number const& n) const {
    return n.exact() || (for_ == purpose::merging && leibniz::detail::is_finite(n.real()));
  }
  /// An order of magnitudes, in which numbers that differ are apart.
  static constexpr bool is_less(number const& a, number const& b) {
    double const x = a.as_double(), y = b.as_double(), p = x < 0 ? -x : x, q = y < 0 ? -y : y;
    return p < q || (p <= q && a.hash() < b.hash());
  }
  static constexpr void exchange(term& a, term& b) {
    term const c = a;
    a = b;
    b = c;
  }
  /// The atom of a constant that is not below 0.
  constexpr atom constant_atom(number const& value) {
    int i = 0;
    while (i < numbers_.size() && !(numbers_[i] == value)) ++i;
    if (i == numbers_.size()) numbers_.push_back(value);
    return {&operation::constant, i, -1, -1};
  }
  /// A constant as an atom.
  constexpr int kept(number const& value) {
    bool const minus = value.negative();
    return power_of_atom(constant_atom(minus ? -value : value), integer(1),
                         integer(minus ? -1 : 1));
  }
  /// A term with its coefficient as an atom.
  constexpr int with_constant_kept(term const& t) {
    bool const minus = t.coefficient.negative();
    int const constant = atom_number(constant_atom(minus ? -t.coefficient : t.coefficient));
    factor kept{constant, integer(1)};
    int const first = factors_.size();
    for (int i = 0; i < t.count; ++i) {
      factor const f = factors_[t.first + i];
      if (f.atom == constant) kept.exponent = kept.exponent + f.exponent;
      if (kept.atom >= 0 && f.atom > constant) {
        factors_.push_back(kept);
        kept.atom = -1;
      }
      if (f.atom != constant) factors_.push_back(f);
    }
    if (kept.atom >= 0) factors_.push_back(kept);
    return form_of({integer(minus ? -1 : 1), first, factors_.size() - first});
  }
  constexpr int form_of(term const& t) {
    buffer<term> alone;
    alone.push_back(t);
    return intern(alone);
  }
  /// A form times a number, −1 where a coefficient of it is not known.
  constexpr int scaled_exactly(int f, number const& by) {
    form const x = forms_[f];
    buffer<term> scaled;
    for (int i = 0; i < x.count; ++i) {
      term t = terms_[x.first + i];
      t.coefficient = t.coefficient * by;
      if (!known(t.coefficient)) return -1;
      scaled.push_back(t);
    }
    return intern(scaled);
  }
  struct multiple {
    number leading;
    int sum;
  };
  /// A form as its leading coefficient times a form that begins with 1, or 1 times itself.
  constexpr multiple over_leading(int f) {
    number const leading = terms_[forms_[f].first].coefficient;
    int const sum = scaled_exactly(f, reciprocal(leading));
    return sum < 0 ? multiple{integer(1), f} : multiple{leading, sum};
  }
  static constexpr bool is_even(number const& n) {
    return n.integer() ? n.numerator % 2 == 0 : n.whole() && n.scaled.twos > 0;
  }

  constexpr bool leading_negative(int f) const {
    return forms_[f].count > 0 && terms_[forms_[f].first].coefficient.negative();
  }
  constexpr int quotient(function_info const& above, function_info const& below, int a) {
    return multiply(function(above, a, -1, -1), power(function(below, a, -1, -1), integer(-1)));
  }
  /// e^u, where c·log(v) in u is the factor v^c.
  constexpr int exponential(int u) {
    form const x = forms_[u];
    int rest = zero_, powers = one_;
    for (int i = 0; i < x.count; ++i) {
      term const t = terms_[x.first + i];
      bool const single = t.count == 1 && factors_[t.first].exponent.is(1);
      if (single && is<log_entry>(*atoms_[factors_[t.first].atom].operation))
        powers = multiply(powers, power(atoms_[factors_[t.first].atom].a, t.coefficient));
      else rest = add(rest, form_of(t));
    }
    if (rest == zero_) return powers;
    return multiply(power_of_atom({&info_of<exp_entry>, rest, -1, -1}), powers);
  }
  /// log(u), where log(e^v) is v.
  constexpr int logarithm(int u) {
    if (u == one_) return zero_;
    form const x = forms_[u];
    if (x.count == 1 && terms_[x.first].count == 1 && terms_[x.first].coefficient.is(1)) {
      factor const f = factors_[terms_[x.first].first];
      if (is<exp_entry>(*atoms_[f.atom].operation)) return scale(atoms_[f.atom].a, f.exponent);
    }
    return power_of_atom({&info_of<log_entry>, u, -1, -1});
  }
  /// 1 − sin² for the atom cos, 1 + sinh² for cosh, else −1: what the atom's square is replaced by in comparisons.
  constexpr int square_of(atom const& a) {
    if (for_ == purpose::text) return -1;
    bool const circular = is<cos_entry>(*a.operation);
    if (!circular && !is<cosh_entry>(*a.operation)) return -1;
    int const other = function(circular ? info_of<sin_entry> : info_of<sinh_entry>, a.a, -1, -1);
    return add(one_, scale(power(other, integer(2)), integer(circular ? -1 : 1)));
  }

  /// Highest degree first, then by the atoms in order of first appearance.
  constexpr int compare(term const& x, term const& y) const {
    double dx = degree(x), dy = degree(y);
    if (!same_value(dx, dy)) return dx > dy ? -1 : 1;
    for (int i = 0; i < x.count && i < y.count; ++i) {
      factor const &p = factors_[x.first + i], &q = factors_[y.first + i];
      if (p.atom != q.atom) return p.atom < q.atom ? -1 : 1;
      if (p.exponent == q.exponent) continue;
      double const e = p.exponent.as_double(), g = q.exponent.as_double();
      if (!same_value(e, g)) return e > g ? -1 : 1;
      return p.exponent.hash() > q.exponent.hash() ? -1 : 1;  // doubles beside each other
    }
    return x.count == y.count ? 0 : x.count > y.count ? -1 : 1;
  }
  constexpr double degree(term const& t) const {
    double sum = 0;
    for (int i = 0; i < t.count; ++i) sum += factors_[t.first + i].exponent.as_double();
    return sum;
  }

  /// The number of a form, given by its ordered terms. A coefficient that is 0, also a rounded one, is no term:
  /// forms are divided by their leading coefficient.
  constexpr int intern(buffer<term> const& given) {
    buffer<term> terms;
    std::uint64_t id = 1;
    made_ += 1 + given.size();
    for (term t : given) {
      if (for_ == purpose::merging) t.coefficient = near_fraction(t.coefficient);
      if (t.coefficient.zero()) continue;
      terms.push_back(t);
      id = mix(id, t.coefficient.hash());
      for (int i = 0; i < t.count; ++i)
        id = mix(mix(id, static_cast<std::uint64_t>(factors_[t.first + i].atom)),
                 factors_[t.first + i].exponent.hash());
      id = mix(id, 0x7e);
    }
    int known = known_forms_.find(id);
    if (known >= 0) return known;
    forms_.push_back({terms_.size(), terms.size()});
    for (term const& t : terms) terms_.push_back(t);
    known_forms_.insert(id, forms_.size() - 1);
    return forms_.size() - 1;
  }
  constexpr int atom_number(atom const& a) {
    std::uint64_t id = mix(mix(mix(a.operation->id, static_cast<std::uint64_t>(a.a)),
                               static_cast<std::uint64_t>(a.b + 1)),
                           static_cast<std::uint64_t>(a.c + 1));
    int known = known_atoms_.find(id);
    if (known >= 0) return known;
    atoms_.push_back(a);
    known_atoms_.insert(id, atoms_.size() - 1);
    return atoms_.size() - 1;
  }
  constexpr int power_of_atom(atom const& a, number const& exponent = integer(1),
                              number const& by = integer(1)) {
    factors_.push_back({atom_number(a), exponent});
    buffer<term> terms;
    terms.push_back({by, factors_.size() - 1, 1});
    return intern(terms);
  }

  /// A form to a power as one factor: a sum that is not multiplied out. For integer powers its leading
  /// coefficient is taken out, so that proportional sums are one atom.
  constexpr int as_factor(int f, number const& exponent) {
    form const x = forms_[f];
    // to merge, a product to a power is one to a power from 0 to 1, times whole powers
    if (for_ == purpose::merging && x.count == 1 && exponent.exact() && !exponent.integer())
      if (std::int64_t const whole = floor(exponent); whole != 0)
        return multiply(power(f, integer(whole)), as_factor(f, exponent - integer(whole)));
    if (x.count > 0 && exponent.integer()) {
      multiple const by = over_leading(f);
      if (number const power = leibniz::power(by.leading, exponent.numerator); known(power))
        return power_of_atom({&operation::sum, by.sum, -1, -1}, exponent, power);
    }
    return power_of_atom({&operation::sum, f, -1, -1}, exponent);
  }

  constexpr int power_of_term(int f, number const& n) {
    term const t = terms_[forms_[f].first];
    if (!n.integer()) {
      // (x^a)^n is x^(a n) only where x cannot be negative or a is odd
      bool safe = t.coefficient.is(1) && t.count == 1;
      if (safe) {
        number const a = factors_[t.first].exponent;
        safe = a.exact() && !is_even(a);
      }
      if (!safe) return t.count == 0 && t.coefficient.is(1) ? f : as_factor(f, n);
    }
    for (int i = 0; i < t.count; ++i)
      if (!known(factors_[t.first + i].exponent * n)) return as_factor(f, n);
    int apart = one_;
    number coefficient = n.integer() ? leibniz::power(t.coefficient, n.numerator) : t.coefficient;
    if (!known(coefficient)) {
      bool const minus = t.coefficient.negative();
      apart = power_of_atom(constant_atom(minus ? -t.coefficient : t.coefficient), n);
      coefficient = integer(minus && !is_even(n) ? -1 : 1);
    }
    buffer<term> terms;
    int const first = factors_.size();
    for (int i = 0; i < t.count; ++i) {
      factor const x = factors_[t.first + i];
      factors_.push_back({x.atom, x.exponent * n});
    }
    terms.push_back({coefficient, first, t.count});
    return insert_factor(intern(terms), apart);  // powers of e^u in order
  }

  /// A sum times a term. Where the term holds that sum to a power, the powers add up.
  constexpr int multiply_sum(int f, int t) {
    form const x = forms_[f];
    auto const [leading, sum] = over_leading(f);
    term const by = terms_[t];
    for (int i = 0; i < by.count; ++i) {
      factor const same = factors_[by.first + i];
      if (*atoms_[same.atom].operation != operation::sum || atoms_[same.atom].a != sum ||
          !known(same.exponent + integer(1)))
        continue;
      int product = scale(constant(by.coefficient), leading);
      for (int k = 0; k < by.count; ++k) {
        factor const other = factors_[by.first + k];
        number const exponent = k == i ? other.exponent + integer(1) : other.exponent;
        if (exponent.is(1) && *atoms_[other.atom].operation == operation::sum)
          product = multiply(product, atoms_[other.atom].a);
        else if (!exponent.zero())
          product = multiply(product, power_of_atom(atoms_[other.atom], exponent));
      }
      return product;
    }
    int result = zero_;
    for (int i = 0; i < x.count; ++i) result = add(result, multiply_terms(x.first + i, t));
    return result;
  }

  constexpr int multiply_terms(int p, int q) {
    term const x = terms_[p], y = terms_[q];
    buffer<factor> merged;
    int sums = zero_;  // sums whose power became a whole positive one are multiplied out
    bool has_sums = false;
    int i = 0, j = 0;
    int exponentials = 0, exponent = zero_;
    while (i < x.count || j < y.count) {
      factor next{};
      if (j == y.count || (i < x.count && factors_[x.first + i].atom < factors_[y.first + j].atom))
        next = factors_[x.first + i++];
      else if (i == x.count || factors_[y.first + j].atom < factors_[x.first + i].atom)
        next = factors_[y.first + j++];
      else {
        next = factors_[x.first + i++];
        next.exponent = next.exponent + factors_[y.first + j++].exponent;
        if (!known(next.exponent)) return product_of_terms(x, y);
        if (next.exponent.zero()) continue;
        if (for_ != purpose::text && is<where_entry>(*atoms_[next.atom].operation) &&
            !next.exponent.negative())
          next.exponent = integer(1);  // to compare, a choice is 0 or 1
        atom const sum = atoms_[next.atom];
        if (*sum.operation == operation::sum && next.exponent.integer() &&
            !next.exponent.negative() && next.exponent.numerator <= 6 && forms_[sum.a].count <= 8) {
          int const expanded = power(sum.a, next.exponent);
          sums = has_sums ? multiply(sums, expanded) : expanded;
          has_sums = true;
          continue;
        }
      }
      if (next.exponent.integer() && next.exponent.numerator > 1 && next.exponent.numerator <= 12) {
        if (int const square = square_of(atoms_[next.atom]); square >= 0) {
          int const expanded = power(square, integer(next.exponent.numerator / 2));
          sums = has_sums ? multiply(sums, expanded) : expanded;
          has_sums = true;
          next.exponent = integer(next.exponent.numerator % 2);
          if (next.exponent.is(0)) continue;
        }
      }
      if (is<exp_entry>(*atoms_[next.atom].operation)) {
        exponentials += next.exponent.is(1) ? 1 : 2;  // a power of one counts as several
        exponent = add(exponent, scale(atoms_[next.atom].a, next.exponent));
      }
      merged.push_back(next);
    }
    number coefficient = x.coefficient * y.coefficient, apart = integer(1);
    if (!known(coefficient)) {
      bool const less = is_less(x.coefficient, y.coefficient);
      coefficient = less ? y.coefficient : x.coefficient;
      apart = less ? x.coefficient : y.coefficient;
    }
    buffer<term> product;
    int const first = factors_.size();
    for (factor const& f : merged) {
      if (exponentials > 1 && is<exp_entry>(*atoms_[f.atom].operation))
        continue;  // e^u e^v is e^(u+v)
      if (!absorbs(coefficient, f)) factors_.push_back(f);
    }
    product.push_back({coefficient, first, factors_.size() - first});
    int result = intern(product);
    if (!apart.is(1)) result = insert_factor(result, kept(apart));
    if (exponentials > 1 && exponent != zero_)
      result = insert_factor(result, function(info_of<exp_entry>, exponent, -1, -1));
    return has_sums ? multiply(result, sums) : result;
  }
  /// Whether a factor is a constant that a coefficient can be multiplied by, which it then is.
  constexpr bool absorbs(number& coefficient, factor const& f) const {
    atom const& a = atoms_[f.atom];
    if (*a.operation != operation::constant || !f.exponent.integer()) return false;
    number const more = coefficient * leibniz::power(numbers_[a.a], f.exponent.numerator);
    if (!known(more)) return false;
    coefficient = more;
    return true;
  }
  /// A product of terms that stay as they are.
  constexpr int product_of_terms(term const& x, term const& y) {
    int const p = form_of(x), q = form_of(y);
    return multiply_terms(forms_[as_factor(p, integer(1))].first,
                          forms_[as_factor(q, integer(1))].first);
  }
  /// A term times a power of an atom that is a sum, which is multiplied out unless the term holds a power of it.
  constexpr int multiply_power(int t, int a, number const& exponent) {
    int const single = power_of_atom(atoms_[a], exponent);
    bool holds = !exponent.integer() || *atoms_[a].operation != operation::sum;
    for (int k = 0; k < terms_[t].count; ++k)
      holds = holds || factors_[terms_[t].first + k].atom == a;
    if (holds) return multiply_terms(t, forms_[single].first);
    return multiply(form_of(terms_[t]), power(atoms_[a].a, exponent));
  }
  /// A single term, or none where its coefficient underflowed, times a single factor that it does not hold.
  constexpr int insert_factor(int f, int single) {
    return f == zero_ ? zero_ : multiply_terms(forms_[f].first, forms_[single].first);
  }

  purpose for_;
  buffer<form> forms_;
  buffer<term> terms_;
  buffer<factor> factors_;
  buffer<atom> atoms_;
  buffer<number> numbers_;  // of the constants that are atoms
  graph::id_map known_forms_, known_atoms_;
  int zero_ = 0, one_ = 0, made_ = 0;
};

}  // namespace leibniz::simplification
