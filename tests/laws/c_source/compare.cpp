// SPDX-License-Identifier: BSL-1.0
// Every row's value and gradient as C has the bits of the code that runs here, also where they are no numbers; so do the
// results of every verb, in the order in which lz::call writes them.
#include "check.hpp"
#include "laws/c_source/rows.hpp"
#include "laws/c_source/verbs.hpp"

using namespace leibniz;
using namespace leibniz::test;

namespace {

template <class T> bool same(T a, T b) { return bits(a) == bits(b) || (a != a && b != b); }

template <class Row, class T> void check_at(c_function<T> in_c, T a, T b) {
  // of positive numbers, whose powers do not overflow: else one gives infinities, the other NaN
  constexpr bool positive =
      std::is_same_v<Row, lbeta_entry> || std::is_same_v<Row, polygamma_difference_entry>;
  if (positive && (!(a > T(1e-9)) || !(b > T(1e-9)))) return;
  T const p = opaque(a), q = opaque(b);
  auto const here = gradient_of_row<Row>()(u = p, v = q);
  T value = 0, by[2] = {};
  in_c(p, q, &value, by);
  CAPTURE(Row::name, a, b, value, here.value, by[0], here[u], by[1], here[v]);
  CHECK(same(value, T(here.value)));
  CHECK(same(by[0], T(here[u])));
  CHECK(same(by[1], T(here[v])));
}

template <class Row, class T> void check_row(c_function<T> in_c) {
  using limits = std::numeric_limits<T>;
  for (int i = 0; i < sample_count; ++i)
    check_at<Row, T>(in_c, static_cast<T>(sample_point<Row>(i, 0)),
                     static_cast<T>(sample_point<Row>(i, 1)));
  test::random random(23);
  for (int i = 0; i < 100; ++i)
    check_at<Row, T>(in_c, static_cast<T>(random.between(Row::sample_from, Row::sample_to)),
                     static_cast<T>(random.between(Row::sample_from, Row::sample_to)));
  T const edges[] = {T(0),
                     T(0.5),
                     T(1),
                     T(2),
                     T(20),
                     T(1e-3),
                     limits::min(),
                     limits::denorm_min(),
                     limits::max(),
                     limits::infinity(),
                     limits::quiet_NaN()};
  for (T a : edges)
    for (T b : edges)
      for (int signs = 0; signs < 4; ++signs)
        check_at<Row, T>(in_c, signs % 2 == 0 ? a : -a, signs < 2 ? b : -b);
}

}  // namespace

TEST_CASE("every row as C has the same bits") {
  int row = 0;
  for_each_row(function_table{}, [&]<class Row> {
    check_row<Row>(rows_in_double[row]);
    check_row<Row>(rows_in_float[row]);
    ++row;
  });
  CHECK(row == row_count);
}

namespace {

constexpr std::array at_two{0.75, 1.25};
constexpr std::array at_three{0.75, 1.25, 0.5};
/// Directions or adjoints, as many as anybody needs.
constexpr double some[] = {1.5, -0.5, 2.0, 0.25, -3.0, 4.0};
constexpr matrix<double, 3, 2> directions{{1.5, -0.5, 2.0, 0.25, -3.0, 4.0}};
constexpr matrix<double, 3, 2> adjoints{{1.5, -0.5, 2.0, 0.25, -3.0, 4.0}};

/// Room for the results of a verb: more than any has.
struct results {
  double of[3][12] = {};
  bool operator==(results const& other) const {
    for (int i = 0; i < 3; ++i)
      for (int k = 0; k < 12; ++k)
        if (bits(of[i][k]) != bits(other.of[i][k])) return false;
    return true;
  }
};

}  // namespace

