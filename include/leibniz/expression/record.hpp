// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string_view>

#include "leibniz/base/fixed_string.hpp"
#include "leibniz/base/number.hpp"

namespace leibniz {

struct record;

/// How a function is written in text.
enum class notation : std::uint8_t { call, prefix, infix, name };

/// f(−x) is f(x), −f(x), or neither.
enum class parity : std::uint8_t { none, even, odd };

/// What a node is, or what it is computed from: one bit each.
namespace trait {
inline constexpr unsigned chosen = 1;    ///< a choice, which may be 0 in a branch
inline constexpr unsigned singular = 2;  ///< may be infinite, or not defined, at moderate arguments
inline constexpr unsigned slope = 4;     ///< the slope of a corner (derive/corner.hpp)
}  // namespace trait

/// One row of the function table as a constant: what every later stage knows about a function.
/// The numerical body is not here; `entry_of<id>` leads from the id back to the row's type.
struct function_info {
  std::uint64_t id;
  std::string_view name;
  std::string_view latex;
  std::int8_t arity;
  std::int8_t
      precedence;  ///< in text: −1 or, 0 and, 1 comparison, 2 sum, 3 product, 4 prefix, 5 power, 6 call
  notation written;
  bool commutative;
  bool condition;          ///< the result is a truth value
  std::int8_t conditions;  ///< how many operands, the first ones, are truth values
  bool call;               ///< costs a call of the mathematical library
  parity symmetry;
  bool not_negative;  ///< no result is below 0
  unsigned traits;    ///< those that it gives to what is computed from it
  bool passive;       ///< its derivative is zero wherever there is one
  /// ∂result/∂argument, in patterns: 0 is the result, k the k-th argument; none if passive.
  record const* (*partial)(int argument);
  bool abbreviation;
  /// Of an abbreviation: what it stands for, in the same patterns; else none. (Not compared with null: with
  /// -fsanitize=undefined that is no constant expression for GCC.)
  record const* (*meaning)();
  bool
      computed;  ///< of an abbreviation: code is made of it as it is, its meaning is for text and ==

