#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes tests/data/oracle/hard_derivatives.csv: values and derivatives, to 40 digits, at points where formulas
cancel, overflow or underflow: next to the ends of domains, saturated, tiny, huge. Needs mpmath."""
import pathlib

import random

from mpmath import (acos, acosh, asin, asinh, atan, atan2, atanh, cbrt, cos, cosh, digamma, erf, erfc, erfinv, exp, expm1,
                    hypot, log, log1p, loggamma, mp, mpf, ncdf, npdf, nstr, pi, power, psi, sin, sinh, sqrt, tan, tanh, workdps)

OUTPUT = pathlib.Path(__file__).parent.parent / "data/oracle/hard_derivatives.csv"
mp.dps = 1400  # 1 + e^-1000 and 1 - 1e-600 are not 1
random.seed(8)

HUGE = [1e20, 1e100, 1e155, 1e200, 1e300, 1.7976931348623157e308]
TINY = [2.0**-k for k in (27, 60, 300, 540, 1000, 1022)]
NEXT_TO_ONE = [1 - 2.0**-k for k in (1, 4, 10, 20, 40, 53)]
SATURATED = [x * s for x in (1, 5, 17, 19, 25, 37, 40, 100, 350, 700, 744, 800) for s in (1, -1)]
BELL = sorted(random.uniform(-26, 26) for _ in range(60))
NORMAL = sorted(random.uniform(-38, 38) for _ in range(60))
SHARES = sorted(random.uniform(0, 1) for _ in range(40)) + [10.0**-k for k in (2, 5, 20, 100, 300)] + [1 - 2.0**-53, 0.5 + 2.0**-30]


def quantile(p):
    return sqrt(mpf(2)) * erfinv(2 * p - 1)


def mills(x):
    return npdf(x) / ncdf(x)


def erfcx(x):
    return exp(x * x) * erfc(x)


def lbeta(x, y):
    return loggamma(x) + loggamma(y) - loggamma(x + y)


def sigmoid(x):
    return 1 / (1 + exp(-x))


ONE = {
    "sigmoid": (sigmoid, lambda x: sigmoid(x) * sigmoid(-x),
                lambda x: sigmoid(x) * sigmoid(-x) * (sigmoid(-x) - sigmoid(x)), SATURATED + TINY),
    "softplus": (lambda x: log1p(exp(x)), sigmoid, lambda x: sigmoid(x) * sigmoid(-x), SATURATED + TINY),
    "tanh": (tanh, lambda x: 1 / cosh(x)**2, lambda x: -2 * tanh(x) / cosh(x)**2, SATURATED + TINY),
    "expm1": (expm1, exp, exp, SATURATED + TINY),
    "asin": (asin, lambda x: 1 / sqrt(1 - x * x), lambda x: x / sqrt(1 - x * x)**3, NEXT_TO_ONE + TINY),
    "acos": (acos, lambda x: -1 / sqrt(1 - x * x), lambda x: -x / sqrt(1 - x * x)**3, NEXT_TO_ONE + TINY),
    "atanh": (atanh, lambda x: 1 / (1 - x * x), lambda x: 2 * x / (1 - x * x)**2, NEXT_TO_ONE + TINY),
    "acosh": (acosh, lambda x: 1 / sqrt(x * x - 1), lambda x: -x / sqrt(x * x - 1)**3,
              [1 + 2.0**-k for k in (1, 4, 10, 20, 40, 52)] + HUGE),
    "asinh": (asinh, lambda x: 1 / sqrt(x * x + 1), lambda x: -x / sqrt(x * x + 1)**3, HUGE + TINY),
    "atan": (atan, lambda x: 1 / (x * x + 1), lambda x: -2 * x / (x * x + 1)**2, [1e8] + TINY),
    "sqrt": (sqrt, lambda x: 1 / (2 * sqrt(x)), lambda x: -1 / (4 * x * sqrt(x)), HUGE + TINY + [2.0**-1074]),
    "cbrt": (cbrt, lambda x: cbrt(x) / (3 * x), lambda x: -2 * cbrt(x) / (9 * x * x), HUGE + TINY + [2.0**-1074]),
    "log": (log, lambda x: 1 / x, lambda x: -1 / x**2, HUGE[:4] + TINY[:5]),
    "log1p": (log1p, lambda x: 1 / (1 + x), lambda x: -1 / (1 + x)**2, [-x for x in NEXT_TO_ONE] + HUGE[:3] + TINY),
    "tan": (tan, lambda x: 1 + tan(x)**2, lambda x: 2 * tan(x) * (1 + tan(x)**2),
            [1.5707963267948966, 1.57, 1e22] + TINY[:2]),
    "sinh": (sinh, cosh, sinh, [710.0, -710.0, 40.0] + TINY),
    "cosh": (cosh, sinh, cosh, [710.0, -710.0, 40.0] + TINY),
    "erf": (erf, lambda x: 2 / sqrt(pi) * exp(-x * x), lambda x: -4 * x / sqrt(pi) * exp(-x * x),
            [4.0, 6.1, 10.3, 20.7, 26.1, 27.5, 1e200] + TINY + BELL),
    "erfc": (erfc, lambda x: -2 / sqrt(pi) * exp(-x * x), lambda x: 4 * x / sqrt(pi) * exp(-x * x),
             [4.0, 6.1, 10.3, 20.7, 26.1, 27.5] + TINY + BELL),
    "normal_pdf": (npdf, lambda x: -x * npdf(x), lambda x: (x * x - 1) * npdf(x), NORMAL + [38.5] + TINY),
    "normal_cdf": (ncdf, npdf, lambda x: -x * npdf(x), NORMAL + [38.5, -38.4] + TINY),
    "gelu": (lambda x: x * ncdf(x), lambda x: ncdf(x) + x * npdf(x), lambda x: (2 - x * x) * npdf(x), NORMAL + TINY[:2]),
    "log_normal_cdf": (lambda x: log(ncdf(x)), mills, lambda x: -mills(x) * (x + mills(x)), NORMAL + [-100.0, -1e4] + TINY),
    "normal_quantile": (quantile, lambda p: 1 / npdf(quantile(p)), lambda p: quantile(p) / npdf(quantile(p))**2, SHARES),
    "erf_inv": (erfinv, lambda x: sqrt(pi) / 2 * exp(erfinv(x)**2), lambda x: pi / 2 * erfinv(x) * exp(2 * erfinv(x)**2),
                [2 * p - 1 for p in SHARES[:40]] + [1 - 2.0**-53, 2.0**-53 - 1] + TINY[:4]),
    "erfcx": (erfcx, lambda x: 2 * x * erfcx(x) - 2 / sqrt(pi),
              lambda x: (4 * x * x + 2) * erfcx(x) - 4 * x / sqrt(pi), BELL + [100.0, 1e4] + TINY[:4]),
    "log1mexp": (lambda x: log(1 - exp(x)), lambda x: -1 / expm1(-x), lambda x: -exp(-x) / expm1(-x)**2,
                 [-x for x in SATURATED if x > 0] + [-x for x in SHARES] + [-x for x in TINY[:4]]),
    "lgamma": (loggamma, digamma, lambda x: psi(1, x), [0.1, 0.5, 0.9, 1.1, 1.3, 1.6, 1.8, 2.2, 3.3, 6.9, 11.9, 12.1, 1e3]),
}

PAIRS = [(3.0, 4.0), (1e200, 1e200), (1e200, 1e180), (-1e180, 1e200), (1e-200, 1e-200), (-1e-200, 1e-180), (1e-170, -1e-200),
         (1.0, 1e-8), (1e-8, 1.0), (1.0, 1e-30), (1e-30, -1.0), (1e300, 1e-10), (1.0, 1.0000001)]
TWO = {
    "hypot": (hypot, lambda x, y: x / hypot(x, y), lambda x, y: y * y / hypot(x, y)**3, lambda x, y: y / hypot(x, y), PAIRS),
    "atan2": (atan2, lambda x, y: y / (x * x + y * y), lambda x, y: -2 * x * y / (x * x + y * y)**2,
              lambda x, y: -x / (x * x + y * y), PAIRS),
    "logaddexp": (lambda x, y: log(exp(x) + exp(y)), lambda x, y: sigmoid(x - y), lambda x, y: sigmoid(x - y) * sigmoid(y - x),
                  lambda x, y: sigmoid(y - x),
                  [(1.0, 2.0), (0.0, 0.0), (700.0, -3.0), (-3.0, 700.0), (-700.0, -800.0), (5.0, -35.0), (1e5, 1e5), (3.0, 3.0)]),
    "lbeta": (lbeta, lambda x, y: psi(0, x) - psi(0, x + y), lambda x, y: psi(1, x) - psi(1, x + y),
              lambda x, y: psi(0, y) - psi(0, x + y),
              [(0.3, 4.0), (1e-3, 1e-3), (1e-3, 1e6), (1e6, 1e-3), (3.0, 1e-9), (15.0, 17.0), (1e10, 1e10), (7.0, 9.5), (100.0, 3.0)]),
    "pow": (power, lambda x, p: p * power(x, p - 1), lambda x, p: p * (p - 1) * power(x, p - 2),
            lambda x, p: power(x, p) * log(x),
            [(1e200, 1.6), (1e-200, 1.9), (1e-200, 2.0), (2.0, 1.0), (2.0, 1 + 2.0**-52), (3.0, 1 - 2.0**-53), (0.5, 1e-10),
             (0.5, 1.0000001), (7.0, 300.0), (1e-200, 1e-3), (1e200, 1e-3), (1e-100, 0.3), (1e100, 0.1), (1e-300, 1e-17),
             (1e60, -0.7), (1e-60, -3.3), (1e20, -7.6), (0.3, 0.7), (1e-100, 0.6), (3.0, -1e-9), (1e-30, 0.9), (0.99999, -1e5), (2.0**-1074, 0.5)]),
}


def text(number):
    return nstr(number, 40, min_fixed=0, max_fixed=0)


# where fewer digits do, and all of them take minutes
DIGITS = {"lgamma": 100, "lbeta": 100, "erf_inv": 400, "normal_quantile": 400, "log_normal_cdf": 400, "normal_cdf": 400,
          "gelu": 400, "erfcx": 400}

with OUTPUT.open("w", encoding="ascii") as file:
    file.write("function,x,y,value,d_dx,d2_dx2,d_dy\n")
    for name, (f, first, second, arguments) in ONE.items():
        for x in arguments:
            with workdps(DIGITS.get(name, mp.dps)):
                results = ",".join(text(g(mpf(x))) for g in (f, first, second))
            file.write(f"{name},{float(x).hex()},,{results},\n")
    for name, (f, first, second, by_second, arguments) in TWO.items():
        for x, y in arguments:
            with workdps(DIGITS.get(name, mp.dps)):
                results = ",".join(text(g(mpf(x), mpf(y))) for g in (f, first, second, by_second))
            file.write(f"{name},{x.hex()},{y.hex()},{results}\n")
