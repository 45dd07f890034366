#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Turns tests/data/oracle/*.csv into tests/math/oracle_cases.hpp. With --check, only says whether it is up to date.

Every value becomes value_high + value_low, two doubles, so that errors far below one ulp can be measured.
The column d_dx of lgamma gives digamma."""
import collections
import decimal
import math
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
OUTPUT = HERE / "oracle_cases.hpp"

decimal.getcontext().prec = 1200  # a double as a decimal is exact


def split(value):
    """The nearest double, and the double nearest to what it lacks; None beyond the range of double."""
    exact = decimal.Decimal(value)
    high = float(exact)
    if math.isinf(high):  # special_values.hpp has those
        return None
    return high, float(exact - decimal.Decimal(high))


def rows():
    for path in sorted((HERE.parent / "data/oracle").glob("*.csv")):
        for line in path.read_text(encoding="ascii").splitlines()[1:]:
            function, x, y, value, d_dx, *_ = line.split(",")
            yield function, x, y, value
            if function == "lgamma":
                yield "digamma", x, y, d_dx


def short(number):
    """A hexadecimal literal without trailing zeros."""
    if number == 0:
        return "0"
    mantissa, exponent = number.hex().split("p")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return mantissa + "p" + exponent.lstrip("+")


def main():
    cases = collections.defaultdict(list)
    for function, x, y, value in rows():
        exact = split(value)
        if exact is None:
            continue
        cases[function].append([short(n) for n in (float.fromhex(x), float.fromhex(y or "0"), *exact)])

    lines = ["// SPDX-License-Identifier: BSL-1.0", "#pragma once", "",
             "// Written by make_oracle_cases.py from tests/data/oracle/*.csv; do not edit.", "",
             "namespace leibniz::test::oracle {", "", "/// The exact value at (x, y) is value_high + value_low.",
             "struct row {", "  double x, y, value_high, value_low;", "};", "", "// clang-format off"]
    for function in sorted(cases):
        lines.append(f"inline constexpr row {function}[] = {{")
        lines += ["{" + ",".join(numbers) + "}," for numbers in cases[function]]
        lines.append("};")
    lines += ["// clang-format on", "", "}  // namespace leibniz::test::oracle", ""]
    text = "\n".join(lines)

    if "--check" in sys.argv:
        sys.exit(0 if OUTPUT.read_text(encoding="ascii") == text else f"{OUTPUT.name} is out of date: run {__file__}")
    OUTPUT.write_text(text, encoding="ascii")


main()
