// SPDX-License-Identifier: BSL-1.0
// Random graphs of choices and of functions that are infinite where they are computed: whatever is asked for, in
// whatever order, is the derivative of the branches that are taken.
//
// The oracle is a derivation of its own: choices are replaced by what they take at the point, products with 0
// dropped, and nothing else is simplified. Where that gives a number, the library has to give it too; where it gives
// an infinity or NaN, nothing is claimed. Differences are no witness here: the points lie at the ends of domains.
#include <cmath>
#include <sstream>
#include <string>
#include <vector>

#include "check.hpp"
#include "graph/interpreter.hpp"
#include "leibniz/emit/program.hpp"
#include "leibniz/functions/table.hpp"

using namespace leibniz;
using namespace leibniz::test;

namespace {

/// A graph without choices and the value of each of its nodes; zeros are folded, and nothing else.
class taken_branches {
 public:
  static constexpr int zero = -1;

  /// The roots of a graph, at a point.
  taken_branches(graph::view const& from, std::vector<double> const& at) : at_(at) {
    g_.copy_inputs(from);
    for (int i = 0; i < from.size.nodes; ++i) {
      graph::node const& n = from[i];
      auto const operand = [&](int k) {
        return n.operand(k) < 0 ? zero : became_[static_cast<unsigned>(n.operand(k))];
      };
      if (*n.operation == operation::derivative)
        became_.push_back(derivative(operand(0), operand(1)));
      else if (n.operation->is_let()) became_.push_back(operand(0));
      else if (n.arity() == 0)
        became_.push_back(from.is_constant(i) && from.value_of(i).zero() ? zero : leaf(from, i));
      else became_.push_back(apply(*n.operation, operand(0), operand(1), operand(2)));
      if (n.operation->is_input()) inputs_.push_back(became_.back());
    }
    for (int r = 0; r < from.size.roots; ++r) roots_.push_back(node(from.roots[r]));
  }

  int node(int i) const { return became_[static_cast<unsigned>(i)]; }
  int root(int r) const { return roots_[static_cast<unsigned>(r)]; }
  int input(int i) const { return inputs_[static_cast<unsigned>(i)]; }
  double value(int i) const { return i == zero ? 0 : values_[static_cast<unsigned>(i)].number; }

  /// ∂of/∂by, forward.
  int derivative(int of, int by) {
    std::vector<int> tangent(static_cast<unsigned>(of + 1), zero);
    if (by > of || by == zero) return zero;
    tangent[static_cast<unsigned>(by)] = number(1);
    for (int i = by + 1; i <= of; ++i) {
      graph::node const n = g_[i];
      if (n.operation->passive) continue;
      for (int k = 0; k < n.arity(); ++k) {
        if (n.operand(k) == zero) continue;
        int const t = tangent[static_cast<unsigned>(n.operand(k))];
        if (t == zero) continue;
        int const bound[] = {i, n.a, n.b, n.c};
        int const partial = instantiated(*n.operation->partial(k), bound);
        int& sum = tangent[static_cast<unsigned>(i)];
        sum = apply(info_of<add_entry>, sum, apply(info_of<multiply_entry>, partial, t));
      }
    }
    return tangent[static_cast<unsigned>(of)];
  }

  int apply(function_info const& op, int a, int b = zero, int c = zero) {
    if (op == info_of<where_entry>) return truth(a) ? b : c;
    if (op == info_of<relu_entry>) return value(a) > 0 ? a : zero;
    if (op == info_of<max_entry>) return value(a) < value(b) ? b : a;
    if (op == info_of<min_entry>) return value(b) < value(a) ? b : a;
    if (op == info_of<add_entry> && (a == zero || b == zero)) return a == zero ? b : a;
    if (op == info_of<subtract_entry> && b == zero) return a;
    if (op == info_of<subtract_entry> && a == zero) return apply(info_of<negate_entry>, b);
    if (op == info_of<multiply_entry> && (a == zero || b == zero)) return zero;
    if (op == info_of<multiply_entry> && (is_one(a) || is_one(b))) return is_one(a) ? b : a;
    if (a == zero && zero_at_zero(op, b)) return zero;
    int operands[] = {a, b, c};
    outcome<double> known[3];
    for (int k = 0; k < op.arity; ++k) {
      if (operands[k] == zero) operands[k] = number(0);
      known[k] = values_[static_cast<unsigned>(operands[k])];
    }
    return with_value(g_.add(op, operands[0], operands[1], operands[2]),
                      test::apply<double>(op, known));
  }

