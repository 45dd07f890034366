// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/expression/argument.hpp"
#include "leibniz/expression/formula.hpp"

namespace leibniz {

struct variable_tag;  // hana's tag of variables and parameters: keys of a gradient

namespace detail {

/// What a variable and a parameter have in common: a name, and a record that says which of the two it is.
template <class Columns, fixed_string Name> struct named_leaf {
  using leibniz_formula = named_leaf;
  using hana_tag = variable_tag;
  static constexpr bool is_condition = false;
  static constexpr int literal_count = 0;
  static constexpr auto name = Name;
  static constexpr short_text written() { return Name.view(); }
  static constexpr record value{
      &info_of<Columns>, nullptr,    0, mix(Columns::id, hash_of(Name.view())), 0,
      {0, 1, {}},        Name.view()};
  static constexpr record const& description() { return value; }
  constexpr operator double() const { return refuse_as_number<named_leaf>(); }  // an error
};

}  // namespace detail

/// An input of a formula: `constexpr lz::variable<"x"> x;`. Two variables of one name are the same.
template <fixed_string Name>
struct variable : detail::named_leaf<operation::variable_columns, Name> {
  constexpr variable() = default;
  constexpr variable(variable const&) = default;
  /// The named argument `x = 2.0` of a call, or the replacement `x = sin(y)` of a substitution.
  template <class T> constexpr auto operator=(T const& v) const {
    return argument<Name, detail::held_type<T>>{detail::held(v)};
  }
  /// A variable is a formula: `x(x = 2.0)` is 2.0.
  template <class... Arguments> constexpr auto operator()(Arguments const&... arguments) const {
    return evaluate(*this, arguments...);
  }
};

/// An argument that is never differentiated: `constexpr lz::parameter<"p"> p;`.
template <fixed_string Name>
struct parameter : detail::named_leaf<operation::parameter_columns, Name> {
  constexpr parameter() = default;
  constexpr parameter(parameter const&) = default;
  template <class T> constexpr auto operator=(T const& v) const {
    return argument<Name, detail::held_type<T>, true>{detail::held(v)};
  }
};

template <class T> inline constexpr bool is_variable = false;
template <fixed_string Name> inline constexpr bool is_variable<variable<Name>> = true;

}  // namespace leibniz
