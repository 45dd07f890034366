# SPDX-License-Identifier: BSL-1.0
"""One function, generic in its number, with value and gradient by the library and by its peers: programs that measure.py
compiles. Each has `void gradient(double const* p, double* result)`, value first.
"""
import pathlib
import subprocess
import sys
import tempfile

import generate

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))
from run import peer_options

TOLERANCE = 1e-11


def function(steps):
    lines = ["template <class T> constexpr T f(std::array<T, 8> const& p) {", "  T const t0 = p[0];"]
    for i in range(steps):
        t, a, b, d = generate.step(i, f"t{i}", lambda k: f"p[{k % 8}]")
        lines.append(f"  T const t{i + 1} = sin({t} * {a} + {b}) / (1.5 + exp({d} - {t}));")
    return "\n".join(lines + [f"  return t{steps};", "}", ""])


DUAL = """
void gradient(double const* p, double* result) {
  std::array<number, 8> x;
  for (int i = 0; i < 8; ++i) x[i] = variable(p[i], i);
  number const y = f(x);
  result[0] = value(y);
  for (int i = 0; i < 8; ++i) result[1 + i] = partial(y, i);
}
"""
# What stands before the function, and after it.
PROGRAMS = {
    "the function alone": ("#include <cmath>\nusing std::exp, std::sin;\n", """
void gradient(double const* p, double* result) {
  std::array<double, 8> x;
  for (int i = 0; i < 8; ++i) x[i] = p[i];
  result[0] = f(x);
}
"""),
    "Leibniz": ("#include <leibniz/leibniz.hpp>\n", """
constexpr auto g = leibniz::gradient(
    leibniz::function<leibniz::R<8>>([](auto const& p) { return f(p); }));
void gradient(double const* p, double* result) {
  auto const r = g(p);
  result[0] = r.value;
  for (unsigned i = 0; i < 8; ++i) result[1 + i] = r.gradient[i];
}
"""),
    "Ceres Jets": ("#include <ceres/jet.h>\n", """
using number = ceres::Jet<double, 8>;
number variable(double v, int k) { return number(v, k); }
double value(number const& y) { return y.a; }
double partial(number const& y, int k) { return y.v[k]; }
""" + DUAL),
    "Sacado forward": ("#include <Sacado.hpp>\n", """
using number = Sacado::Fad::SFad<double, 8>;
number variable(double v, int k) { return number(8, k, v); }
double value(number const& y) { return y.val(); }
double partial(number const& y, int k) { return y.dx(k); }
""" + DUAL),
    "Sacado reverse": ("#include <Sacado.hpp>\n#include <Sacado_rad.hpp>\n", """
void gradient(double const* p, double* result) {
  using number = Sacado::Rad::ADvar<double>;
  std::array<number, 8> x;
  for (int i = 0; i < 8; ++i) x[i] = p[i];
  number y = f(x);
  number::Gradcomp();
  result[0] = y.val();
  for (int i = 0; i < 8; ++i) result[1 + i] = x[i].adj();
}
"""),
    "ADOL-C": ("#include <adolc/adolc.h>\n", """
void gradient(double const* p, double* result) {
  trace_on(1, 1);
  std::array<adouble, 8> x;
  for (int i = 0; i < 8; ++i) x[i] <<= p[i];
  adouble y = f(x);
  y >>= result[0];
  trace_off();
  double weight = 1;
  fos_reverse(1, 1, 8, &weight, result + 1);
}
"""),
    "Boost autodiff": ("#include <boost/math/differentiation/autodiff.hpp>\n", """
void gradient(double const* p, double* result) {
  using number = boost::math::differentiation::autodiff_fvar<double, 1>;
  std::array<number, 8> x;
  for (int i = 0; i < 8; ++i) x[i] = number(p[i]);
  for (int k = 0; k < 8; ++k) {
    x[k] = boost::math::differentiation::make_fvar<double, 1>(p[k]);
    number const y = f(x);
    result[0] = y.derivative(0u);
    result[1 + k] = y.derivative(1u);
    x[k] = number(p[k]);
  }
}
"""),
}
PRINT = """#include <cstdio>
void gradient(double const* p, double* result);
int main() {
  double p[8], result[9] = {};
  for (int i = 0; i < 8; ++i) p[i] = 0.3 + 0.07 * i;
  gradient(p, result);
  for (double r : result) std::printf("%.17g\\n", r);
}
"""


def source(who, steps):
    before, after = PROGRAMS[who]
    return f"{before}#include <array>\nnamespace {{\n{function(steps)}}}\n{after}"


def check(compiler, flags, steps):
    """Nothing if all compute the same, else who does not."""
    results = {}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "main.cpp").write_text(PRINT)
        for who in PROGRAMS:
            (folder / "program.cpp").write_text(source(who, steps))
            subprocess.run([compiler, "-std=c++20", *flags, folder / "program.cpp", folder / "main.cpp", "-o", folder / "run",
                            *peer_options.LIBRARIES], check=True)
            text = subprocess.run([folder / "run"], check=True, capture_output=True, text=True).stdout
            results[who] = [float(line) for line in text.split()]
    right = results["Ceres Jets"]
    return [who for who, values in results.items()
            if not all(abs(a - b) <= TOLERANCE * max(1, abs(b)) for a, b in
                       (zip(values[:1], right) if who == "the function alone" else zip(values, right)))]
