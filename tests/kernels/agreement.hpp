// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "check.hpp"
#include "graph/interpreter.hpp"
#include "kernels/condition.hpp"
#include "kernels/oracles.hpp"
#include "leibniz/leibniz.hpp"

// A kernel's derivatives by the library against three others: differences of 100 digits, Ceres' dual numbers and
// ADOL-C's tape, the last two where they are installed.

namespace kernels {

namespace lz = leibniz;
using lz::test::big;

/// What the library computes of a kernel at a point: `derivative` is its Jacobian, gradient or Hessian.
template <class F, class Derivative>
auto at(F const&, Derivative const& derivative, std::vector<double> const& point) {
  return flat<F>::call(derivative, point.data());
}

/// Entry by entry, relative to the entry; where terms of an entry cancel, which costs everybody digits, relative to
/// the row's largest times `cancelled`.
inline void check_entries(std::string const& who, table_of const& expected, table_of const& found,
                          double tolerance, double cancelled) {
  REQUIRE(expected.entries.size() == found.entries.size());
  for (std::size_t row = 0; row < expected.entries.size(); row += expected.columns) {
    double largest = 0;
    for (std::size_t k = 0; k < expected.columns; ++k)
      largest = std::max(largest, std::abs(expected.entries[row + k]));
    for (std::size_t k = 0; k < expected.columns; ++k) {
      double const e = expected.entries[row + k], f = found.entries[row + k];
      if (std::abs(f - e) <= tolerance * std::max(std::abs(e), cancelled * largest)) continue;
      CAPTURE(who, row / expected.columns, k, e, f, (f - e) / e, largest);
      CHECK(std::abs(f - e) <= tolerance * std::max(std::abs(e), cancelled * largest));
    }
  }
}

template <class F> table_of jacobian_by_differences(F const&, std::vector<double> const& point) {
  std::vector<big> x(point.begin(), point.end());
  auto const places = flat<F>::active_places();
  big const h("1e-30");
  table_of result{places.size(), {}};
  for (std::size_t k = 0; k < places.size(); ++k) {
    big const at = x[places[k]];
    x[places[k]] = at + h;
    auto const above = flat<F>::values(x.data());
    x[places[k]] = at - h;
    auto const below = flat<F>::values(x.data());
    x[places[k]] = at;
    result.entries.resize(above.size() * places.size());
    for (std::size_t i = 0; i < above.size(); ++i)
      result.entries[i * places.size() + k] =
          static_cast<double>(big((above[i] - below[i]) / (2 * h)));
  }
  return result;
}
/// Of a function of one output.
template <class F> table_of hessian_by_differences(F const&, std::vector<double> const& point) {
  std::vector<big> x(point.begin(), point.end());
  auto const places = flat<F>::active_places();
  std::size_t const n = places.size();
  big const h("1e-25");
  auto const value = [&](std::size_t i, int a, std::size_t k, int b) {
    auto moved = x;
    moved[places[i]] += a * h;
    moved[places[k]] += b * h;
    return flat<F>::values(moved.data())[0];
  };
  table_of result{n, std::vector<double>(n * n)};
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k <= i; ++k) {
      big const mixed =
          value(i, 1, k, 1) - value(i, 1, k, -1) - value(i, -1, k, 1) + value(i, -1, k, -1);
      result.entries[i * n + k] = result.entries[k * n + i] =
          static_cast<double>(big(mixed / (4 * h * h)));
    }
  return result;
}

/// Points within `spread` of the given one, relative to each input.
inline std::vector<std::vector<double>> points_near(std::vector<double> const& point,
                                                    double spread = 0.1, int count = 4) {
  lz::test::random r(17);
  std::vector<std::vector<double>> all{point};
  while (static_cast<int>(all.size()) < count) {
    all.push_back(point);
    for (double& x : all.back()) x += spread * (x == 0 ? 1 : std::abs(x)) * r.between(-1, 1);
  }
  return all;
}

struct precision {
  double relative = 1e-12;
  double cancelled = cancelled_part;
};

template <class F, class J> void jacobian_agrees(F const& f, J const& jacobian,
                                                 std::vector<double> const& point,
                                                 precision p = {}) {
  auto const found = table(at(f, jacobian, point).jacobian);
  check_entries("differences", jacobian_by_differences(f, point), found, p.relative, p.cancelled);
  if constexpr (have_jets)
    check_entries("Ceres", jacobian_by_jets<flat<F>>(point), found, p.relative, p.cancelled);
  if constexpr (have_tape && on_tape<F>)
    check_entries("ADOL-C", jacobian_by_tape<flat<F>>(point), found, p.relative, p.cancelled);
}
template <class F, class H> void hessian_agrees(F const& f, H const& hessian,
                                                std::vector<double> const& point,
                                                precision p = {}) {
  auto const result = at(f, hessian, point);
  table_of const gradient{result.gradient.size(), {result.gradient.begin(), result.gradient.end()}};
  auto const found = table(result.hessian);
  check_entries("differences", jacobian_by_differences(f, point), gradient, p.relative,
                p.cancelled);
  check_entries("differences", hessian_by_differences(f, point), found, p.relative, p.cancelled);
  if constexpr (have_tape && on_tape<F>)
    check_entries("ADOL-C", hessian_by_tape<flat<F>>(point), found, p.relative, p.cancelled);
}
/// What is computed of a kernel while compiling is what is computed at run time, within 1e-13 times the condition number
/// of each entry, which bench/results/orders.md reports.
template <auto const& Kernel, auto const& Callable, auto const& Point> void same_at_run_time() {
  using F = std::remove_cvref_t<decltype(Kernel)>;
  constexpr auto constant = flat<F>::call(Callable, Point.data());
  auto const expected = tables_of(constant);
  auto const here = lz::test::opaque(Point);
  auto const found = sensitivity_of<F>(Callable, {here.begin(), here.end()});
  for (std::size_t t = 0; t < expected.size(); ++t) {
    auto const size = sizes(expected[t]);
    for (std::size_t e = 0; e < size.size(); ++e) {
      double const c = expected[t].entries[e], r = found.results[t].entries[e];
      double const allowed = 1e-13 * std::max(size[e], found.moved[t].entries[e]);
      CAPTURE(t, e, c, r, allowed);
      CHECK(std::abs(c - r) <= allowed);
    }
  }
}

}  // namespace kernels
