// SPDX-License-Identifier: BSL-1.0
// Over machines: NIST's ENSO fitted to data that are split over the ranks of MPI, to the certified digits, with the same
// bits for every number of ranks. Run it as mpirun -n 4 30_mpi examples/data/nist/ENSO.dat
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <numbers>
#include <span>
#include <string>
#include <vector>

#include <leibniz/leibniz.hpp>
#include <mpi.h>

#include "demo/nist_file.hpp"

namespace lz = leibniz;

// [model]
/// Atmospheric pressure at Easter Island less that at Darwin in month x: the year, El Nino and the Southern Oscillation
/// (Kahaner, Moler, Nash, 1989). https://www.itl.nist.gov/div898/strd/nls/data/enso.shtml
constexpr std::size_t n = 9;
constexpr auto residual =
    lz::function<lz::R<n>, lz::passive<lz::R<2>>>([](auto const& b, auto const& observed) {
      auto const x = observed[0], y = observed[1];
      auto const wave = [&](auto const& period, auto const& c, auto const& s) {
        auto const angle = 2 * std::numbers::pi * x / period;
        return c * cos(angle) + s * sin(angle);
      };
      return b[0] + wave(12.0, b[1], b[2]) + wave(b[3], b[4], b[5]) + wave(b[6], b[7], b[8]) - y;
    });
// [/model]

namespace {

using parameters = std::array<double, n>;
using square_matrix = lz::matrix<double, n, n>;
using observation = std::array<double, 2>;

// [sum]
/// The sum of squares of some residuals, J'r and J'J.
struct normal_equations {
  double squares = 0;
  parameters gradient{};
  square_matrix hessian{};
};

void add(normal_equations& sum, double square, parameters const& gradient,
         square_matrix const& hessian) {
  sum.squares += square;
  for (std::size_t i = 0; i < n; ++i) sum.gradient[i] += gradient[i];
  for (std::size_t i = 0; i < n * n; ++i) sum.hessian.data()[i] += hessian.data()[i];
}

/// The data are 16 chunks, whatever the number of ranks is; each rank has some of them.
constexpr int chunk_count = 16;
struct part {
  int first_chunk;
  std::vector<std::vector<observation>> chunks;
};

/// The normal equations of all data, on every rank. Each rank writes the sums of its chunks, all other places are 0, and
/// so MPI_Allreduce only adds zeros, which is exact in any order. Then all ranks add the chunks in order.
normal_equations sum_over_ranks(part const& mine, parameters const& b) {
  std::array<normal_equations, chunk_count> sums{};
  int chunk = mine.first_chunk;
  for (auto const& observations : mine.chunks) {
    normal_equations& sum = sums[static_cast<std::size_t>(chunk++)];
    for (observation const& each : observations) {
      auto const r = lz::gauss_newton(residual)(b, each);  // r, J'r and J'J in one pass
      add(sum, r.value * r.value, r.gradient, r.hessian);
    }
  }
  static_assert(sizeof sums == chunk_count * (1 + n + n * n) * sizeof(double));
  MPI_Allreduce(MPI_IN_PLACE, sums.data(), sizeof sums / sizeof(double), MPI_DOUBLE, MPI_SUM,
                MPI_COMM_WORLD);
  normal_equations all;
  for (auto const& each : sums) add(all, each.squares, each.gradient, each.hessian);
  return all;
}
// [/sum]

// [fit]
/// Gauss and Newton's method until nothing moves. Every rank has the same sums, takes the same steps and ends with them.
parameters fit(part const& mine, parameters b) {
  bool moves = true;
  for (int steps = 0; moves && steps < 200; ++steps) {
    normal_equations const all = sum_over_ranks(mine, b);
    auto const step = lz::solve(all.hessian, all.gradient);
    moves = false;
    for (std::size_t k = 0; k < n; ++k) {
      b[k] -= step[k];
      moves = moves || std::abs(step[k]) > 1e-12 * std::abs(b[k]);
    }
  }
  return b;
}
// [/fit]

/// The chunks of this rank, each observation `times` over. The file is small: every rank reads it and keeps its part.
part part_of(nist::dataset const& data, int rank, int ranks, std::size_t times) {
  auto const share = [](std::size_t of, int i, int parts) {
    return of * static_cast<std::size_t>(i) / static_cast<std::size_t>(parts);
  };
  auto const first = static_cast<int>(share(chunk_count, rank, ranks));
  auto const last = static_cast<int>(share(chunk_count, rank + 1, ranks));
  part mine{first, {}};
  std::size_t const count = data.observations.size() * times;
  for (int chunk = first; chunk < last; ++chunk) {
    auto& observations = mine.chunks.emplace_back();
    for (std::size_t i = share(count, chunk, chunk_count); i < share(count, chunk + 1, chunk_count);
         ++i) {
      nist::observation const& each = data.observations[i / times];
      observations.push_back({each.predictors[0], each.response});
    }
  }
  return mine;
}

bool close(double a, double b) { return std::abs(a / b - 1) < 1e-9; }

}  // namespace

int main(int argc, char** argv) try {
  MPI_Init(&argc, &argv);
  int rank = 0, ranks = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &ranks);

  nist::dataset const data = nist::read_file(argc > 1 ? argv[1] : "examples/data/nist/ENSO.dat");
  std::size_t const times = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1;  // for more work
  part const mine = part_of(data, rank, ranks, times);

  parameters b{};
  for (std::size_t k = 0; k < n; ++k) b[k] = data.parameters.at(k).start[0];
  double const begin = MPI_Wtime();
  b = fit(mine, b);
  double const squares = sum_over_ranks(mine, b).squares / static_cast<double>(times);
  double const seconds = MPI_Wtime() - begin;

  bool good = close(squares, data.residual_sum_of_squares);
  for (std::size_t k = 0; k < n; ++k) good = good && close(b[k], data.parameters[k].certified);
  if (rank == 0) {  // the bits of the result to standard output, for comparison
    for (std::size_t k = 0; k < n; ++k)
      std::printf("b%zu = %14.10f, certified %14.10f, bits %a\n", k + 1, b[k],
                  data.parameters[k].certified, b[k]);
    std::printf("sum of squares %.10f, certified %.10f, bits %a\n", squares,
                data.residual_sum_of_squares, squares);
    std::fprintf(stderr, "%d ranks: %.4f s\n", ranks, seconds);
  }
  MPI_Finalize();
  return good ? 0 : 1;
} catch (std::exception const& error) {
  std::fprintf(stderr, "%s\n", error.what());
  MPI_Abort(MPI_COMM_WORLD, 2);
}