 private:
  int instantiated(record const& r, int const* bound) {
    if (*r.operation == operation::pattern) return bound[r.value.numerator];
    if (*r.operation == operation::constant) return r.value.zero() ? zero : number(r.value);
    int operands[3] = {zero, zero, zero};
    for (int k = 0; k < r.arity; ++k) operands[k] = instantiated(*r.operands[k], bound);
    return apply(*r.operation, operands[0], operands[1], operands[2]);
  }
  bool zero_at_zero(function_info const& op, int b) const {
    if (op == info_of<power_entry>) return value(b) > 0;
    return op == info_of<divide_entry> || op == info_of<negate_entry> ||
           op == info_of<square_entry> || op == info_of<sqrt_entry> || op == info_of<cbrt_entry> ||
           op == info_of<sin_entry> || op == info_of<asin_entry>;
  }
  bool truth(int i) const { return values_[static_cast<unsigned>(i)].truth; }
  bool is_one(int i) const { return i != zero && g_.is_constant(i, 1); }
  int number(leibniz::number const& n) { return with_value(g_.constant(n), {n.as_double()}); }
  int number(std::int64_t n) { return number(integer(n)); }
  int leaf(graph::view const& from, int i) {
    bool const constant = from.is_constant(i);
    return with_value(g_.leaf(from, i), {constant ? from.value_of(i).as_double()
                                                  : at_[static_cast<unsigned>(from[i].a)]});
  }
  int with_value(int node, outcome<double> const& known) {
    if (node == static_cast<int>(values_.size())) values_.push_back(known);
    return node;
  }

  std::vector<double> const& at_;
  graph::builder g_;
  std::vector<outcome<double>> values_;
  std::vector<int> became_, inputs_, roots_;
};

/// A graph with its outputs and its inputs as roots, and a point.
struct sample {
  graph::builder g;
  std::vector<double> at;
  int outputs = 0;
  std::string written{};

  int inputs() const { return static_cast<int>(at.size()); }
};

/// Nodes with their values; what is infinite or NaN serves as a branch that is not taken only.
class grower {
 public:
  grower(sample& to, test::random& chance) : s_(to), chance_(chance) {}

  void grow(int inputs, int size) {
    static constexpr double points[] = {0, 0, 0, 1, 1, -1, 2, -2, 0.5};
    for (int i = 0; i < inputs; ++i) {
      s_.at.push_back(points[chance_.below(9)]);
      by_.push_back(s_.g.add_input(operation::variable, {}));
      add_value(by_.back(), {s_.at.back()}, "input");
    }
    for (int tries = 0; tries < 100 && s_.g.size() < inputs + size; ++tries) {
      int const kind = chance_.below(16);
      if (kind < 5) add_choice();
      else if (kind < 9) add(*singular[static_cast<unsigned>(chance_.below(12))]);
      else if (kind < 10) add(info_of<let>);
      else if (kind < 11) add_derivative();
      else add(*arithmetic[static_cast<unsigned>(chance_.below(8))]);
    }
    s_.outputs = 1 + chance_.below(3);
    s_.g.root(finite_.back());
    for (int r = 1; r < s_.outputs; ++r) s_.g.root(one_of(finite_));
    for (int i : by_) s_.g.root(i);
    s_.written = text_.str();
  }

 private:
  using let = operation::let_columns<"t">;
  static constexpr function_info const* singular[] = {
      &info_of<sqrt_entry>,   &info_of<sqrt_entry>,  &info_of<sqrt_entry>, &info_of<log_entry>,
      &info_of<cbrt_entry>,   &info_of<asin_entry>,  &info_of<acos_entry>, &info_of<divide_entry>,
      &info_of<divide_entry>, &info_of<power_entry>, &info_of<pow_entry>,  &info_of<xlogy_entry>};
  static constexpr function_info const* arithmetic[] = {
      &info_of<add_entry>,      &info_of<subtract_entry>, &info_of<multiply_entry>,
      &info_of<multiply_entry>, &info_of<multiply_entry>, &info_of<negate_entry>,
      &info_of<sin_entry>,      &info_of<square_entry>};
  static constexpr function_info const* comparisons[] = {
      &info_of<less_entry>, &info_of<less_equal_entry>, &info_of<equal_to_entry>,
      &info_of<not_equal_to_entry>, &info_of<greater_entry>};

