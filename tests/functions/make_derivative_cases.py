#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes tests/functions/derivative_cases.hpp: functions and their first three derivatives, with mpmath at 140 digits."""
import pathlib
import random

from mpmath import (cosh, diffs, digamma, exp, log, log1p, loggamma, gamma, mp, mpf, ncdf, npdf, pi, re, sin, sinpi, sqrt,
                    tanh)

OUTPUT = pathlib.Path(__file__).parent / "derivative_cases.hpp"
mp.dps = 140  # e^-200 beside 1
random.seed(3)


def spread(low, high, count):
    return [random.uniform(low, high) for _ in range(count)]


def sigmoid(x):
    return 1 / (1 + exp(-x))


def gelu_tanh(x):
    return x * sigmoid(sqrt(8 / pi) * (x + mpf("0.044715") * x**3))


TAILS = spread(-600, -20, 5) + spread(-20, 20, 16) + spread(20, 100, 4) + [-700.0, 100.0, 1e-9, -1e-9]
BELL = spread(-30, -6, 5) + spread(-6, 6, 12) + [7.5, -0.001, 1e-9]
FUNCTIONS = {
    "silu": (lambda x: x * sigmoid(x), TAILS),
    "log_sigmoid": (lambda x: -log1p(exp(-x)), TAILS),
    "mish": (lambda x: x * tanh(log1p(exp(x))), TAILS),
    "log_cosh": (lambda x: log(cosh(x)), spread(-30, 30, 15) + [1e-9, -1e-9, 0.01, 60.0]),
    "gelu": (lambda x: x * ncdf(x), BELL),
    "gelu_tanh": (gelu_tanh, spread(-4, 4, 14) + [-9.0, 11.0, 1e-9, 80.0]),
    "normal_pdf": (npdf, BELL),
    "normal_cdf": (ncdf, BELL),
    "logit": (lambda x: log(x / (1 - x)), spread(0, 1, 12) + [1e-9, 1 - 1e-9, 0.5001]),
    "lgamma": (lambda x: re(loggamma(x)), spread(0.1, 30, 10) + spread(-5, 0, 6) + [1e-9, 1e9]),
    "tgamma": (gamma, spread(0.1, 20, 8) + spread(-5, 0, 6)),
    "digamma": (digamma, spread(0.1, 30, 10) + spread(-5, 0, 6) + [1e9]),
    "sinc": (lambda x: sin(x) / x, spread(-20, 20, 14) + [1e-9, 0.01, -0.3, 1.5, 2.4]),
    "sinpi": (sinpi, spread(-3, 3, 8)),
}

lines = ["// SPDX-License-Identifier: BSL-1.0", "#pragma once", "",
         "// Written by make_derivative_cases.py; do not edit.", "", "namespace leibniz::test {", "",
         "/// A function and its derivatives at x.", "struct derivative_case {", "  double x, derivative[4];", "};", "",
         "// clang-format off"]
for name, (function, points) in FUNCTIONS.items():
    lines.append(f"inline constexpr derivative_case {name}_cases[] = {{")
    for x in points:
        values = [float(re(d)) for d in diffs(function, mpf(x), 3)]
        lines.append("{" + x.hex() + ", {" + ", ".join(v.hex() for v in values) + "}},")
    lines.append("};")
lines += ["// clang-format on", "", "}  // namespace leibniz::test", ""]
OUTPUT.write_text("\n".join(lines), encoding="ascii")
