// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include "leibniz/emit/program.hpp"

// The programs of verbs at run time, as emit/program.hpp makes them while compiling.

namespace leibniz::test::fuzz {

using emit::request;
using emit::way;

/// What is asked of a graph.
struct question {
  request what;
  order accumulation = order::reverse;
  way by = way::sweeps;
  bool simplified = false;
  int count = 1;                ///< directions at once, or coefficients
  std::vector<double> extra{};  ///< directions, or adjoints
  std::vector<int> rows{}, pairs{};
};

/// Whether the outputs' values stand before what is asked for.
constexpr bool with_values(request what) {
  return what != request::jacobian_entries && what != request::hessian_entries;
}

/// The roots of a source are the outputs, then what to differentiate by.
graph::builder program_of(question const&, graph::view const& source, int outputs);

/// The values and the gradients of all outputs by a plain builder: no rule is applied.
graph::builder plain_gradients(graph::view const& source, int outputs);

}  // namespace leibniz::test::fuzz
