// SPDX-License-Identifier: BSL-1.0
// Where operands of min and max are equal, what is made of both has the derivatives of the identity that holds for
// them: max takes the first, min the second, whichever order they are written in.
#include <array>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::test::close;
using lz::test::opaque;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::variable<"z"> z;

/// Value, first and second derivatives of f and g, which are one function, at (a, b).
template <class F, class G> constexpr bool same(F const& f, G const& g, double a, double b) {
  auto const of_f = hessian(f, lz::wrt(x, y))(x = a, y = b);
  auto const of_g = hessian(g, lz::wrt(x, y))(x = a, y = b);
  auto const tangents = lz::vector(lz::derivative(f, x), lz::derivative(f, y))(x = a, y = b);
  return close(of_f.value, of_g.value, 1e-15) && close(of_f[x], of_g[x], 1e-15) &&
         close(of_f[y], of_g[y], 1e-15) && close(tangents[0], of_g[x], 1e-15) &&
         close(tangents[1], of_g[y], 1e-15) &&
         close(of_f.hessian(x, x), of_g.hessian(x, x), 1e-15) &&
         close(of_f.hessian(x, y), of_g.hessian(x, y), 1e-15) &&
         close(of_f.hessian(y, y), of_g.hessian(y, y), 1e-15);
}
/// The same at ties, where the derivatives of f are those of g.
template <class F, class G> constexpr bool same_at_ties(F const& f, G const& g) {
  return same(f, g, opaque(1.0), opaque(1.0)) && same(f, g, opaque(-2.0), opaque(-2.0)) &&
         same(f, g, opaque(0.0), opaque(0.0)) && same(f, g, opaque(3.0), opaque(2.0));
}

constexpr auto exchange = [](auto& a, auto& b) {
  auto const smaller = min(a, b);
  b = max(a, b);
  a = smaller;
};
/// Four numbers through a sorting network, comparators in both orders.
constexpr auto sorted = [](auto const& p) {
  auto a = p[0], b = p[1], c = p[2], d = p[3];
  exchange(a, b);
  exchange(d, c);
  exchange(a, d);
  exchange(b, c);
  exchange(d, b);
  return std::array{a, d, b, c};
};
constexpr auto symmetric = lz::function<lz::R<4>>([](auto const& p) {
  auto const s = sorted(p);
  return s[0] * s[1] * s[2] * s[3] + sin(s[0]) + sin(s[1]) + sin(s[2]) + sin(s[3]);
});
constexpr auto unsorted = lz::function<lz::R<4>>([](auto const& p) {
  return p[0] * p[1] * p[2] * p[3] + sin(p[0]) + sin(p[1]) + sin(p[2]) + sin(p[3]);
});
constexpr auto both = lz::function<lz::R<2>>([](auto const& p) {
  return std::array{min(p[0], p[1]) + max(p[1], p[0]), min(p[1], p[0]) * max(p[1], p[0])};
});

template <class R, class S> constexpr bool near(R const& r, S const& s) {
  bool result = close(r.value, s.value, 1e-15);
  for (int i = 0; i < 4; ++i) {
    result = result && close(r.gradient[static_cast<std::size_t>(i)],
                             s.gradient[static_cast<std::size_t>(i)], 1e-15);
    for (int j = 0; j < 4; ++j) result = result && close(r.hessian(i, j), s.hessian(i, j), 1e-14);
  }
  return result;
}

}  // namespace

TEST_CASE("sum, product and other symmetric functions of the smaller and the larger") {
  LEIBNIZ_CHECK_BOTH([] { return same_at_ties(min(x, y) + max(x, y), x + y); });
  LEIBNIZ_CHECK_BOTH([] { return same_at_ties(min(y, x) + max(x, y), x + y); });
  LEIBNIZ_CHECK_BOTH([] { return same_at_ties(min(x, y) + max(y, x), x + y); });
  LEIBNIZ_CHECK_BOTH([] { return same_at_ties(min(y, x) + max(y, x), x + y); });
  LEIBNIZ_CHECK_BOTH([] { return same_at_ties(min(x, y) * max(x, y), x * y); });
  LEIBNIZ_CHECK_BOTH([] { return same_at_ties(max(y, x) * min(x, y), x * y); });
  LEIBNIZ_CHECK_BOTH(
      [] { return same_at_ties(square(max(y, x)) + square(min(x, y)), square(x) + square(y)); });
  LEIBNIZ_CHECK_BOTH([] {
    return same(x * exp(max(x, 2_c * y)) + x * exp(min(2_c * y, x)), x * exp(x) + x * exp(2_c * y),
                opaque(2.0), opaque(1.0));
  });
}

