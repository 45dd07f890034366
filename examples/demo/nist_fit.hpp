// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include "nist_file.hpp"
#include "nist_model.hpp"

namespace nist {

struct fit_result {
  std::vector<double> parameters;
  double residual_sum_of_squares = 0;
  int iterations = 0;
  int evaluations = 0;  ///< of the residuals with their derivatives, over all observations
};

/// Fits a model to data by least squares. It knows the observations and where to start, nothing else.
fit_result fit(model const& model, std::vector<observation> const& observations,
               std::vector<double> const& start);

/// How many digits of a certified value a result has: the log relative error, from 0 to the 11 that are given.
double digits(double result, double certified);

/// The digits of the worst parameter.
double digits(std::vector<double> const& result, std::vector<double> const& certified);

}  // namespace nist
