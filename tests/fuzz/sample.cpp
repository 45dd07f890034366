// SPDX-License-Identifier: BSL-1.0
#include "fuzz/sample.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "leibniz/expression/let.hpp"
#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/exponential.hpp"
#include "leibniz/functions/piecewise.hpp"

namespace leibniz::test::fuzz {

namespace {

constexpr double largest_value = 1e3, largest_slope = 1e2;

bool moderate(double x, double limit) { return std::abs(x) <= limit; }

/// Whether a row is smooth near these operands, as its own values and partials show: no jump, no kink, no pole.
bool smooth_at(table_row<double> const& r, outcome<double> const* operands) {
  function_info const& op = *r.info;
  outcome<double> const here = r.apply(operands);
  if (!op.condition && !moderate(here.number, largest_value)) return false;
  outcome<double> bound[4] = {here};
  for (int k = 0; k < op.arity; ++k) bound[k + 1] = operands[k];
  for (int k = 0; k < op.arity; ++k) {
    if (r.takes_condition(k) || r.takes_constant(k)) continue;
    double const x = operands[k].number, step = 1e-5 * (1 + std::abs(x));
    double slopes[3][3]{}, changes[3]{};
    for (int side : {-1, 0, 1}) {
      outcome<double> moved[3] = {operands[0], operands[1], operands[2]};
      moved[k].number = x + side * step;
      outcome<double> const there = r.apply(moved);
      if (op.condition && there.truth != here.truth) return false;
      if (!op.condition && !moderate(there.number - here.number, 1e-2 * largest_slope))
        return false;
      changes[side + 1] = there.number - here.number;
      if (op.passive) {
        if (!op.condition && !moderate(there.number - here.number, 1e-2)) return false;
        continue;
      }
      bound[0] = there;
      bound[k + 1] = moved[k];
      for (int j = 0; j < op.arity; ++j) {
        double const slope = interpret<double>(*op.partial(j), bound).number;
        if (!moderate(slope, largest_slope)) return false;
        slopes[side + 1][j] = slope;
      }
      bound[k + 1] = operands[k];
    }
    double steepest = 0;  // a change that slopes do not explain is a jump
    for (auto const& at : slopes) steepest = std::max(steepest, std::abs(at[k]));
    for (double change : changes)
      if (!op.passive && !op.condition && !moderate(change, 10 * step * steepest + 1e-6))
        return false;
    for (int j = 0; j < op.arity; ++j) {
      double const limit = 1e-2 * (1 + std::abs(slopes[1][j]));
      if (!moderate(slopes[0][j] - slopes[1][j], limit) ||
          !moderate(slopes[2][j] - slopes[1][j], limit))
        return false;
    }
  }
  return true;
}

/// Nodes with the values they have.
class grower {
 public:
  grower(sample& to, test::random& chance) : s_(to), chance_(chance) {}

  void input(double x) {
    s_.at.push_back(x);
    known({x});
  }
  void constant(number const& n) {
    s_.parts.push_back({&operation::constant, {-1, -1, -1}, n});
    known({n.as_double()});
  }
  /// Adds an operation if it is smooth there.
  bool add(table_row<double> const& r) {
    part p{r.info};
    outcome<double> operands[3];
    int const size = s_.size();
    auto const parts = s_.parts.size();
    for (int k = 0; k < r.info->arity; ++k) {
      p.operands[k] = r.takes_condition(k)  ? condition()
                      : r.takes_constant(k) ? k == 0 ? order() : exponent()
                                            : number_node();
      if (p.operands[k] < 0) break;
      operands[k] = values_[static_cast<unsigned>(p.operands[k])];
    }
    bool const complete = r.info->arity == 0 || p.operands[r.info->arity - 1] >= 0;
    if (!complete || !smooth_at(r, operands)) {  // what was added for it goes again
      s_.parts.resize(parts);
      values_.resize(static_cast<std::size_t>(size));
      uses_.resize(static_cast<std::size_t>(size));
      std::erase_if(numbers_, [&](int i) { return i >= size; });
      std::erase_if(conditions_, [&](int i) { return i >= size; });
      return false;
    }
    s_.parts.push_back(p);
    for (int k = 0; k < r.info->arity; ++k) ++uses_[static_cast<unsigned>(p.operands[k])];
    if (r.info->condition) {
      add_value(r.apply(operands));
      conditions_.push_back(s_.size() - 1);
    } else {
      known(r.apply(operands));
    }
    return true;
  }
  bool let() {
    s_.parts.push_back({&info_of<operation::let_columns<"t">>, {number_node(), -1, -1}});
    int const of = s_.parts.back().operands[0];
    ++uses_[static_cast<unsigned>(of)];
    known(values_[static_cast<unsigned>(of)]);
    return true;
  }
  int last_number() const { return numbers_.back(); }

