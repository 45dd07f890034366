// SPDX-License-Identifier: BSL-1.0
#include "kernels/bundle_adjustment.hpp"

#include <fstream>
#include <string>

#include "kernels/agreement.hpp"

namespace kernels {
namespace {

/// A file of ADBench: one camera, one point, one weight and one feature, and how many there are to be of each;
/// observation i is of camera i mod cameras and of point i mod points.
struct scene {
  int cameras = 0, points = 0, observations = 0;
  std::vector<double> inputs;  ///< camera 11, point 3, weight 1, feature 2

  explicit scene(std::string const& name) : inputs(17) {
    std::ifstream file(std::string(ADBENCH_DATA "/ba/") + name);
    file >> cameras >> points >> observations;
    for (double& x : inputs) file >> x;
    if (!file) throw std::runtime_error("cannot read " + name);
  }
  /// The inputs of an observation. All cameras and points of a file are equal: each gets a small shift of its own.
  std::vector<double> observation(int i) const {
    std::vector<double> x = inputs;
    for (std::size_t k = 0; k < 11; ++k) x[k] *= 1 + 1e-3 * std::sin(1.0 + i % cameras + double(k));
    for (std::size_t k = 11; k < 14; ++k) x[k] *= 1 + 1e-3 * std::cos(i % points + double(k));
    return x;
  }
};
constexpr char const* files[] = {"test.txt", "ba1_n49_m7776_p31843.txt",
                                 "ba2_n21_m11315_p36455.txt"};

constexpr auto jacobian = lz::jacobian<lz::order::lowest_fill>(bundle_adjustment);
using kernel = flat_of<bundle_adjustment>;

}  // namespace

TEST_CASE("bundle adjustment: the Jacobian at a file's own camera and point") {
  for (char const* file : files)
    for (auto const& point : points_near(scene(file).inputs, 0.02))
      jacobian_agrees(bundle_adjustment, jacobian, point);
}

TEST_CASE("bundle adjustment: a camera that is not turned, where the angle has no derivative") {
  auto point = scene(files[0]).inputs;
  for (std::size_t k = 0; k < 3; ++k) point[k] = 0;
  // differences would take the other branch: the one for zero is a + rotation x a, to first order
  auto const result = at(bundle_adjustment, jacobian, point);
  if constexpr (have_jets)
    check_entries("Ceres", jacobian_by_jets<kernel>(point), table(result.jacobian), 1e-12, 1e-2);
  auto turned = point;
  turned[0] = 1e-9;  // Rodrigues' formula beside zero tends to it
  auto const beside = at(bundle_adjustment, jacobian, turned);
  check_entries("beside", table(beside.jacobian), table(result.jacobian), 1e-6, 1e-2);
}

TEST_CASE("bundle adjustment: every observation of the files") {
  if constexpr (have_jets) {
    for (char const* file : files) {
      scene const all(file);
      int wrong = 0;
      for (int i = 0; i < all.observations; ++i) {
        auto const x = all.observation(i);
        auto const found = at(bundle_adjustment, jacobian, x).jacobian;
        auto const expected = jacobian_by_jets<kernel>(x).entries;
        for (std::size_t k = 0; k < 30; ++k) {  // the largest are by the rotation
          double const size =
              std::max(std::abs(expected[k]), 1e-2 * std::abs(expected[k / 15 * 15]));
          wrong += std::abs(found.elements[k] - expected[k]) <= 1e-12 * size ? 0 : 1;
        }
      }
      CAPTURE(file);
      CHECK(wrong == 0);
    }
  }
}

TEST_CASE("bundle adjustment: constants") {
  same_at_run_time<bundle_adjustment, jacobian, bundle_adjustment_sample>();
}

}  // namespace kernels
