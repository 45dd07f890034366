// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <limits>

#include "leibniz/functions/exponential.hpp"
#include "leibniz/functions/piecewise.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/graph/builder.hpp"

namespace leibniz::derive {

/// Products of derivatives in which a power that is infinite where its base is 0 meets one that vanishes there: 0·∞,
/// NaN, where the derivative may well exist. The powers of one base are collected there,
///
///     x·(1/(2·sqrt(x)))            →  sqrt(x)/2
///     3·x²/(2·sqrt(x³))            →  3/2·sqrt(x)
///     x·cbrt(x)/(3·cbrt(x)²·...)   →  likewise; of negative x, too
///     x·(p·x^(p−1))                →  p·x^p
///     x·x·(x²)^(−1/2)              →  |x|
///     |x|·slope(x), slope(x)²      →  x, 1
///
/// and x^a·log(x) is 0 where x is. Each is exact over the real numbers where the product is defined, and has its limit
/// where a base is 0. An even power forgets the sign of its base, and an even root asks for one: neither is added nor
/// dropped. All other products stay as they are.
/// Complexity: constant; no more than `most` factors are looked at, no deeper than `depth`.
template <class Builder> class common_powers {
 public:
  /// The first `computed` nodes of the graph are what is differentiated.
  constexpr common_powers(Builder& builder_in, int computed_in)
      : g_(builder_in), computed_(computed_in) {}

  /// A node is differentiated whose partials may be infinite where an operand is 0. Products are looked at from then on
  /// if such a base is a factor somewhere else.
  constexpr void meet(graph::node const& n) {
    if (found_) return;
    if (factors_.size() == 0) find_factors();
    found_ = is<abs_entry>(*n.operation) ? g_.find(abs_slope_entry::id, n.a, -1) >= 0 ||
                                               is_factor(g_.find(abs_entry::id, n.a, -1), 0)
                                         : false;
    found_ = found_ || is_factor(n.a, 3);
    found_ = found_ || is<hypot_entry>(*n.operation) || is<hypot3_entry>(*n.operation);
  }

  /// seed·factor so collected, or −1.
  constexpr int product(int seed, int factor) {
    if (!found_ || !may_meet(seed, factor)) return -1;
    left_ = most_tried;
    return product(seed, factor, depth_of_sums);
  }

 private:
  static constexpr int depth = 16, most = 16, most_seen = 64, depth_of_sums = 16, most_tried = 100;

  /// sign(base)^odd·|base|^exponent; `root`: NaN of a base below 0.
  struct power {
    int base;
    double exponent;  // a multiple of 1/120, or none of a simple fraction
    bool odd, root;
    bool vanishes, infinite;  // a factor does, or is, where the base is 0
    bool absolute;            // a factor is |base| to an odd power
    signed char slopes;       // how many factors are slopes of |base|
    bool below;               // the base is a pow_below_entry; its pow_entry is meant
  };
  struct monomial {
    number coefficient = integer(1);
    power powers[most];  // the first `count` of them
    int count = 0;
    int seen = 0;  // nodes
    bool complete = true;
    function_info const* cube_root = nullptr;
  };

  constexpr int product(int seed, int factor, int levels) {
    if (!may_meet(seed, factor) || --left_ < 0) return -1;
    monomial all;
    add(all, seed, 1, depth);
    add(all, factor, 1, depth);
    if (!all.complete) return -1;
    for (int k = 0; k < all.count; ++k) take_out(all, k);
    bool meets = false, infinite = false, slope = false;
    for (int k = 0; k < all.count; ++k) {
      if (is_slope(g_[all.powers[k].base].operation->id)) {
        meets = take_norm(all, k) || meets;
        slope = slope || all.powers[k].exponent > 0;
        meets = meets || all.powers[k].exponent > 1;
      }
      power const& p = all.powers[k];
      infinite = infinite || (p.infinite && p.exponent < 0);
      meets = meets || (p.vanishes && p.infinite) || p.slopes + (p.absolute ? 1 : 0) > 1;
    }
    int const logarithm = vanishing_logarithm(all);
    if (meets || logarithm >= 0 || (slope && infinite)) return written(all, logarithm);
    if (levels == 0) return -1;
    int const in_seed = inside(seed, factor, levels - 1);
    return in_seed >= 0 ? in_seed : inside(factor, seed, levels - 1);
  }

  /// Which nodes are factors of products, or powers.
  constexpr void find_factors() {
    factors_.resize(computed_ + 1, 0);
    char* const factors = factors_.data();
    for (int i = 0; i < computed_; ++i) {
      graph::node const& n = g_[i];
      std::uint64_t const id = n.operation->id;
      if (id == multiply_entry::id) factors[n.a] = factors[n.b] = 1;
      else if (id == square_entry::id || id == power_entry::id || id == divide_entry::id)
        factors[n.a] = 1;
    }
  }
  /// Whether a node is, or what it is a product or a power of.
  constexpr bool is_factor(int i, int levels) const {
    if (i < 0 || i >= computed_) return false;
    if (factors_[i] != 0) return true;
    graph::node const& n = g_[i];
    std::uint64_t const id = n.operation->id;
    if (levels == 0) return false;
    if (id == multiply_entry::id || id == divide_entry::id)
      return is_factor(n.a, levels - 1) || is_factor(n.b, levels - 1);
    return (id == square_entry::id || id == negate_entry::id || id == power_entry::id ||
            id == sqrt_entry::id || id == abs_entry::id) &&
           is_factor(n.a, levels - 1);
  }

  /// (a ± b)·factor and where(c, a, 0)·factor where a product in it can be collected, and none is infinite that cannot.
  constexpr int inside(int of, int factor, int levels) {
    graph::node const n = g_[of];
    function_info const& op = *n.operation;
    if (is<negate_entry>(op)) {
      int const positive = inside(n.a, factor, levels);
      return positive < 0 ? -1 : g_.apply(op, positive);
    }
    if (is<where_entry>(op)) {
      bool const first = g_.is_constant(n.c, 0);
      if (!first && !g_.is_constant(n.b, 0)) return -1;
      int const chosen = product(first ? n.b : n.c, factor, levels);
      return chosen < 0 ? -1 : g_.apply(op, n.a, first ? chosen : n.b, first ? n.c : chosen);
    }
    if (is<multiply_entry>(op) && levels > 0) {
      int const in_a = inside(n.a, factor, levels - 1);
      int const part = in_a >= 0 ? in_a : inside(n.b, factor, levels - 1);
      if (part < 0) return -1;
      int const rest = in_a >= 0 ? n.b : n.a, collected = product(rest, part, levels - 1);
      return collected >= 0 ? collected : g_.apply(op, rest, part);
    }
    if (!is<add_entry>(op) && !is<subtract_entry>(op)) return -1;
    int const a = product(n.a, factor, levels), b = product(n.b, factor, levels);
    if ((a < 0 && b < 0) || (a < 0 && (occurrence_of(n.a).below & ~corner) != 0) ||
        (b < 0 && (occurrence_of(n.b).below & ~corner) != 0))
      return -1;
    return g_.apply(op, a < 0 ? g_.apply(info_of<multiply_entry>, n.a, factor) : a,
                    b < 0 ? g_.apply(info_of<multiply_entry>, n.b, factor) : b);
  }

  /// Which bases are factors of a node or of a term of it, and which divide it, or are infinite in it where they are 0:
  /// a bit for each base, which others may share. A slope counts as both.
  struct occurrence {
    std::uint64_t above, below;
  };
  static constexpr std::uint64_t corner = 1;
  constexpr occurrence const& occurrence_of(int i) {
    while (occurrences_.size() <= i) {
      int const next = occurrences_.size();
      occurrences_.push_back(found(g_[next], next));
    }
    return occurrences_[i];
  }
  constexpr occurrence found(graph::node const& n, int i) const {
    function_info const& op = *n.operation;
    std::uint64_t const id = op.id;
    std::uint64_t const own = std::uint64_t{2} << i % 63;
    occurrence const* const known_before = occurrences_.data();
    if (op.arity == 0) return {id == operation::constant_columns::id ? 0 : own, 0};
    occurrence const a = known_before[n.a];
    if (id == multiply_entry::id)
      return {a.above | known_before[n.b].above, a.below | known_before[n.b].below};
    if (id == add_entry::id || id == subtract_entry::id)
      return {own | a.above | known_before[n.b].above, a.below | known_before[n.b].below};
    if (id == negate_entry::id || id == square_entry::id || id == sqrt_entry::id ||
        id == cbrt_entry::id)
      return a;
    if (id == divide_entry::id)
      return {a.above | known_before[n.b].below, a.below | known_before[n.b].above};
    if (id == where_entry::id)
      return {known_before[n.b].above | known_before[n.c].above,
              known_before[n.b].below | known_before[n.c].below};
    if (id == power_entry::id) {
      bool const negative = known(n.b).negative();
      return {negative ? 0 : a.above, negative ? a.above : 0};
    }
    if (id == abs_entry::id || is<hypot_entry>(op) || is<hypot3_entry>(op))
      return {own | corner | a.above, 0};
    if (id == abs_slope_entry::id || is_slope(id)) return {corner | own, corner};
    if (id == log_entry::id || id == log2_entry::id || id == log10_entry::id) return {own, a.above};
    if (id == pow_below_entry::id) return {own, a.above};
    if (id == strong_product_entry::id)
      return {a.above | known_before[n.b].above, a.below | known_before[n.b].below};
    if (id == over_hypot_entry::id || id == over_hypot_squared_entry::id) return {a.above, corner};
    return {own, 0};
  }
  /// Whether a base may be above in one node and below in the other.
  constexpr bool may_meet(int a, int b) {
    static_cast<void>(occurrence_of(a > b ? a : b));
    occurrence const &p = occurrences_[a], &q = occurrences_[b];
    return ((p.above | q.above) & (p.below | q.below)) != 0;
  }

  /// The number that a node of constants is, such as 1.1 − 1; NaN if none.
  constexpr number known(int i) const {
    graph::node const& n = g_[i];
    if (g_.is_constant(i)) return g_.value_of(i);
    bool const sum = is<add_entry>(*n.operation);
    if ((!sum && !is<subtract_entry>(*n.operation)) || !g_.is_constant(n.b))
      return inexact(std::numeric_limits<double>::quiet_NaN());
    number const a = known(n.a), b = g_.value_of(n.b);
    return sum ? a + b : a - b;
  }

  /// Multiplies by node i, `times` times; −1: divides.
  constexpr void add(monomial& to, int i, int times, int levels) const {
    graph::node const& n = g_[i];
    std::uint64_t const id = n.operation->id;
    if (++to.seen > most_seen) levels = 0;
    if (id == cbrt_entry::id) to.cube_root = n.operation;
    if (g_.is_constant(i) && g_.value_of(i).exact() && !g_.value_of(i).zero()) {
      number const c = to.coefficient * leibniz::power(g_.value_of(i), times);
      to.complete = to.complete && c.exact();
      to.coefficient = c;
    } else if (levels > 0 && (id == multiply_entry::id || id == strong_product_entry::id)) {
      add(to, n.a, times, levels - 1);
      add(to, n.b, times, levels - 1);
    } else if (levels > 0 && id == divide_entry::id) {
      add(to, n.a, times, levels - 1);
      add(to, n.b, -times, levels - 1);
    } else if (levels > 0 && id == square_entry::id) {
      add(to, n.a, 2 * times, levels - 1);
    } else if (levels > 0 && id == negate_entry::id) {
      if (times % 2 != 0) to.coefficient = -to.coefficient;
      add(to, n.a, times, levels - 1);
    } else if (id == over_hypot_entry::id || id == over_hypot_squared_entry::id) {
      add(to, n.a, times, levels - 1);
      add(to, g_.apply(*n.operation->meaning()->operands[1]->operation, n.a, n.b),
          id == over_hypot_entry::id ? -times : -2 * times, 0);
    } else if (id == pow_below_entry::id && times == 1) {
      power p = itself(i);
      p.below = true;
      add(to, p, 1);
      add(to, n.a, -1, 0);
    } else {
      add(to, power_of(i, levels), times);
    }
  }
  constexpr void add(monomial& to, power const& p, int times) const {
    int k = 0;
    while (k < to.count && (to.powers[k].base != p.base || to.powers[k].below != p.below)) ++k;
    if (k == most) {
      to.complete = false;
      return;
    }
    if (k == to.count)
      to.powers[to.count++] = {p.base, 0, false, false, false, false, false, 0, p.below};
    power& sum = to.powers[k];
    double const e = p.exponent * times;
    sum.exponent = simple(sum.exponent + e);
    sum.odd = sum.odd != (p.odd && times % 2 != 0);
    sum.root = sum.root || p.root;
    if (e == 0) {
      sum.slopes = static_cast<signed char>(sum.slopes + times);
      return;
    }
    (e < 0 ? sum.infinite : sum.vanishes) = true;
    sum.absolute = sum.absolute || (is_whole(e) && p.odd != is_odd(p.exponent));
  }
  static constexpr bool is_whole(double e) {
    constexpr double largest = 1e9;  // beyond, a power is 0, 1 or infinite
    return e <= largest && e >= -largest && e == static_cast<double>(static_cast<std::int64_t>(e));
  }
  static constexpr bool is_odd(double e) { return static_cast<std::int64_t>(e) % 2 != 0; }
  /// The multiple of 1/120 that an exponent is but for rounding errors, or itself: tenths and thirds meet exactly.
  static constexpr double simple(double e) {
    double const scaled = 120 * e, away = scaled < 0 ? -0.5 : 0.5;
    if (scaled > 1e9 || scaled < -1e9) return e;
    auto const whole = static_cast<double>(static_cast<std::int64_t>(scaled + away));
    double const rest = scaled - whole;
    return rest < 1e-9 && rest > -1e-9 ? whole / 120 : e;
  }
  constexpr int exponent(double e) const {
    double const scaled = simple(e) * 120 + 0.5;  // not below 0
    auto const whole = scaled < 1e9 ? static_cast<std::int64_t>(scaled) : 0;
    return g_.constant(static_cast<double>(whole) / 120 == e ? rational(whole, 120)
                                                             : from_double(e));
  }

  constexpr power itself(int i) const {
    return {i, 1, !g_[i].operation->not_negative, false, false, false, false, 0, false};
  }
  /// A node as the power of another one, or of itself.
  constexpr power power_of(int i, int levels) const {
    graph::node const& n = g_[i];
    std::uint64_t const id = n.operation->id;
    bool const root = id == sqrt_entry::id, cube_root = id == cbrt_entry::id;
    if (levels <= 0) return itself(i);
    if (id == abs_slope_entry::id || id == abs_entry::id) {
      power p = power_of(n.a, levels - 1);
      if (id == abs_slope_entry::id) p.exponent = 0;
      else p.odd = false;
      return p;
    }
    double by = 1;
    if (root) by = 0.5;
    else if (cube_root) by = 1.0 / 3;
    else if (id == square_entry::id) by = 2;
    else if (id == power_entry::id) by = known(n.b).as_double();
    else return itself(i);
    if (by != by || by == 0) return itself(i);
    power p = power_of(n.a, levels - 1);
    p.exponent = simple(p.exponent * by);
    if (is_whole(by)) {
      p.odd = p.odd && is_odd(by);
    } else if (!cube_root) {
      p.root = p.root || p.odd;
      p.odd = false;
    }
    return p;
  }

  /// Of a base such as x·y, whose power is infinite, takes x·y out of the other factors: x·y/sqrt(x·y) is sqrt(x·y).
  constexpr void take_out(monomial& from, int k) const {
    while (from.powers[k].infinite && from.powers[k].exponent < 0) {
      function_info const& op = *g_[from.powers[k].base].operation;
      if (!is<multiply_entry>(op) && !is<divide_entry>(op) && !is<negate_entry>(op)) return;
      monomial part;
      add(part, from.powers[k].base, 1, depth);
      if (!part.complete) return;
      monomial rest;
      rest.coefficient = from.coefficient * reciprocal(part.coefficient);
      for (; rest.count < from.count; ++rest.count)
        rest.powers[rest.count] = from.powers[rest.count];
      if (!rest.coefficient.exact()) return;
      for (int j = 0; j < part.count; ++j) {
        power const& p = part.powers[j];
        int at = 0;
        while (at < rest.count && (rest.powers[at].base != p.base || rest.powers[at].below)) ++at;
        if (at == rest.count || at == k || p.root || !is_whole(p.exponent)) return;
        power& whole = rest.powers[at];
        double const left = simple(whole.exponent - p.exponent);
        if (whole.exponent * p.exponent <= 0 || left * p.exponent < 0) return;
        whole.exponent = left;
        whole.odd = whole.odd != p.odd;
      }
      power& base = rest.powers[k];
      base.exponent = simple(base.exponent + 1);
      base.odd = !base.odd;
      base.vanishes = true;
      from.coefficient = rest.coefficient;
      for (int j = 0; j < from.count; ++j) from.powers[j] = rest.powers[j];
    }
  }

  static constexpr bool is_slope(std::uint64_t id) {
    return id == hypot_slope_entry::id || id == norm_slope_entry::id;
  }
  /// The norm of which a node is a slope.
  constexpr int norm_of(int slope) const {
    graph::node const n = g_[slope];
    return is<norm_slope_entry>(*n.operation)
               ? n.b
               : g_.apply(*n.operation->meaning()->operands[2]->operands[1]->operation, n.a, n.b);
  }
  /// h·slope is x. Whether there is such a product.
  constexpr bool take_norm(monomial& from, int k) const {
    int const h = norm_of(from.powers[k].base);
    bool taken = false;
    for (int j = 0; j < from.count; ++j)
      while (from.powers[j].base == h && from.powers[j].exponent >= 1 &&
             from.powers[k].exponent >= 1) {
        from.powers[j].exponent -= 1;
        from.powers[k].exponent -= 1;
        from.powers[k].odd = !from.powers[k].odd;
        add(from, g_[from.powers[k].base].a, 1, depth);
        taken = true;
      }
    return taken;
  }

  /// Which factor is a logarithm of what vanishes; −1: none.
  constexpr int vanishing_logarithm(monomial const& all) const {
    for (int k = 0; k < all.count; ++k) {
      graph::node const& n = g_[all.powers[k].base];
      std::uint64_t const id = n.operation->id;
      if ((id != log_entry::id && id != log2_entry::id && id != log10_entry::id) ||
          all.powers[k].exponent < 0)
        continue;
      monomial inside;
      add(inside, n.a, 1, depth);
      for (int j = 0; j < inside.count; ++j)
        for (int i = 0; i < all.count; ++i)
          if (all.powers[i].base == inside.powers[j].base && all.powers[i].vanishes &&
              all.powers[i].exponent > 0)
            return k;
    }
    return -1;
  }

  constexpr int written(monomial const& all, int logarithm) const {
    int above = -1, below = -1, slope = -1;
    bool infinite = logarithm >= 0;
    number const c = all.coefficient;
    for (int k = 0; k < all.count; ++k) {
      power p = all.powers[k];
      if (k == logarithm || (p.exponent == 0 && (!p.odd || p.root))) continue;
      bool const divides = p.exponent < 0;
      if (divides) p.exponent = -p.exponent;
      if (divides && p.odd && !p.root && !is_whole(p.exponent) &&
          !is_by_cube_root(p, all.cube_root)) {  // the sign stands above
        int const sign = g_.apply(*info_of<abs_entry>.partial(0)->operation, p.base);
        above = above < 0 ? sign : g_.apply(info_of<multiply_entry>, above, sign);
        p.odd = false;
      }
      infinite = infinite || divides;
      int& to = divides ? below : is_slope(g_[p.base].operation->id) ? slope : above;
      int const next = written(p, all.cube_root);
      to = to < 0 ? next : g_.apply(info_of<multiply_entry>, to, next);
    }
    if (slope >= 0 && !infinite) {
      above = above < 0 ? slope : g_.apply(info_of<multiply_entry>, above, slope);
      slope = -1;
    }
    if (above < 0 && below < 0 && slope < 0 && logarithm < 0) return g_.constant(c);
    int result = above < 0 ? g_.constant(integer(1)) : above;
    if (below >= 0) result = g_.apply(info_of<divide_entry>, result, below);
    if (logarithm >= 0)
      result = g_.apply(info_of<strong_product_entry>, result,
                        written(all.powers[logarithm], all.cube_root));
    if (slope >= 0) result = g_.apply(info_of<strong_product_entry>, slope, result);
    if (c.is(-1)) return g_.apply(info_of<negate_entry>, result);
    return c.is(1) ? result : g_.apply(info_of<multiply_entry>, g_.constant(c), result);
  }
  constexpr int whole_power(int base, std::int64_t n) const {
    if (n == 1) return base;
    return n == 2 ? g_.apply(info_of<square_entry>, base)
                  : g_.apply(info_of<power_entry>, base, g_.constant(integer(n)));
  }
  constexpr int times_whole_power(int x, int base, std::int64_t n) const {
    return n == 0 ? x : g_.apply(info_of<multiply_entry>, whole_power(base, n), x);
  }
  /// Whether a power, its exponent above 0, is a product of a base and its cube root.
  constexpr bool is_by_cube_root(power const& p, function_info const* cube_root) const {
    double const thirds = simple(3 * (p.exponent < 0 ? -p.exponent : p.exponent));
    if (p.root || cube_root == nullptr || !is_whole(thirds)) return false;
    auto const n = static_cast<std::int64_t>(thirds);
    return g_[p.base].operation->not_negative || p.odd == ((n / 3 + n % 3) % 2 != 0);
  }
  /// A power, its exponent not below 0.
  constexpr int written(power const& p, function_info const* cube_root) const {
    int const x =
        p.below ? g_.apply(*g_[p.base].operation->meaning()->operation, g_[p.base].a, g_[p.base].b)
                : p.base;
    double const e = p.exponent;
    bool const positive = g_[x].operation->not_negative;
    auto const whole = e < 1e9 ? static_cast<std::int64_t>(e) : 0;
    if (is_slope(g_[x].operation->id) && is_whole(e) && e > 1)
      return times_whole_power(whole_power(square_of_slope(x), whole / 2), x, whole % 2);
    if (e == 0) return g_.apply(*info_of<abs_entry>.partial(0)->operation, x);
    if (is_whole(e)) {
      if (p.root && !positive)
        return times_whole_power(g_.apply(info_of<square_entry>, g_.apply(info_of<sqrt_entry>, x)),
                                 x, whole - 1);
      if (positive || p.odd == is_odd(e)) return whole_power(x, whole);
      return times_whole_power(g_.apply(info_of<abs_entry>, x), x, whole - 1);
    }
    if (is_by_cube_root(p, cube_root)) {
      auto const n = static_cast<std::int64_t>(simple(3 * e));
      return times_whole_power(whole_power(g_.apply(*cube_root, x), n % 3), x, n / 3);
    }
    int const magnitude = p.root || positive ? x : g_.apply(info_of<abs_entry>, x);
    int const rest = is_whole(2 * e) ? times_whole_power(g_.apply(info_of<sqrt_entry>, magnitude),
                                                         magnitude, whole)
                                     : g_.apply(info_of<power_entry>, magnitude, exponent(e));
    return p.odd && !p.root && !positive
               ? g_.apply(info_of<multiply_entry>, rest,
                          g_.apply(*info_of<abs_entry>.partial(0)->operation, x))
               : rest;
  }
  /// The square of a slope of a norm, which is 1 where the norm is 0, as along an axis.
  constexpr int square_of_slope(int slope) const {
    function_info const& equal_to = *g_[slope].operation->meaning()->operands[0]->operation;
    int const h = norm_of(slope), zero = g_.constant(integer(0));
    return g_.apply(info_of<where_entry>, g_.apply(equal_to, h, zero), g_.constant(integer(1)),
                    g_.apply(info_of<square_entry>, slope));
  }

  Builder& g_;
  int computed_;
  bool found_ = false;
  int left_ = 0;  // products in sums that may still be tried
  buffer<char> factors_;
  buffer<occurrence> occurrences_;
};

}  // namespace leibniz::derive
