// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <climits>

#include "leibniz/derive/eliminate.hpp"
#include "leibniz/derive/order.hpp"

// Which nodes are eliminated one after another, and what an order costs: both are found with values of edges that are
// numbers, so that the derivatives of the orders that are not taken are never made.

namespace leibniz::derive {

/// Values of edges that are counted only: twice a number, and one more with the other sign. Equal products are one.
template <class Builder> class counting {
 public:
  constexpr explicit counting(Builder const& builder_in)
      : g_(builder_in), leaf_of_(builder_in.size()), table_(256) {
    values_.push_back({-1, -1, false});  // number 0 is not used: nothing in the table
    values_.push_back({-1, -1, true});   // number 1 is one
  }

  constexpr int partial(int node) {
    int sign = 0;
    if (node < 0) return one;
    if (g_[node].operation->id == negate_entry::id) sign = 1, node = g_[node].a;
    bool const constant = g_.is_constant(node);
    if (constant && g_.is_constant(node, 1)) return one | sign;
    if (constant && g_.is_constant(node, -1)) return one | (1 - sign);
    if (leaf_of_[node] == 0) {
      leaf_of_[node] = values_.size();
      values_.push_back({-1, -1, constant});
    }
    return 2 * leaf_of_[node] | sign;
  }
  constexpr int product(int a, bool, int b) {
    int const sign = (a ^ b) & 1;
    a &= ~1;
    b &= ~1;
    if (a == one) return b | sign;
    if (b == one) return a | sign;
    return (a < b ? made(a, b) : made(b, a)) | sign;
  }
  constexpr int sum(int a, int b) {
    int const sign = (a < b ? a : b) & 1;
    a ^= sign;
    b ^= sign;
    // an odd number stands for the sum in the table: of an even and an odd one it is the difference
    return (a < b ? made(a + plus, b) : made(b + plus, a)) | sign;
  }
  constexpr bool is_zero(int) const { return false; }

  /// Operations so far.
  constexpr int operations() const { return operations_; }
  /// Of these, what some values are computed by.
  constexpr int operations_for(buffer<int> const& results) const {
    buffer<char> needed(values_.size());
    for (int r : results)
      if (r >= 0) needed[r >> 1] = 1;
    int count = 0;
    for (int i = values_.size() - 1; i > 1; --i) {
      value const& v = values_[i];
      if (needed[i] == 0 || v.a < 0) continue;
      if (!v.constant) ++count;
      needed[(v.a & ~plus) >> 1] = needed[v.b >> 1] = 1;
    }
    return count;
  }

 private:
  static constexpr int one = 2, plus = 1 << 30;
  struct value {
    int a, b;  // of a product or, where `plus` is in a, of a sum
    bool constant;
  };

  // As in builder.hpp, calls are spared: with graph::id_map the bundle adjustment's Jacobian takes 5 % more evaluation.
  constexpr int made(int a, int b) {
    int const* const table = table_.data();
    value const* const values = values_.data();
    unsigned const mask = static_cast<unsigned>(table_.size()) - 1;
    unsigned at = hash(a, b) & mask;
    for (; table[at] != 0; at = (at + 1) & mask)
      if (values[table[at]].a == a && values[table[at]].b == b) return 2 * table[at];
    int const result = values_.size();
    bool const constant = values[(a & ~plus) >> 1].constant && values[b >> 1].constant;
    if (!constant) ++operations_;
    values_.push_back({a, b, constant});
    table_[static_cast<int>(at)] = result;
    if (2 * result >= table_.size()) rehash(4 * table_.size());
    return 2 * result;
  }
  static constexpr unsigned hash(int a, int b) {
    unsigned const mixed =
        (static_cast<unsigned>(a) * 0x9e3779b1u + static_cast<unsigned>(b)) * 0x85ebca6bu;
    return mixed ^ (mixed >> 15);
  }
  constexpr void rehash(int size) {
    buffer<int> larger(size);
    unsigned const mask = static_cast<unsigned>(size) - 1;
    for (int i = 2; i < values_.size(); ++i) {
      if (values_[i].a < 0) continue;
      unsigned at = hash(values_[i].a, values_[i].b) & mask;
      while (larger[static_cast<int>(at)] != 0) at = (at + 1) & mask;
      larger[static_cast<int>(at)] = i;
    }
    table_.swap(larger);
  }

  Builder const& g_;
  buffer<int> leaf_of_;  // of a node: the number of its value; 0: none yet
  buffer<value> values_;
  buffer<int> table_;  // open addressing over values_
  int operations_ = 0;
};

/// One order of elimination, tried without forming anything.
template <class Builder> class accumulation {
 public:
  /// Stops where more than `most` operations are met.
  constexpr accumulation(Builder const& graph_in, partial_graph const& from_in, order by_in,
                         int most_in = INT_MAX)
      : from_(from_in),
        numbers_(graph_in),
        partials_(numbers_, from_in),
        by_(by_in),
        most_(most_in) {}

  /// The nodes in the order in which they are eliminated.
  constexpr buffer<int> run() {
    buffer<int> sequence;
    sequence.reserve(from_.nodes);
    if (by_ == order::forward || by_ == order::reverse) {
      for (int i = 0; i < from_.nodes && numbers_.operations() <= most_; ++i)
        eliminate(sequence, by_ == order::forward ? i : from_.nodes - 1 - i);
      return sequence;
    }
    for (int v = 0; v < from_.nodes; ++v) enqueue(v);
    for (int v = next(); v >= 0 && numbers_.operations() <= most_; v = next()) {
      eliminate(sequence, v);
      partials_.for_neighbours(v, [&](int leibniz_w) { enqueue(leibniz_w); });
    }
    return sequence;
  }

  /// What entries cost, pairs of row and column, once all is eliminated; of what was stopped INT_MAX.
  constexpr int operations(buffer<int> const& pairs) const {
    if (numbers_.operations() > most_) return INT_MAX;
    return numbers_.operations_for(partials_.entries(from_, pairs));
  }

 private:
  struct queued {
    int vertex, cost, next;
  };

  constexpr void eliminate(buffer<int>& sequence, int v) {
    sequence.push_back(v);
    partials_.eliminate(v);
  }

  /// What eliminating a node costs now. (Markowitz, Management Science 3, 1957)
  constexpr int cost_of(int v) {
    int const paths = partials_.paths(v);
    if (by_ == order::markowitz || paths > largest_counted) return 4 * paths;
    int const fill = partials_.fill(v);
    return 4 * fill + (paths > fill ? 1 : 0);
  }

  // A queue of buckets by cost; what changed its cost is entered again, and the old entry skipped.
  static constexpr int buckets = 256;
  static constexpr int largest_counted = 64;
  constexpr void enqueue(int v) {
    if (v >= from_.nodes || partials_.is_gone(v)) return;
    int const cost = cost_of(v);
    if (cost + 1 == cost_[v]) return;
    cost_[v] = cost + 1;
    int const b = cost < buckets ? cost : buckets - 1;
    queue_.push_back({v, cost, first_[b]});
    first_[b] = queue_.size() - 1;
    if (b < lowest_) lowest_ = b;
  }
  constexpr int next() {
    for (; lowest_ < buckets; ++lowest_)
      while (first_[lowest_] >= 0) {
        queued const top = queue_[first_[lowest_]];
        first_[lowest_] = top.next;
        if (!partials_.is_gone(top.vertex) && cost_[top.vertex] == top.cost + 1) return top.vertex;
      }
    return -1;
  }

  partial_graph const& from_;
  counting<Builder> numbers_;
  elimination<counting<Builder>> partials_;
  order by_;
  int most_;
  buffer<int> cost_ = buffer<int>(from_.nodes);  // of a node: one more than its cost; 0: none yet
  buffer<queued> queue_;
  buffer<int> first_ = buffer<int>(buckets, -1);
  int lowest_ = buckets;
};

/// The orders in which entries of a Jacobian, pairs of row and column, may need the fewest operations, as far as products
/// and sums of local partials say: elimination, by lowest fill or in Markowitz's order, and sweeps; of the Jacobian of a
/// gradient forward ones.
///
/// Products that are counted do not say what the rules of the table make of them: of what is within a quarter of the
/// fewest, or an eighth in larger graphs, the caller forms each and counts again. Of very large graphs the better guess is
/// taken.
template <class Builder> class promising_orders {
 public:
  constexpr promising_orders(Builder const& graph_in, partial_graph const& from_in,
                             buffer<int> const& pairs_in, bool of_gradient_in) {
    if (from_in.nodes > most_tried) {
      (from_in.inputs < from_in.outputs || of_gradient_in ? forward : reverse) = true;
      return;
    }
    accumulation<Builder> first(graph_in, from_in, order::lowest_fill);
    sequence = first.run();
    int by_elimination = first.operations(pairs_in);
    bool const all = pairs_in.size() == 2 * from_in.inputs * from_in.outputs;
    auto const tried = [&](order leibniz_by, int leibniz_most) {
      accumulation<Builder> leibniz_next(graph_in, from_in, leibniz_by,
                                         all ? leibniz_most : INT_MAX);
      buffer<int> leibniz_nodes = leibniz_next.run();
      int const leibniz_found = leibniz_next.operations(pairs_in);
      if (leibniz_by == order::markowitz && leibniz_found < by_elimination) {
        sequence.swap(leibniz_nodes);
        by_elimination = leibniz_found;
      }
      return leibniz_found;
    };
    if (!of_gradient_in) tried(order::markowitz, by_elimination);
    int fewest = by_elimination;
    int const by_rows =
        of_gradient_in ? INT_MAX : tried(order::reverse, with_margin(fewest, from_in));
    if (by_rows < fewest) fewest = by_rows;
    int const by_columns = tried(order::forward, with_margin(fewest, from_in));
    if (by_columns < fewest) fewest = by_columns;
    int const most = with_margin(fewest, from_in);
    elimination = by_elimination <= most;
    reverse = by_rows <= most;
    forward = by_columns <= most;
  }

  bool forward = false, reverse = false, elimination = false;
  buffer<int> sequence;  ///< of elimination

 private:
  static constexpr int most_tried = 1000, most_small = 100;
  static constexpr int with_margin(int fewest, partial_graph const& from) {
    return fewest + fewest / (from.nodes > most_small ? 8 : 4);
  }
};

}  // namespace leibniz::derive
