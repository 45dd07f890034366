// SPDX-License-Identifier: BSL-1.0
// What every verb of functions and formulas gives is one thing, however it is asked for: what lz::call writes to memory of
// the caller and lz::map to arrays are the numbers that the verb returns, in the order of its members; and they are the
// Jacobian and the Hessian, or what directions make of these.
#include <array>
#include <boost/hana/for_each.hpp>
#include <boost/hana/tuple.hpp>
#include <tuple>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::test::opaque;

namespace {

/// Numbers in a row.
struct numbers {
  double at[64]{};
  int count = 0;

  constexpr void add(double x) { at[count++] = x; }
  friend constexpr bool operator==(numbers const& a, numbers const& b) {
    for (int i = 0; i < a.count && i < b.count; ++i)
      if (lz::test::bits(a.at[i]) != lz::test::bits(b.at[i])) return false;
    return a.count == b.count && a.count > 0;
  }
};

/// Adds a result, member by member.
template <class T> constexpr void append(numbers& to, T const& result) {
  if constexpr (std::is_arithmetic_v<T>) to.add(result);
  else if constexpr (requires { result.entries; }) append(to, result.entries);
  else if constexpr (requires { result.value; }) {
    append(to, result.value);
    if constexpr (requires { result.gradient; }) append(to, result.gradient);
    if constexpr (requires { result.tangent; }) append(to, result.tangent);
    if constexpr (requires { result.jacobian; }) append(to, result.jacobian);
    if constexpr (requires { result.hessian; }) append(to, result.hessian);
    if constexpr (requires { result.product; }) append(to, result.product);
    if constexpr (requires { result.nonzeros; }) append(to, result.nonzeros);
  } else if constexpr (lz::emit::is_map<T>) {
    boost::hana::for_each(boost::hana::values(result), [&](double x) { to.add(x); });
  } else if constexpr (std::is_same_v<boost::hana::tag_of_t<T>, boost::hana::tuple_tag>) {
    boost::hana::for_each(result, [&](auto const& x) { append(to, x); });
  } else {
    using parts = lz::detail::parts<T>;
    for (int i = 0; i < parts::count; ++i) to.add(parts::get(result, i));
  }
}
template <class... T> constexpr numbers in_a_row(T const&... results) {
  numbers all;
  (append(all, results), ...);
  return all;
}

template <class Place> using destination =
    std::conditional_t<std::is_same_v<typename Place::shape_type, lz::R<>>, double,
                       std::array<double, static_cast<std::size_t>(Place::count)>>;

/// Results of lz::call, and of lz::map for several points.
template <class Place> using destination =
    std::conditional_t<std::is_same_v<typename Place::shape_type, lz::R<>>, double,
                       std::array<double, static_cast<std::size_t>(Place::count)>>;
constexpr std::size_t points = 3;

/// A point's k-th multiple.
template <class T> constexpr T times(T point, double k) {
  if constexpr (std::is_arithmetic_v<T>) return point * k;
  else {
    using parts = lz::detail::parts<T>;
    for (int i = 0; i < parts::count; ++i) parts::get(point, i) *= k;
    return point;
  }
}
template <class T> constexpr std::array<T, points> multiples(T const& point) {
  return {times(point, 1), times(point, -2), times(point, 0.5)};
}

/// `call` asks a verb for what `at` says: `call(verb, more...)` at point k, `map(verb, more...)` at all points.
template <class... Places, class Verb, class Call, class Map>
constexpr bool is_written(lz::emit::places<Places...>, Verb const& verb, Call const& call,
                          Map const& map) {
  std::tuple<std::array<destination<Places>, points>...> mapped{};
  std::apply([&](auto&... to) { map(verb, lz::out(to...)); }, mapped);
  for (std::size_t k = 0; k < points; ++k) {
    std::tuple<destination<Places>...> called{};
    std::apply(
        [&](auto&... to) {
          call(k, [&](auto const&... at) { lz::call(verb, at..., lz::out(to...)); });
        },
        called);
    numbers returned;
    call(k, [&](auto const&... at) { append(returned, verb(at...)); });
    auto const same = [&](auto const&... results) { return in_a_row(results...) == returned; };
    if (!std::apply(same, called)) return false;
    if (!std::apply([&](auto const&... results) { return same(results[k]...); }, mapped))
      return false;
  }
  return true;
}

/// Of a verb of functions.
template <class Verb, class... At>
constexpr bool gives_one_thing(Verb const& verb, At const&... at) {
  return is_written(
      typename lz::emit::written_by<Verb>::type{}, verb,
      [&](std::size_t k, auto const& ask) { ask(multiples(at)[k]...); },
      [&](auto const& of, auto const& to) { lz::map(of, multiples(at)..., to); });
}

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
/// Of a verb of formulas in x and y.
template <class Verb> constexpr bool formula_gives_one_thing(Verb const& verb) {
  return is_written(
      typename lz::emit::written_by<Verb>::type{}, verb,
      [&](std::size_t k, auto const& ask) { ask(y = multiples(0.5)[k], x = multiples(3.0)[k]); },
      [&](auto const& of, auto const& to) {
        lz::map(of, x = multiples(3.0), y = multiples(0.5), to);
      });
}
/// The same with a direction.
template <class Verb> constexpr bool product_gives_one_thing(Verb const& verb) {
  return is_written(
      typename lz::emit::written_by<Verb>::type{}, verb,
      [&](std::size_t k, auto const& ask) {
        ask(x = multiples(3.0)[k], y = multiples(0.5)[k],
            lz::direction(y = multiples(0.25)[k], x = multiples(-2.0)[k]));
      },
      [&](auto const& of, auto const& to) {
        lz::map(of, x = multiples(3.0), y = multiples(0.5),
                lz::direction(x = multiples(-2.0), y = multiples(0.25)), to);
      });
}

// Polynomials at small binary fractions: nothing is rounded, so that every way to a number gives the same.
constexpr auto scalar = lz::function<lz::R<2>, lz::passive<lz::R<>>, lz::R<>>(
    [](auto const& p, auto const& w, auto const& t) {
      return p[0] * p[0] * p[1] * t + p[1] * t * t * w + p[0] * w;
    });
constexpr auto several = lz::function<lz::R<2>, lz::passive<lz::R<>>, lz::R<>>(
    [](auto const& p, auto const& w, auto const& t) {
      return std::array{p[0] * p[1] + w * t * t, p[1] * p[1] * p[0], t * w * w};
    });
constexpr std::array p{3.0, -0.5}, along_p{0.25, 2.0};
constexpr double w = 4, t = 1.5, along_t = -1;
constexpr std::array adjoint{2.0, 0.5, -3.0};
constexpr lz::matrix<double, 3, 2> directions{{1.0, -0.5, 2.0, 0.25, -3.0, 4.0}};
constexpr lz::matrix<double, 2, 3> adjoints{{1.0, -0.5, 2.0, 0.25, -3.0, 4.0}};

constexpr auto f = x * x * y + 2.5 * y * y * y;
constexpr auto g = x * y * y - 3_c * x;

}  // namespace

