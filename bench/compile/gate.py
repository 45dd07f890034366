#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What a few fixed programs cost Clang to compile, counted and not timed: the same on every machine.

usage: gate.py COMPILER INCLUDE-FOLDER [--write]

Counted are instantiations of the library's templates (-ftime-trace) and the steps of the longest constant evaluation
(the least -fconstexpr-steps that suffices). The check fails where one is more than 3 % above gate.json; a change that
is worth it rewrites that file by --write (`./dev gate`).
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import generate
import measure

BASELINE = pathlib.Path(__file__).with_suffix(".json")
GROWTH = 1.03
HESSIAN = """#include <leibniz/leibniz.hpp>
namespace lz = leibniz;
constexpr auto f = lz::function<lz::R<3>>([](auto const& p) {
  return sqrt(p[0] * p[0] + p[1] * p[1]) * exp(p[2] / p[0]) - atan2(p[1], p[2]);
});
void hessian(double const* p, double* result) { *result = lz::hessian(f)(p).value; }
"""
JACOBIAN = """#include <leibniz/leibniz.hpp>
namespace lz = leibniz;
constexpr auto camera = lz::function<lz::R<6>, lz::R<3>>([](auto const& c, auto const& p) {
  auto const angle = sqrt(c[0] * c[0] + c[1] * c[1] + c[2] * c[2]);
  auto const u = c[0] / angle, v = c[1] / angle, w = c[2] / angle;
  auto const along = (u * p[0] + v * p[1] + w * p[2]) * (1.0 - cos(angle));
  auto const x = p[0] * cos(angle) + (v * p[2] - w * p[1]) * sin(angle) + u * along + c[3];
  auto const y = p[1] * cos(angle) + (w * p[0] - u * p[2]) * sin(angle) + v * along + c[4];
  auto const z = p[2] * cos(angle) + (u * p[1] - v * p[0]) * sin(angle) + w * along + c[5];
  return std::array{x / z, y / z};
});
void jacobian(double const* c, double const* p, double* result) {
  lz::call(lz::jacobian(camera), c, p, lz::out(result, result + 2));
}
"""
TEXT = """#include <leibniz/leibniz.hpp>
namespace lz = leibniz;
constexpr lz::variable<"x"> x;
constexpr auto text = lz::to_string(lz::derivative(sin(x * x) / (x + 1), x));
"""
PROGRAMS = {"include": measure.LIBRARY, "gradient": measure.ONE_GRADIENT, "hessian": HESSIAN, "jacobian": JACOBIAN,
            "text": TEXT, "function of 700 nodes": generate.straight(100), "formula of 140 nodes": generate.formula(20)}


def compiled(command, source, steps):
    """The names of the library's instantiated templates; None where the steps do not suffice."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "program.cpp")
        path.write_text(source, encoding="utf-8")
        run = subprocess.run([*command, f"-fconstexpr-steps={steps}", "-c", path, "-o", path.with_suffix(".o"),
                              "-ftime-trace", "-ftime-trace-granularity=0"], capture_output=True, text=True)
        if run.returncode != 0:
            if "step limit" in run.stderr or "fconstexpr-steps" in run.stderr or "constant expression" in run.stderr:
                return None
            sys.exit(run.stderr)
        events = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["traceEvents"]
    return [e["args"]["detail"] for e in events
            if e["name"] in ("InstantiateClass", "InstantiateFunction") and "leibniz::" in e["args"]["detail"]]


def fewest_steps(command, source):
    """The least number of steps that suffices, to 0.5 %."""
    low, high = 0, 1 << 20
    while high - low > max(20, high // 200):
        middle = (low + high) // 2
        if compiled(command, source, middle) is None: low = middle
        else: high = middle
    return high


def main():
    command = [sys.argv[1], "-std=c++20", "-O0", f"-I{sys.argv[2]}"]
    if "--write" in sys.argv:
        result = {name: {"instantiations": len(compiled(command, source, 1 << 20)),
                         "steps": fewest_steps(command, source)} for name, source in PROGRAMS.items()}
        BASELINE.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
        return 0
    wrong = 0
    for name, known in json.loads(BASELINE.read_text(encoding="utf-8")).items():
        names = compiled(command, PROGRAMS[name], int(known["steps"] * GROWTH))
        if names is None:
            print(f"{name}: more than 3 % above {known['steps']} steps in one constant evaluation")
            wrong = 1
        elif len(names) > known["instantiations"] * GROWTH:
            print(f"{name}: {len(names)} instantiations, {known['instantiations']} known")
            wrong = 1
        else:
            print(f"{name}: {len(names)} instantiations, {known['instantiations']} known; at most 3 % above"
                  f" {known['steps']} steps")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
