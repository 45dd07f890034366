// SPDX-License-Identifier: BSL-1.0
// Writes docs/kinks.md: what every function of the table gives where it has a kink, a jump, a pole or the end of its
// domain, beside what PyTorch and JAX give there.
//
// usage: kinks FOLDER            the page; FOLDER has pytorch.csv and jax.csv
//        kinks FOLDER --points   `formula;point` for each line of the page: what tools/kinks_pytorch.py reads
//        kinks FOLDER --check PAGE
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <initializer_list>
#include <iostream>
#include <limits>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "laws/edges.hpp"

using namespace leibniz;
using namespace leibniz::literals;
using namespace leibniz::test;

namespace {

constexpr char const* introduction = R"(# Kinks and edges

What the library returns where a function has no derivative, or none that is a number. This page is written by
`tests/pages/kinks.cpp` from the `edges` of the function table: every number is what the library computed. The
conventions behind them:

- A function with a corner has the derivative of one side there, or 0 in the middle of a symmetric one; the table says
  which. Of equal arguments `max` gives the first one's derivative and `min` the second one's, so that min(x, y) +
  max(x, y), min(x, y)*max(x, y) and what a sorting network makes have there the derivatives of x + y, x*y and the
  sorted numbers. Where a formula has both min(x, y) and max(y, x), that counts as max(x, y).
- Second and higher derivatives at a corner of `abs`, `hypot` or `norm` are those of the even part of what is computed from
  it: 1 for abs(x)^2/2 and cosh(abs(x)), as for the smooth functions that these are, and the mean of both sides for exp(abs(x)).
  So are those of `relu` where a formula has relu(-x) or abs(x), too; without, relu(x)^2 has 0 at 0. First derivatives are 0.
  Where a product holds more than eight slopes, or a sum more than 32 such products, they are 0 as well.
- A branch that is not taken never poisons: any derivative through `where(c, a, b)`, `relu`, `min` and `max` is finite
  wherever the taken branch's is, whatever the other one is there, in every order of accumulation. To decide which products
  need that protection, inputs are taken to be finite.
- What is not protected by `where` is computed as C++ computes it: `x*log(x)` at 0 is 0 times minus infinity, NaN.
  The cure is `where(x > 0, x*log(x), 0)`, or a function that has the limit built in, such as `xlogy(x, x)`.
- At a pole or a vertical tangent the derivative is infinite. Outside a function's domain its value is NaN; its
  derivative there is what the formula of the derivative gives, and means nothing.
- Reverse and forward derivation agree at the edges of every row; a test holds them to it. In formulas made of rows
  simplification may remove what is infinite from one of them: where they differ, both are shown.

)";

std::string number_text(double v) {
  if (std::isnan(v)) return "NaN";
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", v);
  return text;
}
/// A derivative that is zero has no sign: simplification may change it.
std::string unsigned_zero(std::string const& text) { return text == "-0" ? "0" : text; }
std::string derivative_text(double v) { return unsigned_zero(number_text(v)); }

std::string joined(std::vector<std::string> const& parts) {
  std::string text;
  for (auto const& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

/// What a framework gives: value and derivatives by `formula;point`.
using framework = std::map<std::string, std::vector<std::string>>;

framework read(std::string const& path, std::string& version) {
  framework result;
  std::ifstream file(path);
  if (!file) throw std::runtime_error("no file " + path);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("# version: ")) version = line.substr(11);
    if (line.empty() || line[0] == '#' || line.starts_with("formula;")) continue;
    std::vector<std::string> cells;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, ';');) cells.push_back(cell);
    std::vector<std::string> numbers;
    for (std::size_t i = 2; i < cells.size() && i < 6; ++i)
      if (!cells[i].empty()) numbers.push_back(number_text(std::strtod(cells[i].c_str(), nullptr)));
    result[cells.at(0) + ";" + cells.at(1)] = numbers;
  }
  return result;
}

class page {
 public:
  page(framework pytorch, framework jax, bool points_only)
      : pytorch_(std::move(pytorch)), jax_(std::move(jax)), points_only_(points_only) {}

