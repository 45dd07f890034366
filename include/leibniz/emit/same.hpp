// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace leibniz {

/// A point that all calls of lz::map share, made by `lz::same(p)`.
template <class A> struct same_point {
  A const* point;
};

/// Says that an argument of lz::map is one point, the same for all calls, where it could be an array of points, too:
/// `map(f, points, same(weights), out(values))`, `map(f, x = xs, y = same(2.0), out(values))`. It is read where it
/// stands: a temporary lives as long as the call of map that it is written in.
template <class A> constexpr same_point<A> same(A const& point) { return {&point}; }

namespace emit {
template <class A> inline constexpr bool is_same_point = false;
template <class A> inline constexpr bool is_same_point<same_point<A>> = true;
}  // namespace emit

}  // namespace leibniz
