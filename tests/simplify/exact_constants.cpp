// SPDX-License-Identifier: BSL-1.0
// Constants of any size: formulas are shown equal only if they are, and simplified ones are what they were, exactly.
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <limits>
#include <optional>

#include "check.hpp"
#include "graph/interpreter.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz;
using namespace lz::literals;
using lz::test::big;
using lz::test::opaque;

namespace {

constexpr variable<"x"> x;
constexpr variable<"y"> y;
constexpr double infinity = std::numeric_limits<double>::infinity(),
                 not_a_number = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("coefficients far apart are not equal") {
  STATIC_REQUIRE(1e16_c * x + 1e-3_c * x != 1e16_c * x);
  STATIC_REQUIRE(1e16_c * x + 1e-3_c * x == 1e-3_c * x * (1e19_c + 1));
  STATIC_REQUIRE(x / pow(3_c, 50_c) + x != x);
  STATIC_REQUIRE(x / pow(3_c, 50_c) + x == (pow(3_c, 50_c) + 1) / pow(3_c, 50_c) * x);
  CHECK(x * 1e16 + x != x * 1e16);
  CHECK(x * opaque(1e16) + x == x * 1e16 + 1.0 * x);
  CHECK(x / 1e200 / 1e200 != x * 0);
  CHECK(x / 1e200 / 1e100 == x / 1e100 / 1e200);
  CHECK(0.5 * (5e-324 * x) != 0 * x);
  CHECK(x * 1e300 * 1e300 != x * 1e200 * 1e200);
  CHECK(x * 1e300 * 1e300 == 1e300 * x * 1e300);
  STATIC_REQUIRE(derivative(x * x * 1e-300_c * 1e-300_c, x) != 0);
  STATIC_REQUIRE(1e300_c * x + 1e-300_c * x != 1e300_c * x);
  STATIC_REQUIRE(1e300_c * x + 1e-300_c * x == 1e-300_c * x + 1e300_c * x);
  STATIC_REQUIRE(1e300_c * x + 1e-300_c * x - 1e-300_c * x == 1e300_c * x);
}
TEST_CASE("what was rounded to a fraction is not that fraction") {
  CHECK(0.1 * x * 0.1 != 0.010000000000000002 * x);
  CHECK(x * 3.0 * (1.0 / 3.0) != x);
  CHECK(x / 3.0 != x * (1.0 / 3.0));
  CHECK(0.1 * x != 0.1_c * x);
  CHECK(0.1 * x == 0x1.999999999999ap-4_c * x);
  CHECK(0.1 * x + 0.2 * x != 0.3 * x);
  CHECK(0.25 * x + 0.5 * x == 0.75 * x);
  CHECK(square(0.1 * x + y) == 0.1 * x * (0.1 * x) + 2 * (0.1 * x * y) + y * y);
  CHECK((x / 0.3 + y / 0.7) * (x / 0.3 - y / 0.7) ==
        x * x / (0.3 * x) * x / 0.3 - y / 0.7 * y / 0.7);
  CHECK(x / 0.3 / 0.7 == x / 0.7 / 0.3);  // with four divisors: not shown
}
TEST_CASE("exponents that are doubles beside each other") {
  STATIC_REQUIRE(pow(x, 1_c / 3_c) != pow(x, 0.3333333333333333_c));
  STATIC_REQUIRE(pow(x, 1_c / 3_c) - pow(x, 0.33333333333333331_c) != 0);
  STATIC_REQUIRE(y + pow(x, 1e-300_c) * pow(x, 1e300_c) != y + pow(x, 1e300_c));
  STATIC_REQUIRE(pow(x, 1e-300_c) * pow(x, 1e300_c) == pow(x, 1e300_c) * pow(x, 1e-300_c));
  STATIC_REQUIRE(pow(pow(x, 1e-300_c), 1e300_c) == x);
  STATIC_REQUIRE(pow(x, 0.25_c) * pow(x, 0.75_c) == x);
  STATIC_REQUIRE(pow(pow(x, 1e30_c), 0.5_c) != pow(x, 5e29_c));  // below 0, abs(x) to that power
}
TEST_CASE("what is no real number equals itself alone") {
  CHECK(x * infinity == x * infinity);
  CHECK(x * not_a_number == x * not_a_number);
  CHECK(x * infinity != 2.0 * (x * infinity));
  CHECK(x * infinity - x * infinity != 0);
  CHECK(x * infinity != x * -infinity);
  CHECK(x + not_a_number != y + not_a_number);
  CHECK(x * 0.0 == 0 * x);
  CHECK(x * -0.0 == 0 * x);
  STATIC_REQUIRE(x + 1_c / (y - y) != 2 * x + 1_c / (y - y));
}
TEST_CASE("a name for two formulas shows nothing") {
  STATIC_REQUIRE(let<"h">(x) + let<"h">(y) != 2 * let<"h">(x));
  STATIC_REQUIRE(let<"h">(x) != let<"h">(y));
}

namespace {

namespace mp = boost::multiprecision;
using fraction = mp::cpp_rational;

fraction value(number const& given) {
  number const n = exactly(given);
  if (!n.is_scaled()) return {n.numerator, n.denominator};
  auto const whole = [](uint128 const& a) -> mp::cpp_int {
    return (mp::cpp_int(a.high) << 64) + a.low;
  };
  auto const power = [](int base, int k) {
    fraction const result(mp::pow(mp::cpp_int(base), static_cast<unsigned>(std::abs(k))), 1);
    return k < 0 ? fraction(1 / result) : result;
  };
  scaled_fraction const& f = n.scaled;
  return n.numerator * fraction(whole(f.above), whole(f.below)) * power(2, f.twos) *
         power(5, f.fives);
}

/// A value and its derivative by x.
struct dual {
  fraction value, slope;
};
using maybe = std::optional<dual>;

/// The nodes of a graph of rational operations; none where it divides by 0.
std::vector<maybe> evaluate(graph::view const& g, fraction const* inputs) {
  std::vector<maybe> result;
  for (int i = 0; i < g.size.nodes; ++i) {
    graph::node const& n = g[i];
    auto const at = [&](int k) { return result[static_cast<unsigned>(k)]; };
    function_info const& op = *n.operation;
    if (op.is_input()) result.emplace_back(dual{inputs[n.a], n.a == 0 ? 1 : 0});
    else if (g.is_constant(i)) result.emplace_back(dual{value(g.value_of(i)), 0});
    else if (op == operation::derivative) {
      maybe const of = at(n.a);
      result.push_back(of ? maybe(dual{of->slope, 0}) : maybe());
    } else {
      maybe const a = at(n.a), b = n.b < 0 ? a : at(n.b);
      if (!a || !b) {
        result.emplace_back();
        continue;
      }
      auto const times = [](dual const& p, dual const& q) {
        return dual{p.value * q.value, p.slope * q.value + p.value * q.slope};
      };
      auto const over = [&](dual const& p, dual const& q) {
        return q.value == 0
                   ? maybe()
                   : maybe(dual{p.value / q.value,
                                (p.slope * q.value - p.value * q.slope) / (q.value * q.value)});
      };
      if (is<add_entry>(op)) result.emplace_back(dual{a->value + b->value, a->slope + b->slope});
      else if (is<subtract_entry>(op))
        result.emplace_back(dual{a->value - b->value, a->slope - b->slope});
      else if (is<negate_entry>(op)) result.emplace_back(dual{-a->value, -a->slope});
      else if (is<multiply_entry>(op)) result.emplace_back(times(*a, *b));
      else if (is<square_entry>(op)) result.emplace_back(times(*a, *a));
      else if (is<divide_entry>(op)) result.push_back(over(*a, *b));
      else if (is<power_entry>(op)) {
        std::int64_t const k = g.value_of(n.b).numerator;
        REQUIRE(g.value_of(n.b).integer());
        dual product{1, 0};
        for (std::int64_t j = 0; j < std::abs(k); ++j) product = times(product, *a);
        result.push_back(k < 0 ? over(dual{1, 0}, product) : maybe(product));
      } else {
        FAIL(op.name);
      }
    }
  }
  return result;
}

/// Random graphs of two inputs, with constants from 1e-300 to 1e300, as decimals, fractions and doubles.
class random_formula {
 public:
  random_formula(graph::builder& to, test::random& chance) : g_(to), chance_(chance) {}

