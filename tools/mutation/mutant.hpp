// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#if !defined(LEIBNIZ_MUTANT)
#include <cstdio>
#include <cstdlib>
#endif

// The switch of the mistakes that tools/mutation/instrument.py writes into a copy of the headers: mutant K makes its
// mistake where on(K) is true. Which one is made is said by -DLEIBNIZ_MUTANT=K, for constant expressions and at run
// time, or else by the environment's LEIBNIZ_MUTANT, at run time only; then one program has all mutants.

namespace leibniz_mutant {

#if defined(LEIBNIZ_MUTANT)

constexpr bool fixed(int k) { return k == LEIBNIZ_MUTANT; }
constexpr bool on(int k) { return k == LEIBNIZ_MUTANT; }

#else

constexpr bool fixed(int) { return false; }

/// Which mutant makes its mistake, and which were asked whether they do: those are written to the file that
/// LEIBNIZ_REACHED names.
struct at_run_time {
  static constexpr int most = 1 << 16;
  at_run_time() {
    if (char const* const k = std::getenv("LEIBNIZ_MUTANT")) active = std::atoi(k);
    file = std::getenv("LEIBNIZ_REACHED");
  }
  ~at_run_time() {
    if (file == nullptr) return;
    std::FILE* const to = std::fopen(file, "w");
    if (to == nullptr) return;
    for (int k = 0; k < most; ++k)
      if (reached[k]) std::fprintf(to, "%d\n", k);
    std::fclose(to);
  }
  bool operator()(int k) {
    reached[k] = true;
    return k == active;
  }
  bool reached[most]{};
  int active = -1;
  char const* file = nullptr;
};
inline at_run_time chosen;

constexpr bool on(int k) {
  if (std::is_constant_evaluated()) return false;
  return chosen(k);
}

#endif

// An operation, and the one that it is mistaken for where that has a result of the same type. Operands are taken by
// value, since a name of a constant is captured by no lambda.
#define LEIBNIZ_MUTANT_OF_TWO(NAME, IS, BECOMES)                               \
  template <int K, class A, class B> constexpr auto NAME(A a, B b) {           \
    if constexpr (fixed(K)) {                                                  \
      return a BECOMES b;                                                      \
    } else if constexpr (requires { a BECOMES b; }) {                          \
      if constexpr (std::is_same_v<decltype(a IS b), decltype(a BECOMES b)>) { \
        if (on(K)) return a BECOMES b;                                         \
      }                                                                        \
      return a IS b;                                                           \
    } else {                                                                   \
      return a IS b;                                                           \
    }                                                                          \
  }
LEIBNIZ_MUTANT_OF_TWO(plus, +, -)
LEIBNIZ_MUTANT_OF_TWO(minus, -, +)
LEIBNIZ_MUTANT_OF_TWO(times, *, +)
LEIBNIZ_MUTANT_OF_TWO(divided, /, *)
LEIBNIZ_MUTANT_OF_TWO(modulo, %, /)
LEIBNIZ_MUTANT_OF_TWO(shifted_left, <<, >>)
LEIBNIZ_MUTANT_OF_TWO(shifted_right, >>, <<)
LEIBNIZ_MUTANT_OF_TWO(bits_and, &, |)
LEIBNIZ_MUTANT_OF_TWO(bits_or, |, &)
LEIBNIZ_MUTANT_OF_TWO(bits_xor, ^, &)
LEIBNIZ_MUTANT_OF_TWO(less, <, <=)
LEIBNIZ_MUTANT_OF_TWO(less_equal, <=, <)
LEIBNIZ_MUTANT_OF_TWO(greater, >, >=)
LEIBNIZ_MUTANT_OF_TWO(greater_equal, >=, >)
LEIBNIZ_MUTANT_OF_TWO(equal, ==, !=)
LEIBNIZ_MUTANT_OF_TWO(unequal, !=, ==)
#undef LEIBNIZ_MUTANT_OF_TWO

#define LEIBNIZ_MUTANT_ASSIGNMENT(NAME, IS, BECOMES)                \
  template <int K, class A, class B> constexpr A& NAME(A& a, B b) { \
    if (on(K)) return a BECOMES b;                                  \
    return a IS b;                                                  \
  }
LEIBNIZ_MUTANT_ASSIGNMENT(add_to, +=, -=)
LEIBNIZ_MUTANT_ASSIGNMENT(subtract_from, -=, +=)
LEIBNIZ_MUTANT_ASSIGNMENT(multiply_by, *=, +=)
LEIBNIZ_MUTANT_ASSIGNMENT(divide_by, /=, *=)
LEIBNIZ_MUTANT_ASSIGNMENT(or_with, |=, &=)
LEIBNIZ_MUTANT_ASSIGNMENT(and_with, &=, |=)
#undef LEIBNIZ_MUTANT_ASSIGNMENT

/// −a, or a.
template <int K, class A> constexpr auto negated(A a) {
  if constexpr (std::is_convertible_v<A, decltype(-a)>)
    if (on(K)) return static_cast<decltype(-a)>(a);
  return -a;
}
/// !a, or a.
template <int K, class A> constexpr auto inverted(A a) {
  if constexpr (std::is_same_v<decltype(!a), bool>)
    if (on(K)) return static_cast<bool>(a);
  return !a;
}

}  // namespace leibniz_mutant
