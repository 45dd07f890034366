// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>

#include "leibniz/functions/activation.hpp"
#include "leibniz/functions/hyperbolic.hpp"
#include "leibniz/functions/reduction.hpp"

namespace leibniz {

/// x log(y), and 0 where x is 0
struct xlogy_entry : entry<xlogy_entry, "xlogy", 2> {
  static constexpr char const* kink = "by y at (0, 0): 0";
  static constexpr edge_point edges[] = {{0, 0}, {1, 0}, {0, -1}};
  static constexpr double sample_from = 0.1, sample_to = 4;
  static constexpr char const* c_source = "#1 <= 0 && #1 >= 0 && !isnan(#2) ? 0 : #1*log#f(#2)";
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return math::xlogy(x, y); }
  static constexpr auto partials(auto, auto x, auto y) {
    return list(log(y), x / where(equal_to(x, 0_c) && equal_to(y, 0_c), 1_c, y));
  }
};

/// x log(1 + y), and 0 where x is 0
struct xlog1py_entry : entry<xlog1py_entry, "xlog1py", 2> {
  static constexpr char const* kink = "by y at (0, -1): 0";
  static constexpr edge_point edges[] = {{0, -1}, {1, -1}, {0, -2}};
  static constexpr double sample_from = -0.9, sample_to = 4;
  static constexpr char const* c_source = "#1 <= 0 && #1 >= 0 && !isnan(#2) ? 0 : #1*log1p#f(#2)";
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return math::xlog1py(x, y); }
  static constexpr auto partials(auto, auto x, auto y) {
    return list(log1p(y), x / where(equal_to(x, 0_c) && equal_to(y, -1_c), 1_c, 1_c + y));
  }
};

/// log(cosh(x)), without overflow
struct log_cosh_entry : entry<log_cosh_entry, "log_cosh", 1> {
  static constexpr bool not_negative = true;
  static constexpr char const* latex = "\\ln\\cosh\\left(#1\\right)";
  static constexpr auto symmetry = parity::even;
  static constexpr char const* c_source =
      "const #T a = fabs#f(#1), s = sinh#f(a);\n  "
      "return a < 2 ? 0.5#f*log1p#f(s*s) : a - (0.69314718055994530942#f - log1p#f(exp#f(-2*a)));";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::log_cosh(x); }
  static constexpr auto partials(auto, auto x) { return list(tanh(x)); }
};

LEIBNIZ_FUNCTION_2(xlogy)
LEIBNIZ_FUNCTION_2(xlog1py)
LEIBNIZ_FUNCTION_1(log_cosh)

/// (prediction − target)²
template <class P, class T>
requires detail::Scalars<P, T>
constexpr auto squared_error(P const& prediction, T const& target) {
  return square(prediction - target);
}

/// |prediction − target|; its derivative where they are equal is 0.
template <class P, class T>
requires detail::Scalars<P, T>
constexpr auto absolute_error(P const& prediction, T const& target) {
  return abs(prediction - target);
}

/// r²/2 for a difference r of at most delta, delta·(|r| − delta/2) beyond: Huber's loss.
template <class P, class T, class Delta>
requires detail::Scalars<P, T, Delta>
constexpr auto huber(P const& prediction, T const& target, Delta const& delta) {
  auto const half = detail::number_beside<P, T, Delta>(0.5_c);
  auto const r = prediction - target;
  return detail::choose(abs(r) <= delta, half * square(r), delta * (abs(r) - half * delta));
}
template <class P, class T>
requires detail::Scalars<P, T>
constexpr auto huber(P const& prediction, T const& target) {
  return huber(prediction, target, detail::number_beside<P, T>(1_c));
}

/// log(cosh(prediction − target))
template <class P, class T>
requires detail::Scalars<P, T>
constexpr auto log_cosh(P const& prediction, T const& target) {
  return log_cosh(prediction - target);
}

/// −(t log p + (1 − t) log(1 − p)) of a probability p and a target t in [0, 1]; a factor 0 makes its term 0.
/// Where p comes from a sigmoid, `binary_cross_entropy_with_logits` is more accurate.
template <class P, class T>
requires detail::Scalars<P, T>
constexpr auto binary_cross_entropy(P const& p, T const& t) {
  auto const one = detail::number_beside<P, T>(1_c);
  return -(xlogy(t, p) + xlog1py(one - t, -p));
}

/// binary_cross_entropy(sigmoid(z), t), without cancellation: the smaller of two losses is not a difference of large
/// ones.
template <class Z, class T>
requires detail::Scalars<Z, T>
constexpr auto binary_cross_entropy_with_logits(Z const& z, T const& t) {
  auto const one = detail::number_beside<Z, T>(1_c);
  return t * softplus(-z) + (one - t) * softplus(z);
}

namespace detail {

/// −log(softmax(x))[k] as log Σ e^(x − x[k]): the derivative by x[k] is a sum of the other classes' probabilities, and
/// nothing cancels where its own is near 1.
template <class T, std::size_t N>
constexpr auto cross_entropy_of(std::array<T, N> x, std::size_t k) {
  T const right = x[k];
  for (std::size_t i = 0; i < N; ++i) x[i] = i == k ? T(0) : call<difference_entry>(x[i], right);
  return logsumexp_of(x);
}
template <std::size_t K, class T, std::size_t N>
constexpr auto cross_entropy_of(std::array<T, N> const& x) {
  return cross_entropy_of(x, K);
}
template <std::size_t K, std::size_t I, class X, class Right>
constexpr auto less_right(X const& x, Right const& right) {
  if constexpr (I == K) return constant<0>{};
  else return call<difference_entry>(x, right);
}
template <std::size_t K, class... Ts, std::size_t... I>
constexpr auto cross_entropy_of(std::tuple<Ts...> const& x, std::index_sequence<I...>) {
  return logsumexp_of(std::tuple(less_right<K, I>(std::get<I>(x), std::get<K>(x))...));
}
template <std::size_t K, class... Ts> constexpr auto cross_entropy_of(std::tuple<Ts...> const& x) {
  return cross_entropy_of<K>(x, std::index_sequence_for<Ts...>());
}

}  // namespace detail

/// −Σ target·log(softmax(logits)). The target is a sequence of probabilities, or the index of the right class: a
/// constant (`2_c`), in traced functions also an int.
/// A logit that is −∞ has no weight; where others are not, that of the right class makes the loss +∞.
template <detail::Sequence Logits, detail::Sequence Targets>
constexpr auto cross_entropy(Logits const& logits, Targets const& targets) {
  return -dot(targets, log_softmax(logits));
}
template <detail::Sequence Logits, std::int64_t K>
requires(K >= 0)
constexpr auto cross_entropy(Logits const& logits, constant<K, 1>) {
  static_assert(K < detail::length<Logits>,
                "leibniz::cross_entropy: there is no class of this index");
  return detail::cross_entropy_of<static_cast<std::size_t>(K)>(detail::elements_of(logits));
}
template <detail::Sequence Logits, IntegralConstant K>
constexpr auto cross_entropy(Logits const& logits, K) {
  return cross_entropy(logits, constant<static_cast<std::int64_t>(K::value), 1>{});
}
template <detail::NumberArray Logits, std::integral K>
constexpr auto cross_entropy(Logits const& logits, K k) {
  return detail::cross_entropy_of(detail::elements_of(logits), static_cast<std::size_t>(k));
}

}  // namespace leibniz
