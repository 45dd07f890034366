// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "leibniz/base/array.hpp"
#include "leibniz/base/diagnose.hpp"
#include "leibniz/base/hash.hpp"
#include "leibniz/base/inline.hpp"
#include "leibniz/expression/record.hpp"
#include "leibniz/expression/short_text.hpp"

// Why formulas are registered instead of nested. The type of a composite formula is
// formula<"its text", hash, literals>: a short name, whatever its size. Its operands cannot be read off
// that name, so the operator that makes the formula also defines a function, found by the hash, that
// leads to its record (friend injection; the same structure has the same hash and the same definition).
// docs/architecture.md, decision 2, has the measurements.
LEIBNIZ_FRIENDS_BEGIN

namespace leibniz {

/// Marks the types that formulas consist of.
template <class T> concept Formula = requires { typename T::leibniz_formula; } && !T::is_condition;

/// A truth value made by comparing formulas.
template <class T> concept Condition = requires { typename T::leibniz_formula; } && T::is_condition;

template <class T> concept FormulaOrCondition = Formula<T> || Condition<T>;

namespace detail {

/// Says that a formula stands where a number is needed, such as an argument of std::sin.
template <class F> constexpr double refuse_as_number() {
  constexpr short_text text = F::written();
  diagnose<"a formula is no number:", fixed_string<text.length() + 1>(text.view()),
           "write sin(x) for std::sin(x),", "f(x = 2.0) for the value">();
  return 0;
}

template <std::uint64_t Id> struct slot {
  friend constexpr record const& record_at(slot);
};

template <std::uint64_t Id, class Operation, class... Operands> struct registration {
  static constexpr record const* operands[sizeof...(Operands) + 1] = {&Operands::description()...,
                                                                      nullptr};
  static constexpr record value{
      &info_of<Operation>, operands, sizeof...(Operands),  Id, (Operands::literal_count + ... + 0),
      {0, 1, {}},          {},       Operation::precedence};
  // Local constants of `compose` would be made anew each time that a formula is evaluated.
  static constexpr std::uint64_t id = Id;
  static constexpr short_text text = compose_text(
      {Operation::name, Operation::written, Operation::precedence}, Operands::written()...);
  friend constexpr record const& record_at(slot<Id>) { return value; }
};

/// The plain literals of a formula, in order of appearance.
template <int Count> struct literals {
  c_array<double, Count> values;
  constexpr double operator[](int i) const { return values[i]; }
};
template <> struct literals<0> {
  constexpr double operator[](int) const { return 0.0; }
};

}  // namespace detail

struct formula_tag;  // hana's tag of formulas

// What is declared so is defined elsewhere and found by its arguments. Without it a variable of that name, which the user
// declared before including this, would be found first, and nothing else looked for.
void record_at();
void evaluate();

/// A formula (or, with `IsCondition`, a condition) made of others. Users never spell this type.
/// `Text` is for the reader of a compiler's message, `Id` identifies the structure.
template <fixed_string Text, std::uint64_t Id, int Literals,
          bool IsCondition = false> struct formula {
  using leibniz_formula = formula;
  using hana_tag = formula_tag;
  static constexpr bool is_condition = IsCondition;
  static constexpr int literal_count = Literals;
  static constexpr record const& description() { return record_at(detail::slot<Id>{}); }
  static constexpr short_text written() { return {Text.view(), description().precedence}; }

  [[no_unique_address]] detail::literals<Literals> literals;

  template <std::same_as<bool> Bool>
  requires IsCondition
  constexpr explicit operator Bool() const {
    static_assert(
        never<Bool>,
        "leibniz: a condition between formulas used as a bool: it has no value before the call; "
        "write lz::where(condition, a, b)");
    return false;
  }

  /// No conversion, but an error: it is found wherever a number is needed. (Being one, it also makes GCC look at the
  /// condition of `x > 0 ? f : g` before it compares the types of f and g.)
  constexpr operator double() const
  requires(!IsCondition)
  {
    return detail::refuse_as_number<formula>();
  }

  /// The value, by named arguments: `f(x = 2.0, y = 5.0)`, in any order.
  template <class... Arguments> constexpr auto operator()(Arguments const&... arguments) const {
    return evaluate(*this, arguments...);
  }
};

namespace detail {

template <FormulaOrCondition X> constexpr void append_literals(double* to, int& next,
                                                               X const& from) {
  if constexpr (X::literal_count > 0)
    for (int i = 0; i < X::literal_count; ++i) to[next++] = from.literals[i];
}
template <FormulaOrCondition... Xs> constexpr auto concatenate(Xs const&... xs) {
  constexpr int total = (Xs::literal_count + ... + 0);
  if constexpr (total == 0) {
    return literals<0>{};
  } else {
    literals<total> result{};
    int next = 0;
    (append_literals(result.values, next, xs), ...);
    return result;
  }
}

/// The plain numbers that a formula object holds.
template <class F> constexpr double const* literal_values(F const& f) {
  if constexpr (requires { f.literals.values; }) return f.literals.values;
  else return nullptr;
}

/// The id of an operation applied to operands.
template <class... Xs> constexpr std::uint64_t id_of(std::uint64_t id) {
  ((id = mix(id, Xs::description().id)), ...);
  return id;
}

}  // namespace detail

/// The formula that applies an operation to formulas: registers its structure, keeps its literals.
template <class Operation, FormulaOrCondition... Xs>
constexpr auto compose(Xs const&... xs) {
  constexpr int literals = (Xs::literal_count + ... + 0);
  static_assert(
      literals <= 256,
      "leibniz: a formula holds more than 256 plain literals (each use of a part counts again): "
      "write them as constants (2_c) or use lz::function");
  if constexpr (literals > 256) {
    return [](auto const& leibniz_x, auto const&...) {
      return leibniz_x;
    }(xs...);  // after the error: the first operand
  } else {
    using registered = detail::registration<detail::id_of<Xs...>(Operation::id), Operation, Xs...>;
    return formula<fixed_string<registered::text.length() + 1>(registered::text.view()),
                   registered::id, literals, Operation::condition>{detail::concatenate(xs...)};
  }
}

}  // namespace leibniz

LEIBNIZ_FRIENDS_END
