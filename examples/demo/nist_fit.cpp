// SPDX-License-Identifier: BSL-1.0
#include "nist_fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <Eigen/QR>
#include <unsupported/Eigen/NonLinearOptimization>

namespace nist {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Residuals and their derivatives as Eigen's solver asks for them. It asks for them one after the other, mostly
/// at the same point: one pass computes both.
class residuals {
 public:
  residuals(model const& model, std::vector<observation> const& observations)
      : model_(model),
        observations_(observations),
        at_(VectorXd::Constant(model.parameters, std::numeric_limits<double>::quiet_NaN())),
        values_(values()),
        jacobian_(values(), model.parameters) {}

  Index values() const { return static_cast<Index>(observations_.size()); }
  int evaluations() const { return evaluations_; }

  int operator()(VectorXd const& b, VectorXd& r) {
    compute(b);
    r = values_;
    return 0;
  }
  int df(VectorXd const& b, MatrixXd& jacobian) {
    compute(b);
    jacobian = jacobian_;
    return 0;
  }

 private:
  void compute(VectorXd const& b) {
    if (b == at_) return;
    at_ = b;
    ++evaluations_;
    for (Index i = 0; i < values(); ++i) compute_row(i, observations_[static_cast<std::size_t>(i)]);
    // A step that leaves the domain of the model is a bad step: the solver will take a shorter one.
    if (!values_.allFinite() || !jacobian_.allFinite()) values_.setConstant(1e100);
  }
  void compute_row(Index i, observation const& o) {
    std::array<double, 9> gradient{};
    double const response = model_.log_response ? std::log(o.response) : o.response;
    values_[i] = model_.evaluate(o.predictors.data(), at_.data(), gradient.data()) - response;
    for (Index k = 0; k < jacobian_.cols(); ++k)
      jacobian_(i, k) = gradient[static_cast<std::size_t>(k)];
  }

  model const& model_;
  std::vector<observation> const& observations_;
  VectorXd at_, values_;
  MatrixXd jacobian_;
  int evaluations_ = 0;
};

/// Levenberg-Marquardt from b until rounding errors end it.
void descend(residuals& f, VectorXd& b, int& iterations) {
  Eigen::LevenbergMarquardt<residuals> solver(f);
  solver.parameters.factor = 1;  // the first step is no longer than the way from 0 to the start
  solver.parameters.ftol = std::numeric_limits<double>::epsilon();
  solver.parameters.xtol = std::numeric_limits<double>::epsilon();
  solver.parameters.maxfev = 5000;
  solver.minimize(b);
  iterations += static_cast<int>(solver.iter);
}

/// The sum of squares is flat at its minimum, so what goes by it finds half of the digits. The steps of Gauss and
/// Newton go by its gradient, and find the others; they are taken while they are short and get shorter.
void polish(residuals& f, VectorXd& b, int& iterations) {
  VectorXd r(f.values());
  MatrixXd jacobian(f.values(), b.size());
  double last = 0;
  for (int i = 0; i < 100; ++i) {
    f(b, r);
    f.df(b, jacobian);
    VectorXd const scale = jacobian.colwise().norm().transpose();
    if (i == 0) last = 1e-3 * b.cwiseProduct(scale).norm();
    VectorXd const step = jacobian.colPivHouseholderQr().solve(r);
    double const length = step.cwiseProduct(scale).norm();
    if (!(length < 0.9 * last)) return;
    b -= step;
    last = length;
    ++iterations;
  }
}

}  // namespace

fit_result fit(model const& model, std::vector<observation> const& observations,
               std::vector<double> const& start) {
  VectorXd b = Eigen::Map<VectorXd const>(start.data(), static_cast<Index>(start.size()));
  residuals f(model, observations);
  fit_result result;
  descend(f, b, result.iterations);
  polish(f, b, result.iterations);

  VectorXd r(f.values());
  f(b, r);
  result.parameters.assign(b.begin(), b.end());
  result.residual_sum_of_squares = r.squaredNorm();
  result.evaluations = f.evaluations();
  return result;
}

double digits(double result, double certified) {
  double const error = std::abs(result - certified) / std::abs(certified);
  if (!(error < 1)) return 0;
  return error > 0 ? std::min(11.0, -std::log10(error)) : 11;
}

double digits(std::vector<double> const& result, std::vector<double> const& certified) {
  double worst = 11;
  for (std::size_t i = 0; i < certified.size(); ++i)
    worst = std::min(worst, digits(result.at(i), certified[i]));
  return worst;
}

}  // namespace nist
