// SPDX-License-Identifier: BSL-1.0
// Writes a LaTeX document: every function of the table, and larger formulas with their derivatives.
// ./dev latex makes docs/images/latex.svg of it.
#include <iostream>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::variable<"z"> z;
constexpr lz::variable<"theta_1"> theta_1;
constexpr lz::variable<"theta_2"> theta_2;
constexpr lz::variable<"sigma"> sigma;
constexpr lz::variable<"mu"> mu;
constexpr lz::variable<"w_h11"> w_h11;
constexpr lz::variable<"w_h12"> w_h12;
constexpr lz::variable<"b_h1"> b_h1;
constexpr lz::variable<"tax"> tax;

/// A row applied to x, y, z.
template <class Row> constexpr auto applied() {
  if constexpr (Row::arity == 0) return lz::compose<Row>();
  else if constexpr (Row::condition && Row::conditions == 2)
    return where(lz::call<Row>(x < y, y < z), x, y);
  else if constexpr (Row::condition && Row::conditions == 1)
    return where(lz::call<Row>(x < y), x, y);
  else if constexpr (Row::condition) return where(lz::call<Row>(x, y), x, y);
  else if constexpr (std::is_same_v<Row, lz::power_entry>) return lz::call<Row>(x, 3_c);
  else if constexpr (std::is_same_v<Row, lz::polygamma_entry> ||
                     std::is_same_v<Row, lz::spherical_bessel_entry>)
    return lz::call<Row>(2_c, x);
  else if constexpr (Row::arity == 1) return lz::call<Row>(x);
  else if constexpr (Row::arity == 2) return lz::call<Row>(x, y);
  else if constexpr (Row::conditions == 1) return lz::call<Row>(x < y, x, y);
  else return lz::call<Row>(x, y, z);
}

template <class... Rows> void write_rows(lz::entry_list<Rows...>) {
  (std::cout << ...
             << (std::cout << "\\noindent$\\displaystyle " << to_latex(applied<Rows>())
                           << "$\\par\\smallskip\n",
                 ""));
}

template <class F> void write(char const* left, F const& f) {
  std::cout << "\\[" << left << " = " << to_latex(f) << "\\]\n";
}

}  // namespace

int main() {
  std::cout << "\\documentclass{article}\n"
               "\\usepackage{amsmath,multicol}\n"
               "\\usepackage[paperwidth=18cm,paperheight=60cm,margin=5mm]{geometry}\n"
               "\\pagestyle{empty}\n\\begin{document}\n\\begin{multicols}{4}\n";
  write_rows(lz::function_table{});
  std::cout << "\\end{multicols}\n";

  constexpr auto normal = exp(-square((x - mu) / sigma) / 2_c) / (sigma * sqrt(2_c * lz::pi));
  write("p", normal);
  write("\\frac{\\partial p}{\\partial\\sigma}", derivative(normal, sigma));
  constexpr auto neuron = tanh(w_h11 * x + w_h12 * y + b_h1);
  write("h", neuron);
  write("\\frac{\\partial}{\\partial w} h^2", derivative(square(neuron), w_h11));
  constexpr auto model = theta_1 / pow(1_c + exp(theta_2 - z * x), 1_c / 3_c);
  write("f", model);
  write("\\frac{\\partial f}{\\partial\\theta_2}", derivative(model, theta_2));
  constexpr auto huber =
      where(abs(x) <= theta_1, square(x) / 2_c, theta_1 * (abs(x) - theta_1 / 2_c));
  write("\\rho", huber);
  write("\\rho'", derivative(huber, x));
  constexpr auto nested = -(-x) * (y - (z - x)) / (x / (y / z)) + 2_c * 3_c * pow(2_c, x) +
                          square(exp(x)) * (-y) - 1e-7 * x * 6.02214076e23;
  write("g", nested);
  write("d",
        (100_c * tax + 150_c * y * 0.5_c) * (1_c / 3_c - tax) + hypot(x + y, z) * min(x, y - 1));
  write("\\frac{\\partial^2}{\\partial x\\,\\partial y}\\,x^y", derivative(pow(x, y), x, y));
  std::cout << "\\end{document}\n";
}
