// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/base/buffer.hpp"
#include "leibniz/functions/rule.hpp"
#include "leibniz/graph/graph.hpp"

namespace leibniz::graph {

/// Builds a graph. Equal nodes are one node (hash-consing), so a common subexpression exists once by
/// construction; operands of commutative operations are put in one order first.
/// Complexity: expected constant time per node.
class builder {
 public:
  constexpr builder() : table_(64, -1) {}
  /// For text: leaves operands as they were written.
  struct as_written {};
  constexpr explicit builder(as_written) : table_(64, -1), reorder_(false) {}

  /// The node of an operation on earlier nodes. Of commutative operands a constant stands first.
  constexpr int add(function_info const& operation, int a, int b = -1, int c = -1) {
    if (operation.commutative && reorder_ && in_wrong_order(a, b)) {
      int first = b;
      b = a;
      a = first;
    }
    return find_or_insert({&operation, a, b, c, axes_of(a) | axes_of(b) | axes_of(c)});
  }
  /// As `add`; a builder that simplifies overrides this name.
  constexpr int apply(function_info const& operation, int a, int b = -1, int c = -1) {
    return add(operation, a, b, c);
  }
  /// Which rules a builder that simplifies may use from here on.
  constexpr void allow(validity) {}
  /// The node that computes the same with fewer operations, where a builder simplifies.
  constexpr int simplified(int i) { return i; }

  constexpr int constant(number const& value) {
    int const before = size();
    numbers_.push_back(value);  // constants are told apart by their values
    int const result = find_or_insert({&operation::constant, numbers_.size() - 1, -1, -1, 0});
    if (size() == before) numbers_.pop_back();
    return result;
  }
  /// A variable or parameter by name.
  constexpr int input(function_info const& operation, std::string_view name) {
    for (int i = 0; i < inputs_.size(); ++i)
      if (inputs_[i] == name) return find_or_insert({&operation, i, -1, -1, 0});
    return add_input(operation, name);
  }
  /// A new input, whatever its name.
  constexpr int add_input(function_info const& operation, std::string_view name) {
    inputs_.push_back(name);
    return find_or_insert({&operation, inputs_.size() - 1, -1, -1, 0});
  }
  /// A leaf by its index: the k-th input, or the k-th plain number of a formula object.
  constexpr int leaf(function_info const& operation, int k) {
    return find_or_insert({&operation, k, -1, -1, 0});
  }
  /// A leaf or node copied from another graph that has the same inputs.
  constexpr int leaf(view const& from, int i) {
    node const& n = from.nodes[i];
    if (*n.operation == operation::constant) return constant(from.numbers[n.a]);
    return find_or_insert(n);
  }
  constexpr void copy_inputs(view const& from) {
    for (int i = 0; i < from.size.inputs; ++i) inputs_.push_back(from.inputs[i]);
  }

  constexpr void complain(std::string_view ambiguous) { ambiguous_ = ambiguous; }
  constexpr void root(int i) { roots_.push_back(i); }

  constexpr int size() const { return nodes_.size(); }
  constexpr node const& operator[](int i) const { return nodes_[i]; }
  constexpr bool is_constant(int i) const { return *nodes_[i].operation == operation::constant; }
  constexpr bool is_constant(int i, std::int64_t n) const {
    return is_constant(i) && value_of(i).is(n);
  }
  constexpr number const& value_of(int i) const { return numbers_[nodes_[i].a]; }
  constexpr buffer<int> const& roots() const { return roots_; }
  constexpr graph::view view() const {
    return {nodes_.data(),
            numbers_.data(),
            inputs_.data(),
            roots_.data(),
            {nodes_.size(), numbers_.size(), inputs_.size(), roots_.size()},
            ambiguous_};
  }

 private:
  constexpr unsigned axes_of(int i) const { return i < 0 ? 0u : nodes_[i].axes; }

  static constexpr bool is_constant(node const& n) {
    return n.operation->id == operation::constant_columns::id;
  }
  constexpr bool in_wrong_order(int a, int b) const {
    return is_constant(a) == is_constant(b) ? a > b : is_constant(b);
  }

  constexpr unsigned hash(node const& n) const {
    if (is_constant(n)) return static_cast<unsigned>(numbers_[n.a].hash() >> 36);
    std::uint64_t h = n.operation->id ^
                      (static_cast<std::uint64_t>(n.a + 1) * 0x9e3779b97f4a7c15u) ^
                      (static_cast<std::uint64_t>(n.b + 2) * 0xbf58476d1ce4e5b9u) ^
                      (static_cast<std::uint64_t>(n.c + 3) * 0x94d049bb133111ebu);
    return static_cast<unsigned>((h ^ (h >> 29)) * 0xff51afd7ed558ccdu >> 36);
  }
  constexpr int find_or_insert(node const& n) {
    unsigned mask = static_cast<unsigned>(table_.size()) - 1;
    unsigned at = hash(n) & mask;
    for (; table_[static_cast<int>(at)] >= 0; at = (at + 1) & mask) {
      node const& known = nodes_[table_[static_cast<int>(at)]];
      if (*known.operation == *n.operation && known.b == n.b && known.c == n.c &&
          (known.a == n.a || (is_constant(n) && numbers_[known.a] == numbers_[n.a])))
        return table_[static_cast<int>(at)];
    }
    table_[static_cast<int>(at)] = nodes_.size();
    nodes_.push_back(n);
    if (2 * nodes_.size() > table_.size()) rehash();
    return nodes_.size() - 1;
  }
  constexpr void rehash() {
    buffer<int> larger(4 * table_.size(), -1);
    unsigned mask = static_cast<unsigned>(larger.size()) - 1;
    for (int i = 0; i < nodes_.size(); ++i) {
      unsigned at = hash(nodes_[i]) & mask;
      while (larger[static_cast<int>(at)] >= 0) at = (at + 1) & mask;
      larger[static_cast<int>(at)] = i;
    }
    table_.swap(larger);
  }

  buffer<node> nodes_;
  buffer<number> numbers_;
  buffer<std::string_view> inputs_;
  buffer<int> roots_;
  buffer<int> table_;  // open addressing over nodes_
  bool reorder_ = true;
  std::string_view ambiguous_{};
};

}  // namespace leibniz::graph
