// SPDX-License-Identifier: BSL-1.0
// Structs, tuples and matrices, into functions and out of them.
#include "leibniz/expression/parts.hpp"

#include <array>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <tuple>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using lz::test::opaque;

namespace {

template <class T> struct state {
  T x, v;
  std::array<T, 3> w;
};
template <class T> struct nested {
  state<T> first;
  lz::matrix<T, 2, 2> m;
  T c[2];
  T last[1];
};
template <class T, int N> struct sized {
  std::array<T, N> all;
};
template <class T> using sized_by_two = sized<T, 2>;
struct plain {
  lz::traced a;
  std::array<lz::traced, 2> b;
};
/// A class with constructors names its members itself.
template <class T> class closed {
 public:
  constexpr closed() = default;
  constexpr closed(T a, T b) : a_(a), b_(b) {}
  constexpr T a() const { return a_; }
  constexpr T b() const { return b_; }
  friend constexpr auto leibniz_members(closed& c) { return std::tie(c.a_, c.b_); }
  friend constexpr auto leibniz_members(closed const& c) { return std::tie(c.a_, c.b_); }

 private:
  T a_{}, b_{};
};

constexpr auto step = lz::function<lz::like<state>, lz::R<>>([](auto const& s, auto const& dt) {
  auto next = s;
  next.x = s.x + dt * s.v;
  next.v = s.v - dt * sin(s.x);
  next.w[2] = s.w[0] * s.w[1];
  return next;
});
constexpr state<double> start{1, 2, {3, 4, 5}};

}  // namespace

TEST_CASE("members are counted, C arrays among them") {
  STATIC_REQUIRE(lz::detail::member_count<state<double>> == 3);
  STATIC_REQUIRE(lz::detail::member_count<nested<double>> == 4);
  STATIC_REQUIRE(lz::detail::member_count<nested<lz::traced>> == 4);
  STATIC_REQUIRE(lz::detail::parts<nested<float>>::count == 5 + 4 + 2 + 1);
  STATIC_REQUIRE(lz::detail::parts<lz::matrix<double, 10, 10>>::count == 100);
}

TEST_CASE("a struct in and out: value and tangent are structs of numbers") {
  STATIC_REQUIRE(std::is_same_v<decltype(step(start, 0.5)), state<double>>);
  LEIBNIZ_CHECK_BOTH([] {
    auto s = start;
    s.x = opaque(s.x);
    auto const next = step(s, 0.5);
    return next.x == 2 && next.w[0] == 3 && next.w[2] == 12;
  });
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = lz::jacobian(step)(start, opaque(0.5));
    static_assert(std::is_same_v<decltype(r.value), state<double>>);
    static_assert(std::is_same_v<decltype(r.jacobian), lz::matrix<double, 5, 6>>);
    return r.value.x == 2 && r.jacobian(0, 0) == 1 && r.jacobian(0, 1) == 0.5 &&
           r.jacobian(0, 5) == 2 && r.jacobian(4, 2) == 4 && r.jacobian(4, 3) == 3 &&
           r.jacobian(4, 4) == 0;
  });
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = lz::jvp(step)(start, opaque(0.5), state<double>{1, 1, {0, 1, 0}}, 0.0);
    static_assert(std::is_same_v<decltype(r.tangent), state<double>>);
    return r.tangent.x == 1.5 && r.tangent.w[1] == 1 && r.tangent.w[2] == 3;
  });
  LEIBNIZ_CHECK_BOTH([] {  // an adjoint is a struct like the result, or an array
    auto const a = lz::vjp(step)(start, opaque(0.5), state<double>{1, 0, {0, 0, 2}});
    auto const b = lz::vjp(step)(start, opaque(0.5), std::array{1.0, 0.0, 0.0, 0.0, 2.0});
    auto const& by_state = a.gradient[boost::hana::size_c<0>];
    static_assert(std::is_same_v<std::remove_cvref_t<decltype(by_state)>, state<double>>);
    return by_state.x == 1 && by_state.v == 0.5 && by_state.w[0] == 8 && by_state.w[1] == 6 &&
           b.gradient[boost::hana::size_c<0>].w[0] == 8 && a.gradient[boost::hana::size_c<1>] == 2;
  });
}

