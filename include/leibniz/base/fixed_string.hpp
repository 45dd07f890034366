// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

namespace leibniz {

/// Text as a template argument: `variable<"x">`. `Size` counts the terminating zero.
template <std::size_t Size> struct fixed_string {
  char characters[Size]{};

  constexpr fixed_string() = default;
  constexpr fixed_string(char const (&leibniz_text)[Size]) {
    for (std::size_t i = 0; i < Size; ++i) characters[i] = leibniz_text[i];
  }
  /// The first `Size - 1` characters of a text, which must be that long.
  constexpr explicit fixed_string(std::string_view leibniz_text) {
    for (std::size_t i = 0; i + 1 < Size; ++i) characters[i] = leibniz_text[i];
  }
  constexpr std::string_view view() const { return {characters, Size - 1}; }
};

}  // namespace leibniz
