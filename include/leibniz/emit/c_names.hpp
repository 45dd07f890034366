// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/base/buffer.hpp"
#include "leibniz/base/text.hpp"

namespace leibniz::emit {

/// C99's functions of numbers, without f and l.
inline constexpr std::string_view c_functions =
    " acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh erf erfc exp exp2 "
    "expm1 fabs fdim floor fma fmax fmin fmod frexp hypot ilogb ldexp lgamma llrint "
    "llround log log10 log1p log2 logb lrint lround modf nan nearbyint nextafter "
    "nexttoward pow remainder remquo rint round scalbln scalbn sin sinh sqrt tan tanh "
    "tgamma trunc ";

inline constexpr std::string_view c_words =
    " auto break case char const continue default do double else enum extern float for "
    "goto if inline int long register restrict return short signed sizeof static struct "
    "switch typedef union unsigned void volatile while asm typeof value gradient jacobian "
    "hessian NAN INFINITY HUGE_VAL HUGE_VALF HUGE_VALL signgam math_errhandling ";

constexpr bool is_c_function(std::string_view name) { return is_word_of(c_functions, name); }

constexpr bool is_letter_or_digit(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
}

/// t or c and a number: a step of the generated code.
constexpr bool is_step_name(std::string_view name) {
  if (name.size() < 2 || (name[0] != 't' && name[0] != 'c')) return false;
  for (char c : name.substr(1))
    if (c < '0' || c > '9') return false;
  return true;
}

constexpr bool is_taken_in_c(std::string_view name) {
  if (is_word_of(c_words, name) || is_step_name(name) || name.starts_with("leibniz_") ||
      is_c_function(name))
    return true;
  return (name.ends_with('f') || name.ends_with('l')) &&
         is_c_function(name.substr(0, name.size() - 1));
}

/// Appends a name as far as its characters can stand in C.
constexpr void append_identifier(auto& to, std::string_view name) {
  if (name.empty() || name[0] == '_' || ('0' <= name[0] && name[0] <= '9')) to.append('v');
  for (char c : name) to.append(is_letter_or_digit(c) ? c : '_');
}

/// The names of a C function's parameters: those of the variables where C allows them, else with _ for what it does
/// not allow and behind what is taken.
class c_names {
 public:
  /// A name that no parameter may have.
  constexpr void take(std::string_view name) {
    begin();
    for (char c : name) append(c);
  }
  /// The next parameter.
  constexpr void add(std::string_view name) {
    begin();
    append_identifier(*this, name);
    while (is_known(last()) || is_taken_in_c(last())) append('_');
  }
  constexpr std::string_view operator[](int i) const {
    int const end = i + 1 < starts_.size() ? starts_[i + 1] : characters_.size();
    return {characters_.data() + starts_[i], static_cast<std::size_t>(end - starts_[i])};
  }
  constexpr void append(char c) { characters_.push_back(c); }

 private:
  constexpr void begin() { starts_.push_back(characters_.size()); }
  constexpr std::string_view last() const { return (*this)[starts_.size() - 1]; }
  constexpr bool is_known(std::string_view name) const {
    for (int i = 0; i + 1 < starts_.size(); ++i)
      if ((*this)[i] == name) return true;
    return false;
  }

  buffer<char> characters_;
  buffer<int> starts_;
};

}  // namespace leibniz::emit
