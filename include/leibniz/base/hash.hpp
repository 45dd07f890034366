// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string_view>

namespace leibniz {

/// Mixes a word into a running 64-bit hash; a bijection of the state for each word. Which of the two is the state
/// matters: 1/2 and 2/1 have different hashes.
/// Finaliser of splitmix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
constexpr std::uint64_t mix(std::uint64_t state, std::uint64_t word) {
  std::uint64_t z = (state * 0xd1342543de82ef95u ^ word) + 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

/// Hashes a name, once per name and program text: it is not on a hot path.
constexpr std::uint64_t hash_of(std::string_view name) {
  std::uint64_t state = name.size();
  for (char c : name) state = mix(state, static_cast<unsigned char>(c));
  return state;
}

}  // namespace leibniz
