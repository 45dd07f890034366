// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

#include "leibniz/base/text.hpp"

namespace leibniz::emit {

inline constexpr std::string_view greek_letters =
    " alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda "
    "mu nu xi pi rho sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda "
    "Xi Pi Sigma Upsilon Phi Psi Omega ";

constexpr bool is_greek(std::string_view name) { return is_word_of(greek_letters, name); }

constexpr bool is_digit(char c) { return '0' <= c && c <= '9'; }

/// One part of a name: a number or letter as it is, a Greek letter, else upright letters.
template <class Text> constexpr void append_name_part(Text& to, std::string_view part) {
  bool number = !part.empty();
  for (char c : part) number = number && is_digit(c);
  bool const letter = part.size() == 1 &&
                      (('a' <= part[0] && part[0] <= 'z') || ('A' <= part[0] && part[0] <= 'Z'));
  if (number || letter) {
    to.append(part);
    return;
  }
  if (is_greek(part)) {
    to.append('\\').append(part);
    return;
  }
  to.append("\\mathrm{");
  for (char c : part) {
    if (c == '\\') {
      to.append("\\backslash ");
      continue;
    }
    if (std::string_view("_%&#${} ").find(c) != std::string_view::npos) to.append('\\');
    if (c == '~' || c == '^') to.append("\\text{\\").append(c).append("{}}");
    else to.append(c);
  }
  to.append('}');
}

/// A name in LaTeX: x, x_{1} of x1, \theta_{1} of theta_1, w_{\mathrm{h11}} of w_h11, \mathrm{tax}.
template <class Text> constexpr void append_latex_name(Text& to, std::string_view name) {
  std::size_t head = first_position('_', name), rest = head + 1;
  if (head == name.size()) {
    while (head > 0 && is_digit(name[head - 1])) --head;
    rest = head;
    // only a letter takes a number as its index: x1, theta2, but not log2
    if (head > 1 && !is_greek(name.substr(0, head))) head = name.size();
  }
  if (head == 0 || rest >= name.size()) head = name.size();
  append_name_part(to, name.substr(0, head));
  if (head == name.size()) return;
  to.append("_{");
  append_name_part(to, name.substr(rest));
  to.append('}');
}

/// Whether a name begins with upright letters.
constexpr bool is_upright(std::string_view name) {
  text<16> beginning;
  append_latex_name(beginning, name);
  return beginning.view().starts_with("\\mathrm");
}

}  // namespace leibniz::emit
