// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/polygamma.hpp>
#include <stdexcept>
#include <vector>

#include "leibniz/functions/rule.hpp"
#include "leibniz/functions/table.hpp"
#include "leibniz/graph/graph.hpp"

// Graphs and records, computed node by node at run time: a second way to a value, without plan or emission.

// What the library asks a foreign type to bring along, of Boost.Math.
namespace boost::multiprecision {

template <class Backend, expression_template_option Option>
number<Backend, Option> digamma(number<Backend, Option> const& x) {
  return boost::math::digamma(x);
}
template <class Backend, expression_template_option Option>
number<Backend, Option> polygamma(int n, number<Backend, Option> const& x) {
  return boost::math::polygamma(n, x);
}

}  // namespace boost::multiprecision

namespace leibniz::test {

/// A number of 100 decimal digits.
using big = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<100>,
                                          boost::multiprecision::et_off>;

/// What a node holds: a number, or a truth value of a condition.
template <class T> struct outcome {
  T number{};
  bool truth = false;
};

namespace detail {

template <class Entry, class T> outcome<T> apply_row(outcome<T> const* x) {
  if constexpr (Entry::condition && Entry::conditions == 2)
    return {T(), Entry::value(x[0].truth, x[1].truth)};
  else if constexpr (Entry::condition && Entry::conditions == 1)
    return {T(), Entry::value(x[0].truth)};
  else if constexpr (Entry::condition) return {T(), Entry::value(x[0].number, x[1].number)};
  else if constexpr (Entry::conditions == 1)
    return {T(Entry::value(x[0].truth, x[1].number, x[2].number))};
  else if constexpr (Entry::arity == 0) return {Entry::template constant<T>()};
  else if constexpr (Entry::arity == 1) return {T(Entry::value(x[0].number))};
  else if constexpr (Entry::arity == 2) return {T(Entry::value(x[0].number, x[1].number))};
  else return {T(Entry::value(x[0].number, x[1].number, x[2].number))};
}

template <class T> struct row {
  function_info const* info;
  outcome<T> (*apply)(outcome<T> const*);
};
template <class T, class... Entries> std::vector<row<T>> rows_of(entry_list<Entries...>) {
  return {{&info_of<Entries>, &apply_row<Entries, T>}...};
}

}  // namespace detail

/// Applies a row of the table to what its operands hold.
template <class T> outcome<T> apply(function_info const& operation, outcome<T> const* operands) {
  static std::vector<detail::row<T>> const rows = detail::rows_of<T>(function_table{});
  for (auto const& r : rows)
    if (*r.info == operation) return r.apply(operands);
  throw std::logic_error("no row of the table: " + std::string(operation.name));
}

template <class T> T number_as(number const& n) {
  if (!n.exact()) return T(n.real);
  return T(n.numerator) / T(n.denominator);
}

/// Every node of a graph, given its inputs and plain literals.
template <class T> std::vector<outcome<T>> interpret(graph::view const& g, T const* inputs,
                                                     double const* literals = nullptr) {
  std::vector<outcome<T>> known;
  for (int i = 0; i < g.size.nodes; ++i) {
    graph::node const& n = g.nodes[i];
    if (*n.operation == operation::variable || *n.operation == operation::parameter)
      known.push_back({inputs[n.a]});
    else if (*n.operation == operation::constant) known.push_back({number_as<T>(g.numbers[n.a])});
    else if (*n.operation == operation::literal) known.push_back({T(literals[n.a])});
    else if (n.operation->is_let()) known.push_back(known[static_cast<unsigned>(n.a)]);
    else {
      outcome<T> operands[3];
      for (int k = 0; k < n.arity(); ++k) operands[k] = known[static_cast<unsigned>(n.operand(k))];
      known.push_back(apply<T>(*n.operation, operands));
    }
  }
  return known;
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

/// The row of an id.
inline function_info const& info_at(std::uint64_t id) {
  for (auto const& r : detail::rows_of<double>(function_table{}))
    if (r.info->id == id) return *r.info;
  throw std::logic_error("no row of the table has this id");
}

/// What each node of a rule's side means when its placeholders hold what is given.
template <class T> std::vector<outcome<T>> interpret(side const& of,
                                                     outcome<T> const* placeholders) {
  std::vector<outcome<T>> known;
  for (int i = 0; i < of.size; ++i) {
    side::node const& n = of.nodes[i];
    if (n.operation == side::placeholder_id) known.push_back(placeholders[n.value]);
    else if (n.operation == side::constant_id) known.push_back({T(n.value)});
    else {
      outcome<T> operands[3];
      for (int k = 0; k < n.arity; ++k) operands[k] = known[static_cast<unsigned>(n.operands[k])];
      known.push_back(apply<T>(info_at(n.operation), operands));
    }
  }
  return known;
}
template <class T> T value_of(side const& of, outcome<T> const* placeholders) {
  return interpret<T>(of, placeholders).back().number;
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