  void add_value(int node, outcome<double> const& x, std::string_view name, int a = -1, int b = -1,
                 int c = -1) {
    if (node < static_cast<int>(values_.size())) return;
    values_.push_back(x);
    text_ << 'n' << node << " = " << name << ' ' << a << ' ' << b << ' ' << c << "  # "
          << (name == "input" || x.number != 0 ? x.number : 0) << (x.truth ? " true" : "") << '\n';
    bool const condition = s_.g[node].operation->condition;
    if (condition) conditions_.push_back(node);
    else if (name != "constant" || x.number != 0)
      (std::abs(x.number) < 100 ? finite_ : infinite_).push_back(node);
  }
  outcome<double> const& value(int i) const { return values_[static_cast<unsigned>(i)]; }
  int one_of(std::vector<int> const& nodes) {  // rather a late node than an early one
    int const n = static_cast<int>(nodes.size());
    return nodes[static_cast<unsigned>(std::max(chance_.below(n), chance_.below(n)))];
  }
  int constant(number const& n) {
    int const node = s_.g.constant(n);
    add_value(node, {n.as_double()}, "constant");
    return node;
  }
  int zero() { return constant(integer(0)); }
  int add_node(function_info const& op, int a, int b = -1, int c = -1) {
    outcome<double> operands[3] = {value(a), b < 0 ? value(a) : value(b),
                                   c < 0 ? value(a) : value(c)};
    outcome<double> const x = op.is_let() ? value(a) : test::apply<double>(op, operands);
    int const node = s_.g.add(op, a, b, c);
    add_value(node, x, op.name, a, b, c);
    return node;
  }
  void add(function_info const& op) {
    int const a = one_of(finite_);
    if (op == info_of<power_entry>) {
      number const exponents[] = {rational(1, 2), rational(3, 2), integer(-1), rational(2, 3)};
      add_node(op, a, constant(exponents[chance_.below(4)]));
    } else if (op == info_of<divide_entry> && chance_.below(2) == 0) {
      add_node(op, constant(integer(1)), a);
    } else {
      add_node(op, a, op.arity == 2 ? one_of(finite_) : -1);
    }
  }
  int condition() {
    if (conditions_.empty() || chance_.below(3) != 0)
      return add_node(*comparisons[static_cast<unsigned>(chance_.below(5))], one_of(finite_),
                      chance_.below(2) == 0 ? zero() : one_of(finite_));
    int const known = one_of(conditions_), kind = chance_.below(6);
    if (kind == 0) return add_node(info_of<not_entry>, known);
    if (kind == 1) return add_node(info_of<and_entry>, known, one_of(conditions_));
    return kind == 2 ? add_node(info_of<or_entry>, known, one_of(conditions_)) : known;
  }
  void add_choice() {
    int const kind = chance_.below(10), a = one_of(finite_);
    if (kind == 0 && value(a).number != 0) {
      add_node(info_of<relu_entry>, a);
    } else if (kind == 1 && value(a).number != 0) {
      add_node(chance_.below(2) == 0 ? info_of<min_entry> : info_of<max_entry>, a, zero());
    } else {
      int const c = condition();
      bool const holds = value(c).truth;
      int const taken = chance_.below(2) == 0 ? zero() : one_of(finite_);
      int const other =
          !infinite_.empty() && chance_.below(2) == 0 ? one_of(infinite_) : one_of(finite_);
      add_node(info_of<where_entry>, c, holds ? taken : other, holds ? other : taken);
    }
  }
  /// The derivative of a formula in a formula.
  void add_derivative() {
    int const of = one_of(finite_), by = by_[static_cast<unsigned>(chance_.below(s_.inputs()))];
    int const node = s_.g.add(operation::derivative, of, by);
    if (node < static_cast<int>(values_.size())) return;
    taken_branches taken(s_.g.view(), s_.at);
    bool const constant = taken.node(node) == taken_branches::zero;
    add_value(node, {taken.value(taken.node(node))}, constant ? "constant" : "derivative", of, by);
  }