  number any_constant() {
    auto const digits = static_cast<std::int64_t>(chance_.word() >> (8 + chance_.below(50))) + 1;
    int const tens = chance_.below(4) == 0 ? chance_.below(600) - 300 : chance_.below(40) - 20;
    switch (chance_.below(5)) {
    case 0: return integer(chance_.below(9) - 4);
    case 1: return rational(chance_.below(20) - 10, 1 + chance_.below(20));
    case 2:
      return leibniz::detail::number_of(
          chance_.below(2) == 0, {0, static_cast<std::uint64_t>(digits)}, {0, 1}, tens, tens);
    case 3:  return from_double(std::ldexp(static_cast<double>(digits), chance_.below(80) - 60));
    default: return from_double(chance_.between(-4, 4));
    }
  }
  int apply(function_info const& op, int a, int b = -1) { return g_.add(op, a, b); }
  int any(int depth) {
    int const kind = depth == 0 ? chance_.below(3) : chance_.below(12);
    if (kind == 0) return g_.constant(any_constant());
    if (kind < 3) return g_.leaf(operation::variable, chance_.below(2));
    int const a = any(depth - 1);
    if (kind == 3) return apply(info_of<negate_entry>, a);
    if (kind == 4)
      return apply(info_of<power_entry>, a, g_.constant(integer(chance_.below(6) - 2)));
    int const b = any(depth - 1);
    if (kind < 7) return apply(info_of<add_entry>, a, b);
    if (kind < 8) return apply(info_of<subtract_entry>, a, b);
    return apply(kind < 11 ? info_of<multiply_entry> : info_of<divide_entry>, a, b);
  }
  /// The same formula in another form or, with a constant changed a little, another one that is near.
  int like(int i, bool changed) {
    graph::node const n = g_[i];
    if (n.arity() == 0) {
      if (!g_.is_constant(i)) return changed ? g_.add(info_of<add_entry>, i, tiny()) : i;
      number const c = g_.value_of(i);
      if (changed) return g_.add(info_of<add_entry>, i, tiny());
      number const d = any_constant(), rest = exactly(c) - exactly(d);
      if (chance_.below(2) == 0 && rest.exact())
        return g_.add(info_of<add_entry>, g_.constant(d), g_.constant(rest));
      if (number const e = exactly(d); chance_.below(2) == 0 && !e.zero())
        if (number const ratio = exactly(c) * reciprocal(e); ratio.exact())
          return g_.add(info_of<multiply_entry>, g_.constant(ratio), g_.constant(d));
      return i;
    }
    int const which = chance_.below(n.b < 0 || is<power_entry>(*n.operation) ? 1 : 2);
    int const a = like(n.a, changed && which == 0),
              b = n.b < 0 || is<power_entry>(*n.operation) ? n.b : like(n.b, changed && which == 1);
    if (is<multiply_entry>(*n.operation) && chance_.below(2) == 0) {
      graph::node const sum = g_[b];  // a (p + q) is a p + a q
      if (is<add_entry>(*sum.operation))
        return g_.add(*sum.operation, g_.add(*n.operation, a, sum.a),
                      g_.add(*n.operation, a, sum.b));
    }
    if (is<subtract_entry>(*n.operation) && chance_.below(2) == 0)
      return g_.add(info_of<add_entry>, a, g_.add(info_of<negate_entry>, b));
    return g_.add(*n.operation, a, b);
  }

