// SPDX-License-Identifier: BSL-1.0
// Random graphs through every transform; what must hold is in judge.cpp.
//
//   fuzz [--seed N] [--count M] [--jobs J] [--largest NODES] [--first] [--verbose]
//
// Graph k of a run has seed N + k: `--seed N+k --count 1` is that graph again. With --first the run ends at the first
// graph that breaks a law.
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <thread>

#include "fuzz/sample.hpp"

using namespace leibniz::test;
using namespace leibniz::test::fuzz;

namespace {

struct counts {
  long graphs = 0, nodes = 0, skipped = 0, rough = 0, rechecked = 0, broken = 0;
  std::vector<long> used = std::vector<long>(rows<double>().size());
};

class run {
 public:
  run(std::uint64_t seed, long count, int largest, bool first, bool verbose)
      : seed_(seed), count_(count), largest_(largest), first_(first), verbose_(verbose) {}

  void work() {
    for (long k = next_++; k < count_ && broken_ < (first_ ? 1 : 20); k = next_++)
      one(seed_ + static_cast<std::uint64_t>(k));
  }
  long done() const { return std::min(next_.load(), count_); }
  counts const& result() const { return total_; }

 private:
  void one(std::uint64_t seed) {
    sample const s = make_sample(seed, largest_);
    // one of the shrunk graphs would be rejected for the same: what a row says of itself holds everywhere
    bool const smooth = is_smooth(s);
    judgement const j = smooth ? judge_all(s, seed) : judgement{};
    std::lock_guard const lock(mutex_);
    ++total_.graphs;
    total_.nodes += s.size();
    if (!smooth) ++total_.rough;
    if (j.what == verdict::skipped) ++total_.skipped;
    if (j.rechecked) ++total_.rechecked;
    std::vector<long> const used = rows_used(s);
    for (std::size_t r = 0; r < used.size(); ++r) total_.used[r] += used[r];
    if (verbose_)
      std::printf("seed %llu: %s\n%s", static_cast<unsigned long long>(seed), j.why.c_str(),
                  written(s).c_str());
    if (j.what == verdict::broken) tell(s, seed, j);
  }
  void tell(sample const& s, std::uint64_t seed, judgement const& j) {
    ++broken_;
    ++total_.broken;
    std::printf("\nseed %llu: %s\n", static_cast<unsigned long long>(seed), j.why.c_str());
    if (first_) return;
    sample const small =
        shrink(s, [&](sample const& t) { return judge_all(t, seed).what == verdict::broken; });
    std::printf("the smallest graph found: %s\n%s", judge_all(small, seed).why.c_str(),
                written(small).c_str());
    std::fflush(stdout);
  }

  std::uint64_t seed_;
  long count_;
  int largest_;
  bool first_, verbose_;
  std::atomic<long> next_ = 0, broken_ = 0;
  std::mutex mutex_;
  counts total_;
};

long number_after(char const* option, int argc, char** argv, long otherwise) {
  for (int i = 1; i + 1 < argc; ++i)
    if (std::strcmp(argv[i], option) == 0) return std::atol(argv[i + 1]);
  return otherwise;
}

}  // namespace

int main(int argc, char** argv) {
  long const seed = number_after("--seed", argc, argv, 1),
             count = number_after("--count", argc, argv, 1000000),
             jobs = number_after("--jobs", argc, argv,
                                 static_cast<long>(std::thread::hardware_concurrency()));
  auto const said = [&](char const* option) {
    return std::any_of(argv, argv + argc,
                       [&](char const* a) { return std::strcmp(a, option) == 0; });
  };
  bool const verbose = said("--verbose");
  auto const start = std::chrono::steady_clock::now();
  auto const seconds = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  run all(static_cast<std::uint64_t>(seed), count,
          static_cast<int>(number_after("--largest", argc, argv, 200)), said("--first"), verbose);
  std::vector<std::thread> workers;
  for (long j = 0; j < jobs; ++j) workers.emplace_back([&] { all.work(); });
  std::atomic<bool> finished = false;
  std::thread progress([&] {
    while (!finished && isatty(STDERR_FILENO) != 0) {
      std::fprintf(stderr, "\r%ld of %ld graphs, %.0f s ", all.done(), count, seconds());
      std::this_thread::sleep_for(std::chrono::milliseconds(500));
    }
  });
  for (auto& w : workers) w.join();
  finished = true;
  progress.join();
  if (isatty(STDERR_FILENO) != 0) std::fprintf(stderr, "\r");
  counts const& c = all.result();
  std::printf(
      "seeds %ld to %ld: %ld graphs of %.1f nodes, %ld not smooth, %ld skipped as ill-conditioned, "
      "%ld needed 100 digits, %ld broken; %.0f s\n",
      seed, seed + count - 1, c.graphs,
      static_cast<double>(c.nodes) / static_cast<double>(std::max(1L, c.graphs)), c.rough,
      c.skipped, c.rechecked, c.broken, seconds());
  bool all_used = true;
  for (std::size_t r = 0; r < c.used.size(); ++r) {
    leibniz::function_info const& row = *rows<double>()[r].info;
    bool const missed = c.used[r] == 0 && count >= 10000 && is_grown(row);
    if (verbose || missed)
      std::printf("row %s: used %ld times\n", std::string(row.name).c_str(), c.used[r]);
    all_used = all_used && !missed;
  }
  return c.broken > 0 || !all_used ? 1 : 0;
}
