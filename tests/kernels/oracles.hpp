// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <vector>

#ifdef LEIBNIZ_WITH_JETS
#include <ceres/jet.h>
#endif
#ifdef LEIBNIZ_WITH_ADOLC
#include <adolc/adolc.h>
#endif

// Derivatives by Ceres' dual numbers and by ADOL-C's tape, where these are installed. `Kernel` is a `flat`.

namespace kernels {

/// A matrix of derivatives, row by row.
struct table_of {
  std::size_t columns;
  std::vector<double> entries;
};

/// False for kernels that call a function which ADOL-C lacks.
template <class F> inline constexpr bool on_tape = true;

#ifdef LEIBNIZ_WITH_JETS
inline constexpr bool have_jets = true;
template <class Kernel> table_of jacobian_by_jets(std::vector<double> const& point) {
  using jet = ceres::Jet<double, Kernel::active>;
  std::vector<jet> x(point.begin(), point.end());
  int k = 0;
  for (std::size_t place : Kernel::active_places()) x[place].v[k++] = 1;
  table_of result{Kernel::active, {}};
  for (jet const& row : Kernel::values(x.data()))
    result.entries.insert(result.entries.end(), row.v.data(), row.v.data() + Kernel::active);
  return result;
}
#else
inline constexpr bool have_jets = false;
template <class Kernel> table_of jacobian_by_jets(std::vector<double> const&) { return {}; }
#endif

#ifdef LEIBNIZ_WITH_ADOLC
inline constexpr bool have_tape = true;

/// Records a kernel at a point; returns the number of outputs.
template <class Kernel> std::size_t record(short tag, std::vector<double> const& point) {
  trace_on(tag);
  std::vector<adouble> x(point.begin(), point.end());
  for (std::size_t place : Kernel::active_places()) x[place] <<= point[place];
  auto y = Kernel::values(x.data());
  for (adouble& each : y) {
    double ignored;
    each >>= ignored;
  }
  trace_off();
  return y.size();
}
template <class Kernel> std::vector<double> active_part(std::vector<double> const& point) {
  std::vector<double> active;
  for (std::size_t place : Kernel::active_places()) active.push_back(point[place]);
  return active;
}
inline std::vector<double*> rows_of(table_of& table) {
  std::vector<double*> rows;
  for (std::size_t i = 0; i < table.entries.size(); i += table.columns)
    rows.push_back(table.entries.data() + i);
  return rows;
}
template <class Kernel> table_of jacobian_by_tape(std::vector<double> const& point) {
  std::size_t const m = record<Kernel>(1, point), n = Kernel::active;
  table_of result{n, std::vector<double>(m * n)};
  jacobian(1, static_cast<int>(m), Kernel::active, active_part<Kernel>(point).data(),
           rows_of(result).data());
  return result;
}
template <class Kernel> table_of hessian_by_tape(std::vector<double> const& point) {
  std::size_t const n = Kernel::active;
  record<Kernel>(1, point);
  table_of result{n, std::vector<double>(n * n)};
  hessian(1, Kernel::active, active_part<Kernel>(point).data(), rows_of(result).data());
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < i; ++k) result.entries[k * n + i] = result.entries[i * n + k];
  return result;
}
#else
inline constexpr bool have_tape = false;
template <class Kernel> table_of jacobian_by_tape(std::vector<double> const&) { return {}; }
template <class Kernel> table_of hessian_by_tape(std::vector<double> const&) { return {}; }
#endif

}  // namespace kernels
