// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string_view>

#include "leibniz/base/buffer.hpp"
#include "leibniz/functions/rule.hpp"
#include "leibniz/graph/graph.hpp"

namespace leibniz::graph {

/// Builds a graph. Equal nodes are one node (hash-consing), so a common subexpression exists once by
/// construction; operands of commutative operations are put in one order first.
/// Complexity: expected constant time per node.
class builder {
 public:
  constexpr builder() : table_(64) {}
  /// For text: leaves operands as they were written.
  struct as_written {};
  constexpr explicit builder(as_written) : table_(64), reorder_(false) {}

  /// Makes room for as many nodes as there probably will be.
  constexpr void reserve(int nodes) {
    nodes_.reserve(nodes);
    at_ = nodes_.data();
    int size = table_.size();
    while (size < 2 * nodes) size *= 2;
    if (size > table_.size()) rehash(size);
  }

  /// The node of an operation on earlier nodes. Of commutative operands a constant stands first.
  constexpr int add(function_info const& operation, int a, int b = -1, int c = -1) {
    if (operation.commutative && reorder_ && in_wrong_order(a, b)) {
      int first = b;
      b = a;
      a = first;
    }
    return find_or_insert({&operation, a, b, c,
                           operation.condition
                               ? operation.traits
                               : operation.traits | (a < 0 ? 0u : at_[a].traits) |
                                     (b < 0 ? 0u : at_[b].traits) | (c < 0 ? 0u : at_[c].traits)});
  }
  /// As `add`; a builder that simplifies overrides this name.
  constexpr int apply(function_info const& operation, int a, int b = -1, int c = -1) {
    return add(operation, a, b, c);
  }
  /// Which rules a builder that simplifies may use from here on.
  constexpr void allow(validity) {}
  constexpr validity allowed() const { return validity::always; }
  /// The node that computes the same with fewer operations, where a builder simplifies.
  constexpr int simplified(int i) { return i; }

  constexpr int constant(number const& value) {
    int const* const table = table_.data();
    unsigned const mask = static_cast<unsigned>(table_.size()) - 1;
    for (unsigned at = hash(value) & mask; table[at] != 0; at = (at + 1) & mask) {
      node const& n = at_[table[at] - 1];
      if (n.operation->id == constant_id && numbers_[n.a] == value) return table[at] - 1;
    }
    numbers_.push_back(value);
    return find_or_insert({&operation::constant, numbers_.size() - 1, -1, -1, 0});
  }
  /// The node of an operation, by its id, on two nodes, where there is one; else −1.
  constexpr int find(std::uint64_t operation, int a, int b) const {
    function_info id{};
    id.id = operation;
    node const n{&id, a, b, -1, 0};
    int const* const table = table_.data();
    unsigned const mask = static_cast<unsigned>(table_.size()) - 1;
    for (unsigned at = hash(n) & mask; table[at] != 0; at = (at + 1) & mask)
      if (equal(at_[table[at] - 1], n)) return table[at] - 1;
    return -1;
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
  constexpr node const& operator[](int i) const { return at_[i]; }
  constexpr bool is_constant(int i) const { return at_[i].operation->id == constant_id; }
  constexpr bool is_constant(int i, std::int64_t n) const {
    return at_[i].operation->id == constant_id && numbers_[at_[i].a].is(n);
  }
  constexpr number const& value_of(int i) const { return numbers_[at_[i].a]; }
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
  static constexpr std::uint64_t constant_id = operation::constant_columns::id;

  constexpr bool in_wrong_order(int a, int b) const {
    bool const last = is_constant(b);
    return is_constant(a) == last ? a > b : last;
  }

  /// Sums of multiples of irrational numbers are spread evenly (Knuth: TAOCP, 6.4).
  static constexpr unsigned hash(number const& value) {
    return static_cast<unsigned>(value.hash() >> 36);
  }
  constexpr unsigned hash(node const& n) const {
    if (n.operation->id == constant_id) return hash(numbers_[n.a]);
    return static_cast<unsigned>((n.operation->id +
                                  static_cast<std::uint64_t>(n.a) * 0x9e3779b97f4a7c15u +
                                  static_cast<std::uint64_t>(n.b) * 0xbf58476d1ce4e5b9u +
                                  static_cast<std::uint64_t>(n.c) * 0x94d049bb133111ebu) >>
                                 36);
  }
  constexpr bool equal(node const& m, node const& n) const {
    return m.b == n.b && m.c == n.c && m.operation->id == n.operation->id &&
           (m.a == n.a || (n.operation->id == constant_id && numbers_[m.a] == numbers_[n.a]));
  }
  // Here and in `hash`, calls are spared: they are the most of what constant evaluation costs.
  constexpr int find_or_insert(node const& n) {
    int const* const table = table_.data();
    unsigned const mask = static_cast<unsigned>(table_.size()) - 1;
    unsigned at = hash(n) & mask;
    for (; table[at] != 0; at = (at + 1) & mask)
      if (equal(at_[table[at] - 1], n)) return table[at] - 1;
    int const result = nodes_.size();
    table_[static_cast<int>(at)] = result + 1;
    nodes_.push_back(n);
    at_ = nodes_.data();
    if (2 * static_cast<unsigned>(result) >= mask) rehash(4 * table_.size());
    return result;
  }
  constexpr void rehash(int size) {
    buffer<int> larger(size);
    int* const table = larger.data();
    unsigned const mask = static_cast<unsigned>(size) - 1;
    for (int i = 0, end = nodes_.size(); i < end; ++i) {
      unsigned at = hash(at_[i]) & mask;
      while (table[at] != 0) at = (at + 1) & mask;
      table[at] = i + 1;
    }
    table_.swap(larger);
  }

  buffer<node> nodes_;
  buffer<number> numbers_;
  buffer<std::string_view> inputs_;
  buffer<int> roots_;
  node const* at_ = nullptr;  // the nodes
  buffer<int> table_;         // open addressing over nodes_: one more than the node, or 0
  bool reorder_ = true;
  std::string_view ambiguous_{};
};

}  // namespace leibniz::graph
