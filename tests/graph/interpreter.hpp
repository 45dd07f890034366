// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/math/constants/constants.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/polygamma.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "leibniz/base/hash.hpp"
#include "leibniz/expression/record.hpp"
#include "leibniz/graph/graph.hpp"

// Graphs and records, computed node by node at run time: a second way to a value, without plan or emission.
// The rows of the table are compiled once for each number type, in tests/interpreter/.

// What the library asks a foreign type to bring along, of Boost.Math.
namespace boost::multiprecision {

template <class Backend, expression_template_option Option>
number<Backend, Option> digamma(number<Backend, Option> const& x) {
  // by reflection: Boost 1.74 takes digamma(-1/2) of these numbers for digamma(1/2)
  using std::tan;
  using real = number<Backend, Option>;
  if (!(x < 0)) return boost::math::digamma(x);
  real const pi = boost::math::constants::pi<real>();
  return boost::math::digamma(real(1 - x)) - pi / tan(real(pi * (x - round(x))));
}
template <class Backend, expression_template_option Option>
number<Backend, Option> polygamma(int n, number<Backend, Option> const& x) {
  return boost::math::polygamma(n, x);
}

}  // namespace boost::multiprecision

namespace leibniz::test {

/// Numbers of 100 and of 50 decimal digits.
using big = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<100>,
                                          boost::multiprecision::et_off>;
using fifty = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<50>,
                                            boost::multiprecision::et_off>;

/// What a node holds: a number, or a truth value of a condition.
template <class T> struct outcome {
  T number{};
  bool truth = false;
};

/// A row of the table at run time.
template <class T> struct table_row {
  function_info const* info = nullptr;
  outcome<T> (*apply)(outcome<T> const*) = nullptr;
  unsigned constants = 0;   ///< which operands are constants always, one bit each
  double from = 0, to = 0;  ///< domain of the law tests
  std::string_view kink{};

  bool takes_condition(int operand) const { return operand < info->conditions; }
  bool takes_constant(int operand) const { return (constants >> operand & 1) != 0; }
};

/// Every row of the table, in its order; T is double, fifty or big.
template <class T> std::vector<table_row<T>> const& rows();

/// The row of an operation.
template <class T> table_row<T> const& row_of(function_info const& operation) {
  struct by_id {
    table_row<T> const* slots[1024]{};
    static std::size_t place(std::uint64_t id, std::size_t step) { return (id + step) % 1024; }
    by_id() {
      for (table_row<T> const& r : rows<T>()) {
        std::size_t step = 0;
        while (slots[place(r.info->id, step)] != nullptr) ++step;
        slots[place(r.info->id, step)] = &r;
      }
    }
  };
  static by_id const known;
  for (std::size_t step = 0;; ++step) {
    table_row<T> const* const r = known.slots[by_id::place(operation.id, step)];
    if (r == nullptr) throw std::logic_error("no row of the table: " + std::string(operation.name));
    if (*r->info == operation) return *r;
  }
}

/// The row of an id.
inline function_info const& info_at(std::uint64_t id) {
  for (table_row<double> const& r : rows<double>())
    if (r.info->id == id) return *r.info;
  throw std::logic_error("no row of the table has this id");
}

/// Applies a row of the table to what its operands hold.
template <class T> outcome<T> apply(function_info const& operation, outcome<T> const* operands) {
  return row_of<T>(operation).apply(operands);
}

template <class T> T number_as(number const& n) {
  if (!n.exact()) return T(n.real());
  if (!n.is_scaled()) return T(n.numerator) / T(n.denominator);
  if constexpr (std::is_same_v<T, double>) {
    return n.as_double();
  } else {
    auto const whole = [](uint128 const& digits) {
      return ldexp(T(digits.high), 64) + T(digits.low);
    };
    scaled_fraction const& f = n.scaled;
    T const fives = pow(T(5), f.fives);
    return T(n.numerator) * ldexp(T(whole(f.above) / whole(f.below) * fives), f.twos);
  }
}

/// A graph whose rows have been looked up, to be computed at many points.
template <class T> class interpreted {
 public:
  explicit interpreted(graph::view const& g) : roots_(g.roots, g.roots + g.size.roots) {
    steps_.reserve(static_cast<std::size_t>(g.size.nodes));
    for (int i = 0; i < g.size.nodes; ++i) {
      graph::node const& n = g.nodes[i];
      step s{kind::row, nullptr, n.a, n.b, n.c, false, T()};
      if (n.operation->is_input()) s.what = kind::input;
      else if (*n.operation == operation::literal) s.what = kind::literal;
      else if (*n.operation == operation::constant) {
        s.what = kind::constant;
        s.value = number_as<T>(g.numbers[n.a]);
      } else if (n.operation->is_let()) s.what = kind::let;
      else {
        s.apply = row_of<T>(*n.operation).apply;
        s.held = (n.operation->passive && n.operation->arity > 0) || n.operation->condition;
        if (n.operation->arity == 0) {
          s.what = kind::constant;
          s.value = s.apply(nullptr).number;
        }
      }
      steps_.push_back(s);
    }
  }

  /// Every node. What has no derivative is taken from `held`, if given: conditions and passive functions stay
  /// what they are at another point, so that differences see what derivatives do.
  std::vector<outcome<T>> const& operator()(T const* inputs, double const* literals = nullptr,
                                            std::vector<outcome<T>> const* held = nullptr) {
    known_.resize(steps_.size());
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      step const& s = steps_[i];
      outcome<T>& to = known_[i];
      switch (s.what) {
      case kind::input:    to.number = inputs[s.a]; break;
      case kind::literal:  to.number = T(literals[s.a]); break;
      case kind::constant: to.number = s.value; break;
      case kind::let:      to = known_[static_cast<unsigned>(s.a)]; break;
      case kind::row:
        if (held != nullptr && s.held) {
          to = (*held)[i];
          break;
        }
        outcome<T> operands[3];
        int const from[3] = {s.a, s.b, s.c};
        for (int k = 0; k < 3 && from[k] >= 0; ++k)
          operands[k] = known_[static_cast<unsigned>(from[k])];
        to = s.apply(operands);
      }
    }
    return known_;
  }
  /// What root r held when the graph was last computed.
  T const& root(int r) const {
    return known_[static_cast<unsigned>(roots_[static_cast<unsigned>(r)])].number;
  }
  int roots() const { return static_cast<int>(roots_.size()); }

