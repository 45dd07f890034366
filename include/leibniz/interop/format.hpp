// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>
#include <version>

#ifdef __cpp_lib_format

#include <format>

#include "leibniz/emit/text.hpp"

/// `std::format("{}", f)` of a formula or an lz::text, with the options of a string: width, fill, alignment.
template <leibniz::Formula F> struct std::formatter<F, char>
    : std::formatter<std::string_view, char> {
  auto format(F const& f, auto& context) const {
    auto const text = leibniz::to_string(f);
    return std::formatter<std::string_view, char>::format(text.view(), context);
  }
};
template <std::size_t Capacity> struct std::formatter<leibniz::text<Capacity>, char>
    : std::formatter<std::string_view, char> {
  auto format(leibniz::text<Capacity> const& text, auto& context) const {
    return std::formatter<std::string_view, char>::format(text.view(), context);
  }
};

#endif
