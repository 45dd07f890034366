#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Compiles random functions and formulas of growing size through every verb, without a flag that raises a limit.

Each either compiles or gives one error, the one that names the limit, how many operations there are, and the cure.

usage: limits.py INCLUDE-FOLDER COMPILER sample|SEEDS [SIZE...]

Of each seed, 0 to SEEDS - 1, a function and a formula of each size (a few around both compilers' limits if not given)
are made for every verb; `sample` are a few of these.
"""
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

ONE_MESSAGE = re.compile(r'"nodes of [a-z ]*:?.*"too many for this limit:".*"leibniz::leibniz"')
SIZES = 100, 300, 800, 1500, 4000
SAMPLE = (("function", 100, "gradient"), ("function", 1500, "jacobian"), ("function", 1500, "C"),
          ("formula", 100, "hessian"), ("formula", 300, "equality"), ("formula", 300, "text of a derivative"))

HEAD = """#include <leibniz/leibniz.hpp>
namespace lz = leibniz;
using namespace lz::literals;
"""
UNARY = "sin", "exp", "tanh", "sqrt", "log", "abs", "erf", "square"
INPUTS, OUTPUTS = 4, 3

# How a verb is used: of a function `f` of one output, or `F` of several, at `p`; of a formula `f` or several, `F`.
OF_FUNCTION = {
    "value": "F(p)",
    "gradient": "lz::gradient(f)(p)",
    "jacobian": "lz::jacobian(F)(p)",
    "jacobian forward": "lz::jacobian<lz::order::forward>(F)(p)",
    "jacobian lowest fill": "lz::jacobian<lz::order::lowest_fill>(F)(p)",
    "jacobian markowitz": "lz::jacobian<lz::order::markowitz>(F)(p)",
    "hessian": "lz::hessian(f)(p)",
    "jvp": "lz::jvp(F)(p, p)",
    "vjp": "lz::vjp(F)(p, std::array{1.0, 2.0, 3.0})",
    "hvp": "lz::hvp(f)(p, p)",
    "three jvp": "lz::jvp<3>(F)(p, lz::matrix<double, 4, 3>{})",
    "three vjp": "lz::vjp<3>(F)(p, lz::matrix<double, 3, 3>{})",
    "three hvp": "lz::hvp<3>(f)(p, lz::matrix<double, 4, 3>{})",
    "gauss_newton": "lz::gauss_newton(F)(p)",
    "taylor": "lz::taylor<5>(F)(p, p)",
    "rows": "lz::jacobian(F, lz::rows<0, 2>{})(p)",
    "columns": "lz::jacobian(F, lz::columns<1>{})(p)",
    "entries": "lz::jacobian(F, lz::entries<lz::at<0, 1>, lz::at<2, 3>>{})(p)",
    "hessian rows": "lz::hessian(f, lz::rows<1>{})(p)",
    "hessian entries": "lz::hessian(f, lz::entries<lz::at<0, 1>, lz::at<2, 3>>{})(p)",
    "compressed": "lz::compressed(lz::jacobian(F))(p)",
    "simplify": "lz::gradient(lz::simplify(f))(p)",
    "cost": "lz::cost(lz::gradient(f)).operations",
    "live values": "lz::live_values(lz::gradient(f))",
    "C": 'lz::to_c(lz::gradient(f), "name")',
    "dot": "lz::to_dot(lz::gradient(f))",
    "nodes": "lz::nodes(f)(p)",
    "nested": "lz::function<lz::R<4>>([](auto const& q) { return lz::gradient(f)(q).gradient; })(p)",
}
AT = "a = 0.5, b = 0.6, c = 0.7, d = 0.8"
OF_FORMULA = {
    "value": f"f({AT})",
    "gradient": f"lz::gradient(f)({AT})",
    "hessian": f"lz::hessian(f)({AT})",
    "jacobian": f"lz::jacobian(F)({AT})",
    "derivative": f"lz::derivative<2>(f, a)({AT})",
    "high derivative": f"lz::derivative<6>(f, a)({AT})",
    "taylor": f"lz::taylor<5>(f, a)({AT})",
    "jvp": f"lz::jvp(f, lz::wrt(a))({AT}, lz::direction(a = 1.0))",
    "vjp": f"lz::vjp(F, lz::wrt(a, b))({AT}, lz::adjoint(1.0, 2.0, 3.0))",
    "hvp": f"lz::hvp(f, lz::wrt(a))({AT}, lz::direction(a = 1.0))",
    "gauss_newton": f"lz::gauss_newton(F)({AT})",
    "simplify": f"lz::gradient(lz::simplify(f))({AT})",
    "text": "lz::to_string(f)",
    "text of a derivative": "lz::to_string(lz::derivative(f, a))",
    "LaTeX": "lz::to_latex(lz::derivative(f, a))",
    "C": 'lz::to_c(lz::gradient(f), "name")',
    "dot": f"lz::to_dot(f, {AT})",
    "nodes": f"lz::nodes(f)({AT})",
    "equality": "lz::derivative(f, a) == lz::derivative(f, b)",
    "variables": "lz::variables_of(lz::derivative(f, a))",
    "depends": "lz::depends_on(lz::derivative(f, a), b)",
    "constant": "lz::is_constant(lz::derivative(f, a))",
}


def parts(seed, size, inputs):
    """Random operations on inputs and earlier results, mostly on recent ones: about `size` of them."""
    choose = random.Random(seed * 1000003 + size)
    names, lines = list(inputs), []

    def operand():
        return names[max(0, len(names) - 1 - int(choose.expovariate(0.2)))]
    for i in range(size // 2):
        kind = choose.random()
        if kind < 0.3: right = f"{choose.choice(UNARY)}({operand()}) * {operand()}"
        elif kind < 0.6: right = f"{operand()} * {operand()} + {operand()}"
        elif kind < 0.8: right = f"{operand()} / (2_c + {operand()} * {operand()})"
        elif kind < 0.9: right = f"lz::where({operand()} > {operand()}, {operand()}, sin({operand()}))"
        else: right = f"{operand()} - 3_c * {operand()}"
        lines.append((f"t{i}", right))
        names.append(f"t{i}")
    return lines, names[-OUTPUTS:]


def function_program(seed, size, use):
    lines, results = parts(seed, size, [f"p[{i}]" for i in range(INPUTS)])
    body = "".join(f"  auto {name} = {right};\n" for name, right in lines).replace("2_c", "2").replace("3_c", "3")
    return HEAD + f"""#include <array>
constexpr auto f = lz::function<lz::R<4>>([](auto const& p) {{
{body}  return {" + ".join(results)};
}});
constexpr auto F = lz::function<lz::R<4>>([](auto const& p) {{
{body}  return std::array{{{", ".join(f"{r} + p[0]" for r in results)}}};
}});
auto use(std::array<double, 4> const& p) {{ (void)p; return {use}; }}
"""


def formula_program(seed, size, use):
    lines, results = parts(seed, size, "abcd")
    body = "".join(f"constexpr auto {name} = {right};\n" for name, right in lines)
    variables = "".join(f'constexpr lz::variable<"{x}"> {x};\n' for x in "abcd")
    return HEAD + f"""{variables}{body}constexpr auto f = {" + ".join(results)} + a * b * c * d;
constexpr auto F = lz::vector({", ".join(f"{r} + a * b * c * d" for r in results)});
auto use() {{ return {use}; }}
"""


def outcome(command, source):
    """What the compiler says: compiled, the one message, or what else."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "program.cpp")
        path.write_text(source, encoding="utf-8")
        try:
            run = subprocess.run([*command, path], capture_output=True, text=True, timeout=1800,
                                 env=os.environ | {"LC_ALL": "C"})
        except subprocess.TimeoutExpired:
            return "no answer in half an hour"
    errors = re.findall(r"^\S.*?: (?:fatal )?error: (.*)$", run.stderr, re.MULTILINE)
    if run.returncode == 0: return "compiled"
    if len(errors) == 1 and ONE_MESSAGE.search(errors[0]): return "the one message"
    return f"{len(errors)} errors, the first: {(errors or [run.stderr])[0][:400]}"


MAKE = {"function": (function_program, OF_FUNCTION), "formula": (formula_program, OF_FORMULA)}


def case(of, size, verb, seed):
    """Its name and its program."""
    program, verbs = MAKE[of]
    return f"{of} of {size}, seed {seed}: {verb}", program(seed, size, verbs[verb])


def cases(seeds, sizes):
    if seeds == "sample": return [case(*each, 0) for each in SAMPLE]
    return [case(of, size, verb, seed) for seed in range(int(seeds)) for size in sizes
            for of, (_, verbs) in MAKE.items() for verb in verbs]


def main():
    include, compiler, seeds = sys.argv[1:4]
    command = [compiler, "-std=c++20", "-fsyntax-only", f"-I{include}"]
    wrong = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        chosen = cases(seeds, [int(s) for s in sys.argv[4:]] or SIZES)
        for (name, _), said in zip(chosen, pool.map(lambda each: outcome(command, each[1]), chosen)):
            fine = said in ("compiled", "the one message")
            wrong += not fine
            print(f"{'' if fine else 'WRONG '}{name}: {said}", flush=True)
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