  constexpr bool is_let() const { return written == notation::name; }
  /// Whether it is a variable or a parameter.
  constexpr bool is_input() const;
  /// By id: comparing addresses is no constant expression for GCC with -fsanitize=undefined.
  friend constexpr bool operator==(function_info const& a, function_info const& b) {
    return a.id == b.id;
  }
};

/// What a formula's type says, as a constant: an operation and where its operands are described.
/// Equal ids mean equal structure, except for the values of plain literals.
struct record {
  function_info const* operation;
  record const* const* operands;
  int arity;
  std::uint64_t id;
  int literals;           ///< plain literals in it, counted with repetition
  number value;           ///< of a constant; of a pattern variable: its index
  std::string_view name;  ///< of a variable, a parameter or a let
  int precedence = 6;  ///< of its text; read through `operation`, it would be circular in partials
};

/// Base of what describes an operation: its columns, with the default of every column that has one.
template <fixed_string Name, int Arity> struct operation_columns {
  static constexpr std::string_view name = Name.view();
  static constexpr std::uint64_t id = hash_of(Name.view());
  static constexpr int arity = Arity;
  /// #1, #2, #3 are the arguments as they are, where the form encloses them; (#1) gets parentheses where the
  /// argument binds weaker. Default: \operatorname{name}(arguments).
  static constexpr char const* latex = "";
  /// The same operations in C99, so that the bits agree: an expression of the arguments #1, #2, #3, or a function's
  /// body with `return`. #T is the number type, #f the suffix of its functions and literals: `exp#f(-#1)`, `0.5#f`.
  /// Default: C99's function of the row's name, or a function of that name that the user links.
  static constexpr char const* c_source = "";
  static constexpr notation written = notation::call;
  static constexpr int precedence = 6;
  static constexpr bool commutative = false;
  static constexpr bool condition = false;
  static constexpr int conditions = 0;
  static constexpr auto symmetry = parity::none;
  static constexpr bool not_negative = false;
  static constexpr bool calls_library = true;  ///< false for what is a few machine instructions
  static constexpr bool bounded = false;       ///< finite for every finite argument
  /// Infinite, or not defined, at some moderate arguments; what calls the library is, unless it is bounded.
  static constexpr bool has_pole = false;
  /// Its value is an operand, or 0, and that operand's partial 1, those of the others 0.
  static constexpr bool chooses = false;
  static constexpr bool of_corner = false;  ///< the slope of a corner
  /// true: no `partials`, the derivative is zero wherever there is one
  static constexpr bool passive = false;
  static constexpr record const* partial(int) { return nullptr; }
  static constexpr bool abbreviation = false;  ///< true: `meaning` says what it stands for
  /// Of an abbreviation: true if code is made of it as it is, and its meaning is for text and == alone.
  static constexpr bool computed = false;
};

namespace detail {
template <class Operation> constexpr auto partial_column() -> record const* (*)(int) {
  if constexpr (Operation::passive) return nullptr;
  else return &Operation::partial;
}
template <class Operation> constexpr auto meaning_column() -> record const* (*)() {
  if constexpr (Operation::abbreviation) return &Operation::meant;
  else return nullptr;
}
}  // namespace detail

/// The constant that later stages know an operation by.
template <class Operation>
inline constexpr function_info info_of{
    Operation::id,
    Operation::name,
    Operation::latex,
    static_cast<std::int8_t>(Operation::arity),
    static_cast<std::int8_t>(Operation::precedence),
    Operation::written,
    Operation::commutative,
    Operation::condition,
    static_cast<std::int8_t>(Operation::conditions),
    Operation::calls_library,
    Operation::symmetry,
    Operation::not_negative,
    (Operation::chooses ? trait::chosen : 0u) | (Operation::of_corner ? trait::slope : 0u) |
        (Operation::has_pole || (Operation::calls_library && !Operation::bounded) ? trait::singular
                                                                                  : 0u),
    Operation::passive,
    detail::partial_column<Operation>(),
    Operation::abbreviation,
    detail::meaning_column<Operation>(),
    Operation::computed};

/// Operations that are not functions of numbers: leaves, names, and what later stages expand.
namespace operation {

struct variable_columns : operation_columns<"variable", 0> {};
struct parameter_columns : operation_columns<"parameter", 0> {};
struct constant_columns : operation_columns<"constant", 0> {};
struct literal_columns : operation_columns<"literal", 0> {};
struct pattern_columns : operation_columns<"pattern", 0> {};
/// A named intermediate: an operation for each name, so that text and pictures can show it.
template <fixed_string Name> struct let_columns : operation_columns<Name, 1> {
  static constexpr std::uint64_t id = mix(hash_of("let"), hash_of(Name.view()));
  static constexpr auto written = notation::name;
  static constexpr bool calls_library = false;
};
struct derivative_columns : operation_columns<"derivative", 2> {};
struct substitution_columns : operation_columns<"substitution", 2> {};
struct simplification_columns : operation_columns<"simplification", 1> {};
struct replacement_columns : operation_columns<"replacement", 3> {};
struct no_replacement_columns : operation_columns<"no replacement", 0> {};
struct sum_columns : operation_columns<"sum of terms", 0> {};

inline constexpr function_info const& variable = info_of<variable_columns>;
inline constexpr function_info const& parameter = info_of<parameter_columns>;
inline constexpr function_info const& constant = info_of<constant_columns>;
inline constexpr function_info const& literal =
    info_of<literal_columns>;  // a plain number, kept in the formula object
inline constexpr function_info const& pattern =
    info_of<pattern_columns>;  // a placeholder in a partial or a rule
inline constexpr function_info const& derivative = info_of<derivative_columns>;  // (formula, by)
inline constexpr function_info const& substitution =
    info_of<substitution_columns>;  // (formula, replacement)
inline constexpr function_info const& simplification = info_of<simplification_columns>;
inline constexpr function_info const& replacement =
    info_of<replacement_columns>;  // (variable, formula, next)
inline constexpr function_info const& no_replacement =
    info_of<no_replacement_columns>;  // the end of the list
inline constexpr function_info const& sum =
    info_of<sum_columns>;  // in canonical forms: a sum that stays one

}  // namespace operation

constexpr bool function_info::is_input() const {
  return *this == operation::variable || *this == operation::parameter;
}

}  // namespace leibniz
