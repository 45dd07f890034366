// SPDX-License-Identifier: BSL-1.0
// Every verb, of formulas and of functions, in float and double, as a user's program has them. It is compiled only, behind
// the user's globals (make_globals.py) and with the warnings of those who turn on more than most.
#include <array>
#include <iostream>
#include <span>
#include <tuple>
#include <vector>

#include <leibniz/leibniz.hpp>

namespace users_program {

namespace lz = leibniz;
using namespace lz::literals;

constexpr lz::variable<"x"> my_x;
constexpr lz::variable<"y"> my_y;
constexpr lz::parameter<"a"> my_a;
constexpr auto my_let = lz::let<"h">(my_x * my_y);
constexpr auto my_formula =
    my_a * sin(my_x) * exp(my_let) / lz::hypot(my_x, my_y) +
    lz::where(my_x > my_y && !lz::equal_to(my_x, 0.25), pow(my_x, 3_c), lz::max(my_x, 0.1)) +
    1.380649e-23_c * pow(my_x, my_y) - 2.5 * lz::tgamma(my_y) + 1.5f * my_x - 7 * my_y;
constexpr auto my_formulas =
    lz::vector(my_formula, 3 * my_x - my_y, lz::derivative(my_formula, my_x, my_let));

template <class T> struct my_pose {
  T angle;
  std::array<T, 2> place;
};
constexpr auto my_number = lz::function<lz::R<3>, lz::passive<lz::R<2, 2>>>([](auto const& my_p,
                                                                               auto const& my_w) {
  auto my_sum = my_p[0] * 0.0;
  for (std::size_t my_i = 0; my_i < 3; ++my_i)
    my_sum += my_w(0, 1) * lz::sigmoid(my_p[my_i]) - 1.5f;
  return my_sum * lz::where(my_p[0] > 0.5f, pow(my_p[1], 2.5), lz::min(my_p[2], 1)) + 2 / my_p[0];
});
constexpr auto my_vector =
    lz::function<lz::like<my_pose>, lz::R<3>, lz::R<>, lz::passive<lz::R<2, 2>>>(
        [](auto const& my_at, auto const& my_turn, auto const& my_t, auto const& my_w) {
          auto const my_moved = lz::rotate(my_turn, my_turn);
          return std::array{my_at.place[0] * cos(my_at.angle) * my_w(0, 1),
                            my_moved[0] / my_at.place[1] * my_t, lz::logsumexp(my_at.place),
                            lz::norm(my_turn)};
        });
constexpr auto my_matrices = lz::function<lz::R<2, 2>>([](auto const& my_m) {
  return lz::inverse(my_m) * lz::solve(my_m, my_m) + lz::determinant(my_m) * lz::transpose(my_m);
});
constexpr auto my_nested = lz::function<lz::R<2>>([](auto const& my_p) {
  constexpr auto my_inner =
      lz::function<lz::R<2>>([](auto const& my_q) { return my_q[0] * exp(my_q[1]); });
  auto const my_r = lz::gradient(my_inner)(my_p);
  return std::array{my_r.value * my_r.gradient[1], lz::hvp(my_inner)(my_p, my_p).product[0]};
});
struct my_functor {
  template <class T> constexpr bool operator()(T const* my_p, T const* my_q, T* my_r) const {
    my_r[0] = my_p[0] * my_q[0];
    my_r[1] = my_p[1] - my_q[1];
    return true;
  }
};
constexpr auto my_bundle = lz::pointer_function<my_functor, 2, lz::R<2>, lz::passive<lz::R<2>>>();

void use(auto const&...) {}

template <class T> void formulas_at(T my_u, T my_v) {
  auto const my_at = [&](auto const& my_verb, auto const&... my_more) {
    use(my_verb(my_x = my_u, my_y = my_v, my_a = my_v, my_more...));
  };
  my_at(my_formula);
  my_at(my_formulas);
  my_at(lz::gradient(my_formula));
  my_at(lz::jacobian(my_formulas));
  my_at(lz::jacobian<lz::order::lowest_fill>(my_formulas, lz::wrt(my_y, my_x)));
  my_at(lz::compressed(lz::jacobian(my_formulas)));
  my_at(lz::hessian(my_formula));
  my_at(lz::compressed(lz::hessian(my_formula)));
  my_at(lz::gauss_newton(my_formulas));
  my_at(lz::taylor<5>(my_formula, my_x));
  my_at(lz::simplify(my_formula));
  my_at(lz::derivative<2>(my_formula, my_let));
  my_at(lz::substitute(my_formula, my_x = my_y * 2));
  auto const my_direction = lz::direction(my_x = my_u, my_y = my_v);
  my_at(lz::jvp(my_formulas, lz::wrt(my_x, my_y)), my_direction);
  my_at(lz::jvp<2>(my_formulas, lz::wrt(my_x, my_y)), my_direction, my_direction);
  my_at(lz::hvp(my_formula, lz::wrt(my_x, my_y)), my_direction);
  my_at(lz::hvp<2>(my_formula, lz::wrt(my_x, my_y)), my_direction, my_direction);
  my_at(lz::vjp(my_formulas, lz::wrt(my_x, my_y)), lz::adjoint(my_u, my_v, my_u));
  my_at(lz::vjp<2>(my_formulas, lz::wrt(my_x, my_y)), lz::adjoint(my_u, my_v, my_u),
        lz::adjoint(my_u, my_v, my_u));
  use(lz::gradient(my_formula)(my_x = my_u, my_y = my_v, my_a = 1)[my_x],
      lz::hessian(my_formula)(my_x = my_u, my_y = my_v, my_a = 1).hessian(my_x, my_y));
  for (auto const& my_node : lz::nodes(my_formula)(my_x = my_u, my_y = my_v, my_a = my_v))
    use(my_node.text, my_node.value, my_node.adjoint);
  use(lz::check_gradient(lz::gradient(my_formula), my_x = my_u, my_y = my_v, my_a = my_v).error,
      lz::check_jacobian(lz::jacobian(my_formulas), my_x = my_u, my_y = my_v, my_a = my_v).error);

  T my_value{}, my_slopes[2]{}, my_rows[3][2]{};
  std::array<T, 3> my_values{};
  lz::call(my_formula, my_x = my_u, my_y = my_v, my_a = my_v, lz::out(my_value));
  lz::call(lz::gradient(my_formula), my_x = my_u, my_y = my_v, my_a = my_v,
           lz::out(my_value, my_slopes));
  lz::call(lz::jacobian(my_formulas), my_x = my_u, my_y = my_v, my_a = my_v,
           lz::out(my_values, my_rows));
  std::vector<T> my_points(5, my_u), my_results(5), my_others(5);
  std::vector<std::array<T, 2>> my_gradients(5);
  lz::map(my_formula, my_x = my_points, my_y = my_v, my_a = std::span(my_points),
          lz::out(my_results));
  lz::map(lz::gradient(my_formula), my_x = my_points, my_y = my_points, my_a = 2,
          lz::out(my_results, my_gradients));
  lz::map(lz::gradient(my_formula), my_x = my_points, my_y = my_points, my_a = 2,
          lz::out(my_results, lz::components(my_results, my_others)));
}

template <class T> void functions_at(T my_u) {
  std::array<T, 3> const my_p{my_u, my_u, my_u};
  T const my_w[2][2] = {{my_u, 1}, {2, my_u}};
  my_pose<T> const my_at{my_u, {my_u, my_u}};
  lz::matrix<T, 2, 2> const my_m{{my_u, 1, 2, my_u}};
  std::array<T, 2> const my_q{my_u, my_u};
  lz::matrix<T, 3, 2> const my_directions{};
  lz::matrix<T, 7, 2> const my_seven{};
  use(my_number(my_p, my_w), my_vector(my_at, my_p, my_u, my_w), my_matrices(my_m),
      my_nested(my_q));
  use(lz::gradient(my_number)(my_p, my_w), lz::hessian(my_number)(my_p, my_w),
      lz::hvp(my_number)(my_p, my_w, my_p), lz::hvp<2>(my_number)(my_p, my_w, my_directions),
      lz::hessian(my_number, lz::rows<0, 2>{})(my_p, my_w),
      lz::hessian(my_number, lz::entries<lz::at<0, 0>, lz::at<1, 2>>{})(my_p, my_w),
      lz::compressed(lz::hessian(my_number))(my_p, my_w), lz::simplify(my_number)(my_p, my_w));
  use(lz::jacobian(my_vector)(my_at, my_p, my_u, my_w),
      lz::gauss_newton(my_vector)(my_at, my_p, my_u, my_w),
      lz::jvp(my_vector)(my_at, my_p, my_u, my_w, my_at, my_p, my_u),
      lz::jvp<2>(my_vector)(my_at, my_p, my_u, my_w, my_seven),
      lz::vjp(my_vector)(my_at, my_p, my_u, my_w, std::array{my_u, my_u, my_u, my_u}),
      lz::vjp<2>(my_vector)(my_at, my_p, my_u, my_w, lz::matrix<T, 2, 4>{}),
      lz::taylor<4>(my_vector)(my_at, my_p, my_u, my_w, my_at, my_p, my_u),
      lz::jacobian(my_vector, lz::rows<1>{})(my_at, my_p, my_u, my_w),
      lz::jacobian(my_vector, lz::columns<1, 0>{})(my_at, my_p, my_u, my_w),
      lz::jacobian(my_vector, lz::entries<lz::at<1, 1>>{})(my_at, my_p, my_u, my_w),
      lz::compressed(lz::jacobian(my_vector))(my_at, my_p, my_u, my_w));
  use(lz::jacobian(my_matrices)(my_m), lz::jvp(my_matrices)(my_m, my_m),
      lz::vjp(my_matrices)(my_m, my_m), lz::jacobian(my_nested)(my_q),
      lz::gradient(lz::function<lz::R<>>([](auto const& my_t) { return sin(my_t); }))(my_u),
      lz::jacobian(my_bundle)(my_q, my_q));
  for (auto const& my_node : lz::nodes(my_number)(my_p, my_w)) use(my_node.text, my_node.adjoint);
  use(lz::check_gradient(lz::gradient(my_number), my_p, my_w).error,
      lz::check_jacobian(lz::jacobian(my_vector), my_at, my_p, my_u, my_w).error);

  T my_value{};
  std::array<T, 3> my_slopes{};
  std::vector<T> my_matrix(9);
  lz::call(lz::gradient(my_number), my_p, my_w, lz::out(my_value, my_slopes));
  lz::call(lz::hessian(my_number), my_p.data(), my_w, lz::out(my_value, my_slopes, my_matrix));
  std::vector<std::array<T, 3>> my_points(5, my_p), my_gradients(5);
  std::vector<T> my_values(5);
  lz::map(lz::gradient(my_number), my_points, lz::same(my_w), lz::out(my_values, my_gradients));
}

void all() {
  formulas_at(0.5, 2.0);
  formulas_at(0.5f, 2.0f);
  functions_at(0.5);
  functions_at(0.5f);
  static_assert(lz::derivative(3_c * my_x, my_x)() > 2);  // what needs no argument takes none
  static_assert(lz::derivative(my_let, my_x) == my_y && lz::to_string(2 * my_x) == "2*x");
  use(lz::to_c(lz::gradient(my_formula), "code"), lz::to_c<float>(lz::jacobian(my_vector), "code"),
      lz::to_latex(my_formula), lz::to_dot(my_formula, my_x = 2.0, my_y = 1.0, my_a = 1),
      lz::to_dot(lz::gradient(my_number)), lz::cost(lz::gradient(my_number)).operations,
      lz::live_values(lz::gradient(my_formula)), lz::sparsity(lz::jacobian(my_vector)));
  std::cout << my_formula << (my_formula == my_x) << lz::gradient(3_c * my_x)(my_x = 1.0)[my_x];
}

}  // namespace users_program
