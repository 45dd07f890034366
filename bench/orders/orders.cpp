// SPDX-License-Identifier: BSL-1.0
// Operations of one kernel and of its Jacobian in one order of accumulation: -DHEADER="kernels/x.hpp" -DKERNEL=x
// -DORDER=forward. Prints: outputs, inputs, operations of the function, operations and nodes of the Jacobian.
#include <cstdio>

#include HEADER

namespace {

constexpr auto function = kernels::KERNEL;
constexpr auto derivative = leibniz::jacobian<leibniz::order::ORDER>(function);
using source = decltype(derivative)::program::source;
constexpr auto value_cost = leibniz::cost(function), cost = leibniz::cost(derivative);

}  // namespace

int main() {
  std::printf("%d %d %d %d %d\n", source::outputs, source::direction_count, value_cost.operations,
              cost.operations, cost.nodes);
}
