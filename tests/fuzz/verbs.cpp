// SPDX-License-Identifier: BSL-1.0
// What must hold of every verb of every graph, in every order of accumulation, by sweeps and with the matrix, of what
// is simplified and what is not, for some inputs in some order and with outputs that stand twice: it is the Jacobian,
// the Hessian, or what these make of the directions. They are known by differences of the graph and of its gradient,
// which is derived without any rule. Tolerances are those of judge.cpp. Values that are not simplified are those of
// the graph as it was written, bit for bit, whatever else is asked for.
#include <cmath>

#include "fuzz/neighbourhood.hpp"
#include "fuzz/programs.hpp"
#include "fuzz/sample.hpp"

namespace leibniz::test::fuzz {

namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

/// Values, Jacobian and Hessians, and the third Taylor coefficients along a direction.
template <class T> struct reference {
  int m, n;
  std::vector<T> values, jacobian, hessians, third;

  T const& d(int i, int j) const { return jacobian[at(i * n + j)]; }
  T const& dd(int i, int j, int k) const { return hessians[at((i * n + j) * n + k)]; }
};

/// Known by steps of size h: derivatives beyond the first from differences of gradients. `by`: which inputs.
template <class T> reference<T> known_by(graph::view const& gradients, int m,
                                         std::vector<double> const& x, std::vector<int> const& by,
                                         std::vector<double> const& direction, precision const& p,
                                         int steps) {
  reference<T> result{m, static_cast<int>(by.size()), {}, {}, {}, {}};
  interpreted<T> graph(gradients);
  std::vector<T> here(x.begin(), x.end());
  auto const held = graph(here.data());
  auto const jacobian_near = [&](std::vector<T> const& point) {
    graph(point.data(), nullptr, const_cast<std::vector<outcome<T>>*>(&held));
    std::vector<T> all;
    for (int r = 0; r < m * (1 + result.n); ++r) all.push_back(graph.root(r));
    return all;
  };
  std::vector<T> const all = jacobian_near(here);
  result.values.assign(all.begin(), all.begin() + m);
  result.jacobian.assign(all.begin() + m, all.end());
  result.hessians.resize(at(m * result.n * result.n));
  T const h = T(p.h) * steps, h2 = T(p.h2) * steps;
  for (int k = 0; k < result.n; ++k) {
    std::vector<T> up = here, down = here;
    up[at(by[at(k)])] += h, down[at(by[at(k)])] -= h;
    std::vector<T> const above = jacobian_near(up), below = jacobian_near(down);
    for (int e = 0; e < m * result.n; ++e)
      result.hessians[at(e * result.n + k)] = (above[at(m + e)] - below[at(m + e)]) / (2 * h);
  }
  std::vector<T> up = here, down = here;
  for (int k = 0; k < result.n; ++k) {
    up[at(by[at(k)])] += h2 * T(direction[at(k)]);
    down[at(by[at(k)])] -= h2 * T(direction[at(k)]);
  }
  std::vector<T> const above = jacobian_near(up), below = jacobian_near(down);
  for (int i = 0; i < m; ++i) {
    T sum = 0;
    for (int k = 0; k < result.n; ++k)
      sum +=
          (above[at(m + i * result.n + k)] - 2 * result.d(i, k) + below[at(m + i * result.n + k)]) *
          T(direction[at(k)]);
    result.third.push_back(sum / (6 * h2 * h2));
  }
  return result;
}

/// What the roots of a program should be.
template <class T> std::vector<T> answer(question const& asked, reference<T> const& f) {
  int const m = f.m, n = f.n, count = asked.count;
  std::vector<T> all;
  if (with_values(asked.what)) all = f.values;
  auto const direction = [&](int i) { return T(asked.extra[at(i)]); };
  auto const gradient = [&] {
    for (int j = 0; j < n; ++j) all.push_back(f.d(0, j));
  };
  switch (asked.what) {
  case request::values:   break;
  case request::jacobian: all.insert(all.end(), f.jacobian.begin(), f.jacobian.end()); break;
  case request::hessian:
    gradient();
    for (int j = 0; j < n; ++j)
      for (int k = j; k < n; ++k) all.push_back(f.dd(0, j, k));
    break;
  case request::jacobian_entries:
    for (std::size_t e = 0; e < asked.pairs.size(); e += 2)
      all.push_back(f.d(asked.pairs[e], asked.pairs[e + 1]));
    break;
  case request::hessian_entries:
  case request::hessian_rows:
    for (int i : asked.rows) all.push_back(f.d(0, i));
    for (std::size_t e = 0; e < asked.pairs.size(); e += 2)
      all.push_back(f.dd(0, asked.pairs[e], asked.pairs[e + 1]));
    break;
  case request::taylor:
    for (int order = 1; order < count; ++order)
      for (int i = 0; i < m; ++i) {
        T first = 0, second = 0;
        for (int j = 0; j < n; ++j) {
          first += f.d(i, j) * direction(j);
          for (int k = 0; k < n; ++k) second += f.dd(i, j, k) * direction(j) * direction(k);
        }
        T const coefficients[] = {first, second / 2, f.third[at(i)]};
        all.push_back(coefficients[order - 1]);
      }
    break;
  case request::gauss_newton:
    for (int j = 0; j < n; ++j) {
      T sum = 0;
      for (int i = 0; i < m; ++i) sum += f.d(i, j) * f.values[at(i)];
      all.push_back(sum);
    }
    for (int j = 0; j < n; ++j)
      for (int k = j; k < n; ++k) {
        T sum = 0;
        for (int i = 0; i < m; ++i) sum += f.d(i, j) * f.d(i, k);
        all.push_back(sum);
      }
    break;
  case request::jvp:
    for (int i = 0; i < m; ++i)
      for (int c = 0; c < count; ++c) {
        T sum = 0;
        for (int j = 0; j < n; ++j) sum += f.d(i, j) * direction(j * count + c);
        all.push_back(sum);
      }
    break;
  case request::vjp:
    for (int c = 0; c < count; ++c)
      for (int j = 0; j < n; ++j) {
        T sum = 0;
        for (int i = 0; i < m; ++i) sum += f.d(i, j) * direction(c * m + i);
        all.push_back(sum);
      }
    break;
  case request::hvp:
    gradient();
    for (int j = 0; j < n; ++j)
      for (int c = 0; c < count; ++c) {
        T sum = 0;
        for (int k = 0; k < n; ++k) sum += f.dd(0, j, k) * direction(k * count + c);
        all.push_back(sum);
      }
    break;
  }
  return all;
}

char const* name_of(request what) {
  constexpr char const* names[] = {"values",
                                   "jacobian",
                                   "hessian",
                                   "jvp",
                                   "vjp",
                                   "hvp",
                                   "gauss_newton",
                                   "taylor",
                                   "entries of the Jacobian",
                                   "entries of the Hessian",
                                   "rows and entries of the Hessian"};
  return names[static_cast<int>(what)];
}

/// A random question, with numbers that suit m outputs and n inputs.
question random_question(test::random& chance, int m, int n) {
  constexpr order orders[] = {order::forward, order::reverse, order::markowitz, order::lowest_fill};
  question q{static_cast<request>(chance.below(11))};
  q.accumulation = orders[chance.below(4)];
  q.by = chance.below(2) == 0 ? way::sweeps : way::matrix;
  q.simplified = chance.below(4) == 0;
  int extra = 0;
  if (q.what == request::jvp || q.what == request::hvp || q.what == request::vjp) {
    q.count = 1 + chance.below(3);
    extra = q.count * (q.what == request::vjp ? m : n);
  }
  if (q.what == request::taylor) q.count = 1 + chance.below(4), extra = n;
  for (int i = 0; i < extra; ++i) q.extra.push_back(chance.between(-2, 2));
  if (q.what == request::hessian_rows)
    for (int i = chance.below(3); i >= 0; --i) q.rows.push_back(chance.below(n));
  bool const entries = q.what == request::jacobian_entries;
  if (entries || q.what == request::hessian_entries || q.what == request::hessian_rows)
    for (int e = chance.below(6); e >= 0; --e) {
      q.pairs.push_back(chance.below(entries ? m : n));
      q.pairs.push_back(chance.below(n));
    }
  return q;
}

/// The sample's graph with more outputs, one of which may stand twice, and with inputs to differentiate by.
struct source {
  graph::builder g;
  int outputs = 0;
  std::vector<int> by{};
};
source random_source(sample const& s, test::random& chance) {
  sample several = s;
  int const more = chance.below(4);
  for (int k = 0, tries = 0; k < more && tries < 20; ++tries) {
    int const i = chance.below(s.size());
    if (i >= s.inputs() && s.parts[at(i - s.inputs())].operation->condition) continue;
    several.roots.push_back(i);
    ++k;
  }
  if (chance.below(3) == 0) several.roots.push_back(several.roots[0]);
  source result{graph_of(several), static_cast<int>(several.roots.size())};
  for (int i = 0; i < s.inputs(); ++i) result.by.insert(result.by.begin() + chance.below(i + 1), i);
  while (result.by.size() > 1 && chance.below(4) == 0) result.by.pop_back();
  for (int i : result.by) result.g.root(i);
  return result;
}

template <class T> std::string wrong_answer(sample const& s, source const& f, question const& asked,
                                            graph::builder const& gradients,
                                            graph::builder const& program, precision const& p,
                                            double tolerance, bool& skip) {
  std::vector<double> const direction =
      asked.what == request::taylor ? asked.extra : std::vector<double>(f.by.size(), 0.5);
  auto const known = [&](int steps) {
    return answer(asked, known_by<T>(gradients.view(), f.outputs, s.at, f.by, direction, p, steps));
  };
  std::vector<T> const expected = known(1);
  std::vector<T> inputs(s.at.begin(), s.at.end());
  inputs.insert(inputs.end(), asked.extra.begin(), asked.extra.end());
  interpreted<T> computed(program.view());
  computed(inputs.data());
  if (computed.roots() != static_cast<int>(expected.size()))
    return "has " + std::to_string(computed.roots()) + " results instead of " +
           std::to_string(expected.size());
  for (std::size_t r = 0; r < expected.size(); ++r) {
    T const& is = computed.root(static_cast<int>(r));
    if (agree(is, expected[r], T(0), tolerance)) continue;
    T const other = known(2)[r];
    skip = !agree(expected[r], other, T(0), tolerance / 4);
    return "result " + std::to_string(r) + " is " + is.str(25) + ", by differences " +
           expected[r].str(25);
  }
  return {};
}

/// The first value that a verb computes otherwise than it was written.
std::string wrong_bits(sample const& s, source const& f, question const& asked,
                       graph::builder const& program) {
  std::vector<double> inputs = s.at;
  inputs.insert(inputs.end(), asked.extra.begin(), asked.extra.end());
  interpreted<double> written(f.g.view()), computed(program.view());
  written(inputs.data());
  computed(inputs.data());
  for (int r = 0; r < f.outputs; ++r)
    if (!same_bits(written.root(r), computed.root(r)))
      return "value " + std::to_string(r) + " is not as it was written: off by " +
             std::to_string(computed.root(r) - written.root(r));
  return {};
}

}  // namespace

