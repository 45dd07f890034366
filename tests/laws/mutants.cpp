// SPDX-License-Identifier: BSL-1.0
#include "laws/mutants.hpp"

#include <algorithm>

#include "laws/partial_law.hpp"
#include "laws/rule_law.hpp"
#include "leibniz/derive/chain_rule.hpp"
#include "leibniz/functions/rules.hpp"
#include "leibniz/simplify/canonicalize.hpp"

namespace leibniz::test {

namespace {

/// Whether two rows compute the same, such as a power and a power by a constant.
bool same_function(table_row<big> const& a, table_row<big> const& b) {
  for (double x : {0.3, 0.7, 1.9, -0.4})
    for (double y : {0.6, 2.0, -1.3}) {
      outcome<big> const at[3] = {{x}, {y}, {x - y}};
      big const p = a.apply(at).number, q = b.apply(at).number;
      bool const p_none = boost::multiprecision::isnan(p), q_none = boost::multiprecision::isnan(q);
      if (p_none != q_none || (!p_none && p != q)) return false;
    }
  return true;
}

/// Whether a function is even in an operand, as cos and hypot are.
bool is_even(function_info const& op, int operand) {
  if (op.condition || op.conditions > 0) return false;
  table_row<big> const& r = row_of<big>(op);
  if (r.takes_constant(operand)) return false;
  for (double x : {0.3, 0.7, 1.9, -2.4})
    for (double y : {0.6, 2.0, 3.1}) {
      outcome<big> at[3] = {{y}, {x + y}, {1 + y}};
      at[operand].number = x;
      big const value = r.apply(at).number;
      at[operand].number = -x;
      if (boost::multiprecision::isnan(value) || r.apply(at).number != value) return false;
    }
  return true;
}

bool contains(std::vector<int> const& all, std::int64_t i) {
  return std::find(all.begin(), all.end(), i) != all.end();
}

bool is_arithmetic(function_info const& op) {
  return op == info_of<add_entry> || op == info_of<subtract_entry> ||
         op == info_of<multiply_entry> || op == info_of<divide_entry>;
}
/// min(max(x, −40), 40) and x / where(y == 0, 1, y) are guards: they keep what is infinite out of a product, at points
/// where 100 digits have nothing infinite or the function no value. The tests of edges are for them.
bool is_guard(record const& of, int operand) {
  record const& r = *of.operands[operand];
  if (*of.operation == info_of<divide_entry> && operand == 1)
    return *r.operation == info_of<where_entry>;
  if (*r.operation != info_of<min_entry> && *r.operation != info_of<max_entry> &&
      *r.operation != info_of<clamp_high_entry>)
    return false;
  return *r.operands[0]->operation == operation::constant ||
         *r.operands[1]->operation == operation::constant;
}

/// Changes that canonical forms do not see to be none.
struct no_change {
  std::string_view partial, change, why;
};
constexpr no_change known_equal[] = {
    {"fmod by 2", "operand 1 alone", "what is rounded is whole but for rounding errors"},
    {"fmod by 2", "floor for round", "the same"},
    {"fmod by 2", "ceil for round", "the same"},
    {"copysign by 1", "/ for *", "the factors are 1 and -1"},
    {"sqrt by 1", "where[1]  == [1] placeholder 1", "a root is 0 where its operand is"},
    {"sqrt by 1", "where[3] corner_slope[1] /[2] *[2] where[1]  == [1] placeholder 1", "the same"},
};
bool is_known_equal(std::string_view partial, std::string_view change) {
  for (no_change const& known : known_equal)
    if (known.partial == partial && known.change == change) return true;
  return false;
}

bool is_equality(function_info const& op) {
  return op == info_of<equal_to_entry> || op == info_of<not_equal_to_entry>;
}

}  // namespace

record const* mutation::make(function_info const& op, std::vector<record const*> operands) {
  operands_.push_back(std::move(operands));
  records_.push_back({&op, operands_.back().data(), op.arity, 0, 0, {}, {}});
  return &records_.back();
}
record const* mutation::constant(number const& n) {
  records_.push_back({&operation::constant, nullptr, 0, 0, 0, n, {}});
  return &records_.back();
}
record const* mutation::placeholder(int index) {
  records_.push_back({&operation::pattern, nullptr, 0, 0, 0, integer(index), {}});
  return &records_.back();
}

std::vector<mutant> mutation::of(record const& r, std::vector<int> const& numbers,
                                 bool any_function, std::vector<int> const& anything) {
  numbers_ = numbers;
  anything_ = anything;
  any_function_ = any_function;
  return changes(r, false);
}

std::vector<mutant> mutation::changes(record const& r, bool keeps_sign) {
  std::vector<mutant> result;
  add_changes_of_node(r, keeps_sign, result);
  for (int k = 0; k < r.arity; ++k) {
    // -x == 0 is x == 0: no mistake
    bool const compared_with_zero =
        (*r.operation == info_of<equal_to_entry> || *r.operation == info_of<not_equal_to_entry>) &&
        (r.operands[0]->value.is(0) || r.operands[1]->value.is(0));
    record const& operand = *r.operands[k];
    if (k < r.operation->conditions && operand.arity == 0) continue;  // any condition
    if (is_guard(r, k)) continue;
    if (*operand.operation == operation::pattern && contains(anything_, operand.value.numerator))
      continue;
    for (mutant const& m : changes(operand, compared_with_zero || is_even(*r.operation, k))) {
      std::vector<record const*> operands(r.operands, r.operands + r.arity);
      operands[static_cast<unsigned>(k)] = m.changed;
      result.push_back(
          {std::string(r.operation->name) + "[" + std::to_string(k + 1) + "] " + m.change,
           make(*r.operation, operands)});
    }
  }
  return result;
}

void mutation::add_changes_of_node(record const& r, bool keeps_sign, std::vector<mutant>& to) {
  function_info const& op = *r.operation;
  if (op.condition) {
    to.push_back({"not", make(info_of<not_entry>, {&r})});
  } else if (!keeps_sign) {
    to.push_back({"sign", make(info_of<negate_entry>, {&r})});
  }
  if (op == operation::constant) to.push_back({"constant + 1", constant(r.value + integer(1))});
  if (op == operation::pattern)
    for (int other : numbers_)
      if (other != r.value.numerator)
        to.push_back({"placeholder " + std::to_string(other), placeholder(other)});
  for (int i = op.conditions; i < r.arity; ++i)
    for (int j = i + 1; j < r.arity; ++j) {
      std::vector<record const*> operands(r.operands, r.operands + r.arity);
      std::swap(operands[static_cast<unsigned>(i)], operands[static_cast<unsigned>(j)]);
      to.push_back({"operands exchanged", make(op, operands)});
    }
  // a choice is no factor: where one of its branches holds everywhere, it is there to save work
  if (!op.condition && op.conditions == 0)
    for (int k = 0; k < r.arity; ++k)
      to.push_back({"operand " + std::to_string(k + 1) + " alone", r.operands[k]});
  add_siblings(r, to);
}

void mutation::add_siblings(record const& r, std::vector<mutant>& to) {
  function_info const& op = *r.operation;
  if (op == operation::constant || op == operation::pattern) return;
  constexpr long nearest = 3;  // rows of one family stand together
  table_row<big> const& own = row_of<big>(op);
  auto const& all = rows<big>();
  auto const place =
      std::find_if(all.begin(), all.end(), [&](auto const& x) { return *x.info == op; });
  for (auto at = all.begin(); at != all.end(); ++at) {
    if (is_arithmetic(op) ? !is_arithmetic(*at->info) : std::abs(at - place) > nearest) continue;
    table_row<big> const& other = *at;
    function_info const& sibling = *other.info;
    if (sibling == op || sibling.arity != op.arity || sibling.condition != op.condition ||
        sibling.conditions != op.conditions)
      continue;
    if (op.condition && op.conditions == 0 && is_equality(op) != is_equality(sibling)) continue;
    if (!op.condition && !any_function_ && !(is_arithmetic(op) && is_arithmetic(sibling))) continue;
    if (!op.condition && op.conditions == 0 && op.arity > 0 && same_function(own, other)) continue;
    to.push_back({std::string(sibling.name) + " for " + std::string(op.name),
                  make(sibling, std::vector<record const*>(r.operands, r.operands + r.arity))});
  }
}

namespace {

/// As derive::instantiate; a power with a constant exponent is the operation of that kind.
int instantiate(graph::builder& g, record const& r, int const* bound) {
  if (*r.operation == operation::pattern) return bound[r.value.numerator];
  if (*r.operation == operation::constant) return g.constant(r.value);
  if (r.arity == 0) return g.leaf(*r.operation, 0);
  int operands[3] = {-1, -1, -1};
  for (int k = 0; k < r.arity; ++k) operands[k] = instantiate(g, *r.operands[k], bound);
  if (*r.operation == info_of<negate_entry> && g.is_constant(operands[0]))
    return g.constant(-g.value_of(operands[0]));
  bool const known = *r.operation == info_of<pow_entry> && g.is_constant(operands[1]);
  return g.add(known ? info_of<power_entry> : *r.operation, operands[0], operands[1], operands[2]);
}

}  // namespace

bool same_form(record const& a, record const& b, function_info const* result) {
  graph::builder g;
  int bound[pattern_capacity];
  for (int& i : bound) i = g.add_input(operation::variable, {});
  if (result != nullptr)
    bound[0] = g.add(*result, bound[1], result->arity > 1 ? bound[2] : -1,
                     result->arity > 2 ? bound[3] : -1);
  int const x = instantiate(g, a, bound), y = instantiate(g, b, bound);
  simplification::canonical_forms forms(simplification::purpose::comparison);
  simplification::canonicalizer canonical(forms, g.view());
  int const difference = forms.add(canonical[x], forms.scale(canonical[y], integer(-1)));
  return forms.without_denominators(difference) == forms.zero();
}

namespace {

/// Placeholders of numbers in a record, each as often as it is used.
void collect(record const& r, std::vector<int>& numbers, bool is_condition = false) {
  if (*r.operation == operation::pattern && !is_condition)
    numbers.push_back(static_cast<int>(r.value.numerator));
  for (int k = 0; k < r.arity; ++k) collect(*r.operands[k], numbers, k < r.operation->conditions);
}

}  // namespace

std::vector<tally> mutate_partials() {
  std::vector<tally> result;
  for (table_row<big> const& r : rows<big>()) {
    if (r.info->passive || r.info->arity == 0) continue;
    partial_law const law(*r.info);
    for (int k = 0; k < r.info->arity; ++k) {
      record const& right = *r.info->partial(k);
      std::vector<int> used, numbers;
      collect(right, used);
      if (contains(used, 0)) numbers.push_back(0);  // the result, where the partial uses it
      for (int i = r.info->conditions; i < r.info->arity; ++i) numbers.push_back(i + 1);
      tally t{std::string(r.info->name) + " by " + std::to_string(k + 1)};
      mutation make;
      for (mutant const& m : make.of(right, numbers, true)) {
        ++t.mutants;
        bool noticed = true;  // a function outside its domain may throw
        try {
          noticed = !law.broken(k, *m.changed).empty();
        } catch (std::exception const&) {}
        if (noticed) ++t.noticed;
        else if (is_known_equal(t.name, m.change) ||
                 same_form(right, *m.changed, r.info->conditions == 0 ? r.info : nullptr))
          ++t.equivalent;
        else t.survivors.push_back(m.change);
      }
      result.push_back(t);
    }
  }
  return result;
}

std::vector<tally> mutate_rules() {
  std::vector<tally> result;
  rule_records recorded;
  for (rule const& known : rewriting::rules) {
    recorded_rule const r = recorded(known);
    tally t{std::string(r.name)};
    // what the left side holds once and the right side not at all stands for anything
    std::vector<int> all, left, numbers, anything;
    collect(*r.from, left);
    all = left;
    collect(*r.to, all);
    for (int i = 0; i < pattern_capacity; ++i) {
      if (contains(left, i)) numbers.push_back(i);
      if (std::count(all.begin(), all.end(), i) == 1) anything.push_back(i);
    }
    if (r.only_if != condition::none) std::erase(anything, 0);
    mutation make;
    auto const judge = [&](recorded_rule const& changed, std::string const& how, bool records) {
      ++t.mutants;
      if (!broken(changed).empty()) ++t.noticed;
      else if (records && (same_form(*changed.from, *changed.to, nullptr) ||
                           (same_form(*changed.from, *r.from, nullptr) &&
                            same_form(*changed.to, *r.to, nullptr))))
        ++t.equivalent;
      else t.survivors.push_back(how);
    };
    for (mutant const& m : make.of(*r.to, numbers, true))
      judge({r.name, r.holds, r.from, m.changed, r.only_if}, "right: " + m.change, true);
    for (mutant const& m : make.of(*r.from, numbers, false, anything))
      judge({r.name, r.holds, m.changed, r.to, r.only_if}, "left: " + m.change, true);
    for (validity v : {validity::always, validity::finite, validity::real})
      if (v != r.holds)
        judge({r.name, v, r.from, r.to, r.only_if},
              v == validity::always   ? "always"
              : v == validity::finite ? "finite"
                                      : "real",
              false);
    if (r.only_if != condition::none)
      judge({r.name, r.holds, r.from, r.to, condition::none}, "condition dropped", false);
    result.push_back(t);
  }
  return result;
}

}  // namespace leibniz::test
