// SPDX-License-Identifier: BSL-1.0
// Every function of the table in float, one C++ function each: what they call can be read off the object.
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

namespace {

template <class Row, int K> auto operand(float const* numbers, bool const* truths) {
  if constexpr (K < Row::conditions) return truths[K];
  else return numbers[K];
}
template <class Row, int... K>
auto value(float const* numbers, bool const* truths, std::integer_sequence<int, K...>) {
  return Row::value(operand<Row, K>(numbers, truths)...);
}

}  // namespace

template <class Row> void row(float const* numbers, bool const* truths, float* to, bool* truth) {
  constexpr auto operands = std::make_integer_sequence<int, Row::arity>{};
  if constexpr (Row::arity == 0) *to = Row::template constant<float>();
  else if constexpr (Row::condition) *truth = value<Row>(numbers, truths, operands);
  else *to = value<Row>(numbers, truths, operands);
}

template <class... Rows> struct addresses {
  using function = void(float const*, bool const*, float*, bool*);
  static constexpr function* all[] = {&row<Rows>...};
};
template <class... Rows> addresses<Rows...> addresses_of(lz::entry_list<Rows...>);

extern void (*const* const every_row)(float const*, bool const*, float*, bool*);
void (*const* const every_row)(float const*, bool const*, float*,
                               bool*) = decltype(addresses_of(lz::function_table{}))::all;
