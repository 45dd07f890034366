// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/interpreter.hpp"
#include "leibniz/graph/builder.hpp"

// A random graph over the rows of the table and a point at which it is smooth.

namespace leibniz::test::fuzz {

/// One operation; its operands are earlier nodes. A constant has no operands.
struct part {
  function_info const* operation;
  int operands[3] = {-1, -1, -1};
  number value{};
};

/// The first nodes are the inputs, the parts follow.
struct sample {
  std::vector<double> at;
  std::vector<part> parts;
  std::vector<int> roots;

  int inputs() const { return static_cast<int>(at.size()); }
  int size() const { return inputs() + static_cast<int>(parts.size()); }
};

/// The sample of a seed: 1 to `largest` nodes and 1 to 8 inputs, most of them small.
sample make_sample(std::uint64_t seed, int largest = 200);

/// Whether every node is finite, of moderate size and smooth at the sample's point.
bool is_smooth(sample const&);

/// The graph of a sample, with its roots, in an empty builder.
graph::builder graph_of(sample const&, graph::builder = {});

/// As text that a person can read: one line for each node, with its value.
std::string written(sample const&);

/// The smallest sample found of which `fails` still holds.
template <class Fails> sample shrink(sample from, Fails const& fails);

/// Whether samples have this row: what simplify/tidy.hpp makes, and slopes of corners, have derivatives only where their
/// operands are what they stand for.
bool is_grown(function_info const& row);

/// How many times each row of the table was used, in the order of the table.
std::vector<long> rows_used(sample const&);

/// What is wrong with a sample: the first law it breaks, or nothing.
enum class verdict { holds, skipped, broken };
struct judgement {
  verdict what = verdict::holds;
  bool rechecked = false;  ///< 50 digits were not enough
  std::string why{};
};
judgement judge(sample const&, std::uint64_t seed);
/// The same of one verb, which the seed says; by judge.cpp the gradients are known to be right.
judgement judge_verbs(sample const&, std::uint64_t seed);
/// That its text says what it is.
judgement judge_text(sample const&);
/// The same of derivatives, substitutions and simplifications in a formula.
judgement judge_expansions(sample const&, std::uint64_t seed);
/// What is shown equal of it.
judgement judge_forms(sample const&, std::uint64_t seed);
/// What its gradient costs.
judgement judge_costs(sample const&);
/// All of these. Derivatives of the second order of large graphs take too long with 50 digits.
judgement judge_all(sample const&, std::uint64_t seed);

/// Whether two numbers are one, or both NaN.
inline bool same_bits(double a, double b) {
  return (a != a && b != b) || std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// Every way to make a sample a little simpler.
std::vector<sample> simpler(sample const&);

template <class Fails> sample shrink(sample from, Fails const& fails) {
  for (bool again = true; again;) {
    again = false;
    for (sample const& candidate : simpler(from)) {
      if (!is_smooth(candidate) || !fails(candidate)) continue;
      from = candidate;
      again = true;
      break;
    }
  }
  return from;
}

}  // namespace leibniz::test::fuzz
