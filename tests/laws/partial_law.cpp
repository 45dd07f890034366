// SPDX-License-Identifier: BSL-1.0
#include "laws/partial_law.hpp"

#include <algorithm>

#include "leibniz/derive/forward.hpp"
#include "leibniz/functions/comparison.hpp"
#include "leibniz/simplify/rewriting_builder.hpp"

namespace leibniz::test {

namespace {

big magnitude(big const& x) { return x < 0 ? big(-x) : x; }
bool is_finite(big const& x) { return boost::multiprecision::isfinite(x); }
bool is_nan(big const& x) { return boost::multiprecision::isnan(x); }

/// Relative to the larger; what should be 0 may be 1e-38.
bool agree(big const& a, big const& b, double tolerance) {
  if (is_nan(a) || is_nan(b)) return is_nan(a) && is_nan(b);
  if (!is_finite(a) || !is_finite(b)) return a == b;
  return magnitude(a - b) <= big(tolerance) * (big(1e-8) + std::max(magnitude(a), magnitude(b)));
}

big const& step() {
  static big const h("1e-30");
  return h;
}
big const& second_step() {
  static big const h("1e-24");
  return h;
}

}  // namespace

partial_law::partial_law(function_info const& operation) : row_(row_of<big>(operation)) {
  double const from = row_.from, to = row_.to;
  std::vector<double> numbers = {from, to, from + 0.31 * (to - from), from + 0.77 * (to - from)};
  if (operation.arity < 3) numbers.push_back(from + 0.53 * (to - from));
  for (double x : {0.0, 1.0, -1.0, 1e-10, -1e-10, 2.0})
    if ((x > from && x < to) || (!row_.kink.empty() && operation.arity - operation.conditions < 3))
      numbers.push_back(x);
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::vector<std::vector<outcome<big>>> all = {{}};
  for (int k = 0; k < operation.arity; ++k) {
    std::vector<outcome<big>> choices;
    if (k < operation.conditions) choices = {{0, false}, {0, true}};
    else if (row_.takes_constant(k))
      for (double n : {2.0, 1.0, 3.0}) choices.push_back({n});
    else
      for (double x : numbers) choices.push_back({x});
    std::vector<std::vector<outcome<big>>> longer;
    for (auto const& begun : all)
      for (auto const& next : choices) {
        longer.push_back(begun);
        longer.back().push_back(next);
      }
    all.swap(longer);
  }
  for (auto const& operands : all) add_point(operands);
}

void partial_law::add_point(std::vector<outcome<big>> operands) {
  point p;
  operands.resize(3);
  p.operands = std::move(operands);
  p.result = value(p.operands);
  outcome<double> rounded[3];
  for (int k = 0; k < 3; ++k)
    rounded[k] = {static_cast<double>(p.operands[static_cast<unsigned>(k)].number),
                  p.operands[static_cast<unsigned>(k)].truth};
  if (!is_finite(p.result.number) || !is_finite(apply<double>(*row_.info, rounded).number)) return;
  for (int k = 0; k < row_.info->arity; ++k) {
    p.first.push_back(first_difference(p, k));
    for (int j = 0; j < row_.info->arity; ++j) p.second.push_back(second_difference(p, k, j));
  }
  points_.push_back(std::move(p));
}

big partial_law::moved(point const& at, int k, big const& by, int j, big const& also) const {
  std::vector<outcome<big>> operands = at.operands;
  operands[static_cast<unsigned>(k)].number += by;
  operands[static_cast<unsigned>(j)].number += also;
  return value(std::move(operands)).number;
}

/// What the row says of itself at a kink.
bool partial_law::at_kink(point const& at, int k, expected& says) const {
  std::string_view const text = row_.kink;
  bool zero = true, equal = true;
  for (int i = row_.info->conditions; i < row_.info->arity; ++i) {
    zero = zero && at.operands[static_cast<unsigned>(i)].number == 0;
    equal = equal && at.operands[static_cast<unsigned>(i)].number ==
                         at.operands[static_cast<unsigned>(row_.info->conditions)].number;
  }
  auto const begins = [&](std::string_view with) { return text.substr(0, with.size()) == with; };
  bool const of_zero = text.find(" at 0") != text.npos || text.find(" at (0, 0") != text.npos;
  if (zero && of_zero && begins("0 at")) says = {true, 0};
  else if (zero && of_zero && begins("infinite at"))
    says = {true, std::numeric_limits<big>::infinity()};
  else if (zero && of_zero && text.find(": NaN") != text.npos)
    says = {true, std::numeric_limits<big>::quiet_NaN()};
  else if (equal && text.find("equal, the derivative of the second") != text.npos)
    says = {true, k == row_.info->conditions ? 0 : 1};
  else if (equal && text.find("equal, the derivative of the first") != text.npos)
    says = {true, k == row_.info->conditions ? 1 : 0};
  else if (k == 1 && at.operands[0].number == 0 && text.find("by p at x = 0: 0") != text.npos)
    says = {true, 0};
  else if (k == 0 && at.operands[0].number == 0 && at.operands[1].number == 1 &&
           text.find("by x at (0, 1): 0") != text.npos)
    says = {true, 0};
  return says.known;
}

partial_law::expected partial_law::first_difference(point const& at, int k) const {
  if (!has_derivative(k)) return {true, 0};  // by a condition, or by what is a constant always
  expected result;
  if (at_kink(at, k, result)) return result;
  big const& h = step();
  big const up = moved(at, k, h, k, 0), down = moved(at, k, -h, k, 0);
  if (!is_finite(up) || !is_finite(down)) return {};
  big const right = (up - at.result.number) / h, left = (at.result.number - down) / h;
  if (!agree(right, left, 1e-8)) return {};  // a kink or a jump that the row says nothing of
  return {true, (up - down) / (2 * h)};
}

partial_law::expected partial_law::second_difference(point const& at, int k, int j) const {
  if (!has_derivative(k) || !has_derivative(j)) return {};
  expected kink;
  if (at_kink(at, k, kink)) return {};
  auto const difference = [&](big const& h) -> big {
    if (k == j)
      return (moved(at, k, h, k, 0) - 2 * at.result.number + moved(at, k, -h, k, 0)) / (h * h);
    return (moved(at, k, h, j, h) - moved(at, k, h, j, -h) - moved(at, k, -h, j, h) +
            moved(at, k, -h, j, -h)) /
           (4 * h * h);
  };
  big const& h = second_step();
  big const near = difference(h), far = difference(2 * h);
  if (!is_finite(near) || !agree(near, far, 2e-31)) return {};
  // of one side only? then there is no second derivative
  big const right =
      (moved(at, k, 2 * h, k, 0) - 2 * moved(at, k, h, k, 0) + at.result.number) / (h * h);
  if (k == j && !agree(right, near, 1e-8)) return {};
  return {true, near};
}

int partial_law::first_known(int argument) const {
  return static_cast<int>(std::count_if(points_.begin(), points_.end(), [&](point const& p) {
    return p.first[static_cast<unsigned>(argument)].known;
  }));
}
int partial_law::second_known(int argument) const {
  int count = 0;
  for (point const& p : points_)
    for (int j = 0; j < row_.info->arity; ++j)
      count += p.second[static_cast<unsigned>(argument * row_.info->arity + j)].known ? 1 : 0;
  return count;
}

std::string partial_law::told(char const* what, point const& at, big const& is,
                              big const& should_be) const {
  std::string text = std::string(what) + " at (";
  for (int k = 0; k < row_.info->arity; ++k) {
    outcome<big> const& x = at.operands[static_cast<unsigned>(k)];
    if (k > 0) text += ", ";
    text += k < row_.info->conditions ? (x.truth ? "true" : "false") : x.number.str(6);
  }
  return text + ") is " + is.str(35) + ", by differences " + should_be.str(35);
}

std::string partial_law::broken(int argument, record const& partial) const {
  int const arity = row_.info->arity;
  for (point const& p : points_) {
    expected const& e = p.first[static_cast<unsigned>(argument)];
    if (!e.known) continue;
    outcome<big> bound[4] = {p.result};
    for (int k = 0; k < arity; ++k) bound[k + 1] = p.operands[static_cast<unsigned>(k)];
    big const is = interpret<big>(partial, bound).number;
    if (!agree(is, e.value, 1e-30)) return told("the derivative", p, is, e.value);
  }
  if (!has_derivative(argument)) return {};
  // the partial as a graph, differentiated once more; where an operand is a constant always, once for each
  interpreted<big> graph(twice(partial, points_[0]).view());
  for (point const& p : points_) {
    if (row_.constants != 0) graph = interpreted<big>(twice(partial, p).view());
    std::vector<big> at;
    for (int k = 0; k < arity; ++k) {
      outcome<big> const& x = p.operands[static_cast<unsigned>(k)];
      at.push_back(k < row_.info->conditions ? big(x.truth ? -1 : 1) : x.number);
    }
    bool computed = false;
    for (int j = 0; j < arity; ++j) {
      expected const& e = p.second[static_cast<unsigned>(argument * arity + j)];
      if (!e.known) continue;
      if (!computed) graph(at.data());
      computed = true;
      if (!agree(graph.root(j), e.value, 1e-30))
        return told("the second derivative", p, graph.root(j), e.value);
    }
  }
  return {};
}

/// The derivatives of a partial by each operand. A condition is a comparison of an input of its own.
graph::builder partial_law::twice(record const& partial, point const& at) const {
  int const arity = row_.info->arity;
  simplification::rewriting_builder g(validity::finite);
  int inputs[3] = {-1, -1, -1}, operands[3] = {-1, -1, -1};
  for (int k = 0; k < arity; ++k) {
    inputs[k] = operands[k] = g.add_input(operation::variable, {});
    if (k < row_.info->conditions)
      operands[k] = g.add(info_of<less_entry>, inputs[k], g.constant(integer(0)));
    if (row_.takes_constant(k))
      operands[k] = g.constant(
          from_double(static_cast<double>(at.operands[static_cast<unsigned>(k)].number)));
  }
  int const result = g.add(*row_.info, operands[0], operands[1], operands[2]);
  int const bound[4] = {result, operands[0], operands[1], operands[2]};
  int const slope = derive::instantiate(g, partial, bound);
  for (int k = 0; k < arity; ++k) {
    int const derivative = derive::forward(g, slope, inputs[k]);
    g.root(derivative < 0 ? g.constant(integer(0)) : derivative);
  }
  return g;
}

}  // namespace leibniz::test
