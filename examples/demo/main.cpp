// SPDX-License-Identifier: BSL-1.0
// The demo: leibniz_demo DATA_FOLDER PICTURE_FOLDER

#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>

#include "nist_models.hpp"
#include "nist_pictures.hpp"
#include "nist_table.hpp"

#if __has_include("worked_examples.hpp")
#include "worked_examples.hpp"
#else
static int run_worked_examples(char const*) { return 0; }
#endif

static void headline(char const* text) {
  std::printf("\n== %s\n\n", text);
  std::fflush(stdout);
}

static void print_one_model() {
  using namespace nist;
  std::cout << "One of them, Rat42:\n\n"
            << "  y      = " << rat42 << '\n'
            << "  dy/db1 = " << lz::derivative(rat42, b1) << '\n'
            << "  dy/db2 = " << lz::derivative(rat42, b2) << '\n'
            << "  dy/db3 = " << lz::derivative(rat42, b3) << '\n'
            << "  dy/dx  = " << lz::derivative(rat42, x) << "\n\n"
            << std::flush;
}

/// Returns the number of problems that miss their digits.
static int run_nist(std::string const& data_folder, std::string const& picture_folder) {
  headline("The 27 nonlinear regression problems of NIST");
  std::printf(
      "Each model is written once, as a formula; value and gradient are one fused pass over it. Digits: of the\n"
      "worst parameter, and of the residual sum of squares, against the certified values (which have 11).\n\n");
  print_one_model();
  int const missed = nist::print_table(data_folder);
  int const drawn = nist::draw_pictures(data_folder, picture_folder);
  if (drawn == 0) std::printf("\nNo pictures: gnuplot is missing.\n");
  else std::printf("\nDrawn: data, fit and tangent of %d problems, nist_*.svg.\n", drawn);
  return missed;
}

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: %s DATA_FOLDER PICTURE_FOLDER\n", argv[0]);
    return 2;
  }
  try {
    std::filesystem::create_directories(argv[2]);
    int const mismatches = run_worked_examples(argv[2]);
    int const missed = run_nist(argv[1], argv[2]);
    return mismatches == 0 && missed == 0 ? 0 : 1;
  } catch (std::exception const& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