  void text(std::string_view t) {
    if (!points_only_) out_ << t;
  }
  /// One line of the table of edges.
  template <int N>
  void line(std::string const& formula, std::string_view sentence, edge_point at,
            measured const& m) {
    double const coordinates[] = {at.x, at.y, at.z};
    std::vector<std::string> point, derivatives, forward;
    for (std::size_t i = 0; i < N; ++i) {
      point.push_back(number_text(coordinates[i]));
      derivatives.push_back(derivative_text(m.reverse[i]));
      forward.push_back(derivative_text(m.forward[i]));
    }
    std::string const key = formula + ";" + joined(point);
    if (points_only_) {
      out_ << key << "\n";
      return;
    }
    out_ << "| `" << formula << "` | " << joined(point) << " | " << number_text(m.value) << " | "
         << joined(derivatives)
         << (forward == derivatives ? "" : " (forwards " + joined(forward) + ")") << " | "
         << cell(pytorch_, key, m.value, derivatives) << " | "
         << cell(jax_, key, m.value, derivatives) << " | " << sentence << " |\n";
  }
  void finish() {
    if (points_only_) return;
    for (auto const* from : {&pytorch_, &jax_})
      for (auto const& [key, numbers] : *from)
        faults += "there is no such formula and point: " + key + "\n";
  }
  std::string written() const { return out_.str(); }
  bool points_only() const { return points_only_; }

  std::string faults;

 private:
  /// A framework's derivatives, bold where they differ from ours, and its value where that differs.
  std::string cell(framework& from, std::string const& key, double value,
                   std::vector<std::string> const& ours) {
    auto const found = from.find(key);
    if (found == from.end()) return "—";
    std::vector<std::string> numbers = found->second;
    from.erase(found);
    std::string const theirs = numbers.empty() ? "" : numbers.front();
    if (numbers.size() != ours.size() + 1) {
      faults += "the numbers of arguments differ: " + key + "\n";
      return "—";
    }
    numbers.erase(numbers.begin());
    bool same = true;
    for (std::size_t i = 0; i < ours.size(); ++i) {
      numbers[i] = unsigned_zero(numbers[i]);
      same = same && numbers[i] == ours[i];
    }
    std::string text = same ? joined(numbers) : "**" + joined(numbers) + "**";
    if (unsigned_zero(theirs) != unsigned_zero(number_text(value)))
      text += " (value " + theirs + ")";
    return text;
  }

  framework pytorch_, jax_;
  bool points_only_;
  std::ostringstream out_;
};

/// A formula that is a composition of rows, under the name it is written by.
template <int N, class F>
void composition(page& to, char const* name, F const& f, std::string_view sentence,
                 std::initializer_list<edge_point> edges) {
  for (edge_point at : edges) {
    to.line<N>(name, sentence, at, measure_at_run_time<N>(f, at));
    sentence = "";  // once
  }
}

