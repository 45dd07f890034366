// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/hana/bool.hpp>
#include <boost/hana/fwd/equal.hpp>
#include <boost/hana/fwd/hash.hpp>
#include <boost/hana/type.hpp>
#include <type_traits>

#include "leibniz/emit/symbolic.hpp"

// Variables, parameters and lets as keys of a hana::map; formulas as hana Comparable.
namespace boost::hana {

template <> struct hash_impl<leibniz::variable_tag> {
  template <class X> static constexpr auto apply(X const&) { return hana::type_c<X>; }
};
template <> struct equal_impl<leibniz::variable_tag, leibniz::variable_tag> {
  template <class X, class Y> static constexpr auto apply(X const&, Y const&) {
    return hana::bool_c<std::is_same_v<X, Y>>;
  }
};
/// Symbolic equality; a constant of the type unless plain literals decide.
template <class Tag, class Other>
requires(
    (std::is_same_v<Tag, leibniz::formula_tag> || std::is_same_v<Tag, leibniz::variable_tag>) &&
    (std::is_same_v<Other, leibniz::formula_tag> || std::is_same_v<Other, leibniz::variable_tag>) &&
    !(std::is_same_v<Tag, leibniz::variable_tag> && std::is_same_v<Other, leibniz::variable_tag>))
struct equal_impl<Tag, Other> {
  template <class F, class G> static constexpr auto apply(F const& f, G const& g) {
    if constexpr (F::literal_count + G::literal_count == 0) return hana::bool_c < F{} == G{} > ;
    else return f == g;
  }
};

}  // namespace boost::hana
