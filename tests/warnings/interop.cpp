// SPDX-License-Identifier: BSL-1.0
// What other libraries are given, of those that are installed, behind the user's globals and with the warnings of those
// who turn on more than most. It is compiled only.
#include <array>
#include <memory>
#include <vector>

#include <leibniz/interop/boost_math.hpp>
#include <leibniz/interop/nlopt.hpp>
#include <leibniz/interop/odeint.hpp>
#include <leibniz/interop/ublas.hpp>
#include <leibniz/interop/lane_constants.hpp>
#ifdef WITH_eigen
#include <leibniz/interop/eigen.hpp>
#endif
#ifdef WITH_ceres
#include <leibniz/interop/ceres.hpp>
#endif
#ifdef WITH_std_simd
#include <leibniz/interop/std_simd.hpp>
#endif
#ifdef WITH_xsimd
#include <leibniz/interop/xsimd.hpp>
#include <leibniz/interop/twice.hpp>
#endif
#include <leibniz/leibniz.hpp>

#include <boost/numeric/odeint.hpp>

namespace users_program {

namespace lz = leibniz;
using namespace lz::literals;

constexpr lz::variable<"x"> my_x;
constexpr lz::variable<"t"> my_t;
constexpr lz::parameter<"a"> my_a;
constexpr auto my_root = lz::cube(my_x) - my_a;
constexpr auto my_rates = lz::vector(my_a * my_x * cos(my_t));
constexpr auto my_function = lz::function<lz::R<2>, lz::passive<lz::R<>>>(
    [](auto const& my_p, auto const& my_w) { return my_w * my_p[0] - lz::square(my_p[1]); });
constexpr auto my_residuals = lz::function<lz::R<2>, lz::R<>>(
    [](auto const& my_p, auto const& my_w) { return std::array{my_w * my_p[0], my_p[1]}; });
constexpr auto my_system = lz::function<lz::R<3>>(
    [](auto const& my_p) { return std::array{my_p[0] * my_p[1], -my_p[1], my_p[2]}; });

void use(auto const&...) {}

template <class... Rows> constexpr auto lanewise(lz::entry_list<Rows...>) {
  // every function, computed on lanes or lane by lane
  return lz::vector([]<class Row>(Row*) {
    if constexpr (Row::arity == 1 && !Row::condition) return lz::call<Row>(my_x);
    else if constexpr (Row::arity == 2 && Row::name != "^" && Row::conditions == 0 &&
                       !Row::condition)
      return lz::call<Row>(2_c, my_x);
    else return my_x + 1_c;
  }(static_cast<Rows*>(nullptr))...);
}

template <class Pack, class T> void points(T my_start) {
  std::vector<T> my_xs(9, my_start), my_values(9), my_others(9);
  std::vector<std::array<T, 2>> my_points(9);
  lz::map<Pack>(lz::gradient(sin(my_x) * exp(my_a) / my_x), my_x = my_xs, my_a = my_start,
                lz::out(my_values, lz::components(my_others)));
  lz::map<Pack>(lz::gradient(my_function), my_points, my_xs, lz::out(my_values, my_points));
  constexpr auto my_rows = lanewise(lz::function_table{});
  std::vector<std::array<T, static_cast<std::size_t>(my_rows.size)>> my_results(9);
  lz::map<Pack>(my_rows, my_x = my_xs, lz::out(my_results));
}

void all() {
  std::array const my_at{1.0, 2.0};
  use(lz::with_derivatives<2>(my_root, my_x, my_a = 2.0)(1.0),
      lz::with_derivatives<1>(lz::function<lz::R<>>([](auto const& my_u) { return exp(my_u); }))(
          1.0));
  lz::nlopt_function my_objective(my_function, 3.0);
  std::vector<double> my_slopes(2);
  use(my_objective.func(2, my_at.data(), my_slopes.data(), &my_objective),
      my_objective.vfunc(my_slopes, my_slopes, &my_objective));
  lz::nlopt_function my_constraints(lz::vector(my_root, my_x * my_t), lz::wrt(my_x, my_t),
                                    my_a = 2.0);
  double my_values[2], my_rows[4];
  my_constraints.mfunc(2, my_values, 2, my_at.data(), my_rows, &my_constraints);

  boost::numeric::ublas::vector<double> my_state(3), my_small(1);
  boost::numeric::odeint::integrate_adaptive(
      boost::numeric::odeint::make_controlled<boost::numeric::odeint::rosenbrock4<double>>(1e-6,
                                                                                           1e-6),
      lz::odeint_system(my_system), my_state, 0.0, 1.0, 0.1);
  boost::numeric::odeint::integrate_adaptive(
      boost::numeric::odeint::make_controlled<boost::numeric::odeint::rosenbrock4<double>>(1e-6,
                                                                                           1e-6),
      lz::odeint_system(my_rates, lz::wrt(my_x), lz::wrt(my_t), my_a = 2.0), my_small, 0.0, 1.0,
      0.1);
#ifdef WITH_eigen
  Eigen::Matrix<double, 2, Eigen::Dynamic> my_columns(2, 5);
  Eigen::VectorXd my_results(5);
  Eigen::Vector2d my_eigen(1.0, 2.0);
  auto my_gradient = lz::gradient(my_function)(my_eigen, 2.0);
  use(lz::as_eigen(my_gradient.gradient), lz::hessian(my_function)(my_eigen, 2.0));
  lz::map(my_root, my_x = my_columns.row(1), my_a = 2.0, lz::out(my_results));
  lz::call(lz::gradient(my_function), my_eigen, 2.0, lz::out(my_results[0], my_eigen));
#endif
#ifdef WITH_ceres
  std::unique_ptr<ceres::CostFunction> const my_cost(new lz::ceres_cost(my_residuals));
  std::unique_ptr<ceres::CostFunction> const my_other(
      new lz::ceres_cost(lz::vector(my_root), lz::wrt(my_x), my_a = 2.0));
#endif
#ifdef WITH_std_simd
  points<std::experimental::native_simd<double>>(0.5);
  points<std::experimental::native_simd<float>>(0.5f);
#endif
#ifdef WITH_xsimd
  points<xsimd::batch<double>>(0.5);
  points<xsimd::batch<float>>(0.5f);
  points<lz::twice<xsimd::batch<double>>>(0.5);
#endif
}

}  // namespace users_program
