// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/hana/bool.hpp>
#include <boost/hana/fwd/equal.hpp>
#include <boost/hana/fwd/hash.hpp>
#include <boost/hana/type.hpp>

#include "leibniz/expression/let.hpp"

// Variables, parameters and lets as keys of a hana::map.
namespace boost::hana {

template <> struct hash_impl<leibniz::variable_tag> {
  template <class X> static constexpr auto apply(X const&) { return hana::type_c<X>; }
};
template <> struct equal_impl<leibniz::variable_tag, leibniz::variable_tag> {
  template <class X, class Y> static constexpr auto apply(X const&, Y const&) {
    return hana::bool_c<std::is_same_v<X, Y>>;
  }
};

}  // namespace boost::hana