TEST_CASE("a function and its verbs give one thing, however they are asked") {
  STATIC_REQUIRE(gives_one_thing(scalar, p, w, t));
  STATIC_REQUIRE(gives_one_thing(several, p, w, t));
  STATIC_REQUIRE(gives_one_thing(lz::gradient(scalar), p, w, t));
  STATIC_REQUIRE(gives_one_thing(lz::hessian(scalar), p, w, t));
  STATIC_REQUIRE(gives_one_thing(lz::jacobian(several), p, w, t));
  STATIC_REQUIRE(gives_one_thing(lz::jacobian(several, lz::rows<2, 0>{}), p, w, t));
  STATIC_REQUIRE(gives_one_thing(lz::jacobian(several, lz::columns<2, 1>{}), p, w, t));
  STATIC_REQUIRE(
      gives_one_thing(lz::jacobian(several, lz::entries<lz::at<2, 0>, lz::at<0, 1>>{}), p, w, t));
  STATIC_REQUIRE(
      gives_one_thing(lz::hessian(scalar, lz::entries<lz::at<1, 0>, lz::at<2, 2>>{}), p, w, t));
  STATIC_REQUIRE(gives_one_thing(lz::gauss_newton(several), p, w, t));
  STATIC_REQUIRE(gives_one_thing(lz::compressed(lz::jacobian(several)), p, w, t));
  STATIC_REQUIRE(gives_one_thing(lz::compressed(lz::hessian(scalar)), p, w, t));
  STATIC_REQUIRE(gives_one_thing(lz::hessian(scalar, lz::rows<1, 0>{}), p, w, t));
  STATIC_REQUIRE(gives_one_thing(lz::jvp(several), p, w, t, along_p, along_t));
  STATIC_REQUIRE(gives_one_thing(lz::vjp(several), p, w, t, adjoint));
  STATIC_REQUIRE(gives_one_thing(lz::hvp(scalar), p, w, t, along_p, along_t));
  STATIC_REQUIRE(gives_one_thing(lz::jvp<2>(several), p, w, t, directions));
  STATIC_REQUIRE(gives_one_thing(lz::vjp<2>(several), p, w, t, adjoints));
  STATIC_REQUIRE(gives_one_thing(lz::hvp<2>(scalar), p, w, t, directions));
  STATIC_REQUIRE(gives_one_thing(lz::taylor<3>(scalar), p, w, t, along_p, along_t));
  STATIC_REQUIRE(gives_one_thing(lz::taylor<3>(several), p, w, t, along_p, along_t));
}

