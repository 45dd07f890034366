// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

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

/// Keywords, up to C23, and what else C compilers and math.h define as words or macros.
inline constexpr std::string_view c_words =
    " alignas alignof asm auto bool break case char const constexpr continue default do double "
    "double_t else enum extern false float float_t for goto if inline int long nullptr register "
    "restrict return short signed sizeof static static_assert struct switch thread_local true "
    "typedef typeof typeof_unqual union unsigned void volatile while linux unix errno "
    "fpclassify isfinite isgreater isgreaterequal isinf isless islessequal islessgreater isnan "
    "isnormal isunordered signbit signgam math_errhandling NAN INFINITY HUGE_VAL HUGE_VALF "
    "HUGE_VALL MAXFLOAT HUGE DOMAIN SING OVERFLOW UNDERFLOW PLOSS TLOSS X_TLOSS MATH_ERRNO "
    "MATH_ERREXCEPT FP_NAN FP_INFINITE FP_ZERO FP_SUBNORMAL FP_NORMAL FP_FAST_FMA FP_FAST_FMAF "
    "FP_FAST_FMAL FP_ILOGB0 FP_ILOGBNAN FP_LLOGB0 FP_LLOGBNAN FP_INT_UPWARD FP_INT_DOWNWARD "
    "FP_INT_TOWARDZERO FP_INT_TONEAREST FP_INT_TONEARESTFROMZERO SNAN SNANF SNANL M_E M_LOG2E "
    "M_LOG10E M_LN2 M_LN10 M_PI M_PI_2 M_PI_4 M_1_PI M_2_PI M_2_SQRTPI M_SQRT2 M_SQRT1_2 M_TWOPI "
    "M_3PI_4 M_SQRTPI M_LN2LO M_LN2HI M_SQRT3 M_IVLN10 M_LOG2_E M_INVLN2 ";
/// The names of results.
inline constexpr std::string_view c_result_names = " value gradient jacobian hessian ";

constexpr bool is_c_function(std::string_view name) { return is_word_of(c_functions, name); }

constexpr bool is_letter_or_digit(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
}
/// The character that stands for c in a name of C.
constexpr char in_identifier(char c) { return is_letter_or_digit(c) ? c : '_'; }

/// t or c and a number: a step of the generated code.
constexpr bool is_step_name(std::string_view name) {
  if (name.size() < 2 || (name[0] != 't' && name[0] != 'c')) return false;
  for (char c : name.substr(1))
    if (c < '0' || c > '9') return false;
  return true;
}

/// Whether a name means something else in C or in math.h. None of these ends in _.
constexpr bool is_taken_in_c(std::string_view name) {
  if (is_word_of(c_words, name) || is_c_function(name)) return true;
  std::string_view const head = name.substr(0, name.empty() ? 0 : name.size() - 1);
  return (name.ends_with('f') || name.ends_with('l')) &&
         (is_c_function(head) || (head.starts_with("M_") && is_word_of(c_words, head)));
}

/// Appends a name as far as its characters can stand in C.
constexpr void append_identifier(auto& to, std::string_view name) {
  if (name.empty() || in_identifier(name[0]) == '_' || ('0' <= name[0] && name[0] <= '9'))
    to.append('v');
  for (char c : name) to.append(in_identifier(c));
}

/// The names in a C function: as the user gave them where C allows them, else with _ for what it
/// does not allow and behind what is taken.
class c_names {
 public:
  /// A name that no other may have.
  constexpr void take(std::string_view name) {
    begin();
    append(name);
  }
  /// The name of the function itself, which math.h and what is called must not have.
  constexpr void add_function(std::string_view name) {
    begin();
    if (begins_with(name, "LEIBNIZ_")) append('v');
    append_identifier(*this, name);
    while (is_known(last()) || is_taken_in_c(last())) append('_');
  }
  /// The next parameter. The library's own names begin with leibniz_.
  constexpr void add(std::string_view name) {
    begin();
    if (begins_with(name, "leibniz_") || begins_with(name, "LEIBNIZ_")) append('v');
    append_identifier(*this, name);
    while (is_known(last()) || is_taken_in_c(last()) || is_step_name(last()) ||
           is_word_of(c_result_names, last()))
      append('_');
  }
  /// Lengthens the names from `first` on to the longest that they can be if one more is taken.
  /// Names that differ only in the underscores at their ends move up to the first that is free, as
  /// in a table with linear probing: one more moves none of them beyond the place after the last.
  constexpr void lengthen(int first) {
    std::size_t most = 1;
    for (int i = 0; i < starts_.size(); ++i)
      if (underscores(i) >= most) most = underscores(i) + 1;
    c_names longest;
    for (int i = 0; i < starts_.size(); ++i) {
      longest.take((*this)[i]);
      for (std::size_t k = underscores(i); i >= first && k < most; ++k) longest.append('_');
    }
    *this = static_cast<c_names&&>(longest);
  }
  constexpr std::string_view operator[](int i) const {
    int const end = i + 1 < starts_.size() ? starts_[i + 1] : characters_.size();
    return {characters_.data() + starts_[i], static_cast<std::size_t>(end - starts_[i])};
  }
  constexpr void append(char c) { characters_.push_back(c); }
  constexpr void append(std::string_view more) {
    for (char c : more) append(c);
  }

 private:
  constexpr void begin() { starts_.push_back(characters_.size()); }
  constexpr std::string_view last() const { return (*this)[starts_.size() - 1]; }
  /// How many stand at the end of a name.
  constexpr std::size_t underscores(int i) const {
    std::string_view const name = (*this)[i];
    std::size_t count = 0;
    while (count < name.size() && name[name.size() - 1 - count] == '_') ++count;
    return count;
  }
  static constexpr bool begins_with(std::string_view name, std::string_view prefix) {
    std::size_t k = 0;
    while (k < prefix.size() && k < name.size() && in_identifier(name[k]) == prefix[k]) ++k;
    return k == prefix.size();
  }
  constexpr bool is_known(std::string_view name) const {
    for (int i = 0; i + 1 < starts_.size(); ++i)
      if ((*this)[i] == name) return true;
    return false;
  }

  buffer<char> characters_;
  buffer<int> starts_;
};

}  // namespace leibniz::emit
