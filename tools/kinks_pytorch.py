#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What PyTorch gives at the points of docs/kinks.md: value and derivatives by x, y, z, in double precision.

usage: build/gcc/tests/pages/kinks tests/data/kinks --points | python3 tools/kinks_pytorch.py > tests/data/kinks/pytorch.csv

Reads lines `formula;point`. A formula is evaluated as it is written, with PyTorch's functions under our names; where
PyTorch has no such function, or no derivative of it, there is no line.
"""
import math
import sys

import torch
from torch.nn import functional


def stacked(function):
    return lambda *xs: function(torch.stack([torch.as_tensor(x, dtype=torch.float64) for x in xs]))


def where(condition, a, b):
    return torch.where(condition, torch.as_tensor(a, dtype=torch.float64), torch.as_tensor(b, dtype=torch.float64))


NAMES = {
    name: getattr(torch, name)
    for name in "abs acos acosh asin asinh atan atan2 atanh ceil copysign digamma erf erfc exp exp2 expm1 floor fmod "
    "hypot lgamma log log10 log1p log2 logit polygamma pow round sigmoid sign sin sinh sqrt square tan tanh".split()
} | {
    "absolute_error": functional.l1_loss,
    "binary_cross_entropy": functional.binary_cross_entropy,
    "clamp": torch.clamp,
    "elu": functional.elu,
    "hard_sigmoid": functional.hardsigmoid,
    "hard_tanh": functional.hardtanh,
    "huber": functional.huber_loss,
    "leaky_relu": functional.leaky_relu,
    "max": torch.maximum,
    "min": torch.minimum,
    "norm": stacked(torch.linalg.vector_norm),
    "product": stacked(torch.prod),
    "relu": functional.relu,
    "selu": functional.selu,
    "step": lambda x: torch.heaviside(x, torch.ones_like(x)),
    "where": where,
    "xlog1py": torch.special.xlog1py,
    "xlogy": torch.special.xlogy,
}


def text(number):
    return "nan" if math.isnan(number) else f"{number:.9g}"


def evaluate(formula, point):
    """The value and the derivatives, or None where PyTorch cannot tell."""
    inputs = [torch.tensor(at, dtype=torch.float64, requires_grad=True) for at in point]
    try:
        value = eval(formula.replace("^", "**"), NAMES | dict(zip("xyz", inputs)))
        value.backward()
    except (NameError, TypeError, RuntimeError):
        return None
    return [value.item()] + [0.0 if x.grad is None else x.grad.item() for x in inputs]


def main():
    print(f"# version: {torch.__version__}")
    print("# Written by tools/kinks_pytorch.py.")
    print("formula;point;value;by x;by y;by z")
    for line in sys.stdin:
        formula, _, point = line.strip().partition(";")
        numbers = evaluate(formula, [float(at) for at in point.split(",")])
        if numbers is not None:
            print(f"{formula};{point};" + ";".join(map(text, numbers)))


if __name__ == "__main__":
    main()
