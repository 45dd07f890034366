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
/// Jacobian times directions, the columns of a table, without the Jacobian.
template <class Kernel, int K>
table_of jvp_by_jets(std::vector<double> const& point, table_of const& directions) {
  using jet = ceres::Jet<double, K>;
  std::vector<jet> x(point.begin(), point.end());
  std::size_t row = 0;
  for (std::size_t place : Kernel::active_places())
    for (std::size_t k = 0; k < K; ++k) x[place].v[int(k)] = directions.entries[row++];
  table_of result{K, {}};
  for (jet const& each : Kernel::values(x.data()))
    result.entries.insert(result.entries.end(), each.v.data(), each.v.data() + K);
  return result;
}
#else
inline constexpr bool have_jets = false;
template <class Kernel> table_of jacobian_by_jets(std::vector<double> const&) { return {}; }
template <class Kernel, int K> table_of jvp_by_jets(std::vector<double> const&, table_of const&) {
  return {};
}
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
/// Jacobian times directions, the columns of a table; sets of adjoints, the rows of one, times Jacobian; Hessian times
/// directions: each without the matrix.
template <class Kernel>
table_of jvp_by_tape(std::vector<double> const& point, table_of directions) {
  std::size_t const m = record<Kernel>(1, point), k = directions.columns;
  table_of result{k, std::vector<double>(m * k)};
  std::vector<double> y(m);
  fov_forward(1, int(m), Kernel::active, int(k), active_part<Kernel>(point).data(),
              rows_of(directions).data(), y.data(), rows_of(result).data());
  return result;
}
template <class Kernel>
table_of vjp_by_tape(std::vector<double> const& point, table_of adjoints) {
  std::size_t const m = record<Kernel>(1, point), k = adjoints.entries.size() / m;
  table_of result{Kernel::active, std::vector<double>(k * Kernel::active)};
  std::vector<double> y(m);
  zos_forward(1, int(m), Kernel::active, 1, active_part<Kernel>(point).data(), y.data());
  fov_reverse(1, int(m), Kernel::active, int(k), rows_of(adjoints).data(), rows_of(result).data());
  return result;
}
template <class Kernel>
table_of hvp_by_tape(std::vector<double> const& point, table_of directions) {
  std::size_t const k = directions.columns;
  record<Kernel>(1, point);
  table_of result{k, std::vector<double>(Kernel::active * k)};
  hess_mat(1, Kernel::active, int(k), active_part<Kernel>(point).data(), rows_of(directions).data(),
           rows_of(result).data());
  return result;
}
/// The first N Taylor coefficients of each output along a direction.
template <class Kernel>
table_of taylor_by_tape(std::vector<double> const& point, std::vector<double> const& direction,
                        std::size_t n) {
  std::size_t const m = record<Kernel>(1, point), degree = n - 1;
  table_of inputs{degree, std::vector<double>(direction.size() * degree)}, outputs = inputs;
  for (std::size_t i = 0; i < direction.size(); ++i) inputs.entries[i * degree] = direction[i];
  outputs.entries.assign(m * degree, 0);
  std::vector<double> y(m);
  hos_forward(1, int(m), Kernel::active, int(degree), 0, active_part<Kernel>(point).data(),
              rows_of(inputs).data(), y.data(), rows_of(outputs).data());
  table_of result{n, {}};
  for (std::size_t i = 0; i < m; ++i) {
    result.entries.push_back(y[i]);
    auto const row = outputs.entries.begin() + std::ptrdiff_t(i * degree);
    result.entries.insert(result.entries.end(), row, row + std::ptrdiff_t(degree));
  }
  return result;
}
#else
inline constexpr bool have_tape = false;
template <class Kernel> table_of jacobian_by_tape(std::vector<double> const&) { return {}; }
template <class Kernel> table_of hessian_by_tape(std::vector<double> const&) { return {}; }
template <class Kernel> table_of jvp_by_tape(std::vector<double> const&, table_of) { return {}; }
template <class Kernel> table_of vjp_by_tape(std::vector<double> const&, table_of) { return {}; }
template <class Kernel> table_of hvp_by_tape(std::vector<double> const&, table_of) { return {}; }
template <class Kernel>
table_of taylor_by_tape(std::vector<double> const&, std::vector<double> const&, std::size_t) {
  return {};
}
#endif

}  // namespace kernels
