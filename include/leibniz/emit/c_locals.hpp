// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

#include "leibniz/emit/c_names.hpp"

namespace leibniz::emit {

constexpr bool is_in_word(char c) { return is_letter_or_digit(c) || c == '_' || c == '#'; }

/// The variables that the body of a row's C form declares: each identifier behind a type, and those
/// behind the commas of its declaration. Written with a prefix they hide no global of the user's.
class c_locals {
 public:
  constexpr explicit c_locals(std::string_view body_in) {
    bool declaring = false, next = false;  // inside of a declaration; a name is expected
    int depth = 0;
    for (std::size_t at = 0; at < body_in.size();) {
      std::string_view const word = word_at(body_in, at);
      if (word.empty()) {
        char const c = body_in[at++];
        if (c == ';') {
          declaring = false;
          depth = 0;
        }
        if (c == '(' || c == '[' || c == '{') ++depth;
        if (c == ')' || c == ']' || c == '}') --depth;
        if (c == ',' && depth == 0) next = declaring;
        continue;
      }
      at += word.size();
      if (is_word_of(types, word) && !body_in.substr(at).starts_with(')')) {  // and no cast
        declaring = next = true;
        depth = 0;
      } else if (next) {
        names_.push_back(word);
        next = false;
      }
    }
  }
  constexpr bool have(std::string_view word) const {
    for (std::string_view name : names_)
      if (name == word) return true;
    return false;
  }

  /// The word that begins at a position, or nothing: numbers are words, and so are marks, #1.
  static constexpr std::string_view word_at(std::string_view body, std::size_t at) {
    std::size_t end = at;
    while (end < body.size() && is_in_word(body[end])) ++end;
    return body.substr(at, end - at);
  }

 private:
  static constexpr std::string_view types = " #T int double float long ";
  buffer<std::string_view> names_;
};

}  // namespace leibniz::emit
