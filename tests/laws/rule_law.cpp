// SPDX-License-Identifier: BSL-1.0
#include "laws/rule_law.hpp"

#include <bit>
#include <cmath>
#include <limits>
#include <sstream>

#include "graph/interpreter.hpp"
#include "leibniz/derive/forward.hpp"
#include "leibniz/functions/comparison.hpp"

namespace leibniz::test {

record const* rule_records::side_at(side const& of, int node) {
  side::node const& n = of.nodes[node];
  record made{&operation::pattern, nullptr, n.arity, 0, 0, integer(n.value), {}};
  if (n.operation == side::constant_id) made.operation = &operation::constant;
  else if (n.operation != side::placeholder_id) {
    std::vector<record const*> operands;
    for (int k = 0; k < n.arity; ++k) operands.push_back(side_at(of, n.operands[k]));
    operands_.push_back(std::move(operands));
    made.operation = &info_at(n.operation);
    made.operands = operands_.back().data();
    made.value = {};
  }
  records_.push_back(made);
  return &records_.back();
}

int operations(record const& r) {
  int sum = r.arity > 0 ? 1 : 0;
  for (int k = 0; k < r.arity; ++k) sum += operations(*r.operands[k]);
  return sum;
}

namespace {

/// How the placeholders of a record are used.
struct usage {
  bool number[pattern_capacity]{};
  bool condition[pattern_capacity]{};
};
void collect(record const& r, usage& to, bool is_condition = false) {
  if (*r.operation == operation::pattern)
    (is_condition ? to.condition : to.number)[r.value.numerator] = true;
  for (int k = 0; k < r.arity; ++k) collect(*r.operands[k], to, k < r.operation->conditions);
}

bool same_bits(double a, double b) {
  return (a != a && b != b) || std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}
template <class T> bool is_finite(T const& x) {
  using std::isfinite;
  return isfinite(x);
}

bool power_of_two(double x) {
  int exponent = 0;
  return from_double(x).exact() && x != 0 && std::abs(std::frexp(x, &exponent)) == 0.5;
}

bool same_record(record const& a, record const& b) {
  if (*a.operation != *b.operation || !(a.value == b.value) || a.arity != b.arity) return false;
  for (int k = 0; k < a.arity; ++k)
    if (!same_record(*a.operands[k], *b.operands[k])) return false;
  return true;
}

/// The value of a record; `finite` turns false where a step is not, `normal` where one underflows.
template <class T> outcome<T> value(record const& r, outcome<T> const* at, bool& finite,
                                    bool& normal) {
  if (*r.operation == operation::pattern) {
    finite = finite && is_finite(at[r.value.numerator].number);
    return at[r.value.numerator];
  }
  if (*r.operation == operation::constant) return {number_as<T>(r.value)};
  outcome<T> operands[3];
  for (int k = 0; k < r.arity; ++k) operands[k] = value(*r.operands[k], at, finite, normal);
  outcome<T> const result = apply<T>(*r.operation, operands);
  if (r.operation->condition) return result;
  T const& x = result.number;
  finite = finite && is_finite(x);
  bool const product = r.operation->precedence == 3;
  if ((x != 0 && x < std::numeric_limits<T>::min() && -x < std::numeric_limits<T>::min()) ||
      (x == 0 && product && operands[0].number != 0 && operands[1].number != 0))
    normal = false;
  return result;
}

std::vector<double> const& interesting_numbers() {
  static std::vector<double> const numbers = [] {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    std::vector<double> all = {
        0.0,       -0.0,     1.0,       -1.0,
        2.0,       -2.0,     0.5,       3.0,
        1e-310,    -4e-320,  5e-324,    1e308,
        -1e308,    infinity, -infinity, std::numeric_limits<double>::quiet_NaN(),
        0x1p-1022, 1.0 / 3,  1e-200,    -1e200};
    test::random random(5);
    for (int i = 0; i < 10; ++i) all.push_back(random.between(-10, 10));
    return all;
  }();
  return numbers;
}

class trial {
 public:
  explicit trial(recorded_rule const& r) : r_(r) { collect(*r.from, used_); }

  std::string wrong() {
    std::string const shape = wrong_shape();
    if (!shape.empty()) return shape;
    for (int k = 0; k < pattern_capacity; ++k)
      if (used_.number[k]) slots_.push_back(k);
    outcome<double> at[pattern_capacity];
    if (!every_point(at, 0)) return first_;
    if (finite_points_ < 10) return "finite hardly anywhere";
    if (r_.holds != validity::always && !differs_in_bits_)
      return "the same in every bit: `always` would do";
    if (r_.holds == validity::real && !differs_for_finite_)
      return "the same for finite values: `finite` would do";
    return wrong_derivative();
  }

 private:
  std::string wrong_shape() const {
    if (r_.from->arity == 0) return "the left side is no operation";
    usage to;
    collect(*r_.to, to);
    for (int k = 0; k < pattern_capacity; ++k)
      if ((to.number[k] && !used_.number[k]) || (to.condition[k] && !used_.condition[k]))
        return "the right side uses what the left side does not bind";
    if ((r_.only_if != condition::none && !used_.number[0]) ||
        (r_.only_if == condition::power_of_two && !used_.number[1]))
      return "the condition is on what the left side does not bind";
    if (same_record(*r_.from, *r_.to)) return "the right side is the left side";
    if (operations(*r_.to) > operations(*r_.from)) return "the right side has more operations";
    return {};
  }

