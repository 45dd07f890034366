// SPDX-License-Identifier: BSL-1.0
// Over cores: a network learns to read digits, its gradient summed over 1,500 images in parallel, with the same bits for
// every number of threads. Run it as 29_parallel examples/data/uci/digits.csv
#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <execution>
#include <fstream>
#include <span>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <leibniz/leibniz.hpp>
#include <tbb/global_control.h>
#include <tbb/task_arena.h>

namespace lz = leibniz;

// [network]
constexpr std::size_t pixels = 16, hidden = 10, digits = 10;
constexpr std::size_t weights = hidden * (pixels + 1) + digits * (hidden + 1);

/// A neuron's weights, its bias first, applied to what it sees; `w` is left after them.
constexpr auto weighted(auto const& w, std::size_t& at, auto const& seen) {
  auto sum = w[at++];
  for (auto const& each : seen) sum += w[at++] * each;
  return sum;
}

/// The logit of each digit.
constexpr auto logits(auto const& w, auto const& image) {
  using T = std::remove_cvref_t<decltype(w[0])>;
  std::size_t at = 0;
  std::array<T, hidden> seen{};
  for (T& each : seen) each = tanh(weighted(w, at, image));
  std::array<T, digits> result{};
  for (T& each : result) each = weighted(w, at, seen);
  return result;
}

/// Of one image; which digit it is, is 1 at its place and 0 elsewhere.
constexpr auto loss =
    lz::function<lz::R<weights>, lz::passive<lz::R<pixels>>, lz::passive<lz::R<digits>>>(
        [](auto const& w, auto const& image, auto const& digit) {
          return lz::cross_entropy(logits(w, image), digit);
        });
// [/network]

namespace {

struct example {
  std::array<double, pixels> image{};
  std::array<double, digits> digit{};
};

// [sum]
/// The loss of some examples, and its gradient.
struct total {
  double value = 0;
  std::array<double, weights> gradient{};

  void add(double v, std::array<double, weights> const& g) {
    value += v;
    for (std::size_t i = 0; i < weights; ++i) gradient[i] += g[i];
  }
};

/// In parallel over chunks of a fixed length, which are then added in order. Where a chunk begins depends on the data
/// alone, never on the number of threads: the bits of the sum do not, either. (std::transform_reduce adds in any order.)
total loss_of(std::span<example const> examples, std::array<double, weights> const& w) {
  constexpr std::size_t length = 32;
  std::vector<std::span<example const>> chunks;
  for (auto rest = examples; !rest.empty(); rest = rest.subspan(chunks.back().size()))
    chunks.push_back(rest.first(std::min(length, rest.size())));

  // [transform]
  std::vector<total> sums(chunks.size());
  std::transform(std::execution::par, chunks.begin(), chunks.end(), sums.begin(),
                 [&](std::span<example const> chunk) {
                   total sum;
                   for (example const& each : chunk) {
                     auto const r = lz::gradient(loss)(w, each.image, each.digit);
                     sum.add(r.value, r.gradient);
                   }
                   return sum;
                 });
  total sum;
  for (total const& each : sums) sum.add(each.value, each.gradient);
  // [/transform]
  return sum;
}
// [/sum]

/// Images of 8 x 8 pixels as 4 x 4, from 0 to 1.
std::vector<example> read(char const* path) {
  std::vector<example> examples;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    example each;
    int number = 0;
    char comma = 0;
    for (std::size_t i = 0; i < 64; ++i) {
      words >> number >> comma;
      each.image[i / 16 * 4 + i % 8 / 2] += number / 64.0;
    }
    words >> number;
    if (!words || number < 0 || number > 9) return {};
    each.digit[static_cast<std::size_t>(number)] = 1;
    examples.push_back(each);
  }
  return examples;
}

/// Steps along the gradient, with momentum.
std::array<double, weights> train(std::span<example const> examples, int steps) {
  std::array<double, weights> w{}, speed{};
  for (std::size_t i = 0; i < weights; ++i)
    w[i] = 0.5 * std::sin(37.0 * static_cast<double>(i + 1));
  double const rate = 0.3 / static_cast<double>(examples.size());
  for (int step = 0; step < steps; ++step) {
    total const r = loss_of(examples, w);
    for (std::size_t i = 0; i < weights; ++i) {
      speed[i] = 0.9 * speed[i] - rate * r.gradient[i];
      w[i] += speed[i];
    }
  }
  return w;
}

std::size_t count_right(std::span<example const> examples, std::array<double, weights> const& w) {
  auto const largest = [](std::array<double, digits> const& of) {
    return std::max_element(of.begin(), of.end()) - of.begin();
  };
  auto const right = [&](example const& each) {
    return largest(logits(w, each.image)) == largest(each.digit);
  };
  return static_cast<std::size_t>(std::count_if(examples.begin(), examples.end(), right));
}

/// What `run` returns when it may use so many threads, and how long that takes. Without this it may use all cores.
template <class Run> auto with_threads(int threads, Run const& run) {
  using clock = std::chrono::steady_clock;
  auto const most = tbb::global_control::max_allowed_parallelism;
  tbb::global_control const limit(most, static_cast<std::size_t>(threads));
  auto const begin = clock::now();
  auto result = tbb::task_arena(threads).execute(run);
  return std::pair(result, std::chrono::duration<double>(clock::now() - begin).count());
}

auto bits_of(std::array<double, weights> const& w) {
  return std::bit_cast<std::array<std::uint64_t, weights>>(w);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<example> const examples = read(argc > 1 ? argv[1] : "examples/data/uci/digits.csv");
  if (examples.size() != 1797) {
    std::puts("no digits there");
    return 1;
  }
  auto const learnt = std::span(examples).first(1500), unseen = std::span(examples).subspan(1500);

  auto const [w, seconds] = with_threads(1, [&] { return train(learnt, 300); });
  std::size_t const right = count_right(unseen, w);
  std::printf("read: %zu of %zu digits that it learnt, %zu of %zu that it did not see\n",
              count_right(learnt, w), learnt.size(), right, unseen.size());
  std::printf("1 thread: %.3f s\n", seconds);

  bool same = true;
  for (int threads : {2, 3, 4}) {
    auto const [again, time] = with_threads(threads, [&] { return train(learnt, 300); });
    bool const bits = bits_of(again) == bits_of(w);
    same = same && bits;
    std::printf("%d threads: %.3f s, %s\n", threads, time, bits ? "same bits" : "OTHER BITS");
  }
  return same && right > unseen.size() * 3 / 4 ? 0 : 1;
}