void compositions(page& to) {
  composition<1>(to, "x*log(x)", x * log(x),
                 "0 times infinity where nothing cancels; the cure is below", {{0}});
  composition<1>(to, "where(x > 0, x*log(x), 0)", where(x > 0_c, x * log(x), 0_c),
                 "the branch not taken does not poison", {{0}});
  composition<1>(to, "xlogy(x, x)", call<xlogy_entry>(x, x), "", {{0}});
  composition<1>(to, "where(x > 0, sqrt(x), 0)", where(x > 0_c, sqrt(x), 0_c),
                 "the branch not taken does not poison", {{0}, {-1}});
  composition<1>(to, "sqrt(relu(x))", sqrt(relu(x)),
                 "relu is a choice: its 0 is the whole derivative", {{0}, {-1}});
  composition<1>(to, "sqrt(abs(x))", sqrt(abs(x)), "sign(0) times infinity", {{0}});
  composition<1>(to, "log(abs(x))", log(abs(x)), "sign(0) times infinity", {{0}});
  composition<2>(to, "sqrt(hypot(x, y))", sqrt(hypot(x, y)),
                 "hypot is a choice at (0, 0): its 0 is the whole derivative", {{0, 0}});
  composition<1>(to, "sin(x)/x", sin(x) / x, "as plain C++; the cure is sinc(x)", {{0}});
  composition<1>(to, "sqrt(x*x)", sqrt(x * x), "as plain C++; the cure is abs(x)", {{0}});
  composition<2>(to, "sqrt(x*x + y*y)", sqrt(x * x + y * y),
                 "as plain C++; the cure is hypot(x, y) or norm", {{0, 0}});
  composition<3>(to, "norm(x, y, z, 0)", norm(x, y, z, 0_c), "0 where all are 0",
                 {{0, 0, 0}, {3, 4, 0}});
  composition<3>(to, "product(x, y, z)", product(x, y, z), "right where factors are 0",
                 {{0, 2, 3}, {0, 0, 3}});
  composition<1>(to, "x*abs(x)", x * abs(x), "", {{0}});
  composition<1>(to, "derivative(abs(x)^2, x)", derivative(square(abs(x)), x),
                 "the square of a slope is 1", {{0}});
  composition<1>(to, "derivative(exp(abs(x)), x)", derivative(exp(abs(x)), x),
                 "the mean of both sides", {{0}});
  composition<1>(to, "derivative(relu(x)^2, x)", derivative(square(relu(x)), x), "the left side",
                 {{0}});
  composition<1>(to, "derivative(relu(x)^2 + relu(-x)^2, x)",
                 derivative(square(relu(x)) + square(relu(-x)), x), "that of x^2", {{0}});
  composition<2>(to, "derivative(hypot(x, y)^2/2, x)", derivative(0.5_c * square(hypot(x, y)), x),
                 "that of (x^2 + y^2)/2", {{0, 0}});
  composition<1>(to, "pow(x, x)", pow(x, x), "", {{0}});
  composition<3>(to, "max(max(x, y), z)", max(max(x, y), z),
                 "of equal ones the first, as max(x, y, z)", {{1, 1, 1}});
  composition<2>(to, "min(x, y) + max(x, y)", min(x, y) + max(x, y), "that of x + y", {{1, 1}});
  composition<2>(to, "min(x, y)*max(y, x)", min(x, y) * max(y, x), "that of x y", {{2, 2}});
  composition<2>(to, "max(x, y) + log1p(exp(min(x, y) - max(x, y)))",
                 max(x, y) + log1p(exp(min(x, y) - max(x, y))), "that of log(exp(x) + exp(y))",
                 {{1, 1}});
  composition<2>(to, "max(x, y) + log1p(exp(-abs(x - y)))", max(x, y) + log1p(exp(-abs(x - y))),
                 "abs has 0 at 0, max one side; the cure is min(x, y) - max(x, y)", {{1, 1}});
  composition<1>(to, "clamp(x, 0, 1)", clamp(x, 0_c, 1_c), "1 at both ends", {{0}, {1}});
  composition<1>(to, "hard_tanh(x)", hard_tanh(x), "1 at both ends", {{-1}, {1}});
  composition<1>(to, "hard_sigmoid(x)", hard_sigmoid(x), "1/6 at both ends", {{-3}, {3}});
  composition<1>(to, "leaky_relu(x)", leaky_relu(x), "the slope, 0.01, at 0", {{0}});
  composition<1>(to, "elu(x)", elu(x), "alpha, here 1, at 0", {{0}});
  composition<1>(to, "elu(x, 0.5)", elu(x, 0.5_c), "alpha at 0", {{0}});
  composition<1>(to, "selu(x)", selu(x), "that of the left side at 0", {{0}});
  composition<2>(to, "absolute_error(x, y)", absolute_error(x, y), "0 where both are equal",
                 {{1, 1}});
  composition<2>(to, "huber(x, y)", huber(x, y), "continuous at delta, here 1", {{1, 0}, {-1, 0}});
  composition<2>(to, "binary_cross_entropy(x, y)", binary_cross_entropy(x, y),
                 "a factor 0 makes its term 0", {{0, 0}, {1, 1}, {1, 0}, {0, 1}});
}

template <class Row> constexpr bool is_abbreviation() {
  if constexpr (requires { Row::abbreviation; }) return Row::abbreviation;
  else return false;
}

