#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes a C++ program that differentiates a function of 8 inputs made of + - * / sin exp.

usage: generate.py loop|straight|formula STEPS

A step is 7 operations. loop: one lambda with a loop; straight: a lambda of as many statements, without a loop;
formula: named variables and as many named formulas.
"""
import sys

HEAD = """#include <leibniz/leibniz.hpp>
namespace lz = leibniz;
using namespace lz::literals;
"""
FUNCTION_TAIL = """
constexpr auto g = lz::gradient(f);
extern "C" [[gnu::section(".nodes"), gnu::used]] int const node_count[] = {  // measure.py reads it
    decltype(g)::program::source::graph.size.nodes, lz::cost(g).nodes};
void gradient(double const* p, double* result) {
  auto const r = g(p);
  result[0] = r.value;
  for (unsigned i = 0; i < 8; ++i) result[1 + i] = r.gradient[i];
}
"""


def step(i, previous, input_name):
    """previous -> sin(previous * a + b) / (c + exp(d - previous)), a and d inputs, b an earlier step or an input"""
    earlier = f"t{i * 7 // 11}" if i % 3 == 2 else input_name(3 * i + 3)
    return previous, input_name(i), earlier, input_name(5 * i + 5)


def loop(steps):
    return HEAD + f"""
constexpr auto f = lz::function<lz::R<8>>([](auto const& p) {{
  auto t = p[0];
  for (unsigned i = 0; i < {steps}; ++i)
    t = sin(t * p[i % 8] + p[(3 * i + 3) % 8]) / (1.5 + exp(p[(5 * i + 5) % 8] - t));
  return t;
}});
""" + FUNCTION_TAIL


def straight(steps):
    lines = ["  auto const t0 = p[0];"]
    for i in range(steps):
        t, a, b, d = step(i, f"t{i}", lambda k: f"p[{k % 8}]")
        lines.append(f"  auto const t{i + 1} = sin({t} * {a} + {b}) / (1.5 + exp({d} - {t}));")
    lines.append(f"  return t{steps};")
    return HEAD + "constexpr auto f = lz::function<lz::R<8>>([](auto const& p) {\n" + "\n".join(lines) + "\n});\n" + \
        FUNCTION_TAIL


def formula(steps):
    names = [f"x{k}" for k in range(8)]
    lines = [f'constexpr lz::variable<"{n}"> {n};' for n in names]
    lines.append("constexpr auto t0 = x0;")
    for i in range(steps):
        t, a, b, d = step(i, f"t{i}", lambda k: names[k % 8])
        lines.append(f"constexpr auto t{i + 1} = sin({t} * {a} + {b}) / (1.5_c + exp({d} - {t}));")
    lines.append(f"constexpr auto g = lz::gradient(t{steps}, lz::wrt({', '.join(names)}));")
    lines.append("""extern "C" [[gnu::section(".nodes"), gnu::used]] int const node_count[] = {  // measure.py reads it
    decltype(g)::program::source::graph.size.nodes, lz::cost(g).nodes};
void gradient(double const* p, double* result) {""")
    lines.append(f"  auto const r = g({', '.join(f'{n} = p[{k}]' for k, n in enumerate(names))});")
    lines.append("  result[0] = r.value;")
    lines += [f"  result[{k + 1}] = r[{n}];" for k, n in enumerate(names)]
    return HEAD + "\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    print({"loop": loop, "straight": straight, "formula": formula}[sys.argv[1]](int(sys.argv[2])))
