// SPDX-License-Identifier: BSL-1.0
// Every function of the table, its derivatives and its body for each kind of number, behind the user's globals and with
// the warnings of those who turn on more than most. It is compiled only.
#include <boost/multiprecision/cpp_bin_float.hpp>

#include <leibniz/leibniz.hpp>

namespace boost::multiprecision {
cpp_bin_float_50 digamma(cpp_bin_float_50 const&);
cpp_bin_float_50 polygamma(int, cpp_bin_float_50 const&);
}  // namespace boost::multiprecision

namespace users_program {

namespace lz = leibniz;

template <class Row, int K, class T> constexpr auto operand(T const& my_x) {
  if constexpr (K < Row::conditions) return my_x > T(0);
  else return my_x;
}
template <class Row, class T, int... K> void use_body(T const& my_x,
                                                      std::integer_sequence<int, K...>) {
  if constexpr (Row::arity == 0) static_cast<void>(Row::template constant<T>());
  else static_cast<void>(Row::value(operand<Row, K>(my_x)...));
}
template <class T, class... Rows> void use_bodies(T const& my_x, lz::entry_list<Rows...>) {
  (use_body<Rows>(my_x, std::make_integer_sequence<int, Rows::arity>{}), ...);
}
template <class... Rows> constexpr int arities(lz::entry_list<Rows...>) {
  return (lz::info_of<Rows>.arity + ...);  // which makes the derivatives
}
static_assert(arities(lz::function_table{}) > 0);

void all() {
  use_bodies(0.5f, lz::function_table{});
  use_bodies(0.5, lz::function_table{});
  use_bodies(0.5L, lz::function_table{});
  use_bodies(boost::multiprecision::cpp_bin_float_50(0.5), lz::function_table{});
}

}  // namespace users_program
