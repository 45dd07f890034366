// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string_view>

namespace nist {

/// The model of a problem as plain functions of arrays: what a solver calls.
struct model {
  std::string_view problem;
  int parameters;
  int predictors;
  bool log_response;  ///< the model is of the logarithm of the response
  /// Value and gradient by the parameters, in one pass.
  double (*evaluate)(double const* x, double const* b, double* gradient);
};

/// The models of all problems, in the order of the file names.
std::span<model const> models();

}  // namespace nist