/// Whether a row is written as another one is, which stands in the page.
template <class Row> constexpr bool has_name_of_another() {
  return std::is_same_v<Row, norm_root_entry>;
}

/// A row at zeros, infinities, NaN and the ends of the range.
template <class Row> void special_line(std::ostream& out) {
  using limits = std::numeric_limits<double>;
  constexpr auto f = call<Row>(x);
  constexpr auto text = to_string(f);
  out << "| `" << text.view() << "` |";
  for (double at : {0.0, -0.0, limits::infinity(), -limits::infinity(), limits::quiet_NaN(),
                    limits::denorm_min(), limits::max()}) {
    measured const m = measure_at_run_time<1>(f, {at});
    out << " " << number_text(m.value) << "; " << derivative_text(m.reverse[0]) << " |";
  }
  out << "\n";
}
template <class... Rows> void special_lines(std::ostream& out, entry_list<Rows...>) {
  auto const one = [&]<class Row> {
    if constexpr (Row::arity == 1 && Row::conditions == 0 && !is_abbreviation<Row>() &&
                  !has_name_of_another<Row>())
      special_line<Row>(out);
  };
  (one.template operator()<Rows>(), ...);
}

void write(page& to, std::string const& pytorch, std::string const& jax) {
  std::string const head = "| formula | at | value | derivatives | PyTorch | JAX | convention |\n"
                           "|---|---|---|---|---|---|---|\n";
  to.text(introduction);
  to.text(
      "PyTorch (" + pytorch + ") and JAX (" + jax +
      "): their derivatives, by reverse derivation, bold\n" +
      "where they differ from ours; their value where that differs. PyTorch's were computed by\n"
      "`tools/kinks_pytorch.py`. JAX's follow from the rules that `tests/data/kinks/jax.csv` names, read in its\n"
      "source and not run. A dash: not known, or there is no such function.\n\n"
      "## The rows of the table\n\n" +
      head);
  for_each_edge(function_table{}, [&]<class Row, std::size_t I> {
    constexpr auto f = formula_at<Row, I>();
    constexpr auto text = to_string(f);
    constexpr int n = variable_count<Row>;
    constexpr edge_point at = point_at<Row, I>();
    to.line<n>(std::string(text.view()), I == 0 ? Row::kink : "", at,
               measure_at_run_time<n>(f, at));
  });
  to.text("\n## Formulas made of them\n\n" + head);
  compositions(to);
  to.finish();
  if (to.points_only()) return;
  std::ostringstream special;
  special_lines(special, function_table{});
  to.text("\n## Zeros, infinities, NaN and the ends of the range\n\n"
          "Every function of one number: value; derivative.\n\n"
          "| f | 0 | -0 | inf | -inf | NaN | 4.94066e-324 | 1.79769e+308 |\n"
          "|---|---|---|---|---|---|---|---|\n" +
          special.str());
}

/// Whether a file holds this text; else says where it does not.
bool holds(std::string const& path, std::string const& text) {
  std::ifstream file(path);
  std::istringstream expected(text);
  for (int number = 1;; ++number) {
    std::string in_file, should;
    bool const more = static_cast<bool>(std::getline(file, in_file)),
               more_expected = static_cast<bool>(std::getline(expected, should));
    if (!more && !more_expected) return true;
    if (more == more_expected && in_file == should) continue;
    std::cout << path << ":" << number << " is stale; ./dev quote\n-" << in_file << "\n+" << should
              << "\n";
    return false;
  }
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> const words(arguments + 1, arguments + count);
  std::string const folder = words.empty() ? "." : words[0];
  bool const points = words.size() == 2 && words[1] == "--points";
  std::string pytorch_version, jax_version;
  framework pytorch, jax;
  if (!points) {
    pytorch = read(folder + "/pytorch.csv", pytorch_version);
    jax = read(folder + "/jax.csv", jax_version);
  }
  page result(pytorch, jax, points);
  write(result, pytorch_version, jax_version);
  std::cerr << result.faults;
  if (words.size() == 3 && words[1] == "--check") {
    if (!holds(words[2], result.written())) return 1;
  } else {
    std::cout << result.written();
  }
  return result.faults.empty() ? 0 : 1;
}
