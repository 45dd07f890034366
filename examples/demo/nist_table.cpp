// SPDX-License-Identifier: BSL-1.0
#include "nist_table.hpp"

#include <array>
#include <cstdio>

#include <unistd.h>

#include "nist_fit.hpp"

namespace nist {
namespace {

constexpr double required_digits = 6;

/// One start of one problem.
struct outcome {
  int iterations;
  int evaluations;
  double parameter_digits;
  double sum_digits;
};

outcome run(model const& model, dataset const& data, int start) {
  fit_result const result = fit(model, data.observations, data.start(start));
  return {result.iterations, result.evaluations, digits(result.parameters, data.certified()),
          digits(result.residual_sum_of_squares, data.residual_sum_of_squares)};
}

/// A line that says what is going on and goes away when it is over; on a terminal only.
void show_progress(dataset const& data, int start) {
  if (isatty(STDOUT_FILENO) == 0) return;
  std::printf("\r  fitting %s from start %d \033[K", data.name.c_str(), start);
  std::fflush(stdout);
}
void hide_progress() {
  if (isatty(STDOUT_FILENO) != 0) std::printf("\r\033[K");
}

void print_head() {
  std::printf(
      "                            |            start 1             |            start 2\n"
      "problem   level     n   p   | iterations passes digits   sum | iterations passes digits   sum\n"
      "----------------------------+--------------------------------+-------------------------------\n");
}

void print_row(dataset const& data, std::array<outcome, 2> const& outcomes) {
  std::printf("%-9s %-7s %3zu %3zu  ", data.name.c_str(), data.difficulty.c_str(),
              data.observations.size(), data.parameters.size());
  for (outcome const& o : outcomes)
    std::printf(" | %10d %6d %6.1f %5.1f", o.iterations, o.evaluations, o.parameter_digits,
                o.sum_digits);
  std::printf("\n");
}

}  // namespace

int print_table(std::string const& data_folder) {
  std::array<int, 2> reached{};
  print_head();
  for (model const& m : models()) {
    dataset const data = read_problem(data_folder, m.problem);
    std::array<outcome, 2> outcomes{};
    for (std::size_t i = 0; i < 2; ++i) {
      show_progress(data, static_cast<int>(i + 1));
      outcomes[i] = run(m, data, static_cast<int>(i + 1));
      reached[i] += outcomes[i].parameter_digits >= required_digits ? 1 : 0;
    }
    hide_progress();
    print_row(data, outcomes);
  }
  int const all = static_cast<int>(models().size());
  std::printf("\n%.0f digits and more: %d of %d from the first start, %d of %d from the second.\n",
              required_digits, reached[0], all, reached[1], all);
  return all - reached[1];
}

}  // namespace nist
