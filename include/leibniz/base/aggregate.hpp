// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

// The members of an aggregate, found by asking how many initialisers it takes.

namespace leibniz::detail {

/// Converts to whatever a member is, where nothing is computed.
struct anything {
  template <class T> constexpr operator T() const;
};
template <std::size_t> using anything_at = anything;

template <class S, std::size_t... I>
constexpr bool is_made_of(std::index_sequence<I...>) {
  return requires { S{anything_at<I>{}...}; };
}
/// Whether I initialisers, then K of them in braces, then L more make an S.
template <class S, std::size_t... I, std::size_t... K, std::size_t... L>
constexpr bool is_made_of(std::index_sequence<I...>, std::index_sequence<K...>,
                          std::index_sequence<L...>) {
  return requires { S{anything_at<I>{}..., {anything_at<K>{}...}, anything_at<L>{}...}; };
}

inline constexpr std::size_t most_members = 16, most_initialisers = 64;

/// How many initialisers S takes when C arrays come without braces.
template <class S, std::size_t N = 0> constexpr std::size_t initialisers() {
  if constexpr (N > most_initialisers || !is_made_of<S>(std::make_index_sequence<N + 1>()))
    return N;
  else return initialisers<S, N + 1>();
}
/// How many of them the member takes that begins after At of them: more than one only for a C array.
template <class S, std::size_t All, std::size_t At, std::size_t Try>
constexpr std::size_t taken_by_member() {
  if constexpr (Try < 2) return 1;
  else {
    using before = std::make_index_sequence<At>;
    using within = std::make_index_sequence<Try>;
    if constexpr (is_made_of<S>(before(), within(), std::make_index_sequence<All - At - Try>()) &&
                  !is_made_of<S>(before(), within(),
                                 std::make_index_sequence<All - At - Try + 1>()))
      return Try;
    else return taken_by_member<S, All, At, Try - 1>();
  }
}
template <class S, std::size_t All, std::size_t At = 0> constexpr std::size_t count_members() {
  if constexpr (At >= All) return 0;
  else return 1 + count_members<S, All, At + taken_by_member<S, All, At, All - At>()>();
}
template <class S> constexpr std::size_t find_member_count() {
  constexpr std::size_t all = initialisers<S>();
  static_assert(
      all <= most_initialisers,
      "leibniz: a struct whose C arrays hold more than 64 elements: make them std::arrays");
  return all <= most_initialisers ? count_members<S, all>() : 0;
}
/// A template of a number has as many members with double: other number types may convert from anything, too.
template <class S> struct counted_as {
  using type = S;
};
template <template <class> class S, class E>
requires(!std::is_arithmetic_v<E> && requires(E const& e) { e* e; })
struct counted_as<S<E>> {
  using type = S<double>;
};
template <class S> inline constexpr std::size_t member_count =
    find_member_count<typename counted_as<S>::type>();

/// References to the members of an aggregate without base classes, of up to 16 members, or what the type's own
/// `leibniz_members(s)` gives: a std::tie of them.
template <class S> constexpr auto members_of(S& s) {
  constexpr std::size_t n = [] {
    if constexpr (requires(S& leibniz_s) { leibniz_members(leibniz_s); }) return std::size_t{0};
    else return member_count<std::remove_cv_t<S>>;
  }();
  static_assert(
      n <= most_members,
      "leibniz: a struct of more than 16 members: give it a friend leibniz_members(auto& s) "
      "{ return std::tie(s.a, s.b, ...); }");
  if constexpr (requires(S& of) { leibniz_members(of); }) {
    return leibniz_members(s);
  } else if constexpr (n == 1) {
    auto& [m1] = s;
    return std::tie(m1);
  } else if constexpr (n == 2) {
    auto& [m1, m2] = s;
    return std::tie(m1, m2);
  } else if constexpr (n == 3) {
    auto& [m1, m2, m3] = s;
    return std::tie(m1, m2, m3);
  } else if constexpr (n == 4) {
    auto& [m1, m2, m3, m4] = s;
    return std::tie(m1, m2, m3, m4);
  } else if constexpr (n == 5) {
    auto& [m1, m2, m3, m4, m5] = s;
    return std::tie(m1, m2, m3, m4, m5);
  } else if constexpr (n == 6) {
    auto& [m1, m2, m3, m4, m5, m6] = s;
    return std::tie(m1, m2, m3, m4, m5, m6);
  } else if constexpr (n == 7) {
    auto& [m1, m2, m3, m4, m5, m6, m7] = s;
    return std::tie(m1, m2, m3, m4, m5, m6, m7);
  } else if constexpr (n == 8) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8] = s;
    return std::tie(m1, m2, m3, m4, m5, m6, m7, m8);
  } else if constexpr (n == 9) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9] = s;
    return std::tie(m1, m2, m3, m4, m5, m6, m7, m8, m9);
  } else if constexpr (n == 10) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10] = s;
    return std::tie(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10);
  } else if constexpr (n == 11) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11] = s;
    return std::tie(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11);
  } else if constexpr (n == 12) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12] = s;
    return std::tie(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12);
  } else if constexpr (n == 13) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13] = s;
    return std::tie(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13);
  } else if constexpr (n == 14) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14] = s;
    return std::tie(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14);
  } else if constexpr (n == 15) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15] = s;
    return std::tie(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15);
  } else if constexpr (n == 16) {
    auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16] = s;
    return std::tie(m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16);
  } else {
    return std::tuple<>();
  }
}

}  // namespace leibniz::detail
