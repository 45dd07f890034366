// SPDX-License-Identifier: BSL-1.0
// std::format of formulas and texts, where the standard library has it.
#include "leibniz/interop/format.hpp"

#include <cstdio>

#include "leibniz/leibniz.hpp"

#ifdef __cpp_lib_format

constexpr leibniz::variable<"x"> x;

int main() {
  auto const line = std::format("[{}] [{:>8}] [{}]", x * x + 1, sin(x), leibniz::to_latex(x / 2));
  std::puts(line.c_str());
  return line == "[x*x + 1] [  sin(x)] [\\frac{x}{2}]" ? 0 : 1;
}

#else

int main() {
  std::puts("skipped for want of std::format (GCC 13 or libc++-19-dev): interop.format");
  return 77;
}

#endif
