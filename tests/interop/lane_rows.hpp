// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <random>
#include <string>
#include <vector>

#include "check.hpp"
#include "laws/rows.hpp"
#include "leibniz/interop/lanes.hpp"

// Every row of the table on several lanes at once: the bits of the scalar function where only + − × ÷ √ and choices are used,
// else within 2 ulp of it or of the exact result, at ordinary and extraordinary numbers; and a lane's result does not
// depend on what the others hold.

namespace leibniz::test {

template <class T> std::vector<T> extraordinary_numbers() {
  using limits = std::numeric_limits<T>;
  T const least = limits::denorm_min(), small = limits::min(), large = limits::max();
  std::vector<T> result;
  for (T x :
       {T(0),   least,    small,    T(1e-20), T(1e-10), T(0.25), T(0.5),  T(0.75),
        T(1),   T(1.5),   T(2),     T(3),     T(7),     T(60),   T(87.5), T(88.6),
        T(104), T(709.5), T(745.2), T(1e5),   T(1e10),  T(3e22), large,   limits::infinity()}) {
    result.push_back(x);
    result.push_back(-x);
  }
  result.push_back(limits::quiet_NaN());
  return result;
}

/// A number of more digits, in which the scalar function is as good as exact.
template <class T>
using wide = std::conditional_t<std::is_same_v<T, float>, double, long double>;

/// The lists of arguments of a row.
template <class Row, class T> std::vector<std::array<T, 3>> arguments_of() {
  std::mt19937 random(7);
  std::vector<std::array<T, 3>> points;
  auto const special = extraordinary_numbers<T>();
  if constexpr (has_order<Row>) {
    for (T order : {T(0), T(1), T(2), T(3)})
      for (T x : special) points.push_back({order, x, T(0)});
  } else if constexpr (Row::arity == 1) {
    for (T x : special) points.push_back({x, T(0), T(0)});
  } else if constexpr (Row::arity == 2) {
    for (T x : special)
      for (T y : special) points.push_back({x, y, T(0)});
  } else {
    for (std::size_t i = 0; i < special.size(); i += 3)
      for (std::size_t j = 1; j < special.size(); j += 4)
        for (std::size_t k = 2; k < special.size(); k += 5)
          points.push_back({special[i], special[j], special[k]});
  }
  std::uniform_real_distribution<double> sample(Row::sample_from, Row::sample_to), far(-100, 100);
  for (int i = 0; i < 400; ++i) {
    auto const number = [&](int place) {
      if (has_order<Row> && place == 0) return T(i % 4);
      return static_cast<T>(i % 4 == 0 ? far(random) : sample(random));
    };
    points.push_back({number(0), number(1), number(2)});
  }
  while (points.size() % 16 != 1) points.push_back(points.back());
  return points;
}

/// A row's value; a condition is 1 or 0.
template <class Row, class V> V row_value(V const& x, V const& y, V const& z) {
  V const zero(0), one(1);
  if constexpr (Row::arity == 0) return Row::template constant<V>();
  else if constexpr (Row::condition && Row::conditions == 2)
    return math::select(Row::value(x < y, y < z), one, zero);
  else if constexpr (Row::condition && Row::conditions == 1)
    return math::select(Row::value(x < y), one, zero);
  else if constexpr (Row::condition) return math::select(Row::value(x, y), one, zero);
  else if constexpr (Row::conditions == 1) return Row::value(x < y, y, z);
  else if constexpr (Row::arity == 1) return static_cast<V>(Row::value(x));
  else if constexpr (Row::arity == 2) return static_cast<V>(Row::value(x, y));
  else return static_cast<V>(Row::value(x, y, z));
}

template <class Row, class Pack> std::vector<typename simd::library<Pack>::value_type>
values_on_lanes(std::vector<std::array<typename simd::library<Pack>::value_type, 3>> const& points,
                std::size_t first) {
  using V = simd::lanes<Pack>;
  using T = typename V::value_type;
  using row = typename emit::row_for<V, Row>::type;
  constexpr std::size_t size = V::size;
  std::vector<T> result(points.size());
  for (std::size_t i = 0; i < points.size(); i += size) {
    auto const argument = [&](std::size_t coordinate) {
      return V::make([&](int k) {
        return points[(i + static_cast<std::size_t>(k) + first) % points.size()][coordinate];
      });
    };
    T numbers[size];
    row_value<row, V>(argument(0), argument(1), argument(2)).store(numbers);
    for (std::size_t k = 0; k < size && i + k < points.size(); ++k)
      result[(i + k + first) % points.size()] = numbers[k];
  }
  return result;
}

template <class T> bool agrees(T found, T expected, unsigned ulps) {
  if (expected != expected) return found != found;
  if (found == 0 && expected == 0) return bits(found) == bits(expected);
  return near(found, expected, ulps);
}

template <class Pack> void check_rows_on_lanes() {
  using T = typename simd::library<Pack>::value_type;
  for_each_row(function_table{}, []<class Row>() {
    constexpr bool exact = !Row::calls_library || std::is_same_v<Row, sqrt_entry> || Row::condition;
    // an abbreviation is several operations, such as the square of a root, which doubles its error
    constexpr unsigned ulps = exact ? 0 : Row::abbreviation ? 4 : 2;
    auto const points = arguments_of<Row, T>();
    auto const found = values_on_lanes<Row, Pack>(points, 0);
    auto const moved = values_on_lanes<Row, Pack>(points, 1);
    int wrong = 0, different = 0;
    std::string first;
    for (std::size_t i = 0; i < points.size(); ++i) {
      auto const [x, y, z] = points[i];
      T const scalar = row_value<Row, T>(x, y, z);
      bool right = agrees(found[i], scalar, ulps);
      if constexpr (!exact && Row::arity > 0)
        right = right ||
                agrees(found[i],
                       static_cast<T>(row_value<Row, wide<T>>(wide<T>(x), wide<T>(y), wide<T>(z))),
                       ulps);
      if (!right && wrong++ == 0)
        first = std::to_string(x) + ", " + std::to_string(y) + ", " + std::to_string(z) + ": " +
                std::to_string(found[i]) + ", scalar: " + std::to_string(scalar);
      if (bits(found[i]) != bits(moved[i]) && found[i] == found[i]) ++different;
    }
    INFO(Row::name << " on " << simd::library<Pack>::size << " lanes, wrong at " << first);
    CHECK(wrong == 0);
    CHECK(different == 0);
  });
}

}  // namespace leibniz::test
