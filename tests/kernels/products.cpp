// SPDX-License-Identifier: BSL-1.0
// Products, Gauss-Newton systems, Taylor coefficients and parts of matrices of kernels, against the same by ADOL-C's
// vector modes and by Ceres' dual numbers, and against differences of 100 digits.
#include "kernels/agreement.hpp"
#include "kernels/bundle_adjustment.hpp"
#include "kernels/double_pendulum.hpp"
#include "kernels/least_squares_1.hpp"
#include "kernels/network.hpp"

namespace kernels {
namespace {

constexpr auto helical = residuals_of<helical_valley>;
constexpr auto box_residuals = residuals_of<box>;
constexpr std::array beside_start{-1.0, 0.5, 0.25};

/// Numbers between -1 and 1.
template <int M, int N> constexpr lz::matrix<double, M, N> some() {
  lz::matrix<double, M, N> all{};
  for (int i = 0; i < M * N; ++i) all.elements[i] = (i * 29 % 31) / 16.0 - 1;
  return all;
}
table_of product(table_of const& a, table_of const& b) {
  table_of result{b.columns, {}};
  for (std::size_t row = 0; row < a.entries.size(); row += a.columns)
    for (std::size_t k = 0; k < b.columns; ++k) {
      double sum = 0;
      for (std::size_t i = 0; i < a.columns; ++i)
        sum += a.entries[row + i] * b.entries[i * b.columns + k];
      result.entries.push_back(sum);
    }
  return result;
}
table_of transpose(table_of const& a) {
  table_of result{a.entries.size() / a.columns, {}};
  for (std::size_t k = 0; k < a.columns; ++k)
    for (std::size_t i = k; i < a.entries.size(); i += a.columns)
      result.entries.push_back(a.entries[i]);
  return result;
}
void agrees(std::string const& who, table_of const& expected, table_of const& found) {
  check_entries(who, expected, found, 1e-12, cancelled_part);
}

template <auto const& Kernel, int K> void jvp_agrees(std::vector<double> const& point) {
  using F = std::remove_cvref_t<decltype(Kernel)>;
  static constexpr auto directions = some<flat<F>::active, K>();
  auto const result = flat<F>::call(
      [](auto const&... in) { return lz::jvp<K>(Kernel)(in..., directions); }, point.data());
  auto const found = table(result.tangent);
  agrees("differences", product(jacobian_by_differences(Kernel, point), table(directions)), found);
  if constexpr (have_jets)
    agrees("Ceres", jvp_by_jets<flat<F>, K>(point, table(directions)), found);
  if constexpr (have_tape) agrees("ADOL-C", jvp_by_tape<flat<F>>(point, table(directions)), found);
}
template <auto const& Kernel, int K> void vjp_agrees(std::vector<double> const& point) {
  using F = std::remove_cvref_t<decltype(Kernel)>;
  static constexpr auto adjoints = some<K, flat<F>::outputs>();
  auto const result = flat<F>::call(
      [](auto const&... in) { return lz::vjp<K>(Kernel)(in..., adjoints); }, point.data());
  auto const found = table(result.gradient);
  agrees("differences", product(table(adjoints), jacobian_by_differences(Kernel, point)), found);
  if constexpr (have_jets)
    agrees("Ceres", product(table(adjoints), jacobian_by_jets<flat<F>>(point)), found);
  if constexpr (have_tape) agrees("ADOL-C", vjp_by_tape<flat<F>>(point, table(adjoints)), found);
}
template <auto const& Kernel, int K> void hvp_agrees(std::vector<double> const& point) {
  using F = std::remove_cvref_t<decltype(Kernel)>;
  static constexpr auto directions = some<flat<F>::active, K>();
  auto const result = flat<F>::call(
      [](auto const&... in) { return lz::hvp<K>(Kernel)(in..., directions); }, point.data());
  auto const found = table(result.product);
  agrees("differences", jacobian_by_differences(Kernel, point), table(result.gradient));
  agrees("differences", product(hessian_by_differences(Kernel, point), table(directions)), found);
  if constexpr (have_tape) agrees("ADOL-C", hvp_by_tape<flat<F>>(point, table(directions)), found);
}
template <auto const& Kernel> void gauss_newton_agrees(std::vector<double> const& point) {
  using F = std::remove_cvref_t<decltype(Kernel)>;
  constexpr auto verb = lz::gauss_newton(Kernel);
  auto const result = flat<F>::call(verb, point.data());
  auto const found = table(result.hessian), residuals = table(result.value);
  auto const by = [&](std::string const& who, table_of const& jacobian) {
    agrees(who, product(transpose(jacobian), jacobian), found);
    agrees(who, product(residuals, jacobian), table(result.gradient));
  };
  by("differences", jacobian_by_differences(Kernel, point));
  if constexpr (have_jets) by("Ceres", jacobian_by_jets<flat<F>>(point));
  if constexpr (have_tape) by("ADOL-C", jacobian_by_tape<flat<F>>(point));
}
/// On the line through the point: the k-th difference over k! times the step's power.
template <auto const& Kernel>
table_of taylor_by_differences(std::vector<double> const& point,
                               std::vector<double> const& direction, std::size_t n) {
  using kernel = flat_of<Kernel>;
  big const h("1e-14");
  table_of result{n, std::vector<double>(n * kernel::outputs)};
  for (std::size_t k = 0; k < n; ++k) {
    std::vector<big> sum(kernel::outputs);
    big factor = 1;  // (-1)^j / (j! (k - j)! h^k)
    for (std::size_t j = 1; j <= k; ++j) factor /= h * j;
    for (std::size_t j = 0; j <= k; ++j) {
      std::vector<big> x(point.begin(), point.end());
      std::size_t d = 0;
      for (std::size_t place : kernel::active_places())
        x[place] += (big(k) / 2 - j) * h * direction[d++];
      auto const values = kernel::values(x.data());
      for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += factor * values[i];
      factor *= -big(k - j) / big(j + 1);
    }
    for (std::size_t i = 0; i < sum.size(); ++i)
      result.entries[i * n + k] = static_cast<double>(sum[i]);
  }
  return result;
}
template <auto const& Kernel, int N> void taylor_agrees(std::vector<double> const& point) {
  using F = std::remove_cvref_t<decltype(Kernel)>;
  static constexpr auto direction = [] {
    std::array<double, flat<F>::active> d{};
    for (std::size_t i = 0; i < d.size(); ++i) d[i] = some<1, flat<F>::active>().elements[i];
    return d;
  }();
  std::vector<double> const along(direction.begin(), direction.end());
  auto const result = flat<F>::call(
      [](auto const&... in) { return lz::taylor<N>(Kernel)(in..., direction); }, point.data());
  auto const found = table(result);
  agrees("differences", taylor_by_differences<Kernel>(point, along, N), found);
  if constexpr (have_tape) agrees("ADOL-C", taylor_by_tape<flat<F>>(point, along, N), found);
}

/// The block of rows and columns of a table.
table_of part(table_of const& whole, std::vector<std::size_t> const& rows,
              std::vector<std::size_t> const& columns) {
  table_of result{columns.size(), {}};
  for (std::size_t i : rows)
    for (std::size_t k : columns) result.entries.push_back(whole.entries[i * whole.columns + k]);
  return result;
}
template <class Check> void near_sample(auto const& sample, Check const& check) {
  for (auto const& point : points_near({sample.begin(), sample.end()}, 0.05, 3)) check(point);
}

}  // namespace

TEST_CASE("products of kernels with several directions and adjoints") {
  near_sample(bundle_adjustment_sample,
              [](auto const& point) { jvp_agrees<bundle_adjustment, 3>(point); });
  near_sample(network_2_2_2_sample, [](auto const& point) { vjp_agrees<network_2_2_2, 2>(point); });
  near_sample(beside_start, [](auto const& point) {
    jvp_agrees<helical, 2>(point);
    vjp_agrees<helical, 3>(point);
  });
  near_sample(network_2_2_2_sample, [](auto const& point) { hvp_agrees<network_2_2_2, 3>(point); });
  near_sample(double_pendulum_sample,
              [](auto const& point) { hvp_agrees<double_pendulum, 2>(point); });
}

TEST_CASE("Gauss-Newton systems of kernels") {
  near_sample(beside_start, [](auto const& point) { gauss_newton_agrees<helical>(point); });
  near_sample(box::start, [](auto const& point) { gauss_newton_agrees<box_residuals>(point); });
}

TEST_CASE("Taylor coefficients of kernels") {
  near_sample(beside_start, [](auto const& point) { taylor_agrees<helical, 5>(point); });
  near_sample(double_pendulum_sample,
              [](auto const& point) { taylor_agrees<double_pendulum, 7>(point); });
  near_sample(network_2_2_2_sample,
              [](auto const& point) { taylor_agrees<network_2_2_2, 5>(point); });
}

TEST_CASE("rows, columns and entries of kernels' matrices") {
  near_sample(bundle_adjustment_sample, [](auto const& point) {
    auto const compare = [&](std::string const& who, table_of const& whole) {
      std::vector<std::size_t> all(15);
      for (std::size_t k = 0; k < 15; ++k) all[k] = k;
      agrees(who, part(whole, {1}, all),
             table(at(bundle_adjustment, lz::jacobian(bundle_adjustment, lz::rows<1>{}), point)
                       .jacobian));
      agrees(who, part(whole, {0, 1}, {6, 0, 14}),
             table(at(bundle_adjustment,
                      lz::jacobian<lz::order::forward>(bundle_adjustment, lz::columns<6, 0, 14>{}),
                      point)
                       .jacobian));
      constexpr auto single = lz::entries<lz::at<1, 3>, lz::at<0, 11>>{};
      agrees(who, {2, {whole.entries[15 + 3], whole.entries[11]}},
             table(at(bundle_adjustment, lz::jacobian(bundle_adjustment, single), point).entries));
    };
    compare("differences", jacobian_by_differences(bundle_adjustment, point));
    if constexpr (have_jets) compare("Ceres", jacobian_by_jets<flat_of<bundle_adjustment>>(point));
    if constexpr (have_tape) compare("ADOL-C", jacobian_by_tape<flat_of<bundle_adjustment>>(point));
  });
  near_sample(network_2_2_2_sample, [](auto const& point) {
    auto const compare = [&](std::string const& who, table_of const& whole) {
      std::vector<std::size_t> all(12);
      for (std::size_t k = 0; k < 12; ++k) all[k] = k;
      agrees(who, part(whole, {2, 9}, all),
             table(at(network_2_2_2, lz::hessian(network_2_2_2, lz::rows<2, 9>{}), point).hessian));
      constexpr auto single = lz::entries<lz::at<0, 0>, lz::at<7, 2>>{};
      agrees(who, {2, {whole.entries[0], whole.entries[7 * 12 + 2]}},
             table(at(network_2_2_2, lz::hessian(network_2_2_2, single), point).entries));
    };
    compare("differences", hessian_by_differences(network_2_2_2, point));
    if constexpr (have_tape) compare("ADOL-C", hessian_by_tape<flat_of<network_2_2_2>>(point));
  });
}

}  // namespace kernels
