// SPDX-License-Identifier: BSL-1.0
// Writes a C program: functions whose names C does not allow as they are, or that collide, and a comparison of their
// results with those of the library, bit by bit.
#include <algorithm>
#include <cstdio>
#include <string>

#include "leibniz/leibniz.hpp"

using namespace leibniz;
using namespace leibniz::literals;

namespace {

struct as_value {
  static constexpr int sizes[] = {1};
  template <class F> static constexpr auto of(F const& f) { return f; }
};
struct as_gradient {
  static constexpr int sizes[] = {1, 3};
  template <class F> static constexpr auto of(F const& f) { return leibniz::gradient(f); }
};
struct as_hessian {
  static constexpr int sizes[] = {1, 3, 9};
  template <class F> static constexpr auto of(F const& f) { return leibniz::hessian(f); }
};
struct as_jacobian {
  static constexpr int sizes[] = {2, 6};
  template <class F> static constexpr auto of(F const& f) {
    return leibniz::jacobian(vector(f, sin(f)));
  }
};

/// The last definition of a text: its type and name.
std::string name_in(std::string const& text) {
  std::size_t const line = std::max(text.rfind("\ndouble ") + 1, text.rfind("\nvoid ") + 1);
  std::size_t const begin = text.find(' ', line) + 1;
  return text.substr(begin, text.find('(', begin) - begin);
}

int next = 0;

/// Calls a verb here, and writes the C function and a call with which it must agree.
template <class Verb, class F, class A, class B, class C, std::size_t Size>
void write_case(F const& f, A const& a, B const& b, C const& c, char const (&name)[Size]) {
  auto const g = Verb::of(f);
  std::string const text(to_c(g, name).view());
  double volatile at[] = {0.75, 1.25, 0.5};
  double results[3][9] = {};
  double *const first = results[0], *const second = results[1], *const third = results[2];
  constexpr std::size_t count = std::size(Verb::sizes);
  auto const store = [&](auto&&... to) { call(g, a = at[0], b = at[1], c = at[2], out(to...)); };
  if constexpr (count == 1) store(*first);
  else if constexpr (Verb::sizes[0] == 2) store(first, second);
  else if constexpr (count == 2) store(*first, second);
  else store(*first, second, third);
  std::printf("%s\nstatic void case_%d(void) {\n  double r[3][9];\n", text.c_str(), next);
  std::string arguments = "0.75, 1.25, 0.5";  // a, b and c appear in this order
  if (count == 1) {
    std::printf("  r[0][0] = %s(%s);\n", name_in(text).c_str(), arguments.c_str());
  } else {
    for (std::size_t i = 0; i < count; ++i) arguments += ", r[" + std::to_string(i) + "]";
    std::printf("  %s(%s);\n", name_in(text).c_str(), arguments.c_str());
  }
  for (std::size_t i = 0; i < count; ++i)
    for (int k = 0; k < Verb::sizes[i]; ++k)
      std::printf("  compare(%d, r[%zu][%d], %a);\n", next, i, k, results[i][k]);
  std::printf("}\n\n");
  ++next;
}

}  // namespace

int main() {
  std::printf(
      "#include <stdio.h>\n#include <string.h>\n\nstatic int failures = 0;\n"
      "static void compare(int number, double a, double b) {\n"
      "  if (memcmp(&a, &b, sizeof a) == 0) return;\n"
      "  printf(\"case %%d: %%a in C, %%a in C++\\n\", number, a, b);\n  ++failures;\n}\n\n");
#define CASE(VERB, A, B, C, NAME, ...)                 \
  {                                                    \
    constexpr variable<A> a;                           \
    constexpr variable<B> b;                           \
    constexpr variable<C> c;                           \
    write_case<as_##VERB>(__VA_ARGS__, a, b, c, NAME); \
  }
#include "cases.inc"
  std::printf("int main(void) {\n");
  for (int i = 0; i < next; ++i) std::printf("  case_%d();\n", i);
  std::printf("  printf(\"%d functions\\n\");\n  return failures != 0;\n}\n", next);
}
