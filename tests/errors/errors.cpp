// SPDX-License-Identifier: BSL-1.0
// The worst error of every function and its derivatives at the points of tests/data/oracle, as a table.
//
//   errors FILE...            prints the table
//   errors --check FILE...    fails where an error is above its bound in bounds.inc
//   errors --tight FILE...    fails also where a bound is looser than 1.5 times what was measured
//   errors --bounds FILE...   prints bounds.inc anew, with 1.3 times what was measured and the reasons there are
//
// This file is compiled with -ffp-contract=off: it runs the double-double code for constant expressions.
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "graph/interpreter.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using lz::test::big;

namespace {

/// What is asked of an error: at most so many units in the last place of the exact result or, where the
/// relative error is not bounded, at most so large an absolute error.
struct bound {
  double ulps, absolute;
};
constexpr bound ulps(double n) { return {n, -1}; }
constexpr bound absolute(double x) { return {-1, x}; }

struct point {
  double x, y;
  std::array<std::string, 4> exact;  // value, ∂x, ∂x∂x, ∂y; empty where not given
};
using points = std::map<std::string, std::vector<point>>;

points read(std::vector<char const*> const& paths) {
  points all;
  for (char const* path : paths) {
    std::ifstream file(path);
    std::string line, cell;
    std::getline(file, line);
    while (std::getline(file, line)) {
      std::istringstream in(line);
      std::array<std::string, 7> cells;
      for (auto& c : cells) std::getline(in, c, ',');
      all[cells[0]].push_back({std::strtod(cells[1].c_str(), nullptr),
                               std::strtod(cells[2].c_str(), nullptr),
                               {cells[3], cells[4], cells[5], cells[6]}});
    }
  }
  return all;
}

struct worst {
  double ulps = 0, absolute = 0, x = 0, y = 0;
  int count = 0;
};

/// Takes one result into account. Where the exact one is subnormal, the computed one has to be below the smallest normal
/// number, too, and no more is asked: factors of it have over- or underflowed.
template <class T> void compare(worst& w, T result, big const& exact, double x, double y) {
  using limits = std::numeric_limits<T>;
  ++w.count;
  double units = 0, absolute = 0;
  if (std::isnan(result)) units = absolute = std::numeric_limits<double>::infinity();
  else if (abs(exact) >= big(limits::max())) {
    if (std::abs(result) < limits::max()) units = std::numeric_limits<double>::infinity();
  } else if (std::isinf(result)) {
    units = absolute = std::numeric_limits<double>::infinity();
  } else {
    bool const subnormal = exact != 0 && abs(exact) < big(limits::min());
    big const off =
        subnormal && std::abs(result) <= limits::min() ? big(0) : abs(big(result) - exact);
    int exponent = exact == 0 ? limits::min_exponent : static_cast<int>(ilogb(exact)) + 1;
    if (exponent < limits::min_exponent) exponent = limits::min_exponent;
    units = static_cast<double>(ldexp(off, limits::digits - exponent));
    absolute = static_cast<double>(off);
  }
  if (units > w.ulps) {
    w.ulps = units;
    w.x = x;
    w.y = y;
  }
  if (absolute > w.absolute) w.absolute = absolute;
}

enum column { constant, value, by_x, by_x_x, by_y, float_value, float_by_x, float_by_x_x, columns };
constexpr char const* titles[] = {"constant", "value",       "d/dx",       "d²/dx²",
                                  "d/dy",     "float value", "float d/dx", "float d²/dx²"};

struct entry {
  char const* name;
  std::array<bound, columns> bounds;
  char const* reason;
  std::array<worst, columns> measured;
};

constexpr lz::variable<"x"> x_;
constexpr lz::variable<"y"> y_;

/// The value and derivatives of a formula of x, or of x and y, at run time.
template <class T> struct results {
  T of[4];
};
template <bool Two, class T, class F> [[gnu::noinline]] results<T> evaluate(F const& f, T const& x,
                                                                            T const& y) {
  auto const at = [&](auto const& g) -> T {
    if constexpr (Two) return g(x_ = x, y_ = y);
    else return g(x_ = x);
  };
  results<T> r{{at(f), at(lz::derivative(f, x_)), at(lz::derivative(f, x_, x_)), T(0)}};
  if constexpr (Two) r.of[3] = at(lz::derivative(f, y_));
  return r;
}

bool finite(big const& x) { return (boost::multiprecision::isfinite)(x); }

template <bool Two, class Constant, class F>
entry measure(char const* name, Constant as_constant, F const& f, std::array<bound, columns> bounds,
              char const* reason, points const& all) {
  entry result{name, bounds, reason, {}};
  auto& w = result.measured;
  for (point const& p : all.at(name)) {
    big exact[4];
    for (unsigned k = 0; k < 4; ++k)
      if (!p.exact[k].empty()) exact[k] = big(p.exact[k]);
    compare(w[constant], as_constant(p.x, p.y), exact[0], p.x, p.y);
    auto const in_double = evaluate<Two>(f, p.x, p.y);
    for (unsigned k = 0; k < 4; ++k)
      if (!p.exact[k].empty()) compare(w[value + k], in_double.of[k], exact[k], p.x, p.y);
    // the exact results at the nearest floats are the library's own, in 100 digits
    auto const x = static_cast<float>(p.x), y = static_cast<float>(p.y);
    if (!std::isnormal(x) || (y == 0) != (p.y == 0)) continue;
    auto const in_float = evaluate<Two>(f, x, y);
    auto const precise = evaluate<Two>(f, big(x), big(y));
    for (unsigned k = 0; k < 3; ++k)
      if (finite(precise.of[k]))
        compare(w[float_value + k], in_float.of[k], precise.of[k], p.x, p.y);
  }
  return result;
}

std::vector<entry> measure_all(points const& all) {
  std::vector<entry> table;
#define LEIBNIZ_ERRORS_1(name, constant_, value_, x1, x2, f0, f1, f2, reason)             \
  table.push_back(measure<false>(                                                         \
      #name, [](double a, double) { return lz::math::constant::name(a).high; }, name(x_), \
      {constant_, value_, x1, x2, ulps(0), f0, f1, f2}, reason, all));
#define LEIBNIZ_ERRORS_2(name, constant_, value_, x1, x2, y1, f0, f1, f2, reason)                  \
  table.push_back(measure<true>(                                                                   \
      #name, [](double a, double b) { return lz::math::constant::name(a, b).high; }, name(x_, y_), \
      {constant_, value_, x1, x2, y1, f0, f1, f2}, reason, all));
#include "errors/bounds.inc"
  return table;
}

/// One cell: the error in units of the last place; where the bound is absolute, the absolute error.
std::string cell(worst const& w, bound const& b) {
  char text[40] = "";
  if (w.count == 0) return text;
  if (b.ulps < 0) std::snprintf(text, sizeof text, "(%.2g)", w.absolute);
  else std::snprintf(text, sizeof text, w.ulps < 10 ? "%.2f" : "%.0f", w.ulps);
  return text;
}

void print(std::vector<entry> const& table) {
  std::printf(
      "# Errors\n\n"
      "Written by `./dev errors` from `tests/errors`; do not edit.\n\n"
      "The worst error of each function and of its derivatives at the points of `tests/data/oracle`, in units in\n"
      "the last place (ulp) of the exact result; in parentheses, where the relative error is not bounded, the worst\n"
      "absolute error. `constant`: the value in constant expressions, the same on every compiler. The others at run\n"
      "time, with the mathematical library of this machine. Results that are subnormal have to come out so, no more.\n"
      "`tests/errors/bounds.inc` has a bound for each, which a test keeps.\n\n");
  std::printf("| function |");
  for (char const* title : titles) std::printf(" %s |", title);
  std::printf(" why more than 8 ulp |\n|---|");
  for (int c = 0; c < columns; ++c) std::printf("---|");
  std::printf("---|\n");
  for (entry const& e : table) {
    std::printf("| %s |", e.name);
    for (unsigned c = 0; c < columns; ++c)
      std::printf(" %s |", cell(e.measured[c], e.bounds[c]).c_str());
    std::printf(" %s |\n", e.reason);
  }
}

int faults(std::vector<entry> const& table, bool tight) {
  int count = 0;
  for (entry const& e : table)
    for (unsigned c = 0; c < columns; ++c) {
      worst const& w = e.measured[c];
      if (w.count == 0) continue;
      bool const relative = e.bounds[c].ulps >= 0;
      double const limit = relative ? e.bounds[c].ulps : e.bounds[c].absolute;
      double const measured = relative ? w.ulps : w.absolute;
      bool const explained = *e.reason != 0 || (relative && limit <= 8);
      bool const loose = tight && limit > 1.5 * measured && limit > 0.5;
      if (measured <= limit && explained && !loose) continue;
      ++count;
      std::printf("%s, %s: %.4g %s at (%.17g, %.17g), bound %.4g%s%s\n", e.name, titles[c],
                  measured, relative ? "ulp" : "absolute", w.x, w.y, limit,
                  loose ? ", too loose" : "", explained ? "" : ", and no reason is given");
    }
  return count;
}

/// A bound as bounds.inc has it: 1.3 times the error, in two digits; absolute where no digit need be right.
std::string bound_text(worst const& w, bool constant_expression) {
  char text[40];
  double const n = constant_expression ? 0.51 : 1.3 * w.ulps;
  if (n < 1e4) std::snprintf(text, sizeof text, n < 10 ? "ulps(%.2g)" : "ulps(%.0f)", n);
  else std::snprintf(text, sizeof text, "absolute(%.2g)", 1.3 * w.absolute);
  return text;
}

void print_bounds(std::vector<entry> const& table) {
  for (entry const& e : table) {
    bool const two = e.measured[by_y].count > 0;
    std::printf("LEIBNIZ_ERRORS_%d(%s", two ? 2 : 1, e.name);
    for (unsigned c = 0; c < columns; ++c)
      if (c != by_y || two) std::printf(", %s", bound_text(e.measured[c], c == constant).c_str());
    std::printf(",\n                 \"%s\")\n", e.reason);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<char const*> files;
  bool check = false, tight = false, bounds = false;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--check") == 0) check = true;
    else if (std::strcmp(argv[i], "--tight") == 0) check = tight = true;
    else if (std::strcmp(argv[i], "--bounds") == 0) bounds = true;
    else files.push_back(argv[i]);
  }
  auto const table = measure_all(read(files));
  if (bounds) print_bounds(table);
  else if (!check) print(table);
  return check && faults(table, tight) > 0 ? 1 : 0;
}
