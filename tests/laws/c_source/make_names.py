#!/usr/bin/env python3
"""Writes cases for names.cpp: formulas whose variables and C functions have names that C does not allow or that collide.

usage: make_names.py FILE COUNT SEED
"""
import random
import re
import sys

# Words and macros of C and math.h, results and steps of the generated code, the library's own names.
WORDS = (
    "double float int if while register inline restrict bool sin sinf sinl log1p j0 y1 gamma lgamma M_E M_PI M_1_PI "
    "M_PIf FP_ZERO FP_NAN NAN INFINITY HUGE_VAL isnan signbit signgam errno linux unix value gradient hessian jacobian "
    "tangent product entries nonzeros t0 t1 t2 c0 c1 p p1 x1 x2 leibniz_ leibniz_sigmoid leibniz_softplus "
    "leibniz_normal_pdf LEIBNIZ_HAS_normal_pdf void main _ __ _x 1 2x x y k power result a"
).split() + ["", " ", "a b", "a_b", "a-b", "a  b", "ä", "x²", "a.b", "t 0", "leibniz sigmoid"]
BODIES = [
    "{0}*{1} + {2}",
    "sigmoid({0})*{1} - normal_pdf({2})",
    "sin({0}*{1})/({2}*{2} + 1_c) + {0}*{3}",
    "where({0} < {1}, softplus({2}), {0}*{2}) + {1}*{3}",
    "digamma({0}*{0} + 1_c)*{1} + silu({2})*{3}",
]


def mutated(word, rng):
    """The word, or one that C's rules may make the same."""
    for _ in range(rng.randrange(3)):
        word = rng.choice([
            word + "_", word.replace("_", " "), word.replace(" ", "_"), "_" + word, word + " ", word + "f", word[:-1],
        ])
    return word


def stem(name):
    return re.sub(r"[^A-Za-z0-9]", "_", name).strip("_").lower()


def main():
    file, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    rng = random.Random(seed)
    lines, functions = [], set()
    while len(lines) < count:
        base = rng.choice(WORDS)
        names = set()
        while len(names) < 3:
            names.add(mutated(base if rng.random() < 0.7 else rng.choice(WORDS), rng))
        function = mutated(rng.choice(sorted(names) + [base]), rng)
        if stem(function) in functions or stem(function) == "main":
            function += f"_{len(lines)}"  # two functions of one file differ
        functions.add(stem(function))
        literal = rng.choice(["1.5", "-2.2250738585072014e-308", "1e22", "-123456.7890123456", "3.0e-5", "1_c"])
        body = rng.choice(BODIES)
        names = sorted(names)
        rng.shuffle(names)
        text = body.format("a", "b", "c", literal)
        quoted = ", ".join(f'"{name}"' for name in [*names, function])
        lines.append(f"  CASE({rng.choice('value gradient hessian jacobian'.split())}, {quoted}, {text})")
    with open(file, "w", encoding="utf-8") as out:
        out.write(f"// {count} cases, seed {seed}\n" + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
