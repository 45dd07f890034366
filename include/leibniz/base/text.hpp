// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

namespace leibniz {

/// Text of a fixed capacity, usable in constant expressions; what `to_string` and its kin return.
template <std::size_t Capacity> class text {
 public:
  constexpr text() = default;
  constexpr text(std::string_view leibniz_characters) { append(leibniz_characters); }

  /// Appends as much as fits.
  constexpr text& append(std::string_view more) {
    for (char c : more) append(c);
    return *this;
  }
  constexpr text& append(char c) {
    if (size_ < Capacity) characters_[size_++] = c;
    return *this;
  }

  constexpr std::size_t size() const { return size_; }
  constexpr bool full() const { return size_ == Capacity; }
  constexpr char const* c_str() const { return characters_; }
  constexpr std::string_view view() const { return {characters_, size_}; }
  constexpr operator std::string_view() const { return view(); }

  friend constexpr bool operator==(text const& a, std::string_view b) { return a.view() == b; }
  template <std::size_t Other> constexpr bool operator==(text<Other> const& b) const {
    return view() == b.view();
  }

 private:
  std::size_t size_ = 0;
  char characters_[Capacity + 1]{};
};

/// Where a character stands first in a name, or its size. (The search of std::string_view compares the address of a
/// template's argument with null, which GCC does not evaluate under -fsanitize=undefined.)
constexpr std::size_t first_position(char c, std::string_view name) {
  std::size_t at = 0;
  while (at < name.size() && name[at] != c) ++at;
  return at;
}

/// Whether a list of words, with a space before and after each, has one. (An array of them takes longer to compile.)
constexpr bool is_word_of(std::string_view list, std::string_view word) {
  if (word.empty() || first_position(' ', word) < word.size()) return false;
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1))
    if (list[at - 1] == ' ' && list[at + word.size()] == ' ') return true;
  return false;
}

/// Takes characters as a text does, and only counts them, up to a limit: what capacity would hold them.
class character_count {
 public:
  constexpr explicit character_count(std::size_t limit_in) : limit_(limit_in) {}
  constexpr character_count& append(std::string_view more) {
    size_ += more.size();
    return *this;
  }
  constexpr character_count& append(char) {
    ++size_;
    return *this;
  }
  constexpr std::size_t size() const { return full() ? limit_ : size_; }
  constexpr bool full() const { return size_ >= limit_; }

 private:
  std::size_t size_ = 0, limit_;
};

/// A stream of characters such as std::ostream, known by shape so that `<ostream>` need not be included.
template <class Stream>
concept CharacterStream = requires(Stream& stream, char const* characters) {
  typename Stream::char_type;
  stream.write(characters, 1);
};

template <CharacterStream Stream, std::size_t Capacity>
Stream& operator<<(Stream& stream, text<Capacity> const& t) {
  stream.write(t.c_str(), static_cast<long>(t.size()));
  return stream;
}

}  // namespace leibniz