  bool allowed(outcome<double> const* at) const {
    if (r_.only_if == condition::positive) return !(at[0].number <= 0);
    if (r_.only_if == condition::power_of_two)
      return is_finite(at[0].number) && is_finite(at[1].number) &&
             (power_of_two(at[0].number) || power_of_two(at[1].number));
    return true;
  }
  /// Every combination; false once the rule does not hold.
  bool every_point(outcome<double>* at, std::size_t slot) {
    if (slot < slots_.size()) {
      for (double x : interesting_numbers()) {
        at[slots_[slot]].number = x;
        if (!every_point(at, slot + 1)) return false;
      }
      return true;
    }
    if (!allowed(at)) return true;
    int conditions = 0;
    for (bool c : used_.condition) conditions += c ? 1 : 0;
    for (int truth = 0; truth < 1 << conditions; ++truth) {
      int bit = 0;
      for (int k = 0; k < pattern_capacity; ++k)
        if (used_.condition[k]) at[k].truth = (truth >> bit++ & 1) != 0;
      if (!holds_at(at)) return false;
    }
    return true;
  }
  bool holds_at(outcome<double> const* at) {
    bool finite = true, normal = true;
    outcome<double> const from = value(*r_.from, at, finite, normal),
                          to = value(*r_.to, at, finite, normal);
    if (finite) ++finite_points_;
    bool const bits = same_bits(from.number, to.number) && from.truth == to.truth;
    differs_in_bits_ = differs_in_bits_ || !bits;
    if (bits || r_.holds == validity::always) return bits || told(at, from.number, to.number);
    bool const scales = r_.only_if == condition::power_of_two || r_.only_if == condition::normal;
    if (!finite || (scales && !normal)) return true;
    bool const equal = from.number == to.number && from.truth == to.truth;
    differs_for_finite_ = differs_for_finite_ || !equal;
    if (equal || r_.holds == validity::finite) return equal || told(at, from.number, to.number);
    outcome<big> real[pattern_capacity];
    for (int k = 0; k < pattern_capacity; ++k) real[k] = {at[k].number, at[k].truth};
    bool known = true;
    big const x = value(*r_.from, real, known, normal).number,
              y = value(*r_.to, real, known, normal).number;
    return !known || abs(x - y) <= big("1e-90") * (1 + abs(x) + abs(y)) ||
           told(at, from.number, to.number);
  }
  bool told(outcome<double> const* at, double from, double to) {
    std::ostringstream text;
    text.precision(17);
    text << "not valid at";
    for (int k = 0; k < pattern_capacity; ++k) {
      if (used_.number[k]) text << ' ' << at[k].number;
      if (used_.condition[k]) text << (at[k].truth ? " true" : " false");
    }
    text << ": " << from << " became " << to;
    first_ = text.str();
    return false;
  }

  /// Rules are applied before derivation, too.
  std::string wrong_derivative() const {
    if (r_.from->operation->condition) return {};
    graph::builder g;
    int bound[pattern_capacity], inputs[pattern_capacity];
    for (int k = 0; k < pattern_capacity; ++k) {
      inputs[k] = bound[k] = g.add_input(operation::variable, {});
      if (used_.condition[k])
        bound[k] = g.add(info_of<less_entry>, inputs[k], g.constant(integer(0)));
    }
    int const sides[] = {derive::instantiate(g, *r_.from, bound),
                         derive::instantiate(g, *r_.to, bound)};
    for (int side : sides)
      for (int k : slots_) {
        int const slope = derive::forward(g, side, inputs[k]);
        g.root(slope < 0 ? g.constant(integer(0)) : slope);
      }
    interpreted<big> graph(g.view());
    int const count = static_cast<int>(slots_.size());
    test::random random(9);
    for (int round = 0; round < 8; ++round) {
      std::vector<big> at;
      for (int k = 0; k < pattern_capacity; ++k)
        at.push_back(r_.only_if == condition::positive ? random.between(0.1, 3)
                                                       : random.between(-3, 3));
      graph(at.data());
      for (int k = 0; k < count; ++k) {
        big const &from = graph.root(k), &to = graph.root(count + k);
        if (is_finite(from) && is_finite(to) &&
            abs(from - to) > big("1e-90") * (1 + abs(from) + abs(to)))
          return "another derivative by placeholder " +
                 std::to_string(slots_[static_cast<unsigned>(k)]);
      }
    }
    return {};
  }

  recorded_rule const& r_;
  usage used_;
  std::vector<int> slots_;
  int finite_points_ = 0;
  bool differs_in_bits_ = false, differs_for_finite_ = false;
  std::string first_;
};

}  // namespace

std::string broken(recorded_rule const& r) { return trial(r).wrong(); }

}  // namespace leibniz::test