  /// Rather a node that nothing uses yet than another, rather a late one than an early one.
  int number_node() {
    if (chance_.below(3) != 0) {
      int unused = -1, seen = 0;
      for (auto at = numbers_.rbegin(); at != numbers_.rend() && seen < 6; ++at)
        if (uses_[static_cast<unsigned>(*at)] == 0 && chance_.below(++seen) == 0) unused = *at;
      if (unused >= 0) return unused;
    }
    return numbers_[late(numbers_.size())];
  }

 private:
  std::size_t late(std::size_t n) {
    int const m = static_cast<int>(n);
    return static_cast<std::size_t>(std::max(chance_.below(m), chance_.below(m)));
  }
  void add_value(outcome<double> const& x) {
    values_.push_back(x);
    uses_.push_back(0);
  }
  void known(outcome<double> const& x) {
    add_value(x);
    numbers_.push_back(s_.size() - 1);
  }
  int condition() {
    if (!conditions_.empty() && chance_.below(3) == 0) return conditions_[late(conditions_.size())];
    static std::vector<table_row<double> const*> const comparisons = [] {
      std::vector<table_row<double> const*> result;
      for (table_row<double> const& r : rows<double>())
        if (r.info->condition && r.info->conditions == 0) result.push_back(&r);
      return result;
    }();
    for (int tries = 0; tries < 5; ++tries)
      if (add(*comparisons[static_cast<unsigned>(
              chance_.below(static_cast<int>(comparisons.size())))]))
        return s_.size() - 1;
    return -1;
  }
  /// Of a polygamma or spherical Bessel function.
  int order() {
    constant(integer(1 + chance_.below(3)));
    return s_.size() - 1;
  }
  int exponent() {
    static constexpr number exponents[] = {
        {2, 1, {}}, {3, 1, {}}, {-1, 1, {}}, {-2, 1, {}}, {5, 1, {}},   {1, 2, {}},  {-2, 3, {}},
        {0, 1, {}}, {1, 1, {}}, {17, 1, {}}, {40, 1, {}}, {-33, 1, {}}, inexact(0.3)};
    constant(exponents[chance_.below(static_cast<int>(std::size(exponents)))]);
    return s_.size() - 1;
  }