judgement judge_verbs(sample const& s, std::uint64_t seed) {
  test::random chance(seed ^ 0xbeef);
  source const f = random_source(s, chance);
  question const asked = random_question(chance, f.outputs, static_cast<int>(f.by.size()));
  graph::builder const gradients = plain_gradients(f.g.view(), f.outputs);
  graph::builder const program = program_of(asked, f.g.view(), f.outputs);
  // rules over the real numbers may round a constant that is no small rational to a double
  bool rounds = false;
  for (part const& x : s.parts)
    rounds = rounds || (*x.operation == operation::constant && !x.value.exact()) ||
             *x.operation == info_of<power_entry>;
  double const least = asked.simplified && rounds ? 1e-9 : 0;
  bool skip = false;
  std::string why;
  if (with_values(asked.what) && !asked.simplified) why = wrong_bits(s, f, asked, program);
  if (!why.empty()) return {verdict::broken, false, std::string(name_of(asked.what)) + ": " + why};
  try {
    why = wrong_answer<fifty>(s, f, asked, gradients, program, with_fifty,
                              std::max(with_fifty.second, least), skip);
    if (why.empty()) return {};
    skip = false;
    why = wrong_answer<big>(s, f, asked, gradients, program, with_big,
                            std::max(with_big.second, least), skip);
    if (why.empty()) return {verdict::holds, true};
  } catch (std::exception const& refused) {  // Boost throws where its own range ends
    return {verdict::skipped, true, refused.what()};
  }
  std::string by;
  for (int i : f.by) by += " x" + std::to_string(i);
  std::string outputs;
  for (int r = 0; r < f.outputs; ++r) outputs += " n" + std::to_string(f.g.roots()[r]);
  return {skip ? verdict::skipped : verdict::broken, true,
          std::string(name_of(asked.what)) + " (order " +
              std::to_string(static_cast<int>(asked.accumulation)) +
              (asked.by == way::sweeps ? ", sweeps" : ", matrix") +
              (asked.simplified ? ", simplified" : "") + ") of" + outputs + " by" + by + ": " +
              why};
}

}  // namespace leibniz::test::fuzz
