// Lengths that are known while the program runs only: the assertion's message names the argument.
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>
#include <vector>

#include "catch.hpp"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

namespace {

/// What a program writes to its error stream before it aborts; nothing if it does not abort.
template <class Code> std::string complaint(Code const& code) {
  int ends[2];
  if (pipe(ends) != 0) return {};
  pid_t const child = fork();
  if (child == 0) {
    dup2(ends[1], STDERR_FILENO);
    std::signal(SIGABRT, SIG_DFL);  // not the test framework's report
    code();
    _exit(0);
  }
  close(ends[1]);
  std::string text;
  char part[256];
  for (ssize_t n; (n = read(ends[0], part, sizeof part)) > 0;)
    text.append(part, static_cast<std::size_t>(n));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? text : std::string();
}
bool has(std::string const& text, char const* part) { return text.find(part) != std::string::npos; }

constexpr auto f = lz::function<lz::R<2>, lz::R<3>>(
    [](auto const& p, auto const& q) { return p[0] * q[2] + p[1]; });
using numbers = std::vector<double>;

}  // namespace

TEST_CASE("an assertion about a length names the argument") {
  numbers const p{1.0, 2.0}, q{1.0, 2.0, 3.0};
  CHECK(complaint([&] { (void)f(p, q); }).empty());

  std::string const first = complaint([&] { (void)f(q, q); });
  CHECK(has(first, "wrong length of the input or destination at Position"));
  CHECK(has(first, "Position = 1"));
  CHECK((has(first, "N = 2") || has(first, "R<2>")));
  CHECK(has(complaint([&] { (void)lz::gradient(f)(p, p); }), "Position = 2"));

  double value = 0;
  numbers too_short(1);
  CHECK(
      has(complaint([&] { lz::call(lz::gradient(f), p, q, lz::out(value, too_short, too_short)); }),
          "destination"));
}

TEST_CASE("an assertion of lz::map about a length names the argument") {
  std::vector<std::array<double, 2>> const ps(4);
  std::vector<std::array<double, 3>> const qs(4), fewer(3);
  numbers values(4), less(3);
  CHECK(complaint([&] { lz::map(f, ps, qs, lz::out(values)); }).empty());

  std::string const second = complaint([&] { lz::map(f, ps, fewer, lz::out(values)); });
  CHECK(has(second, "arrays of different lengths"));
  CHECK(has(second, "Position = 2"));
  CHECK(has(second, "input"));
  std::string const destination = complaint([&] { lz::map(f, ps, qs, lz::out(less)); });
  CHECK(has(destination, "Position = 1"));
  CHECK(has(destination, "role::destination"));

  std::string const components =
      complaint([&] { lz::map(f, lz::components(values, less), qs, lz::out(values)); });
  CHECK(has(components, "arrays of different lengths in lz::components"));
  CHECK(has(components, "Position = 1"));
}

TEST_CASE("an assertion about the shape of a matrix looks at rows and columns") {
  constexpr auto g = lz::function<lz::R<2, 3>>([](auto const& a) { return a(0, 0) * a(1, 2); });
  using rows = std::vector<numbers>;
  CHECK(complaint([&] { (void)g(rows{{1, 2, 3}, {4, 5, 6}}); }).empty());
  CHECK(complaint([&] { (void)g(numbers(6)); }).empty());
  for (rows const& wrong : {rows{{1, 2}, {3, 4}, {5, 6}}, rows{{1, 2, 3}, {4, 5}}, rows{{1, 2, 3}}})
    CHECK(has(complaint([&] { (void)g(wrong); }), "wrong shape of the input or destination"));
  CHECK(has(complaint([&] { (void)g(numbers(5)); }), "Position = 1"));
  std::vector<std::array<double, 3>> const three(3);
  CHECK(has(complaint([&] { (void)g(three); }), "wrong shape"));
}
