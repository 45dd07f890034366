// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "graph/interpreter.hpp"
#include "leibniz/functions/rule.hpp"

// Partials and rules with one mistake each: what the law tests have to notice.

namespace leibniz::test {

/// A record with a change, and which change it is.
struct mutant {
  std::string change;
  record const* changed;
};

/// Makes mutants and owns them.
///
/// Every node of a record is changed in turn: its sign, a constant by 1, a placeholder to another, two operands
/// exchanged (the branches of a choice too), an operation left out, so that an operand takes its place, and a
/// function for another one with as many operands; == for !=, and the other comparisons for one another.
/// What is no mistake is not made: the sign of what is compared with 0 or is an operand of an even function.
class mutation {
 public:
  /// Of these placeholders one becomes another. `any_function`: whether a function becomes any other one, or
  /// only sums, differences, products and quotients one another. What `anything` holds stays.
  std::vector<mutant> of(record const& r, std::vector<int> const& numbers, bool any_function,
                         std::vector<int> const& anything = {});

 private:
  record const* make(function_info const& operation, std::vector<record const*> operands);
  record const* constant(number const& n);
  record const* placeholder(int index);
  std::vector<mutant> changes(record const& r, bool keeps_sign);
  void add_changes_of_node(record const& r, bool keeps_sign, std::vector<mutant>& to);
  void add_siblings(record const& r, std::vector<mutant>& to);

  std::deque<record> records_;
  std::deque<std::vector<record const*>> operands_;
  std::vector<int> numbers_, anything_;
  bool any_function_ = true;
};

/// Whether two records have one canonical form over the real numbers, so that one is no mistake for the other.
/// `result`, if there is one, is what placeholder 0 stands for: a row applied to the others.
bool same_form(record const& a, record const& b, function_info const* result);

/// What became of the mutants of one partial or rule.
struct tally {
  std::string name;
  int mutants = 0, noticed = 0, equivalent = 0;
  std::vector<std::string> survivors{};
};

/// All partials of all rows, then all rules: their mutants against the laws.
std::vector<tally> mutate_partials();
std::vector<tally> mutate_rules();

}  // namespace leibniz::test