  sample& s_;
  test::random& chance_;
  std::vector<outcome<double>> values_;
  std::vector<int> uses_, numbers_, conditions_;
};

constexpr number constants[] = {{2, 1, {}},  {-1, 1, {}}, {1, 2, {}},   {1, 3, {}},   {3, 1, {}},
                                {0, 1, {}},  {1, 1, {}},  {-2, 1, {}},  {10, 1, {}},  {7, 3, {}},
                                {-1, 4, {}}, {5, 1, {}},  inexact(0.1), inexact(-0.0)};

/// 1 to `largest`, small numbers more often: the logarithm is the square of a uniform number.
int log_uniform(test::random& chance, int largest) {
  double const u = chance.between(0, 1);
  return std::min(largest, static_cast<int>(std::exp(u * u * std::log(largest + 1.0))));
}

}  // namespace

sample make_sample(std::uint64_t seed, int largest) {
  test::random chance(seed);
  sample s;
  grower grow(s, chance);
  for (int inputs = log_uniform(chance, 8); inputs > 0; --inputs) {
    int const kind = chance.below(8);
    grow.input(kind == 0   ? chance.below(7) - 3
               : kind == 1 ? chance.between(-20, 20)
               : kind < 5  ? chance.between(0, 2)
                           : chance.between(-2, 2));
  }
  auto const& table = rows<double>();
  static std::vector<table_row<double> const*> const arithmetic = {
      &row_of<double>(info_of<add_entry>), &row_of<double>(info_of<subtract_entry>),
      &row_of<double>(info_of<multiply_entry>), &row_of<double>(info_of<divide_entry>),
      &row_of<double>(info_of<negate_entry>)};
  int const size = log_uniform(chance, largest);
  for (int done = 0, tries = 0; done < size && tries < 60 + 20 * size; ++tries) {
    int const kind = chance.below(32);
    if (kind == 0) {
      grow.constant(constants[chance.below(static_cast<int>(std::size(constants)))]);
    } else if (kind == 1) {
      grow.let();
    } else {
      auto const& row =
          kind < 12 ? *arithmetic[static_cast<unsigned>(chance.below(5))]
                    : table[static_cast<unsigned>(chance.below(static_cast<int>(table.size())))];
      if (!is_grown(*row.info) || !grow.add(row)) continue;
    }
    ++done;
  }
  s.roots.push_back(grow.last_number());
  if (chance.below(6) == 0) s.roots.push_back(grow.number_node());
  return s;
}

bool is_smooth(sample const& s) {
  std::vector<outcome<double>> values;
  for (double x : s.at) values.push_back({x});
  for (part const& p : s.parts) {
    outcome<double> operands[3];
    for (int k = 0; k < p.operation->arity; ++k)
      operands[k] = values[static_cast<unsigned>(p.operands[k])];
    if (*p.operation == operation::constant) values.push_back({p.value.as_double()});
    else if (p.operation->is_let()) values.push_back(operands[0]);
    else {
      table_row<double> const& r = row_of<double>(*p.operation);
      if (!smooth_at(r, operands)) return false;
      values.push_back(r.apply(operands));
    }
  }
  return true;
}

graph::builder graph_of(sample const& s, graph::builder g) {
  static constexpr std::string_view names[] = {"x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7"};
  std::vector<int> nodes;
  for (int i = 0; i < s.inputs(); ++i) nodes.push_back(g.add_input(operation::variable, names[i]));
  for (part const& p : s.parts) {
    auto const operand = [&](int k) {
      return p.operands[k] < 0 ? -1 : nodes[static_cast<unsigned>(p.operands[k])];
    };
    if (*p.operation == operation::constant) nodes.push_back(g.constant(p.value));
    else if (p.operation->arity == 0) nodes.push_back(g.leaf(*p.operation, 0));
    else nodes.push_back(g.add(*p.operation, operand(0), operand(1), operand(2)));
  }
  for (int r : s.roots) g.root(nodes[static_cast<unsigned>(r)]);
  return g;
}

std::string written(sample const& s) {
  graph::builder const g = graph_of(s);
  std::string text;
  char buffer[64];
  auto const print = [&](double x) {
    std::snprintf(buffer, sizeof buffer, "%.17g", x);
    text += buffer;
  };
  auto const values = interpret<double>(g.view(), s.at.data());
  for (int i = 0; i < g.size(); ++i) {
    graph::node const& n = g[i];
    outcome<double> const& x = values[static_cast<unsigned>(i)];
    text += "  n" + std::to_string(i) + " = ";
    if (*n.operation == operation::constant) {
      number const c = g.value_of(i);
      if (c.exact())
        text += std::to_string(c.numerator) +
                (c.integer() ? std::string() : "/" + std::to_string(c.denominator));
      else print(c.real());
    } else {
      text += n.operation->is_let() ? "let " : "";
      text += n.operation->name;
      for (int k = 0; k < n.arity(); ++k) text += " n" + std::to_string(n.operand(k));
      text += "    # ";
      if (n.operation->condition) text += x.truth ? "true" : "false";
      else print(x.number);
    }
    text += '\n';
  }
  text += "  roots:";
  for (int r : g.roots()) text += " n" + std::to_string(r);
  return text + '\n';
}

bool is_grown(function_info const& row) {
  return !is<slope_of_sigmoid_entry>(row) && !is<corner_slope_entry>(row);
}

std::vector<long> rows_used(sample const& s) {
  auto const& table = rows<double>();
  std::vector<long> used(table.size());
  for (part const& p : s.parts)
    if (*p.operation != operation::constant && !p.operation->is_let())
      ++used[static_cast<std::size_t>(&row_of<double>(*p.operation) - table.data())];
  return used;
}

namespace {

bool is_condition(sample const& s, int i) {
  return i >= s.inputs() && s.parts[static_cast<unsigned>(i - s.inputs())].operation->condition;
}

/// With node `from` replaced by the earlier node `to`, and without what no root needs.
sample replaced(sample const& s, int from, int to) {
  std::vector<char> needed(static_cast<std::size_t>(s.size()));
  auto const target = [&](int i) { return i == from ? to : i; };
  for (int r : s.roots) needed[static_cast<unsigned>(target(r))] = 1;
  for (int i = s.size() - 1; i >= s.inputs(); --i) {
    if (needed[static_cast<unsigned>(i)] == 0) continue;
    for (int k : s.parts[static_cast<unsigned>(i - s.inputs())].operands)
      if (k >= 0) needed[static_cast<unsigned>(target(k))] = 1;
  }
  sample result;
  std::vector<int> became(static_cast<std::size_t>(s.size()), -1);
  for (int i = 0; i < s.size(); ++i) {
    // one input stays, a graph needs one
    bool const keep =
        needed[static_cast<unsigned>(i)] != 0 || (i == s.inputs() - 1 && result.at.empty());
    if (!keep) continue;
    if (i < s.inputs()) {
      result.at.push_back(s.at[static_cast<unsigned>(i)]);
    } else {
      part p = s.parts[static_cast<unsigned>(i - s.inputs())];
      for (int& k : p.operands)
        if (k >= 0) k = became[static_cast<unsigned>(target(k))];
      result.parts.push_back(p);
    }
    became[static_cast<unsigned>(i)] = result.size() - 1;
  }
  for (int r : s.roots) result.roots.push_back(became[static_cast<unsigned>(target(r))]);
  return result;
}

}  // namespace

std::vector<sample> simpler(sample const& s) {
  std::vector<sample> result;
  for (std::size_t r = 0; s.roots.size() > 1 && r < s.roots.size(); ++r) {
    sample one = s;
    one.roots = {s.roots[r]};
    result.push_back(replaced(one, -1, -1));
  }
  for (std::size_t r = 0; r < s.roots.size(); ++r)  // an earlier node as the root
    for (int i = 0; i < s.roots[r]; ++i) {
      if (is_condition(s, i)) continue;
      sample earlier = s;
      earlier.roots[r] = i;
      result.push_back(replaced(earlier, -1, -1));
    }
  for (int i = s.size() - 1; i >= s.inputs(); --i) {  // a node by its operand or by an input
    part const& p = s.parts[static_cast<unsigned>(i - s.inputs())];
    if (p.operation->condition || *p.operation == operation::constant) continue;
    for (int k = 0; k < p.operation->arity; ++k)
      if (!is_condition(s, p.operands[k])) result.push_back(replaced(s, i, p.operands[k]));
    for (int input = 0; input < s.inputs(); ++input) result.push_back(replaced(s, i, input));
    sample known = s;
    known.parts[static_cast<unsigned>(i - s.inputs())] = {
        &operation::constant, {-1, -1, -1}, integer(2)};
    result.push_back(replaced(known, -1, -1));
  }
  for (int i = 0; i < s.inputs(); ++i) {
    double const x = s.at[static_cast<unsigned>(i)];
    for (double round : {1.0, 10.0, 100.0}) {
      double const simple = std::round(x * round) / round;
      if (simple == x) break;
      sample rounded = s;
      rounded.at[static_cast<unsigned>(i)] = simple;
      result.push_back(rounded);
    }
    for (int j = 0; j < i; ++j) result.push_back(replaced(s, i, j));
  }
  return result;
}

}  // namespace leibniz::test::fuzz
