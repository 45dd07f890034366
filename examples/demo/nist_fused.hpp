// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <utility>

#include <boost/hana/at.hpp>
#include <boost/hana/tuple.hpp>

#include "nist_model.hpp"
#include "nist_models.hpp"

namespace nist {

inline constexpr auto parameters = boost::hana::make_tuple(b1, b2, b3, b4, b5, b6, b7, b8, b9);
template <int I> inline constexpr auto b_at = boost::hana::at_c<I>(parameters);

/// How many of the parameters a formula has: the first so many.
template <auto const& Formula, int... I> consteval int count_parameters(
    std::integer_sequence<int, I...>) {
  return (int(lz::depends_on(Formula, b_at<I>)) + ...);
}
template <auto const& Formula>
inline constexpr int parameter_count =
    count_parameters<Formula>(std::make_integer_sequence<int, 9>{});

/// Value and gradient of a formula, as one fused function of arrays.
template <auto const& Formula, int... I>
double value_and_gradient(double const* predictors, double const* b, double* gradient,
                          std::integer_sequence<int, I...>) {
  constexpr auto fused = lz::gradient(Formula, lz::wrt(b_at<I>...));
  auto const r = [&] {
    if constexpr (lz::depends_on(Formula, x)) return fused(x = predictors[0], (b_at<I> = b[I])...);
    else return fused(x1 = predictors[0], x2 = predictors[1], (b_at<I> = b[I])...);
  }();
  ((gradient[I] = r[b_at<I>]), ...);
  return r.value;
}

template <auto const& Formula>
double evaluate(double const* predictors, double const* b, double* gradient) {
  constexpr auto indices = std::make_integer_sequence<int, parameter_count<Formula>>{};
  return value_and_gradient<Formula>(predictors, b, gradient, indices);
}

template <auto const& Formula> constexpr model make_model(std::string_view problem) {
  constexpr bool one_predictor = lz::depends_on(Formula, x);
  return {problem, parameter_count<Formula>, one_predictor ? 1 : 2, false, evaluate<Formula>};
}

}  // namespace nist
