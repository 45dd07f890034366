// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "catch.hpp"
#include "nist_fused.hpp"
#include "problems.hpp"

// The gradients of the models against central differences of the same formulas in long double.
namespace nist {
namespace {

using wide = long double;

template <auto const& Formula, int... I>
wide value_of(std::vector<double> const& predictors, std::vector<wide> const& b,
              std::integer_sequence<int, I...>) {
  if constexpr (lz::depends_on(Formula, x)) return Formula(x = predictors[0], (b_at<I> = b[I])...);
  else return Formula(x1 = predictors[0], x2 = predictors[1], (b_at<I> = b[I])...);
}
template <auto const& Formula> wide value_at(std::vector<double> const& predictors,
                                             std::vector<wide> const& b) {
  return value_of<Formula>(predictors, b,
                           std::make_integer_sequence<int, parameter_count<Formula>>{});
}

using wide_model = wide (*)(std::vector<double> const& predictors, std::vector<wide> const& b);

struct estimate {
  wide value;
  wide rounding;  ///< what rounding the function's values does to it
};

/// A central difference of four points: its error is of order h^4.
estimate difference(wide_model f, std::vector<double> const& predictors, std::vector<wide> b,
                    std::size_t k) {
  wide const center = b[k], h = 1e-5L * std::abs(center);
  auto const at = [&](int steps) {
    b[k] = center + wide(steps) * h;
    return f(predictors, b);
  };
  wide const rounding = 16 * std::numeric_limits<wide>::epsilon() * std::abs(at(0)) / h;
  return {(8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h), rounding};
}

void check_gradient(model const& m, dataset const& data, wide_model f,
                    std::vector<double> const& b) {
  std::vector<wide> const wide_b(b.begin(), b.end());
  std::vector<double> gradient(b.size());
  for (observation const& o : data.observations) {
    double const value = m.evaluate(o.predictors.data(), b.data(), gradient.data());
    CHECK(std::abs(value - f(o.predictors, wide_b)) <= 1e-11L * std::abs(value));
    for (std::size_t k = 0; k < b.size(); ++k) {
      estimate const expected = difference(f, o.predictors, wide_b, k);
      INFO("derivative by b" << k + 1 << " at x = " << o.predictors[0]);
      CHECK(std::abs(gradient[k] - expected.value) <=
            1e-8L * std::abs(expected.value) + expected.rounding);
    }
  }
}

void check_gradients(wide_model f, std::vector<std::string> const& problems) {
  for (std::string const& problem : problems) {
    CAPTURE(problem);
    model const& m = *std::ranges::find(models(), problem, &model::problem);
    dataset const data = data_of(m);
    for (std::vector<double> const& b : {data.start(1), data.start(2), data.certified()})
      check_gradient(m, data, f, b);
  }
}

}  // namespace

TEST_CASE("gradients agree with differences: growth and decay") {
  check_gradients(value_at<saturation>, {"BoxBOD", "Misra1a"});
  check_gradients(value_at<chwirut>, {"Chwirut1", "Chwirut2"});
  check_gradients(value_at<lanczos>, {"Lanczos1", "Lanczos2", "Lanczos3"});
  check_gradients(value_at<mgh10>, {"MGH10"});
  check_gradients(value_at<mgh17>, {"MGH17"});
  check_gradients(value_at<nelson>, {"Nelson"});
  check_gradients(value_at<rat42>, {"Rat42"});
  check_gradients(value_at<rat43>, {"Rat43"});
}

TEST_CASE("gradients agree with differences: powers and quotients") {
  check_gradients(value_at<misra1b>, {"Misra1b"});
  check_gradients(value_at<misra1c>, {"Misra1c"});
  check_gradients(value_at<misra1d>, {"Misra1d"});
  check_gradients(value_at<danwood>, {"DanWood"});
  check_gradients(value_at<bennett5>, {"Bennett5"});
  check_gradients(value_at<kirby2>, {"Kirby2"});
  check_gradients(value_at<mgh09>, {"MGH09"});
  check_gradients(value_at<cubic_ratio>, {"Hahn1", "Thurber"});
}

TEST_CASE("gradients agree with differences: peaks and waves") {
  check_gradients(value_at<eckerle4>, {"Eckerle4"});
  check_gradients(value_at<gauss>, {"Gauss1", "Gauss2", "Gauss3"});
  check_gradients(value_at<enso>, {"ENSO"});
  check_gradients(value_at<roszman1>, {"Roszman1"});
}

}  // namespace nist
