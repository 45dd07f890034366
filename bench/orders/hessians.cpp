// SPDX-License-Identifier: BSL-1.0
// Operations of one kernel, of its gradient and of its Hessian in one order of accumulation: -DHEADER="kernels/x.hpp"
// -DKERNEL=x -DORDER=forward, which is by tangents of the gradient, or lowest_fill, by elimination in it.
// Prints: inputs, operations of the value, with its gradient, with its Hessian too.
#include <cstdio>

#include HEADER

namespace {

namespace lz = leibniz;

constexpr auto function = kernels::KERNEL;
using source = decltype(lz::gradient(function))::program::source;
constexpr int value = lz::cost(function).operations;
constexpr int gradient = lz::cost(lz::gradient(function)).operations;
constexpr int hessian = lz::emit::count_operations<source, lz::emit::request::hessian,
                                                   lz::order::ORDER, lz::emit::way::sweeps>();

}  // namespace

int main() { std::printf("%d %d %d %d\n", source::direction_count, value, gradient, hessian); }
