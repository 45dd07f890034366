// SPDX-License-Identifier: BSL-1.0
#include "worked_examples.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <iostream>

#include "worked_formulas.hpp"
#include "worked_pictures.hpp"
#include "worked_table.hpp"

namespace worked {
namespace {

int chain_rule() {
  using namespace a;
  constexpr auto chain = lz::vector(h1, o1, L, lz::derivative(L, o1), lz::derivative(o1, h1),
                                    lz::derivative(h1, w_h11), lz::derivative(L, w_h11));
  auto const n = chain(x1 = 1.0, x2 = 2.0, w_h11 = 0.5, w_h21 = 0.3, w_o1 = 0.7, target = 1.0);
  return print_table("A. The chain rule along one path; every factor from one pass",
                     {{"h1", "1.1", n[0]},
                      {"o1", "0.77", n[1]},
                      {"L", "0.02645", n[2]},
                      {"dL/do1", "-0.23", n[3]},
                      {"do1/dh1", "0.7", n[4]},
                      {"dh1/dw_h11", "1", n[5]},
                      {"dL/dw_h11", "-0.161", n[6]}});
}

/// `back` takes what reaches a back to z.
template <class Activation, class Back>
int equations_of_neuron(char const* name, Activation const& activation, Back const& back) {
  using namespace b;
  auto const a = lz::let<"a">(activation);
  auto const L = 0.5_c * square(a - t);
  auto const by_a = lz::derivative(L, a);
  std::printf("  %s\n", name);
  return print_equation("  dL/dz = dL/da f'(z)", lz::derivative(L, z) == back(by_a)) +
         print_equation("  dL/dW = dL/dz x", lz::derivative(L, W) == back(by_a * x)) +
         print_equation("  dL/db = dL/dz", lz::derivative(L, b::b) == back(by_a)) +
         print_equation("  dL/dx = dL/dz W", lz::derivative(L, x) == back(by_a * W));
}

int neuron() {
  using b::z;
  std::puts("\nB. One neuron: z = W x + b, a = f(z), L(a); the text's equations, as formulas\n");
  return equations_of_neuron(
             "f = sigmoid, f' = f (1 - f)", sigmoid(z),
             [](auto const& by_a) { return by_a * (sigmoid(z) * (1 - sigmoid(z))); }) +
         equations_of_neuron("f = tanh, f' = 1 - f^2", tanh(z),
                             [](auto const& by_a) { return by_a * (1 - square(tanh(z))); }) +
         equations_of_neuron("f = relu, f'(z) = 1 where z > 0, else 0", relu(z),
                             [](auto const& by_a) { return where(z > 0_c, by_a, 0_c); });
}

int computation_graphs() {
  using namespace c;
  auto const two = lz::gradient(only_apples)(apple_price = 100.0, apple_count = 2, tax = 1.1);
  auto const five = lz::gradient(total)(apple_price = 100.0, apple_count = 2, orange_price = 150.0,
                                        orange_count = 3, tax = 1.1);
  return print_table("C. Two apples at 100, with a tax of 10 %",
                     {{"total", "220", two.value},
                      {"by apple price", "2.2", two[apple_price]},
                      {"by apple count", "110", two[apple_count]},
                      {"by tax", "200", two[tax]}},
                     tolerance::rounding) +
         print_table("   Two apples at 100 and three oranges at 150",
                     {{"total", "715", five.value},
                      {"by apple price", "2.2", five[apple_price]},
                      {"by apple count", "110", five[apple_count]},
                      {"by orange price", "3.3", five[orange_price]},
                      {"by orange count", "165", five[orange_count]},
                      {"by tax", "650", five[tax]}},
                     tolerance::rounding) +
         print_equation("z = t^2, t = x + y:   dz/dx = 2 (x + y)",
                        lz::derivative(z, x) == 2 * (x + y));
}

int two_layers() {
  using namespace d;
  constexpr auto slope = [](auto const& t) { return sigmoid(t) * (1 - sigmoid(t)); };
  std::puts("\nD. Partial derivatives, and a network of two layers, as formulas\n");
  int mismatches = print_equation("f = x^2 y + 3 x y + y^2:   df/dx = 2 x y + 3 y",
                                  lz::derivative(f, x) == 2 * x * y + 3 * y);
  mismatches += print_equation("                           df/dy = x^2 + 3 x + 2 y",
                               lz::derivative(f, y) == pow(x, 2_c) + 3 * x + 2 * y);
  mismatches += print_equation("dL/dw2 = (y_pred - y_true) s'(z2) a1",
                               lz::derivative(L, w2) == (y_pred - y_true) * slope(z2) * a1);
  mismatches += print_equation("dL/dw1 = (y_pred - y_true) s'(z2) w2 s'(z1) x",
                               lz::derivative(L, w1) ==
                                   (y_pred - y_true) * slope(z2) * w2 * slope(z1) * input);
  double at_w1 = 0.5, at_w2 = 0.5, loss = 1;
  int steps = 0;
  for (; loss > 1e-8 && steps < 1000; ++steps) {
    auto const r = lz::gradient(L)(w1 = at_w1, w2 = at_w2, input = 1.0, y_true = 0.9);
    loss = r.value;
    at_w1 -= 2 * r[w1];
    at_w2 -= 2 * r[w2];
  }
  char training[80];
  std::snprintf(training, sizeof training,
                "gradient descent: the loss is below 1e-8 after %d steps", steps);
  return mismatches + print_equation(training, loss <= 1e-8);
}

using weights = std::array<double, 8>;

int network_2_2_2() {
  using namespace e;
  auto const at = [](auto const& f, weights const& w) {
    return f(w1 = w[0], w2 = w[1], w3 = w[2], w4 = w[3], w5 = w[4], w6 = w[5], w7 = w[6], w8 = w[7],
             x1 = 0.1, x2 = 0.2, t1 = 0.4, t2 = 0.6);
  };
  weights w = {0.3, 0.25, 0.4, 0.35, 0.45, 0.4, 0.7, 0.6};
  constexpr auto chain =
      lz::vector(z1, z2, h1, E_total, lz::derivative(E_total, o1), lz::derivative(o1, z3),
                 lz::derivative(z3, w5), lz::derivative(E_total, w5), lz::derivative(E_total, h1),
                 lz::derivative(h1, z1), lz::derivative(z1, w1), lz::derivative(E_total, w1));
  auto const n = at(chain, w);
  int mismatches = print_table(
      "E. Two inputs, two hidden and two output neurons: forward and backward in one pass",
      {{"z1", "0.08", n[0]},
       {"z2", "0.11", n[1]},
       {"h1", "0.51998934", n[2]},
       {"E_total", "0.02397190", n[3]},
       {"dE/do1", "0.20944600", n[4]},
       {"do1/dz3", "0.23802157", n[5]},
       {"dz3/dw5", "0.51998934", n[6]},
       {"dE/dw5", "0.02592286", n[7]},
       {"dE/dh1", "0.03240681", n[8]},
       {"dh1/dz1", "0.24960043", n[9]},
       {"dz1/dw1", "0.1", n[10]},
       {"dE/dw1", "0.00080888", n[11]}});

  auto const r = at(lz::gradient(E_total), w);
  weights const slope = {r[w1], r[w2], r[w3], r[w4], r[w5], r[w6], r[w7], r[w8]};
  for (std::size_t i = 0; i < w.size(); ++i) w[i] -= 0.5 * slope[i];
  auto const m = at(lz::vector(z1, z2, h1, h2, z3, z4, o1, o2, E_o1, E_o2, E_total), w);
  mismatches += print_table("   After one step of all eight weights, at a learning rate of 0.5",
                            {{"w5", "0.43703857", w[4]},
                             {"w1", "0.29959556", w[0]},
                             {"z1", "0.07979778", m[0]},
                             {"z2 (misprinted 0.10988248)", "0.10982248", m[1]},
                             {"h1", "0.51993887", m[2]},
                             {"h2", "0.52742806", m[3]},
                             {"z3", "0.43126996", m[4]},
                             {"z4", "0.67650625", m[5]},
                             {"o1", "0.60617688", m[6]},
                             {"o2 (misprinted 0.66296548)", "0.66295848", m[7]},
                             {"E_o1", "0.02125445", m[8]},
                             {"E_o2", "0.00198189", m[9]},
                             {"E_total", "0.02323634", m[10]}});
  return mismatches;
}

}  // namespace
}  // namespace worked

int run_worked_examples(char const* picture_folder) {
  using namespace worked;
  {
    using namespace d;
    std::cout << "\n== Formulas, and the published numbers of five worked examples\n\n"
              << "  f       = " << f << "\n  df/dx   = " << lz::derivative(f, x)
              << "\n  df/dy   = " << lz::derivative(f, y)
              << "\n  d2f/dx2 = " << lz::derivative(f, x, x) << std::endl;
  }
  int const mismatches =
      chain_rule() + neuron() + computation_graphs() + two_layers() + network_2_2_2();
  if (mismatches == 0) std::puts("\nEvery published number and equation holds.");
  else std::printf("\n%d of the published numbers and equations DIFFER.\n", mismatches);
  draw_pictures(picture_folder);
  return mismatches;
}
