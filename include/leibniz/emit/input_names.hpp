// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include "leibniz/base/array.hpp"
#include "leibniz/emit/c_parts.hpp"
#include "leibniz/emit/number_text.hpp"

namespace leibniz::emit {

/// The scalars that a function or one of its verbs reads, by the names that to_c gives them: `p[2]`, of several inputs
/// `p1[0]`, of shape R<> `p2`.
template <class G> struct input_names {
  static constexpr int count_scalars() {
    int sum = 0;
    for (c_input const& each : c_signature<G>::group) sum += each.size;
    return sum;
  }
  static constexpr int count = count_scalars();

  struct texts {
    c_array<text<24>, count> of;
  };
  static constexpr texts write() {
    texts result{};
    int k = 0;
    for (c_input const& each : c_signature<G>::group) {
      for (int i = 0; i < each.size; ++i, ++k) {
        result.of[k].append(each.name);
        if (each.number > 0) append_digits(result.of[k], magnitude(each.number));
        if (each.is_number) continue;
        result.of[k].append('[');
        append_digits(result.of[k], magnitude(i));
        result.of[k].append(']');
      }
    }
    return result;
  }
  static constexpr texts written = write();

  struct views {
    c_array<std::string_view, count> of;
  };
  static constexpr views look() {
    views result{};
    for (int k = 0; k < count; ++k) result.of[k] = written.of[k].view();
    return result;
  }
  static constexpr views all = look();
};

/// The graph of a formula, a function or a verb, with names for its inputs.
template <class G> constexpr graph::view named(graph::view g) {
  if constexpr (c_signature<G>::groups > 0) g.inputs = input_names<G>::all.of;
  return g;
}

}  // namespace leibniz::emit