TEST_CASE("the logarithm of a sum of exponentials, written with min and max") {
  constexpr auto smooth = log(exp(x) + exp(y));
  auto const same_derivatives = [&](auto const& f) {
    for (double a : {1.0, -2.0, 0.0}) {
      auto const r = hessian(f, lz::wrt(x, y))(x = opaque(a), y = opaque(a));
      auto const s = hessian(smooth, lz::wrt(x, y))(x = a, y = a);
      CHECK((close(r.value, s.value, 1e-15) && r[x] == 0.5 && r[y] == 0.5));
      CHECK(close(r.hessian(x, x), s.hessian(x, x), 1e-15));
      CHECK(close(r.hessian(x, y), s.hessian(x, y), 1e-15));
      CHECK(close(r.hessian(y, y), s.hessian(y, y), 1e-15));
    }
  };
  same_derivatives(max(x, y) + log1p(exp(min(x, y) - max(x, y))));
  same_derivatives(max(y, x) + log1p(exp(min(x, y) - max(y, x))));
  same_derivatives(max(x, y) + log1p(exp(-(max(y, x) - min(x, y)))));
}

TEST_CASE("of three: the smallest, the median and the largest") {
  constexpr auto lower = min(x, y);
  constexpr auto upper = max(x, y);
  constexpr auto middle = min(upper, z);
  constexpr auto all = gradient(min(lower, middle) + max(lower, middle) + max(x, y, z));
  for (auto [a, b, c] :
       {std::array{1.0, 1.0, 1.0}, {1.0, 1.0, 2.0}, {2.0, 1.0, 1.0}, {1.0, 2.0, 1.0}}) {
    auto const r = all(x = a, y = b, z = c);
    CHECK((r[x] == 1 && r[y] == 1 && r[z] == 1));
  }
}

TEST_CASE("symmetric functions of what a network sorts") {
  LEIBNIZ_CHECK_BOTH([] {
    for (auto const& p :
         {std::array{1.0, 1.0, 1.0, 1.0}, {1.0, 2.0, 1.0, 2.0}, {2.0, 1.0, 1.0, 0.0}})
      if (!near(hessian(symmetric)(p), hessian(unsorted)(p))) return false;
    return true;
  });
}

TEST_CASE("every verb chooses alike") {
  LEIBNIZ_CHECK_BOTH([] {
    constexpr std::array p{1.0, 1.0}, v{2.0, 3.0};
    auto const j = jacobian(both)(p).jacobian;
    auto const forward = lz::jacobian<lz::order::forward>(both)(p).jacobian;
    auto const reverse = lz::jacobian<lz::order::reverse>(both)(p).jacobian;
    auto const eliminated = lz::jacobian<lz::order::markowitz>(both)(p).jacobian;
    bool result = true;
    for (int i = 0; i < 2; ++i)
      for (int k = 0; k < 2; ++k)
        result = result && j(i, k) == 1 && forward(i, k) == 1 && reverse(i, k) == 1 &&
                 eliminated(i, k) == 1;
    auto const along = jvp(both)(p, v);
    auto const back = vjp(both)(p, v);
    auto const series = lz::taylor<3>(both)(p, v);
    return result && along.tangent[0] == 5 && along.tangent[1] == 5 && back.gradient[0] == 5 &&
           back.gradient[1] == 5 && series(0, 1) == 5 && series(1, 1) == 5 && series(0, 2) == 0 &&
           series(1, 2) == 6;
  });
}

TEST_CASE("clamp has the derivative of its argument at both ends") {
  constexpr auto f = gradient(clamp(x, 0_c, 1_c));
  static_assert(f(x = 0.0)[x] == 1 && f(x = 1.0)[x] == 1 && f(x = -0.5)[x] == 0);
  static_assert(f(x = 1.5)[x] == 0 && f(x = 0.5)[x] == 1);
  constexpr auto g = gradient(clamp(x, y, z));
  static_assert(g(x = 1.0, y = 1.0, z = 1.0)[x] == 1 && g(x = 1.0, y = 1.0, z = 1.0)[z] == 0);
}
