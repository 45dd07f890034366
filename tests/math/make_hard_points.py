#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes tests/data/oracle/hard_points.csv: values, to 40 digits, at points that are hard to compute. Needs mpmath."""
import pathlib
import random

from mpmath import (atan2, besselj, cbrt, cosh, cospi, cos, digamma, erfc, erfinv, exp, expm1, gamma, hypot, log, log1p,
                    loggamma, mp, mpf, ncdf, npdf, nstr, pi, power, psi, sin, sinh, sinpi, sqrt, tan, tanh)

OUTPUT = pathlib.Path(__file__).parent.parent / "data/oracle/hard_points.csv"
mp.dps = 700  # the largest doubles have 308 digits before the point
random.seed(20)

# The double nearest to a multiple of pi / 2 (Muller, "Elementary functions", 11.3.2), and powers of two and ten.
NEXT_TO_PI_HALVES = 6381956970095103.0 * 2.0**797
TURNS = [NEXT_TO_PI_HALVES, 1e22, 2.0**1023, 1.7976931348623157e308, 1.5707963267948966, 3.141592653589793,
         355.0, -1e5, 2.0**53, 0.785, 0.7853981633974483, 2.0**-30, 103993.0, -245850922.0]
SMALL = [2.0**-k for k in (20, 27, 40, 60, 99, 101, 400, 1000)]
SPREAD = sorted(random.uniform(-4, 4) for _ in range(30))
WIDE = sorted(random.uniform(-700, 700) for _ in range(30))
NEXT_TO_ONE = [1 + 2.0**-k for k in (3, 20, 40, 52)] + [1 - 2.0**-k for k in (3, 20, 40, 53)]

BELL = sorted(random.uniform(-38, 8) for _ in range(40)) + [0.5, -0.5, -1.0, -5.0, 1e-300, -37.5]
UNIT = sorted(random.uniform(0, 1) for _ in range(30)) + [0.5 + 2.0**-52, 0.5 - 2.0**-54, 2.0**-60, 1 - 2.0**-53, 1e-300, 0.25, 0.75]
SIGNED = sorted(random.uniform(-30, 10) for _ in range(30)) + [-1.25, -1.0, 700.0, -700.0, 1e-200, -1e-200]
SHORT = sorted(random.uniform(-6, 6) for _ in range(30)) + [-9.5, 12.0, 1e-200, -1e-200]

SCALED = sorted(random.uniform(-26, 30) for _ in range(20)) + [0.4999, 0.5, 1.9999, 2.0, 5.99, 6.0, 100.0, 1e4, 1e-30, -27.5]
TAILS = [10.0**-k for k in (1, 2, 5, 20, 100, 300)]
SHARES = sorted(random.uniform(0, 1) for _ in range(20)) + TAILS + [0.5, 0.5 + 2.0**-50, 0.25, 0.75, 0.9999, 1 - 2.0**-53]
LEFT = sorted(random.uniform(-45, 10) for _ in range(25)) + [0.0, 1e-300, -1e-20, -1e3, -1e5, 37.5]


def repeated_erfcx(n, x):
    below, current = 2 / sqrt(pi), exp(x * x) * erfc(x)
    for k in range(1, int(n) + 1):
        below, current = current, (below - 2 * x * current) / (2 * k)
    return current


def quantile(p):
    return sqrt(mpf(2)) * erfinv(2 * p - 1)


def lbeta(x, y):
    return loggamma(x) + loggamma(y) - loggamma(x + y)


def spherical_bessel(n, x):
    return sqrt(pi / (2 * x)) * besselj(n + mpf(1) / 2, x) if x > 0 else (-1)**int(n) * spherical_bessel(n, -x)


def gelu_tanh(x):
    return x / (1 + exp(-sqrt(8 / pi) * (x + mpf("0.044715") * x**3)))