  sample& s_;
  test::random& chance_;
  std::vector<int> by_, finite_, infinite_, conditions_;
  std::vector<outcome<double>> values_;
  std::ostringstream text_;
};

sample make_sample(std::uint64_t seed) {
  test::random chance(seed);
  sample s;
  int const inputs = 1 + chance.below(4), size = 3 + chance.below(18);
  grower(s, chance).grow(inputs, size);
  return s;
}

/// What is claimed of one result.
struct claim {
  bool made;
  double value;
};
claim operator+(claim const& a, claim const& b) { return {a.made && b.made, a.value + b.value}; }
claim operator*(double by, claim const& a) { return {a.made, by * a.value}; }

/// The library's results, by the stages of a program, at run time.
class asked {
 public:
  explicit asked(sample const& of, validity rules) : s_(of), rules_(rules) {}

  /// `request` is called with the assembly and nodes for the numbers of `extra`.
  template <class Request>
  std::vector<double> operator()(std::vector<double> const& extra, Request const& request,
                                 int values) const {
    simplification::rewriting_builder g(validity::always);
    derive::assembly<simplification::rewriting_builder, true> all(g, s_.g.view(), s_.outputs,
                                                                  rules_);
    buffer<int> more;
    for (std::size_t i = 0; i < extra.size(); ++i)
      more.push_back(g.add_input(operation::parameter, {}));
    request(all, more);
    auto const shared = emit::share_quotients(static_cast<simplification::rewriting_builder&&>(g),
                                              rules_ != validity::real, values);
    graph::builder const finished =
        simplification::finished(shared.view(), rules_ == validity::real ? 0 : values);
    std::vector<double> at = s_.at;
    at.insert(at.end(), extra.begin(), extra.end());
    interpreted<double> graph(finished.view());
    graph(at.data());
    std::vector<double> result;
    for (int r = 0; r < graph.roots(); ++r) result.push_back(graph.root(r));
    return result;
  }

 private:
  sample const& s_;
  validity rules_;
};

constexpr order orders[] = {order::forward, order::reverse, order::markowitz, order::lowest_fill};
std::string name(order by) {
  return by == order::forward     ? "forward"
         : by == order::reverse   ? "reverse"
         : by == order::markowitz ? "markowitz"
                                  : "lowest fill";
}

/// Every verb and order against the oracle.
class laws {
 public:
  laws(sample const& of, validity rules)
      : s_(of),
        rules_(rules),
        library_(of, rules),
        taken_(s_.g.view(), of.at),
        m_(of.outputs),
        n_(of.inputs()) {
    for (int i = 0; i < m_; ++i)
      for (int j = 0; j < n_; ++j)
        jacobian_.push_back(taken_.derivative(taken_.root(i), taken_.input(j)));
    for (int j = 0; j < n_; ++j)
      for (int k = 0; k < n_; ++k)
        hessian_.push_back(taken_.derivative(jacobian_[at(j)], taken_.input(k)));
    for (int i = 0; i < m_; ++i) {
      value_.push_back(number(taken_.root(i)));
      adjoint_.push_back(0.75 - 0.5 * i);
    }
    for (int j = 0; j < n_; ++j) direction_.push_back(0.5 + 0.25 * j);
  }

