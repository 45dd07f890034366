// SPDX-License-Identifier: BSL-1.0
#include "nist_pictures.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "nist_fit.hpp"
#include "nist_fused.hpp"

namespace nist {
namespace {

/// A point of a curve, and how steep the curve is there.
struct point {
  double x, y, slope;
};

/// The model and its derivative by x, the other use of the formulas.
template <auto const& Formula, int... I>
point point_of(double at, double const* b, std::integer_sequence<int, I...>) {
  constexpr auto fused = lz::gradient(Formula, lz::wrt(x));
  auto const r = fused(x = at, (b_at<I> = b[I])...);
  return {at, r.value, r[x]};
}
template <auto const& Formula> point point_at(double at, std::vector<double> const& b) {
  return point_of<Formula>(at, b.data(),
                           std::make_integer_sequence<int, parameter_count<Formula>>{});
}

struct picture {
  std::string problem, title, x_axis, y_axis;
  double tangent_at;
  double tangent_reach;  ///< how far the tangent is drawn to either side
  point (*curve)(double at, std::vector<double> const& b);
};

std::vector<picture> const pictures = {
    {"Gauss1", "two peaks on a decaying background", "x", "y", 164, 13, point_at<gauss>},
    {"MGH17", "a difference of two exponentials", "x", "y", 150, 80, point_at<mgh17>},
    {"Rat43", "growth of onions", "growing time", "dry weight", 8.5, 3, point_at<rat43>},
    {"ENSO", "air pressure between Easter Island and Darwin", "month", "difference in pressure", 64,
     4, point_at<enso>},
};

model const& model_of(std::string const& problem) {
  for (model const& m : models())
    if (m.problem == problem) return m;
  throw std::runtime_error("no model of " + problem);
}

void write_data(std::ostream& out, dataset const& data) {
  out << "$data << end\n";
  for (observation const& o : data.observations)
    out << o.predictors[0] << ' ' << o.response << '\n';
  out << "end\n";
}

struct range {
  double from, to;
};
range range_of(dataset const& data) {
  range result{data.observations[0].predictors[0], data.observations[0].predictors[0]};
  for (observation const& o : data.observations) {
    result.from = std::min(result.from, o.predictors[0]);
    result.to = std::max(result.to, o.predictors[0]);
  }
  return result;
}

void write_curve(std::ostream& out, picture const& p, range const& r,
                 std::vector<double> const& b) {
  constexpr int steps = 400;
  out << "$curve << end\n";
  for (int i = 0; i <= steps; ++i) {
    point const at = p.curve(r.from + (r.to - r.from) * i / steps, b);
    out << at.x << ' ' << at.y << '\n';
  }
  out << "end\n";
}

void write_tangent(std::ostream& out, picture const& p, point const& at) {
  double const dx = p.tangent_reach, dy = at.slope * dx;
  out << "$tangent << end\n"
      << at.x - dx << ' ' << at.y - dy << '\n'
      << at.x + dx << ' ' << at.y + dy << '\n'
      << "end\n$point << end\n"
      << at.x << ' ' << at.y << "\nend\n";
}

std::string three_digits(double value) {
  std::ostringstream out;
  out.precision(3);
  out << value;
  return out.str();
}

void write_script(std::ostream& out, picture const& p, dataset const& data, point const& at,
                  std::string const& svg) {
  range const r = range_of(data);
  double const margin = 0.02 * (r.to - r.from);
  bool const many = data.observations.size() > 50;
  // clang-format off
  out << "set encoding utf8\n"
      << "set terminal svg size 720,420 enhanced font 'Helvetica,14' background '#ffffff'\n"
      << "set output '" << svg << "'\n"
      << "set title \"{/:Bold " << p.problem << "}: " << p.title << "\\n"
      << "tangent at " << three_digits(at.x) << ": slope " << three_digits(at.slope) << "\"\n"
      << "set xlabel \"" << p.x_axis << "\\n\" offset 0, 0.6\n"  // an empty line keeps the key away
      << "set ylabel '" << p.y_axis << "'\n"
      << "set xrange [" << r.from - margin << ':' << r.to + margin << "]\n"
      << "set autoscale yfix\n"
      << "set offsets 0, 0, graph 0.04, graph 0.04\n"
      << "set key below horizontal center Left reverse samplen 2\n"
      << "set border 3 lc '#555555'\n"
      << "set tics nomirror out\n"
      << "set grid lc '#e4e4e4' lt 1 lw 1\n"
      << "plot $data with points pt 7 ps " << (many ? 0.45 : 0.7) << " lc '#86a3bf' title 'data', \\\n"
      << "     $curve with lines lw 2 lc '#1b3a57' title 'fit', \\\n"
      << "     $tangent with lines lw 2.5 lc '#d9541e' title 'tangent', \\\n"
      << "     $point with points pt 7 ps 0.8 lc '#d9541e' notitle\n";
  // clang-format on
}

bool draw(picture const& p, std::string const& data_folder, std::string const& picture_folder) {
  dataset const data = read_problem(data_folder, p.problem);
  std::vector<double> const b =
      fit(model_of(p.problem), data.observations, data.start(2)).parameters;
  std::string const name = picture_folder + "/nist_" + p.problem;
  {
    std::ofstream out(name + ".gp");
    out.precision(8);
    write_data(out, data);
    point const at = p.curve(p.tangent_at, b);
    write_curve(out, p, range_of(data), b);
    write_tangent(out, p, at);
    write_script(out, p, data, at, name + ".svg");
    if (!out) throw std::runtime_error(name + ".gp: cannot be written");
  }
  return std::system(("gnuplot '" + name + ".gp'").c_str()) == 0;
}

}  // namespace

int draw_pictures(std::string const& data_folder, std::string const& picture_folder) {
  if (std::system("command -v gnuplot > /dev/null 2>&1") != 0) return 0;
  int drawn = 0;
  for (picture const& p : pictures) drawn += draw(p, data_folder, picture_folder) ? 1 : 0;
  return drawn;
}

}  // namespace nist
