// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "leibniz/base/buffer.hpp"

namespace leibniz::graph {

/// From 64-bit ids (already well mixed) to small numbers.
class id_map {
 public:
  constexpr id_map() : slots_(64, {0, -1}) {}

  /// The number of an id, or −1.
  constexpr int find(std::uint64_t id) const { return slots_[place(slots_, id)].value; }

  constexpr void insert(std::uint64_t id, int value) {
    if (2 * ++count_ > slots_.size()) {
      buffer<slot> larger(4 * slots_.size(), {0, -1});
      for (slot const& s : slots_)
        if (s.value >= 0) larger[place(larger, s.id)] = s;
      slots_.swap(larger);
    }
    slots_[place(slots_, id)] = {id, value};
  }

 private:
  struct slot {
    std::uint64_t id;
    int value;
  };
  static constexpr int place(buffer<slot> const& slots, std::uint64_t id) {
    unsigned mask = static_cast<unsigned>(slots.size()) - 1;
    unsigned at = static_cast<unsigned>(id >> 20) & mask;
    while (slots[static_cast<int>(at)].value >= 0 && slots[static_cast<int>(at)].id != id)
      at = (at + 1) & mask;
    return static_cast<int>(at);
  }

  buffer<slot> slots_;
  int count_ = 0;
};

}  // namespace leibniz::graph
