// SPDX-License-Identifier: BSL-1.0
// Numbers of 50 and 100 digits: constants are exact, and so are derivatives to the last digits.
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/multiprecision/cpp_dec_float.hpp>
#include <cstdio>
#include <iostream>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;
using boost::multiprecision::cpp_bin_float_100;
using boost::multiprecision::cpp_dec_float_50;

// [formula]
constexpr lz::variable<"x"> x;
constexpr auto f = exp(x / 3_c) * sin(x) + 0.1_c * x;  // 1/3 and 1/10, not doubles near them
constexpr auto slope = lz::derivative(f, x);

template <class T> T by_hand(T const& at) {
  return exp(T(at / 3)) * (sin(at) / 3 + cos(at)) + T(1) / 10;
}
// [/formula]

template <class T> bool check(char const* tolerance) {
  T const at = T(7) / 5;
  T const exact = by_hand(at), found = slope(x = at);
  std::cout << found.str(45) << '\n';
  return abs(T(found / exact - 1)) < T(tolerance);
}

int main() {
  std::printf("%.15f in double\n", slope(x = 1.4));
  bool const dec = check<cpp_dec_float_50>("1e-48");
  bool const bin = check<cpp_bin_float_100>("1e-97");
  // Plain numbers are the doubles that they are: 0.1 x and 0.1_c x differ in the 18th digit.
  cpp_dec_float_50 const one = 1;
  bool const constants = (0.1_c * x)(x = one) == one / 10 && (0.1 * x)(x = one) != one / 10;
  return dec && bin && constants ? 0 : 1;
}
