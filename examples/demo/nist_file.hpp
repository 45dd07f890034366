// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cctype>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// Reads the files of the NIST Statistical Reference Datasets, Nonlinear Regression.
namespace nist {

/// One parameter of the model: where a fit starts, and where it must end.
struct parameter {
  std::array<double, 2> start{};
  double certified = 0;
  double standard_deviation = 0;
};

struct observation {
  double response = 0;
  std::vector<double> predictors;
};

/// One file.
struct dataset {
  std::string name;
  std::string difficulty;  ///< "Lower", "Average" or "Higher"
  std::vector<parameter> parameters;
  double residual_sum_of_squares = 0;  ///< certified
  std::vector<observation> observations;

  std::vector<double> start(int which) const {
    std::vector<double> b;
    for (parameter const& p : parameters)
      b.push_back(p.start.at(static_cast<std::size_t>(which - 1)));
    return b;
  }
  std::vector<double> certified() const {
    std::vector<double> b;
    for (parameter const& p : parameters) b.push_back(p.certified);
    return b;
  }
};

namespace detail {

inline std::vector<std::string> words_of(std::string const& line) {
  std::istringstream in(line);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

/// The number that a word is, if it is nothing else.
inline std::optional<double> number_of(std::string const& word) {
  std::size_t used = 0;
  try {
    double const number = std::stod(word, &used);
    if (used == word.size()) return number;
  } catch (std::logic_error const&) {}  // no number, or one that double cannot hold
  return std::nullopt;
}

/// All words as numbers; empty where one of them is none.
inline std::vector<double> numbers_of(std::vector<std::string> const& words) {
  std::vector<double> numbers;
  for (std::string const& word : words) {
    std::optional<double> const number = number_of(word);
    if (!number) return {};
    numbers.push_back(*number);
  }
  return numbers;
}

/// What follows a label, such as 3.79E+00 after "Residual Sum of Squares:".
inline std::optional<std::string> after(std::string const& label, std::string const& line) {
  std::size_t const at = line.find(label);
  if (at == std::string::npos) return std::nullopt;
  return line.substr(at + label.size());
}

inline std::string first_word(std::string const& text) {
  std::vector<std::string> const words = words_of(text);
  return words.empty() ? std::string() : words.front();
}

/// "b1 = start1 start2 certified deviation", with the number of the parameter as written.
inline bool read_parameter(dataset& data, std::vector<std::string> const& words) {
  if (words.size() != 6 || words[0].size() < 2 || words[0][0] != 'b' || words[1] != "=")
    return false;
  std::vector<double> const v = numbers_of({words.begin() + 2, words.end()});
  if (v.empty()) return false;
  if (words[0] != "b" + std::to_string(data.parameters.size() + 1))
    throw std::runtime_error("parameters out of order at " + words[0]);
  data.parameters.push_back({{v[0], v[1]}, v[2], v[3]});
  return true;
}

/// The lines before the data: "label: value" and the table of parameters, wherever they stand.
inline void read_header_line(dataset& data, std::string const& line, std::size_t& expected) {
  if (auto name = after("Dataset Name:", line)) data.name = first_word(*name);
  if (after("Level of Difficulty", line)) data.difficulty = first_word(line);
  if (auto sum = after("Residual Sum of Squares:", line))
    data.residual_sum_of_squares = number_of(first_word(*sum)).value_or(0);
  if (auto count = after("Number of Observations:", line))
    expected = static_cast<std::size_t>(number_of(first_word(*count)).value_or(0));
  read_parameter(data, words_of(line));
}

/// Whether a line is the heading of the data, "Data:   y   x", and not the description "Data:  1 Response".
inline bool is_data_heading(std::string const& line) {
  std::vector<std::string> const words = words_of(line);
  return words.size() >= 3 && words[0] == "Data:" && words[1] == "y";
}

inline void require(bool holds, char const* what) {
  if (!holds) throw std::runtime_error(what);
}

}  // namespace detail

/// Reads a dataset; throws std::runtime_error where something is missing or contradicts itself.
inline dataset read(std::istream& in) {
  dataset data;
  std::size_t expected = 0, predictors = 0;
  for (std::string line; std::getline(in, line);) {
    if (detail::is_data_heading(line)) {
      predictors = detail::words_of(line).size() - 2;
      break;
    }
    detail::read_header_line(data, line, expected);
  }
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> const words = detail::words_of(line);
    if (words.empty()) continue;
    std::vector<double> const v = detail::numbers_of(words);
    detail::require(v.size() == predictors + 1, "a line of the data has another number of columns");
    data.observations.push_back({v[0], {v.begin() + 1, v.end()}});
  }
  detail::require(!data.name.empty(), "no dataset name");
  detail::require(!data.difficulty.empty(), "no level of difficulty");
  detail::require(!data.parameters.empty(), "no parameters");
  detail::require(data.residual_sum_of_squares > 0, "no residual sum of squares");
  detail::require(predictors > 0, "no data");
  detail::require(data.observations.size() == expected,
                  "another number of observations than stated");
  return data;
}

inline dataset read_file(std::string const& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  try {
    return read(in);
  } catch (std::runtime_error const& error) {
    throw std::runtime_error(path + ": " + error.what());
  }
}

/// Reads the file of a problem by its name.
inline dataset read_problem(std::string const& folder, std::string_view problem) {
  std::string path = folder;
  path.append("/").append(problem).append(".dat");
  return read_file(path);
}

}  // namespace nist