 private:
  enum class kind { input, literal, constant, let, row };
  struct step {
    kind what;
    outcome<T> (*apply)(outcome<T> const*);
    int a, b, c;
    bool held;
    T value;
  };
  std::vector<step> steps_;
  std::vector<int> roots_;
  std::vector<outcome<T>> known_;
};

/// Every node of a graph, given its inputs and plain literals.
template <class T> std::vector<outcome<T>> interpret(graph::view const& g, T const* inputs,
                                                     double const* literals = nullptr) {
  return interpreted<T>(g)(inputs, literals);
}

/// The value of root r of a graph.
template <class T> T root_value(graph::view const& g, int r, T const* inputs) {
  return interpret<T>(g, inputs)[static_cast<unsigned>(g.roots[r])].number;
}

/// What a record means when its placeholders hold what is given.
template <class T> outcome<T> interpret(record const& r, outcome<T> const* placeholders) {
  if (*r.operation == operation::pattern) return placeholders[r.value.numerator];
  if (*r.operation == operation::constant) return {number_as<T>(r.value)};
  outcome<T> operands[3];
  for (int k = 0; k < r.arity; ++k) operands[k] = interpret<T>(*r.operands[k], placeholders);
  return apply<T>(*r.operation, operands);
}

/// A small generator of its own: the same numbers with every standard library.
class random {
 public:
  explicit random(std::uint64_t seed) : state_(mix(seed, 0x5eed)) {}
  std::uint64_t word() { return state_ = mix(state_, 0x9d); }
  int below(int n) { return static_cast<int>((word() >> 33) % static_cast<unsigned>(n)); }
  double between(double from, double to) {
    return from + (to - from) * (static_cast<double>(word() >> 11) * 0x1p-53);
  }

 private:
  std::uint64_t state_;
};

}  // namespace leibniz::test