ONE = {
    "sin": (sin, TURNS + SMALL),
    "cos": (cos, TURNS + SMALL),
    "tan": (tan, TURNS + SMALL),
    "exp": (exp, [709.78, -708.3, -720.5, -744.0, 0.34657, 0.3466, -0.34657] + SMALL[:4]),
    "log": (log, NEXT_TO_ONE + [2.0**-1074, 2.0**-1030, 1.7976931348623157e308, 1.4142135623730951, 1.414213562373095]),
    "tanh": (tanh, [18.0, 19.5, 20.0, 22.0, 0.17, 0.18] + SMALL),
    "sinh": (sinh, [710.0, 40.01, 39.99, 0.34, 0.339] + SMALL),
    "expm1": (expm1, [-0.35, 0.35, -37.0, 40.0] + SMALL),
    "log1p": (log1p, [-0.2901, 0.4101, -1 + 2.0**-53, 1e300] + SMALL),
    "erfc": (erfc, [0.5, 0.49999, 5.99, 6.0, 6.01, 26.5, 27.1]),
    "cbrt": (cbrt, [27.0, 2.0**-1074, 2.0**-1073, 2.0**-1022, 1.7976931348623157e308, 7.999999999999999, 8.0]),
    "sqrt": (sqrt, [2.0**-1073, 1.7976931348623157e308, 4 - 2.0**-51, 1 - 2.0**-53, 2.0, 1 + 2.0**-52]),
    "sinpi": (sinpi, SPREAD + [1e6 + 2.0**-10, 2.0**40 + 0.25] + SMALL),
    "cospi": (cospi, SPREAD + [1e6 + 2.0**-10, 2.0**40 + 0.25] + SMALL),
    "sinc": (lambda x: sin(x) / x, SPREAD + TURNS + SMALL),
    "tgamma": (gamma, [x for x in SPREAD] + [23.0, 171.6, -170.3, -176.5, 0.5, 0.49, 15.99, 16.0, 1e-300]),
    "digamma": (digamma, SPREAD + [1.0, 1e-300, 1e300, 15.99, 16.0, -30.3, 1.4616321449683622, 1.46163, 1.46, 1.5, 2.0, 0.999, 7.1, 11.999, 12.0]),
    "log_sigmoid": (lambda x: -log1p(exp(-x)), SPREAD + WIDE),
    "normal_pdf": (npdf, BELL),
    "normal_cdf": (ncdf, BELL),
    "logit": (lambda x: log(x / (1 - x)), UNIT),
    "log_cosh": (lambda x: log(cosh(x)), SPREAD + SMALL[:6] + [1.0, 1.9999, 2.0, 5.0, -30.0, 700.0, 1e5]),
    "tanh_softplus": (lambda x: tanh(log1p(exp(x))), SIGNED),
    "mish": (lambda x: x * tanh(log1p(exp(x))), SIGNED),
    "gelu_tanh": (gelu_tanh, SHORT),
    "exp_minus_square": (lambda x: exp(-x * x), [x * 0.7 for x in BELL]),
    "sech_squared": (lambda x: 1 / cosh(x)**2, SPREAD + [0.0, 1e-9, 20.0, -40.5, 354.0]),
    "sigmoid_slope": (lambda x: 1 / (exp(x) + 2 + exp(-x)), SPREAD + [0.0, 1e-9, 40.0, 81.0, -81.0, 708.0]),
    "erfcx": (lambda x: exp(x * x) * erfc(x), SCALED),
    "erf_inv": (erfinv, [2 * p - 1 for p in SHARES[:20]] + [1e-9, -1e-9, 1e-200, 0.52, 0.5, -0.5, 1 - 2.0**-53, 2.0**-53 - 1]),
    "normal_quantile": (quantile, SHARES),
    "log_normal_cdf": (lambda x: log(ncdf(x)), LEFT),
    "inverse_mills": (lambda x: npdf(x) / ncdf(x), LEFT),
    "inverse_mills_rest": (lambda x: x + npdf(x) / ncdf(x), LEFT[:25] + [0.0, -1e3, -1e5]),
    "log1mexp": (lambda x: log(1 - exp(x)), [-x for x in UNIT] + [-0.69, -0.6901, -1e-200, -36.0, -50.0, -700.0, -740.0]),
}
TWO = {
    "pow": (power, [(1 + 2.0**-52, 1e18), (0.5, 1073.5), (10.0, -323.0), (1.0000001, 1e9), (2.0, 0.5), (9.0, 0.5),
                    (-3.0, 33.0), (1 - 2.0**-53, -1e18), (2.0**-1074, 0.9), (1.7e308, -1.0)]),
    "atan2": (atan2, [(1e-310, 1e10), (1e300, 1e-5), (-1.0, -1.0), (2.0**-60, -1.0), (-3.0, 1e-20)]),
    "polygamma": (psi, [(float(n), x) for n in (1, 2, 3, 7)
                        for x in [0.3, 1.0, 1.7, 5.5, 17.99, 18.0, 1e5, 1e30, 1e-20, -0.3, -1.75, -30.4]]),
    "spherical_bessel": (spherical_bessel, [(float(n), x) for n in (0, 1, 2, 5)
                                            for x in [0.001, 0.7, -1.9, 2.3, 3.3, 5.9, 6.1, 40.0, -1e10, 1e-30]]),
    "xlogy": (lambda x, y: x * log(y), [(2.0, 3.0), (0.3, 1e-300), (-1.5, 0.999), (1e300, 1 + 2.0**-52)]),
    "repeated_erfcx": (repeated_erfcx, [(float(n), x) for n in (1, 2, 5) for x in [-20.0, -1.3, 0.0, 0.4, 0.7, 3.0, 20.0, 1e3]]),
    "logaddexp": (lambda x, y: log(exp(x) + exp(y)), [(0.0, 0.0), (1.0, 2.5), (-0.7, -0.6), (-700.0, -701.0), (1e-40, -50.0),
                                                       (300.0, -300.0), (-1e3, 1e-300), (-0.6931471805599453, -0.6931471805599453)]),
    "lbeta": (lbeta, [(1.0, 1.5), (0.3, 4.0), (1e-300, 2.5), (1e300, 2.5), (1e10, 1e-10), (15.5, 16.5), (9.99, 10.0), (1e5, 1e6),
                      (0.5, 0.5), (100.0, 0.1), (1e17, 3.0)]),
    "polygamma_difference": (lambda n, x: psi(n, x + mpf(0.5)) - psi(n, x), [(float(n), x) for n in (0, 1, 3)
                                                                       for x in [1e-9, 0.3, 2.5, 15.9, 16.0, 1e5, 1e17]]),
    "hypot": (hypot, [(3e-310, 4e-310), (1e308, 1e308), (1.0, 2.0**-27), (1.0, 2.0**-26), (1e-5, 1e200)]),
}

with OUTPUT.open("w", encoding="ascii") as file:
    file.write("function,x,y,value,d_dx,d2_dx2,d_dy\n")
    for name, (function, points) in ONE.items():
        for x in points:
            file.write(f"{name},{x.hex()},,{nstr(function(mpf(x)), 40)},,,\n")
    for name, (function, points) in TWO.items():
        for x, y in points:
            file.write(f"{name},{x.hex()},{y.hex()},{nstr(function(mpf(x), mpf(y)), 40)},,,\n")