TEST_CASE("formulas and their verbs give one thing, however they are asked") {
  STATIC_REQUIRE(formula_gives_one_thing(f));
  STATIC_REQUIRE(formula_gives_one_thing(lz::vector(f, g, x)));
  STATIC_REQUIRE(formula_gives_one_thing(lz::gradient(f)));
  STATIC_REQUIRE(formula_gives_one_thing(lz::gradient(f, lz::wrt(y))));
  STATIC_REQUIRE(formula_gives_one_thing(lz::hessian(f)));
  STATIC_REQUIRE(formula_gives_one_thing(lz::jacobian(lz::vector(f, g, x), lz::wrt(y, x))));
  STATIC_REQUIRE(formula_gives_one_thing(lz::gauss_newton(lz::vector(f, g, x))));
  STATIC_REQUIRE(formula_gives_one_thing(lz::compressed(lz::jacobian(lz::vector(f, g, x)))));
  STATIC_REQUIRE(formula_gives_one_thing(lz::compressed(lz::hessian(f))));
  STATIC_REQUIRE(formula_gives_one_thing(lz::taylor<4>(f, x)));
  STATIC_REQUIRE(product_gives_one_thing(lz::jvp(lz::vector(f, g), lz::wrt(x, y))));
  STATIC_REQUIRE(product_gives_one_thing(lz::hvp(f, lz::wrt(x, y))));
}

TEST_CASE("every verb of a function is made of its Jacobian or Hessian") {
  constexpr auto matches = [] {
    auto const j = lz::jacobian(several)(p, w, t).jacobian;
    auto const h = lz::hessian(scalar)(p, w, t).hessian;
    std::array const d{along_p[0], along_p[1], along_t};
    double const known[3][3] = {
        {p[1], p[0], 2 * w * t}, {p[1] * p[1], 2 * p[0] * p[1], 0}, {0, 0, w * w}};
    for (int i = 0; i < 3; ++i)
      for (int k = 0; k < 3; ++k)
        if (j(i, k) != known[i][k]) return 1;
    double const second[3][3] = {{2 * p[1] * t, 2 * p[0] * t, 2 * p[0] * p[1]},
                                 {2 * p[0] * t, 0, p[0] * p[0] + 2 * t * w},
                                 {2 * p[0] * p[1], p[0] * p[0] + 2 * t * w, 2 * p[1] * w}};
    for (int i = 0; i < 3; ++i)
      for (int k = 0; k < 3; ++k)
        if (h(i, k) != second[i][k]) return 2;
    auto const value = several(p, w, t);
    auto const tangent = lz::jvp(several)(p, w, t, along_p, along_t);
    auto const tangents = lz::jvp<2>(several)(p, w, t, directions);
    auto const gradient = lz::vjp(several)(p, w, t, adjoint);
    auto const gradients = lz::vjp<2>(several)(p, w, t, adjoints);
    auto const normal = lz::gauss_newton(several)(p, w, t);
    auto const series = lz::taylor<3>(several)(p, w, t, along_p, along_t);
    auto const product = lz::hvp(scalar)(p, w, t, along_p, along_t);
    auto const products = lz::hvp<2>(scalar)(p, w, t, directions);
    auto const rows = lz::jacobian(several, lz::rows<2, 0>{})(p, w, t);
    auto const columns = lz::jacobian(several, lz::columns<2, 1>{})(p, w, t);
    auto const entries = lz::jacobian(several, lz::entries<lz::at<2, 2>, lz::at<0, 1>>{})(p, w, t);
    auto const seconds = lz::hessian(scalar, lz::entries<lz::at<1, 0>, lz::at<2, 2>>{})(p, w, t);
    if (entries.entries[0] != j(2, 2) || entries.entries[1] != j(0, 1)) return 3;
    if (seconds.entries[0] != h(0, 1) || seconds.entries[1] != h(2, 2)) return 4;
    numbers of_p, of_products;
    append(of_p, gradient.gradient);
    append(of_products, product.product);
    for (int i = 0; i < 3; ++i) {
      auto const at = static_cast<std::size_t>(i);
      double along = 0, back = 0, twice = 0, residual = 0;
      for (int k = 0; k < 3; ++k) {
        auto const other = static_cast<std::size_t>(k);
        along += j(i, k) * d[other];
        back += j(k, i) * adjoint[other];
        twice += h(i, k) * d[other];
        residual += j(k, i) * value[other];
        double square = 0;
        for (int m = 0; m < 3; ++m) square += j(m, i) * j(m, k);
        if (normal.hessian(i, k) != square) return 5;
        if (k < 2 && (rows.jacobian(k, i) != j(k == 0 ? 2 : 0, i) ||
                      columns.jacobian(i, k) != j(i, k == 0 ? 2 : 1)))
          return 6;
      }
      if (tangent.tangent[at] != along || series(i, 1) != along || series(i, 0) != value[at])
        return 7;
      if (of_p.at[i] != back || normal.gradient[at] != residual) return 8;
      if (of_products.at[i] != twice) return 9;
      for (int c = 0; c < 2; ++c) {
        double sum = 0, other = 0, third = 0;
        for (int k = 0; k < 3; ++k)
          sum += j(i, k) * directions(k, c), other += j(k, i) * adjoints(c, k),
              third += h(i, k) * directions(k, c);
        if (tangents.tangent(i, c) != sum || products.product(i, c) != third) return 10;
        if (gradients.gradient(c, i) != other) return 11;
      }
    }
    return 0;
  };
  STATIC_REQUIRE(matches() == 0);
}
