// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstdint>
#include <type_traits>

#include "leibniz/base/buffer.hpp"
#include "leibniz/base/diagnose.hpp"
#include "leibniz/expression/record.hpp"

namespace leibniz {

/// One operation that a traced function performed.
struct recorded {
  std::uint64_t operation;  ///< the id of a row of the function table, or of an operation
  /// Earlier entries of the recording. Of an input `a` is its index, of a constant whether it is `exact`, else `value`.
  int a, b, c;
  double value;
  bool derived =
      false;  ///< of a derivative taken inside the function: what contains it is simplified further
  number const* exact = nullptr;
};

/// What a function did while it was traced, in order.
struct recording {
  buffer<recorded> entries;

  constexpr int add(recorded const& entry) {
    entries.push_back(entry);
    return entries.size() - 1;
  }
};

/// What a comparison of traced scalars gives: an operand of `where`, never a bool.
class traced_condition {
 public:
  constexpr traced_condition(recording* where_in, int id_in) : recording_(where_in), id_(id_in) {}
  constexpr recording* where() const { return recording_; }
  constexpr int id(recording*) const { return id_; }
  /// Its value, when it compares constants (then it stands in no recording).
  constexpr bool known() const { return id_ != 0; }

  template <std::same_as<bool> Bool> constexpr operator Bool() const {
    static_assert(
        never<Bool>,
        "leibniz: a comparison of traced values as a bool, as in `if`, `?:`, `while`, `for`: its "
        "value is not known while the function is differentiated; write lz::where(condition, a, b), "
        "and let a loop end by a plain number");
    return false;
  }

 private:
  recording* recording_;
  int id_;
};

/// The scalar that a function is called with when it is differentiated: arithmetic on it is recorded.
/// It converts from double, so `max(t, 0.0)` and `traced sum = 0` work.
class traced {
 public:
  constexpr traced() : traced(0.0) {}
  constexpr traced(double value_in) : recording_(nullptr), id_(0), value_(value_in) {}
  /// A constant that need be no double; the number is static.
  constexpr explicit traced(number const& exact_in)
      : recording_(nullptr), id_(1), value_(exact_in.as_double()), exact_(&exact_in) {}
  constexpr traced(recording* where_in, int id_in) : recording_(where_in), id_(id_in), value_(0) {}

  constexpr recording* where() const { return recording_; }
  /// Its entry in a recording; a constant gets one on demand.
  constexpr int id(recording* where) const {
    return recording_ != nullptr
               ? id_
               : where->add({operation::constant.id, id_, 0, 0, value_, false, exact_});
  }
  constexpr bool is_constant() const { return recording_ == nullptr; }
  constexpr double value() const { return value_; }

  /// No conversion, but an error: functions of the standard library are found to take a long double. (Not a double: in
  /// `known ? t : 0.0` the other operand is converted to a traced value, and only one of both may be convertible.)
  template <std::same_as<long double> T> constexpr operator T() const {
    static_assert(
        never<T>,
        "leibniz: a traced value where a number is needed: write sin(x) for std::sin(x), which "
        "takes numbers only");
    return T();
  }
  template <class T>
  requires(std::is_arithmetic_v<T> && !std::is_same_v<T, long double>)
  constexpr explicit operator T() const {
    if constexpr (std::is_same_v<T, bool>)
      static_assert(
          never<T>,
          "leibniz: a traced value as a bool: its value is not known while the function is "
          "differentiated; write lz::where(t != 0, a, b) instead");
    else
      static_assert(never<T>,
                    "leibniz: a traced value cast to a number: its value is not known while the "
                    "function is differentiated; keep it as it is, with auto");
    return T();
  }

 private:
  recording* recording_;
  int id_;  ///< of a constant: whether it is `exact_`
  double value_;
  number const* exact_ = nullptr;
};

namespace detail {

template <class A> constexpr recording* common_recording(A const& a) { return a.where(); }
template <class A, class... More>
constexpr recording* common_recording(A const& a, More const&... more) {
  return a.where() != nullptr ? a.where() : common_recording(more...);
}

template <class Result, class... Xs>
constexpr Result record_in(recording* where, std::uint64_t operation, Xs const&... xs) {
  int operands[3] = {-1, -1, -1};
  int k = 0;
  ((operands[k++] = xs.id(where)), ...);
  return Result(where, where->add({operation, operands[0], operands[1], operands[2], 0}));
}

}  // namespace detail

}  // namespace leibniz