  void jacobians() {
    std::vector<claim> expected = value_;
    for (int e : jacobian_) expected.push_back(number(e));
    for (order by : orders)
      compare(
          "jacobian, " + name(by), expected, {},
          [&](auto& all, auto const&) { all.values(), all.jacobian(by); }, m_);
    std::vector<claim> some;
    buffer<int> pairs;
    for (int i = 0; i < m_; ++i)
      for (int j = n_ - 1; j >= 0; j -= 2) {
        pairs.push_back(i), pairs.push_back(j);
        some.push_back(number(jacobian_[at(i * n_ + j)]));
      }
    for (order by : orders)
      compare("entries, " + name(by), some, {},
              [&](auto& all, auto const&) { all.jacobian_entries(pairs, by); });
  }
  void products() {
    std::vector<claim> tangents = value_, adjoints = value_;
    for (int i = 0; i < m_; ++i) {
      claim sum{true, 0};
      for (int j = 0; j < n_; ++j)
        sum = sum + direction_[at(j)] * number(jacobian_[at(i * n_ + j)]);
      tangents.push_back(sum);
    }
    for (int j = 0; j < n_; ++j) {
      claim sum{true, 0};
      for (int i = 0; i < m_; ++i) sum = sum + adjoint_[at(i)] * number(jacobian_[at(i * n_ + j)]);
      adjoints.push_back(sum);
    }
    auto const jvp = [](auto& all, auto const& d) { all.values(), all.jvp(d); };
    auto const vjp = [](auto& all, auto const& w) { all.values(), all.vjp(w); };
    compare("jvp", tangents, direction_, jvp, m_);
    compare("vjp", adjoints, adjoint_, vjp, m_);
    for (order by : orders) {
      compare(
          "jvp by the matrix, " + name(by), tangents, direction_,
          [&](auto& all, auto const& d) { all.values(), all.jvp_by_jacobian(d, by); }, m_);
      compare(
          "vjp by the matrix, " + name(by), adjoints, adjoint_,
          [&](auto& all, auto const& w) { all.values(), all.vjp_by_jacobian(w, by); }, m_);
    }
  }
  void least_squares() {
    std::vector<claim> expected = value_;
    for (int j = 0; j < n_; ++j) {
      claim sum{true, 0};
      for (int i = 0; i < m_; ++i) sum = sum + product(taken_.root(i), jacobian_[at(i * n_ + j)]);
      expected.push_back(sum);
    }
    for (int a = 0; a < n_; ++a)
      for (int b = a; b < n_; ++b) {
        claim sum{true, 0};
        for (int i = 0; i < m_; ++i)
          sum = sum + product(jacobian_[at(i * n_ + a)], jacobian_[at(i * n_ + b)]);
        expected.push_back(sum);
      }
    for (order by : orders)
      for (bool sweep : {false, true})
        compare(
            "gauss_newton, " + name(by) + (sweep ? ", sweep" : ""), expected, {},
            [&](auto& all, auto const&) { all.values(), all.gauss_newton(by, sweep); }, m_);
  }
  void second_derivatives() {
    std::vector<claim> triangle, products, some;
    buffer<int> pairs;
    for (int j = 0; j < n_; ++j) triangle.push_back(number(jacobian_[at(j)]));
    products = triangle;
    for (int j = 0; j < n_; ++j) {
      claim sum{true, 0};
      for (int k = 0; k < n_; ++k) sum = sum + direction_[at(k)] * second(j, k);
      products.push_back(sum);
      for (int k = j; k < n_; ++k) triangle.push_back(second(j, k));
      int const k = (j + 1) % n_;
      pairs.push_back(j), pairs.push_back(k);
      some.push_back(second(j, k));
    }
    for (order by : {order::forward, order::markowitz, order::lowest_fill}) {
      compare("hessian, " + name(by), triangle, {},
              [&](auto& all, auto const&) { all.hessian(by); });
      compare("hvp by the matrix, " + name(by), products, direction_,
              [&](auto& all, auto const& d) { all.hvp_by_hessian(d, by); });
    }
    compare("hvp", products, direction_, [](auto& all, auto const& d) { all.hvp(d); });
    compare("hessian entries", some, {},
            [&](auto& all, auto const&) { all.hessian_entries({}, pairs); });
  }
  void series() {
    std::vector<claim> expected = value_;
    expected.resize(at(4 * m_));
    for (int i = 0; i < m_; ++i) {
      claim first{true, 0}, twice{true, 0}, thrice{true, 0};
      for (int j = 0; j < n_; ++j) {
        int const by_j = jacobian_[at(i * n_ + j)];
        first = first + direction_[at(j)] * number(by_j);
        for (int k = 0; k < n_; ++k) {
          int const by_k = taken_.derivative(by_j, taken_.input(k));
          twice = twice + direction_[at(j)] * direction_[at(k)] / 2 * number(by_k);
          for (int l = 0; l < n_; ++l)
            thrice = thrice + direction_[at(j)] * direction_[at(k)] * direction_[at(l)] / 6 *
                                  number(taken_.derivative(by_k, taken_.input(l)));
        }
      }
      twice.made = twice.made && first.made;
      thrice.made = thrice.made && twice.made;
      expected[at(m_ + i)] = first;
      expected[at(2 * m_ + i)] = twice;
      expected[at(3 * m_ + i)] = thrice;
    }
    compare(
        "taylor", expected, direction_,
        [](auto& all, auto const& d) { all.values(), all.taylor(d, 4); }, m_);
  }

