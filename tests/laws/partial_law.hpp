// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include "graph/interpreter.hpp"
#include "leibniz/graph/builder.hpp"

// What a partial of a row has to be, found without it: by differences of the row's value with 100 digits.

namespace leibniz::test {

/// The derivatives of a row at its sample points: of first order with a step of 1e-30, of second order with
/// 1e-24, where the differences show that there is one; at a kink what the row's column `kink` says.
///
/// Points are the ends of the sample domain, points inside, and 0, ±1 and ±1e-10 where they are inside or the
/// row has a kink; operands equal and different.
class partial_law {
 public:
  explicit partial_law(function_info const& operation);

  /// How `partial` fails to be the derivative by an argument, or nothing. Relative errors up to 1e-30 are none.
  std::string broken(int argument, record const& partial) const;
  /// At how many points the first and the second derivatives by an argument are known.
  int first_known(int argument) const;
  int second_known(int argument) const;

 private:
  struct expected {
    bool known = false;
    big value;
  };
  struct point {
    std::vector<outcome<big>> operands;
    outcome<big> result;
    std::vector<expected> first;   // by each argument
    std::vector<expected> second;  // by each pair, row by row
  };
  void add_point(std::vector<outcome<big>> operands);
  outcome<big> value(std::vector<outcome<big>> operands) const {
    try {
      return row_.apply(operands.data());
    } catch (std::exception const&) {  // Boost's way to say that there is no value
      return {std::numeric_limits<big>::quiet_NaN()};
    }
  }
  big moved(point const& at, int k, big const& by, int j, big const& also) const;
  expected first_difference(point const& at, int k) const;
  expected second_difference(point const& at, int k, int j) const;
  bool at_kink(point const& at, int k, expected& says) const;
  bool has_derivative(int k) const { return k >= row_.info->conditions && !row_.takes_constant(k); }
  graph::builder twice(record const& partial, point const& at) const;
  std::string told(char const* what, point const& at, big const& is, big const& should_be) const;

  table_row<big> const& row_;
  std::vector<point> points_;
};

}  // namespace leibniz::test