TEST_CASE("the gradient by a struct is a struct") {
  static constexpr auto f = lz::function<lz::like<nested>, lz::passive<lz::like<state>>>(
      [](auto const& n, auto const& s) {
        return n.first.x * n.m(1, 0) + n.c[1] * s.w[2] + lz::square(n.last[0]);
      });
  LEIBNIZ_CHECK_BOTH([] {
    nested<double> n{start, {{1, 2, 3, 4}}, {5, 6}, {opaque(7.0)}};
    auto const r = lz::gradient(f)(n, start);
    static_assert(std::is_same_v<decltype(r.gradient), nested<double>>);
    return r.value == 3 + 30 + 49 && r.gradient.first.x == 3 && r.gradient.first.v == 0 &&
           r.gradient.m(1, 0) == 1 && r.gradient.m(0, 1) == 0 && r.gradient.c[0] == 0 &&
           r.gradient.c[1] == 5 && r.gradient.last[0] == 14;
  });
  nested<float> n{};
  n.last[0] = opaque(2.0f);
  CHECK(lz::gradient(f)(n, state<float>{}).gradient.last[0] == 4.0f);
}

TEST_CASE("structs with more parameters, of other scalars, with constructors") {
  static constexpr auto f =
      lz::function<lz::like<sized_by_two>, lz::like<closed>>([](auto const& s, auto const& c) {
        using T = std::remove_cvref_t<decltype(c.a())>;
        return std::pair(sized<T, 1>{{s.all[0] * c.a()}}, closed<T>(s.all[1], c.b()));
      });
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = lz::jacobian(f)(sized<double, 2>{{opaque(2.0), 3.0}}, closed<double>(4, 5));
    static_assert(std::is_same_v<decltype(r.value), std::pair<sized<double, 1>, closed<double>>>);
    return r.value.first.all[0] == 8 && r.value.second.a() == 3 && r.value.second.b() == 5 &&
           r.jacobian(0, 0) == 4 && r.jacobian(2, 3) == 1;
  });
  using big = boost::multiprecision::cpp_bin_float_50;
  state<big> s{};
  s.x = 1;
  s.v = 2;
  CHECK(step(s, big(0.5)).x == 2);
}

TEST_CASE("tuples, pairs, matrices and arrays of them") {
  static constexpr auto f = lz::function<lz::R<2>>([](auto const& p) {
    return std::tuple(p[0] * p[1], std::array{p[0], p[1]}, lz::matrix<lz::traced, 1, 2>{{1, p[0]}},
                      3);
  });
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = lz::jacobian(f)(std::array{opaque(2.0), 3.0});
    static_assert(std::is_same_v<decltype(r.value), std::tuple<double, std::array<double, 2>,
                                                               lz::matrix<double, 1, 2>, double>>);
    return std::get<0>(r.value) == 6 && std::get<1>(r.value)[1] == 3 &&
           std::get<2>(r.value)(0, 1) == 2 && std::get<3>(r.value) == 3 && r.jacobian(0, 1) == 2 &&
           r.jacobian(4, 0) == 1 && r.jacobian(5, 0) == 0;
  });
  static constexpr auto m = lz::function<lz::R<2>>(
      [](auto const& p) { return lz::matrix<lz::traced, 2, 2>{{p[0], p[1], p[0] * p[1], 1}}; });
  LEIBNIZ_CHECK_BOTH(
      [] { return m(std::array{opaque(2.0), 3.0}) == lz::matrix<double, 2, 2>{{2, 3, 6, 1}}; });
  static constexpr auto particles = lz::function<lz::R<2>>([](auto const& p) {
    using T = std::remove_cvref_t<decltype(p[0])>;
    return std::array<sized<T, 1>, 2>{{{{p[0]}}, {{p[1]}}}};
  });
  LEIBNIZ_CHECK_BOTH([] { return particles(std::array{opaque(2.0), 3.0})[1].all[0] == 3; });
}

TEST_CASE("a struct that is no template gives an array") {
  static constexpr auto f =
      lz::function<lz::R<2>>([](auto const& p) { return plain{p[0], {p[1], p[0] * p[1]}}; });
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = f(std::array{opaque(2.0), 3.0});
    static_assert(std::is_same_v<decltype(r), std::array<double, 3> const>);
    return r[2] == 6;
  });
}
