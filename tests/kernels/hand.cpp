// SPDX-License-Identifier: BSL-1.0
#include "kernels/hand.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

#include "kernels/agreement.hpp"

namespace kernels {
namespace {

using affine = std::array<double, 12>;  ///< three rows of four

constexpr affine product(affine const& a, affine const& b) {
  affine r{};
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 4; ++j) {
      r[4 * i + j] = j == 3 ? a[4 * i + 3] : 0;
      for (std::size_t k = 0; k < 3; ++k) r[4 * i + j] += a[4 * i + k] * b[4 * k + j];
    }
  return r;
}
vec3<double> transform(affine const& a, vec3<double> const& x) {
  vec3<double> r;
  for (std::size_t i = 0; i < 3; ++i)
    r[i] = a[4 * i] * x[0] + a[4 * i + 1] * x[1] + a[4 * i + 2] * x[2] + a[4 * i + 3];
  return r;
}

std::vector<std::vector<std::string>> fields(std::string const& name, char separator) {
  std::ifstream file(std::string(ADBENCH_DATA "/hand/") + name);
  if (!file) throw std::runtime_error("cannot read " + name);
  std::vector<std::vector<std::string>> lines;
  for (std::string line, field; std::getline(file, line);) {
    lines.emplace_back();
    for (std::istringstream in(line); std::getline(in, field, separator);)
      lines.back().push_back(field);
  }
  return lines;
}

/// The model "simple_small" and one set of measured points.
struct scene {
  std::array<affine, bones> rest,
      inverse;  ///< a bone in its parent's frame; the world in a bone's frame
  std::vector<int> parent;
  std::vector<vec3<double>> vertices;
  std::vector<std::array<double, bones>> shares;
  std::vector<std::pair<std::size_t, vec3<double>>> measured;  ///< vertex and point
  std::vector<double> pose;

  scene() {
    std::size_t b = 0;
    for (auto const& line : fields("model/bones.txt", ':')) {
      parent.push_back(std::stoi(line[1]));
      for (std::size_t k = 0; k < 12; ++k) {
        rest[b][k] = std::stod(line[2 + k]);
        inverse[b][k] = std::stod(line[18 + k]);
      }
      ++b;
    }
    for (auto const& line : fields("model/vertices.txt", ':')) {
      vertices.push_back({std::stod(line[0]), std::stod(line[1]), std::stod(line[2])});
      shares.emplace_back();
      for (std::size_t k = 9; k + 1 < line.size(); k += 2)
        shares.back()[std::stoul(line[k])] = std::stod(line[k + 1]);
    }
    std::ifstream file(ADBENCH_DATA "/hand/hand1_t26_c100.txt");
    std::size_t points = 0, angles = 0;
    file >> points >> angles;
    measured.resize(points);
    for (auto& [vertex, at] : measured) file >> vertex >> at[0] >> at[1] >> at[2];
    pose.resize(angles);
    for (double& x : pose) file >> x;
    if (!file || angles != 26) throw std::runtime_error("cannot read hand1");
  }

  /// The inputs of the kernel for one of the measured points.
  std::vector<double> inputs(std::size_t i) const {
    auto const& [vertex, at] = measured[i];
    std::vector<double> x = pose;
    for (affine const& m : rest) x.insert(x.end(), m.begin(), m.end());
    for (affine const& m : inverse) {
      auto const place = transform(m, vertices[vertex]);
      x.insert(x.end(), place.begin(), place.end());
    }
    x.insert(x.end(), shares[vertex].begin(), shares[vertex].end());
    x.insert(x.end(), at.begin(), at.end());
    return x;
  }

  /// The residual by products of matrices, from the wrist on, as ADBench computes it.
  vec3<double> residual(std::size_t i) const {
    auto const& [vertex, at] = measured[i];
    std::array<affine, bones> absolute;
    vec3<double> skin{};
    std::size_t next = 6;
    for (std::size_t b = 0; b < bones; ++b) {
      affine turn{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
      if (b > 0 && b < 21 && b % 4 != 1) {
        double const bend = pose[next++], spread = b % 4 == 2 ? pose[next++] : 0;
        double const c = std::cos(bend), s = std::sin(bend), cs = std::cos(spread),
                     ss = std::sin(spread);
        turn = product({cs, -ss, 0, 0, ss, cs, 0, 0, 0, 0, 1, 0},
                       {1, 0, 0, 0, 0, c, -s, 0, 0, s, c, 0});
      }
      absolute[b] = product(rest[b], turn);
      if (parent[b] >= 0) absolute[b] = product(absolute[std::size_t(parent[b])], absolute[b]);
      auto const placed = transform(product(absolute[b], inverse[b]), vertices[vertex]);
      for (std::size_t k = 0; k < 3; ++k) skin[k] += shares[vertex][b] * placed[k];
    }
    auto const turned = rotate(vec3<double>{pose[0], pose[1], pose[2]}, skin);
    return {at[0] - turned[0] - pose[3], at[1] - turned[1] - pose[4], at[2] - turned[2] - pose[5]};
  }
};

constexpr auto jacobian = lz::jacobian<lz::order::lowest_fill>(hand_tracking);

}  // namespace

TEST_CASE("hand tracking: the bones of the kernel are the bones of the file") {
  scene const hand;
  CHECK(std::equal(parents.begin(), parents.end(), hand.parent.begin(), hand.parent.end()));
  CHECK(hand.vertices.size() == 544);
  CHECK(hand.measured.size() == 100);
}

TEST_CASE("hand tracking: every measured point") {
  scene const hand;
  using kernel = flat_of<hand_tracking>;
  for (std::size_t i = 0; i < hand.measured.size(); ++i) {
    auto const inputs = hand.inputs(i);
    auto const found = at(hand_tracking, jacobian, inputs);
    auto const expected = hand.residual(i);
    for (std::size_t k = 0; k < 3; ++k) CHECK(std::abs(found.value[k] - expected[k]) < 1e-14);
    if constexpr (have_jets)
      check_entries("Ceres", jacobian_by_jets<kernel>(inputs), table(found.jacobian), 1e-12, 1e-2);
    if (i % 33 == 0) jacobian_agrees(hand_tracking, jacobian, inputs);
  }
}

TEST_CASE("hand tracking: constants") {
  same_at_run_time<hand_tracking, jacobian, hand_tracking_sample>();
}

}  // namespace kernels