TEST_CASE("verbs as C have the same bits") {
  auto const p = opaque(at_two);
  auto const r = opaque(at_three);
  double const q = opaque(0.25);
  std::array const d{1.5, -0.5};
  std::array const d3{1.5, -0.5, 2.0};
  auto const same_results = [](auto const& in_c, auto const& here) {
    results c, expected;
    in_c(c.of[0], c.of[1], c.of[2]);
    here(expected.of[0], expected.of[1], expected.of[2]);
    CHECK(c == expected);
    CHECK(c.of[0][0] != 0);
  };
  same_results([&](double* a, [[maybe_unused]] double* b,
                   [[maybe_unused]] double* third) { c_jvp(p.data(), q, some, 2.0, a, b); },
               [&](double* a, [[maybe_unused]] double* b, [[maybe_unused]] double* third) {
                 call(jvp(two_outputs), p, q, d, 2.0, out(a, b));
               });
  same_results([&](double* a, [[maybe_unused]] double* b,
                   [[maybe_unused]] double* third) { c_vjp(p.data(), q, some, a, b); },
               [&](double* a, [[maybe_unused]] double* b, [[maybe_unused]] double* third) {
                 call(vjp(two_outputs), p, q, d, out(a, b, b[2]));
               });
  same_results([&](double* a, [[maybe_unused]] double* b,
                   [[maybe_unused]] double* third) { c_hvp(r.data(), some, a, b, third); },
               [&](double* a, [[maybe_unused]] double* b, [[maybe_unused]] double* third) {
                 call(hvp(one_output), r, d3, out(*a, b, third));
               });
  same_results([&](double* a, [[maybe_unused]] double* b,
                   [[maybe_unused]] double* third) { c_jvp_2(p.data(), q, some, a, b); },
               [&](double* a, [[maybe_unused]] double* b, [[maybe_unused]] double* third) {
                 call(jvp<2>(two_outputs), p, q, directions, out(a, b));
               });
  same_results([&](double* a, [[maybe_unused]] double* b,
                   [[maybe_unused]] double* third) { c_vjp_3(p.data(), q, some, a, b); },
               [&](double* a, [[maybe_unused]] double* b, [[maybe_unused]] double* third) {
                 call(vjp<3>(two_outputs), p, q, adjoints, out(a, b));
               });
  same_results([&](double* a, [[maybe_unused]] double* b,
                   [[maybe_unused]] double* third) { c_hvp_2(r.data(), some, a, b, third); },
               [&](double* a, [[maybe_unused]] double* b, [[maybe_unused]] double* third) {
                 call(hvp<2>(one_output), r, directions, out(*a, b, third));
               });
  same_results([&](double* a, [[maybe_unused]] double* b,
                   [[maybe_unused]] double* third) { c_taylor(r.data(), some, a); },
               [&](double* a, [[maybe_unused]] double* b, [[maybe_unused]] double* third) {
                 call(taylor<4>(one_output), r, d3, out(a));
               });
  same_results([&](double* a, [[maybe_unused]] double* b,
                   [[maybe_unused]] double* third) { c_gauss_newton(p.data(), q, a, b, third); },
               [&](double* a, [[maybe_unused]] double* b, [[maybe_unused]] double* third) {
                 call(gauss_newton(two_outputs), p, q, out(a, b, third));
               });
  same_results([&](double* a, [[maybe_unused]] double* b,
                   [[maybe_unused]] double* third) { c_hessian(r.data(), a, b, third); },
               [&](double* a, [[maybe_unused]] double* b, [[maybe_unused]] double* third) {
                 call(hessian(one_output), r, out(*a, b, third));
               });
  same_results([&](double* a, [[maybe_unused]] double* b,
                   [[maybe_unused]] double* third) { c_row(p.data(), q, a, b); },
               [&](double* a, [[maybe_unused]] double* b, [[maybe_unused]] double* third) {
                 call(jacobian(two_outputs, leibniz::rows<1>{}), p, q, out(a, b));
               });
  same_results([&](double* a, [[maybe_unused]] double* b,
                   [[maybe_unused]] double* third) { c_columns(p.data(), q, a, b); },
               [&](double* a, [[maybe_unused]] double* b, [[maybe_unused]] double* third) {
                 call(jacobian(two_outputs, columns<2, 0>{}), p, q, out(a, b));
               });
  same_results([&](double* a, [[maybe_unused]] double* b,
                   [[maybe_unused]] double* third) { c_entries(p.data(), q, a); },
               [&](double* a, [[maybe_unused]] double* b, [[maybe_unused]] double* third) {
                 call(jacobian(two_outputs, entries<at<1, 0>, at<0, 1>>{}), p, q, out(a));
               });
  same_results([&](double* a, [[maybe_unused]] double* b,
                   [[maybe_unused]] double* third) { c_hessian_rows(r.data(), a, b, third); },
               [&](double* a, [[maybe_unused]] double* b, [[maybe_unused]] double* third) {
                 call(hessian(one_output, leibniz::rows<2, 0>{}), r, out(*a, b, third));
               });
  same_results([&](double* a, [[maybe_unused]] double* b,
                   [[maybe_unused]] double* third) { c_hessian_entries(r.data(), a); },
               [&](double* a, [[maybe_unused]] double* b, [[maybe_unused]] double* third) {
                 call(hessian(one_output, entries<at<1, 0>, at<2, 2>>{}), r, out(a));
               });
  same_results([&](double* a, [[maybe_unused]] double* b,
                   [[maybe_unused]] double* third) { c_compressed(p.data(), q, a, b); },
               [&](double* a, [[maybe_unused]] double* b, [[maybe_unused]] double* third) {
                 call(compressed(jacobian(two_outputs)), p, q, out(a, b));
               });
  same_results(
      [&](double* a, [[maybe_unused]] double* b, [[maybe_unused]] double* third) {
        c_formulas(p[0], p[1], 1.5, -0.5, 2.0, 0.25, a, b);
      },
      [&](double* a, [[maybe_unused]] double* b, [[maybe_unused]] double* third) {
        call(jvp<2>(formulas, wrt(x, y)), x = p[0], y = p[1], direction(x = 1.5, y = 2.0),
             direction(x = -0.5, y = 0.25), out(a, b));
      });
}
