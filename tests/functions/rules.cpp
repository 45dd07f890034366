// SPDX-License-Identifier: BSL-1.0
// Each rule changes what its validity allows and no more: both sides are computed from the records and their
// bits compared.
#include "leibniz/functions/rules.hpp"

#include <cmath>
#include <limits>
#include <sstream>

#include "check.hpp"
#include "graph/interpreter.hpp"

using namespace leibniz;
using namespace leibniz::test;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// How the placeholders of a side are used.
struct usage {
  bool number[pattern_capacity]{};
  bool condition[pattern_capacity]{};
};
void collect(side const& of, usage& to) {
  for (int i = 0; i < of.size; ++i)
    for (int k = 0; k < of.nodes[i].arity; ++k) {
      side::node const& operand = of.nodes[of.nodes[i].operands[k]];
      bool const is_condition = k < info_at(of.nodes[i].operation).conditions;
      if (operand.operation == side::placeholder_id)
        (is_condition ? to.condition : to.number)[operand.value] = true;
    }
  if (of.size == 1 && of.root().operation == side::placeholder_id)
    to.number[of.root().value] = true;
}

bool same_bits(double a, double b) { return (a != a && b != b) || bits(a) == bits(b); }
bool is_finite(double x) { return std::abs(x) <= std::numeric_limits<double>::max(); }

/// Whether every step of a side is finite and none of its products or quotients underflows.
bool stays_normal(side const& of, outcome<double> const* at) {
  auto const steps = interpret<double>(of, at);
  for (int i = 0; i < of.size; ++i) {
    side::node const& n = of.nodes[i];
    if (n.arity == 0 || info_at(n.operation).condition) continue;
    double const value = steps[static_cast<unsigned>(i)].number;
    bool const subnormal = value != 0 && std::abs(value) < std::numeric_limits<double>::min();
    bool const vanished = value == 0 && info_at(n.operation).precedence == 3 &&
                          steps[static_cast<unsigned>(n.operands[0])].number != 0 &&
                          steps[static_cast<unsigned>(n.operands[1])].number != 0;
    if (!is_finite(value) || subnormal || vanished) return false;
  }
  return true;
}

/// Whether both sides are the same real number, where both are one.
bool same_real(rule const& r, outcome<double> const* at) {
  outcome<big> exact[pattern_capacity];
  for (int k = 0; k < pattern_capacity; ++k) {
    if (!(std::abs(at[k].number) < 100)) return true;
    exact[k] = {big(at[k].number), at[k].truth};
  }
  big const from = value_of<big>(r.from, exact), to = value_of<big>(r.to, exact);
  if (!isfinite(from) || !isfinite(to)) return true;
  return abs(from - to) <= big("1e-80") * (1 + abs(from) + abs(to));
}

/// What is wrong with a rule at a point; empty if nothing is.
std::string wrong_at(rule const& r, outcome<double> const* at) {
  double const from = value_of<double>(r.from, at), to = value_of<double>(r.to, at);
  bool holds = true;
  if (r.holds == validity::always) holds = same_bits(from, to);
  else if (r.holds == validity::real) holds = same_real(r, at);
  else if (stays_normal(r.from, at) && stays_normal(r.to, at)) holds = from == to;
  if (holds) return {};
  std::ostringstream text;
  text << r.name << " at";
  for (int k = 0; k < pattern_capacity; ++k) text << ' ' << at[k].number;
  text << ": " << from << " became " << to;
  return text.str();
}

std::vector<double> interesting_numbers() {
  std::vector<double> numbers = {0.0,    -0.0,     1,         -1,      2,         -2,
                                 0.5,    3,        1e-310,    -4e-320, 5e-324,    1e308,
                                 -1e308, infinity, -infinity, nan,     0x1p-1022, 1.0 / 3};
  test::random random(5);
  for (int i = 0; i < 14; ++i) numbers.push_back(random.between(-10, 10));
  return numbers;
}

bool power_of_two(double x) {
  int exponent = 0;
  return from_double(x).exact() && x != 0 && std::abs(std::frexp(x, &exponent)) == 0.5;
}

/// Calls `test` with every combination of interesting numbers for the placeholders that a rule uses.
template <class Test> void for_each_point(rule const& r, Test const& test) {
  usage used;
  collect(r.from, used);
  static std::vector<double> const numbers = interesting_numbers();
  std::vector<int> slots;
  int choices = 0;
  for (int k = 0; k < pattern_capacity; ++k) {
    if (used.number[k]) slots.push_back(k);
    if (used.condition[k]) ++choices;
  }
  std::size_t points = 1;
  for (std::size_t s = 0; s < slots.size(); ++s) points *= numbers.size();
  for (std::size_t p = 0; p < points; ++p)
    for (int truth = 0; truth <= (choices > 0 ? 1 : 0); ++truth) {
      outcome<double> at[pattern_capacity];
      std::size_t rest = p;
      for (int s : slots) {
        at[s].number = numbers[rest % numbers.size()];
        rest /= numbers.size();
      }
      for (auto& x : at) x.truth = truth != 0;
      if (r.only_if == condition::power_of_two && !power_of_two(at[0].number) &&
          !power_of_two(at[1].number))
        continue;
      // positive or NaN: a sum with a term that cannot vanish
      if (r.only_if == condition::positive && at[0].number <= 0) continue;
      if (r.only_if != condition::none && r.only_if != condition::positive &&
          (!is_finite(at[0].number) || !is_finite(at[1].number)))
        continue;
      test(at);
    }
}

}  // namespace

TEST_CASE("every rule holds as far as it says") {
  for (rule const& r : rewriting::rules) {
    std::string first;
    int points = 0;
    for_each_point(r, [&](outcome<double> const* at) {
      ++points;
      if (first.empty()) first = wrong_at(r, at);
    });
    CHECK(first == "");
    CHECK(points >= 30);
  }
}

TEST_CASE("no rule says less than it could") {
  // a rule that is not `always` differs in some bits somewhere, or it could be used for values too
  // (sums of choices could, but a value is better left as it was written)
  for (rule const& r : rewriting::rules) {
    if (r.holds == validity::always || r.name.starts_with("add-where") ||
        r.name.starts_with("add-else"))
      continue;
    bool differs = false;
    for_each_point(r, [&](outcome<double> const* at) {
      differs = differs || !same_bits(value_of<double>(r.from, at), value_of<double>(r.to, at));
    });
    CAPTURE(r.name);
    CHECK(differs);
  }
}

TEST_CASE("rules have names of their own, and their right sides use what their left sides bind") {
  int at = 0;
  for (rule const& r : rewriting::rules) {
    CAPTURE(r.name);
    for (int other = 0; other < at; ++other) CHECK(rewriting::rules[other].name != r.name);
    ++at;
    usage from, to;
    collect(r.from, from);
    collect(r.to, to);
    for (int k = 0; k < pattern_capacity; ++k) {
      CHECK((!to.number[k] || from.number[k]));
      CHECK((!to.condition[k] || from.condition[k]));
    }
  }
}
