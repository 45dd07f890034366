// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "nist_fit.hpp"
#include "problems.hpp"

using namespace nist;

TEST_CASE("all 27 files are read") {
  REQUIRE(models().size() == 27);
  std::set<std::string> names, difficulties;
  for (model const& m : models()) {
    CAPTURE(m.problem);
    dataset const data = data_of(m);
    CHECK(data.name == m.problem);
    CHECK(int(data.parameters.size()) == m.parameters);
    CHECK(data.observations.size() > data.parameters.size());
    for (observation const& o : data.observations) CHECK(int(o.predictors.size()) == m.predictors);
    for (parameter const& p : data.parameters) CHECK(p.standard_deviation > 0);
    CHECK(data.start(1) != data.start(2));
    names.insert(data.name);
    difficulties.insert(data.difficulty);
  }
  CHECK(names.size() == 27);
  CHECK(difficulties == std::set<std::string>{"Average", "Higher", "Lower"});
}

TEST_CASE("a file is read to its last digit") {
  dataset const data = read_file(NIST_DATA "/Nelson.dat");
  CHECK(data.difficulty == "Average");
  CHECK(data.residual_sum_of_squares == 3.7976833176E+00);
  REQUIRE(data.parameters.size() == 3);
  CHECK(data.parameters[1].start == std::array{0.0001, 0.000000005});
  CHECK(data.parameters[2].certified == -5.7701013174E-02);
  CHECK(data.parameters[2].standard_deviation == 3.9572366543E-03);
  REQUIRE(data.observations.size() == 128);
  CHECK(data.observations.front().response == 15);
  CHECK(data.observations.front().predictors == std::vector{1.0, 180.0});
}

// Damage to a file, and a model that is not the file's, both show here.
TEST_CASE("at the certified parameters a model has the certified residual sum of squares") {
  for (model const& m : models()) {
    CAPTURE(m.problem);
    dataset const data = data_of(m);
    std::vector<double> const b = data.certified();
    std::vector<double> gradient(9);
    double sum = 0;
    for (observation const& o : data.observations) {
      double const r =
          m.evaluate(o.predictors.data(), b.data(), gradient.data()) - response_of(m, o);
      sum += r * r;
    }
    // eleven digits of the parameters make no 1e-13 of a residual sum of 1e-25
    if (data.name == "Lanczos1") CHECK(sum < 1e-20);
    else CHECK(digits(sum, data.residual_sum_of_squares) > 7);
  }
}

TEST_CASE("a damaged file is refused") {
  std::string const good =
      "Dataset Name:  Tiny\nLower Level of Difficulty\n  b1 =  1  2  3.0E0  4.0E-1\n"
      "Residual Sum of Squares:  5.0E0\nNumber of Observations:  2\nData:  y  x\n 1  2\n 3  4\n";
  auto const read_text = [](std::string const& text) {
    std::istringstream in(text);
    return read(in);
  };
  auto const without = [&](std::string const& part) {
    std::string text = good;
    return text.erase(text.find(part), part.size());
  };
  CHECK(read_text(good).observations[1].predictors[0] == 4);
  CHECK_THROWS_WITH(read_text(good + "5\n"), "a line of the data has another number of columns");
  CHECK_THROWS_WITH(read_text(good + "5 x\n"), "a line of the data has another number of columns");
  CHECK_THROWS_WITH(read_text(without(" 3  4\n")), "another number of observations than stated");
  CHECK_THROWS_WITH(read_text(without("b1 = ")), "no parameters");
  CHECK_THROWS_WITH(read_text(without("Residual Sum of Squares:")), "no residual sum of squares");
  CHECK_THROWS_WITH(read_text(without("Data:  y  x\n")), "no data");
  CHECK_THROWS(read_file(NIST_DATA "/absent.dat"));
}