  int claims() const { return claims_; }
  /// The first result that is not what is claimed; empty if there is none.
  std::string const& broken() const { return broken_; }

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }
  claim number(int node) const {
    double const x = taken_.value(node);
    return {std::abs(x) < 1e6, x};
  }
  claim product(int a, int b) const {
    if (a == taken_branches::zero || b == taken_branches::zero) return {true, 0};
    claim const x = number(a), y = number(b);
    return {x.made && y.made, x.value * y.value};
  }
  claim second(int j, int k) const {
    claim const x = number(hessian_[at(j * n_ + k)]), y = number(hessian_[at(k * n_ + j)]);
    return {x.made && y.made && std::abs(x.value - y.value) < 1e-9 * (1 + std::abs(x.value)),
            x.value};
  }
  template <class Request>
  void compare(std::string const& what, std::vector<claim> const& expected,
               std::vector<double> const& extra, Request const& request, int values = 0) {
    std::vector<double> const results = library_(extra, request, values);
    REQUIRE(results.size() == expected.size());
    for (std::size_t i = 0; i < results.size(); ++i) {
      claim const& c = expected[i];
      if (!c.made) continue;
      ++claims_;
      bool const right = std::abs(results[i] - c.value) <= 1e-6 * (1 + std::abs(c.value));
      if (right || !broken_.empty()) continue;
      std::ostringstream text;
      text << what << (rules_ == validity::real ? ", all rules" : "") << ": result " << i << " is "
           << results[i] << ", right is " << c.value << ", of\n"
           << s_.written;
      for (int r : s_.g.roots()) text << 'n' << r << ' ';
      broken_ = text.str();
    }
  }

  sample const& s_;
  validity rules_;
  asked library_;
  taken_branches taken_;
  int m_, n_;
  std::vector<int> jacobian_, hessian_;
  std::vector<claim> value_;
  std::vector<double> direction_, adjoint_;
  int claims_ = 0;
  std::string broken_;
};

}  // namespace

TEST_CASE("whatever is asked for is the derivative of the branches that are taken") {
  constexpr int samples = 3000;
  int claims = 0;
  for (int seed = 1; seed <= samples; ++seed) {
    sample const s = make_sample(static_cast<std::uint64_t>(seed));
    laws of(s, seed % 3 == 0 ? validity::real : validity::finite);
    of.jacobians();
    of.products();
    of.least_squares();
    of.second_derivatives();
    of.series();
    INFO("seed " << seed << ": " << of.broken());
    REQUIRE(of.broken().empty());
    claims += of.claims();
  }
  CHECK(claims > 100 * samples);
}

TEST_CASE("rows that may be infinite, and rows that choose, are known as such") {
  static constexpr double points[] = {-2, -1, -0.5, 0, 0.5, 1, 3};
  for (table_row<double> const& r : test::rows<double>()) {
    function_info const& op = *r.info;
    if (op.condition || op.arity == 0) continue;
    bool chooses = !op.passive;
    for (int i = 0; i < 7 * 7 * 7; ++i) {
      double const x[] = {points[i % 7], points[i / 7 % 7], points[i / 49]};
      outcome<double> bound[4];
      for (int k = 0; k < op.arity; ++k) bound[k + 1] = {x[k], x[k] > 0};
      bound[0] = r.apply(bound + 1);
      CAPTURE(op.name, x[0], x[1], x[2]);
      if ((op.traits & trait::singular) == 0) REQUIRE(std::isfinite(bound[0].number));
      if (!chooses) continue;
      int taken = 0;
      double value = 0;
      for (int k = 0; k < op.arity; ++k) {
        double const partial = interpret<double>(*op.partial(k), bound).number;
        chooses = chooses && (partial == 0 || partial == 1);
        if (partial == 1) ++taken, value = x[k];
      }
      chooses = chooses && taken <= 1 && value == bound[0].number;
    }
    CAPTURE(op.name);
    if ((op.traits & trait::slope) == 0)  // corner_slope takes its first operand always
      CHECK(((op.traits & trait::chosen) != 0) == chooses);
  }
}
