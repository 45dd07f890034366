// SPDX-License-Identifier: BSL-1.0
#include "worked_pictures.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "worked_formulas.hpp"

namespace worked {
namespace {

bool is_installed(char const* program) {
  return std::system(("command -v " + std::string(program) + " > /dev/null 2>&1").c_str()) == 0;
}

void write(std::string const& path, std::string_view text) {
  std::ofstream out(path);
  out << text;
  out.close();
  if (!out) throw std::runtime_error(path + ": cannot be written");
}

bool run(std::string const& command) { return std::system(command.c_str()) == 0; }

/// What the two plots have in common; data come first, in blocks named $name.
std::string plot_style(std::string const& svg, char const* title) {
  return "set encoding utf8\n"
         "set terminal svg size 720,420 enhanced font 'Helvetica,14' background '#ffffff'\n"
         "set output '" +
         svg +
         "'\n"
         "set title \"{/=16 " +
         title +
         "}\"\n"
         "set border 3 lc '#555555'\n"
         "set tics nomirror out\n"
         "set grid lc '#e4e4e4' lt 1 lw 1\n"
         "set logscale y\n"
         "set mytics 1\n"
         "set format y '10^{%T}'\n";
}

std::string line(double x, double y) {
  char text[64];
  std::snprintf(text, sizeof text, "%g %.8g\n", x, y);
  return text;
}

/// Example A's remark: how much of a gradient is left so many layers before the output.
std::string vanishing_gradient(std::string const& svg) {
  std::array<double, a::depth> ones;
  ones.fill(1.0);
  auto const block = [](char const* name, auto const& gradient) {
    std::string text = std::string("$") + name + " << end\n";
    for (int layers = 0; layers < a::depth; ++layers)
      text += line(layers, gradient[static_cast<std::size_t>(a::depth - 1 - layers)]);
    return text + "end\n";
  };
  return block("sigmoid", lz::gradient(a::deep_sigmoid)(ones).gradient) +
         block("relu", lz::gradient(a::deep_relu)(ones).gradient) +
         plot_style(svg, "The vanishing gradient: a chain of 20 layers, all weights 1") +
         "set xlabel 'layers between the weight and the output'\n"
         "set ylabel '|∂output/∂weight|'\n"
         "set xrange [-0.5:19.5]\nset yrange [1e-14:10]\n"
         "set label 'ReLU' at 19, 0.2 right tc '#1b3a57'\n"
         "set label 'sigmoid' at 19, 1e-9 right tc '#d9541e'\n"
         "plot $relu with linespoints pt 7 ps 0.6 lw 2 lc '#1b3a57' notitle, \\\n"
         "     $sigmoid with linespoints pt 7 ps 0.6 lw 2 lc '#d9541e' notitle\n";
}

/// Example D: the loss while the network learns, for several learning rates.
std::string loss_curves(std::string const& svg) {
  using namespace d;
  constexpr int steps = 200;
  std::string data, plots;
  struct curve {
    double rate;
    char const* name;
    char const* colour;
  };
  for (curve const& c :
       {curve{0.5, "0.5", "#86a3bf"}, curve{2, "2", "#1b3a57"}, curve{8, "8", "#d9541e"}}) {
    double at_w1 = 0.5, at_w2 = 0.5;
    data += std::string("$rate_") + c.colour[1] + " << end\n";
    for (int step = 0; step <= steps; ++step) {
      auto const r = lz::gradient(L)(w1 = at_w1, w2 = at_w2, input = 1.0, y_true = 0.9);
      data += line(step, r.value);
      at_w1 -= c.rate * r[w1];
      at_w2 -= c.rate * r[w2];
    }
    data += "end\n";
    plots += std::string(plots.empty() ? "plot " : ", ") + "$rate_" + c.colour[1] +
             " with lines lw 2 lc '" + c.colour + "' title '" + c.name + "'";
  }
  return data + plot_style(svg, "A network of two layers learns: its loss under gradient descent") +
         "set xlabel 'step'\nset ylabel 'loss'\n"
         "set key outside right center title 'learning rate' left Left reverse samplen 2\n" +
         plots + '\n';
}

}  // namespace

void draw_pictures(char const* folder) {
  std::string const base = std::string(folder) + "/worked_";
  int drawn = 0;
  bool const has_gnuplot = is_installed("gnuplot"), has_dot = is_installed("dot");

  auto const plot = [&](std::string const& name, std::string const& script) {
    write(name + ".gp", script);
    drawn += has_gnuplot && run("gnuplot '" + name + ".gp'");
  };
  plot(base + "vanishing_gradient", vanishing_gradient(base + "vanishing_gradient.svg"));
  plot(base + "loss", loss_curves(base + "loss.svg"));

  auto const graph = [&](std::string const& name, std::string_view text) {
    write(name + ".dot", text);
    drawn += has_dot && run("dot -Tsvg -o '" + name + ".svg' '" + name + ".dot'");
  };
  {
    using namespace c;
    graph(base + "graph_apples",
          lz::to_dot(only_apples, apple_price = 100.0, apple_count = 2, tax = 1.1));
    graph(base + "graph_fruit", lz::to_dot(total, apple_price = 100.0, apple_count = 2,
                                           orange_price = 150.0, orange_count = 3, tax = 1.1));
    graph(base + "graph_square", lz::to_dot(z, x = 1.0, y = 2.0));
  }

  if (!has_gnuplot)
    std::puts("gnuplot is missing: no plots (their sources are there, worked_*.gp)");
  if (!has_dot) std::puts("Graphviz is missing: no graphs (their sources are there, worked_*.dot)");
  std::printf("Drawn: %d pictures of the worked examples, worked_*.svg.\n", drawn);
}

}  // namespace worked