 private:
  int tiny() { return g_.constant(from_double(std::ldexp(1.0, -chance_.below(200)))); }
  graph::builder& g_;
  test::random& chance_;
};

fraction point(test::random& chance) { return {chance.below(2000) - 1000, 1 + chance.below(1000)}; }

}  // namespace

TEST_CASE("random formulas, and derivatives of them, are shown equal only where they are") {
  test::random chance(11);
  int equal = 0, shown = 0, near = 0;
  for (int i = 0; i < 3000; ++i) {
    graph::builder g;
    g.input(operation::variable, "x");
    g.input(operation::variable, "y");
    random_formula random(g, chance);
    int a = random.any(3);
    bool const changed = chance.below(2) == 0;
    int b = random.like(a, changed);
    if (chance.below(3) == 0) {
      a = g.add(operation::derivative, a, g.leaf(operation::variable, 0));
      b = g.add(operation::derivative, b, g.leaf(operation::variable, 0));
    }
    g.root(a);
    g.root(b);
    bool defined = false, same = true;
    for (int k = 0; k < 3; ++k) {
      fraction const at[] = {point(chance), point(chance)};
      auto const values = evaluate(g.view(), at);
      maybe const p = values[static_cast<unsigned>(a)], q = values[static_cast<unsigned>(b)];
      if (!p || !q) continue;
      defined = true;
      same = same && p->value == q->value;
    }
    if (!defined) continue;
    bool const claimed = emit::has_equal_roots(g.view());
    CAPTURE(i, a, b);
    if (claimed) REQUIRE(same);
    if (same) ++equal, shown += claimed ? 1 : 0;
    else ++near;
  }
  CAPTURE(equal, shown, near);
  CHECK(near > 500);
  CHECK(shown > 0.95 * equal);
}

TEST_CASE("simplified random formulas are exactly what they were") {
  test::random chance(12);
  int simpler = 0;
  for (int i = 0; i < 2000; ++i) {
    graph::builder written;
    written.input(operation::variable, "x");
    written.input(operation::variable, "y");
    written.root(random_formula(written, chance).any(4));
    simplification::rewriting_builder g(validity::real);
    g.copy_inputs(written.view());
    int const plain = simplification::copy_into(written, written.roots()[0], g),
              simple = simplification::simplified(g, plain);
    simpler += simple != plain ? 1 : 0;
    fraction const at[] = {point(chance), point(chance)};
    maybe const expected = evaluate(written.view(), at)[static_cast<unsigned>(written.roots()[0])];
    auto const found = evaluate(g.view(), at);
    if (!expected) continue;
    CAPTURE(i);
    REQUIRE(found[static_cast<unsigned>(simple)].has_value());
    REQUIRE(found[static_cast<unsigned>(simple)]->value == expected->value);
    REQUIRE(found[static_cast<unsigned>(plain)]->value == expected->value);
  }
  CHECK(simpler > 200);
}

namespace {

template <class F> void same_at_100_digits(F const& f) {
  for (big const& at : {big("0.7312"), big("-1.3"), big("2.5")}) {
    big const before = f(x = at, y = big("0.3")), after = simplify(f)(x = at, y = big("0.3"));
    CHECK(abs(before - after) <= 1e-90 * abs(before));
    auto const slopes = lz::gradient(f)(x = at, y = big("0.3")),
               simple = lz::gradient(simplify(f))(x = at, y = big("0.3"));
    CHECK(abs(slopes[x] - simple[x]) <= 1e-90 * (1 + abs(slopes[x])));
    CHECK(abs(slopes[y] - simple[y]) <= 1e-90 * (1 + abs(slopes[y])));
  }
}
/// Of three factors: as wide as float needs, and beyond it for double.
template <class F> void same_in_range(F const& f, float at) {
  CHECK(lz::test::close(simplify(f)(x = opaque(at)), f(x = opaque(at)), 1e-6F));
}

constexpr auto exact_inside = lz::function<R<1>>([](auto const& p) {
  return (0.12345678901_c * x)(x = p[0]) + lz::gradient(1e-30_c * x * x)(x = p[0])[x] +
         lz::leaky_relu(-p[0]) + lz::selu(p[0]);
});

}  // namespace

TEST_CASE("constants that cannot be multiplied exactly stay a product") {
  same_at_100_digits(0.123456789_c * (0.987654321_c * (1.234567891_c * (x + y))));
  same_at_100_digits(0.1234567890123_c * (0.9876543210123_c * (1.2345678910123_c * (x + y))));
  same_at_100_digits(0.12345678901234567890123456789_c *
                     (0.98765432109876543210987654321_c * (1.23456789109876543210_c * (x + y))));
  same_at_100_digits((0.1_c * x + 1e-25_c * y) * (1e17_c * x - 0.3_c * y) / 1.380649e-23_c);
  same_at_100_digits(exp(0.123456789_c * x) * exp(0.987654321012345678_c * y) / 3e-30_c);
  same_at_100_digits(pow(3_c, 50_c) * (x + y) / pow(7_c, 40_c) / pow(7_c, 40_c));
  same_at_100_digits(sin(1e-20_c * x + 1e20_c * y) / (1.1e-300_c * x * y));
  same_at_100_digits(exp(log(x * x) / 1.1_c + y) - pow(x * x, 1_c / 1.1_c) * exp(y) + y);
}
TEST_CASE("simplified constants stay in the range of the number type") {
  same_in_range(1e-25_c * (1e-20_c * x), 1e30F);
  same_in_range(1e-15_c * (1e-15_c * (1e-15_c * x)), 1e30F);
  same_in_range(1e25_c * (1e20_c * x), 1e-30F);
  same_in_range(0x1p-9_c * (2e-38_c * x), 1e30F);
  CHECK(lz::test::close(simplify(1e-200_c * (1e-200_c * x))(x = opaque(1e300)), 1e-100, 1e-15));
  CHECK(simplify(0.5_c * (4.9406564584124654e-324_c * x))(x = opaque(0x1p1000)) == 0x1p-75);
  CHECK(lz::derivative(0.5_c * (4.9406564584124654e-324_c * x * x), x)(x = opaque(0x1p1000)) ==
        0x1p-74);
  constexpr auto always = where(equal_to(1e-50_c + square(x), 0_c), 1_c, 2_c);
  CHECK(always(x = opaque(0.0f)) == 1);
  CHECK(always(x = opaque(0.0)) == 2);
}
TEST_CASE("constants inside functions are exact") {
  big const at("0.3");
  big const scale("1.0507009873554805");
  big const expected = big("0.12345678901") * at + 2 * big("1e-30") * at - at / 100 + scale * at;
  CHECK(abs(big(exact_inside(std::array{at})) - expected) < 1e-95);
}
