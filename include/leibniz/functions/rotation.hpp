// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <type_traits>

#include "leibniz/functions/inverse_trigonometric.hpp"
#include "leibniz/functions/linear_algebra.hpp"
#include "leibniz/functions/trigonometric.hpp"

// Rotations by quaternions and by rotation vectors (axis times angle). All of them are smooth functions of the squared
// angle, and written as such, so that derivatives of every order are right at 0 and near it.

namespace leibniz {

/// w + x i + y j + z k, an aggregate. A rotation is one of norm 1.
template <class T> struct quaternion {
  T w, x, y, z;
  friend constexpr bool operator==(quaternion const&, quaternion const&) = default;
};

namespace detail {

/// Σ coefficient[k] x^k
template <class T, std::size_t N>
constexpr T polynomial(std::array<double, N> const& coefficients, T const& x) {
  T sum(static_cast<T>(coefficients[N - 1]));
  for (std::size_t k = N - 1; k-- > 0;) sum = sum * x + static_cast<T>(coefficients[k]);
  return sum;
}
/// (−1)^k / (2k + 1)
constexpr std::array<double, 21> make_arctangent_series() {
  std::array<double, 21> result{};
  for (int k = 0; k < 21; ++k)
    result[static_cast<std::size_t>(k)] = (k % 2 == 0 ? 1.0 : -1.0) / (2 * k + 1);
  return result;
}
inline constexpr std::array<double, 21> arctangent_series = make_arctangent_series();

/// cos(t) for order −1 and sin(t)/t for order 0, of s = t².
template <class T> constexpr T of_square(int order, T const& s) {
  if constexpr (std::same_as<T, traced>) return call<bessel_of_square_entry>(traced(order), s);
  else return bessel_of_square_entry::value(order, s);
}
/// atan(t)/t of u = t².
template <class T> constexpr T arctangent_of_square(T const& u) {
  T const one(1), eighth(static_cast<T>(0.125)), t = sqrt(T(choose(u < eighth, one, u)));
  return choose(u < eighth, polynomial(arctangent_series, u), T(atan(t) / t));
}

template <class V> concept Triple = is_triple<V>;
template <class T, Triple V> constexpr vec<T, 3> triple(V const& v) {
  return {{static_cast<T>(v[0]), static_cast<T>(v[1]), static_cast<T>(v[2])}};
}
/// A vector of the kind of a V.
template <class V, class T> constexpr auto of_kind(vec<T, 3> const& v) {
  if constexpr (is_matrix<V>) return matrix<T, V::rows(), V::cols()>{{v[0], v[1], v[2]}};
  else return to_array(v);
}

}  // namespace detail

template <class T>
constexpr quaternion<T> operator*(quaternion<T> const& p, quaternion<T> const& q) {
  using detail::plus, detail::minus, detail::times;
  return {minus(minus(times(p.w, q.w), times(p.x, q.x)), plus(times(p.y, q.y), times(p.z, q.z))),
          minus(plus(plus(times(p.w, q.x), times(p.x, q.w)), times(p.y, q.z)), times(p.z, q.y)),
          minus(plus(plus(times(p.w, q.y), times(p.y, q.w)), times(p.z, q.x)), times(p.x, q.z)),
          minus(plus(plus(times(p.w, q.z), times(p.z, q.w)), times(p.x, q.y)), times(p.y, q.x))};
}
template <class T>
constexpr quaternion<T> operator+(quaternion<T> const& p, quaternion<T> const& q) {
  return {p.w + q.w, p.x + q.x, p.y + q.y, p.z + q.z};
}
template <class T>
constexpr quaternion<T> operator-(quaternion<T> const& p, quaternion<T> const& q) {
  return {p.w - q.w, p.x - q.x, p.y - q.y, p.z - q.z};
}
template <class T> constexpr quaternion<T> operator-(quaternion<T> const& q) {
  return {-q.w, -q.x, -q.y, -q.z};
}
template <class T>
constexpr quaternion<T> operator*(quaternion<T> const& q, std::type_identity_t<T> const& s) {
  return {q.w * s, q.x * s, q.y * s, q.z * s};
}
template <class T>
constexpr quaternion<T> operator*(std::type_identity_t<T> const& s, quaternion<T> const& q) {
  return q * s;
}
template <class T>
constexpr quaternion<T> operator/(quaternion<T> const& q, std::type_identity_t<T> const& s) {
  return {q.w / s, q.x / s, q.y / s, q.z / s};
}

/// The opposite rotation.
template <class T> constexpr quaternion<T> conjugate(quaternion<T> const& q) {
  return {q.w, -q.x, -q.y, -q.z};
}
template <class T> constexpr T norm(quaternion<T> const& q) {
  return norm(std::array<T, 4>{q.w, q.x, q.y, q.z});
}
/// q divided by its norm, which must not be 0.
template <class T> constexpr quaternion<T> normalized(quaternion<T> const& q) {
  return q / norm(q);
}

/// The rotation by a rotation vector, as a unit quaternion: exp(w/2). Smooth everywhere, at 0 to every order.
template <detail::Triple V> constexpr auto exp_map(V const& rotation_vector) {
  using T = detail::product_type<detail::element_type<V>, detail::element_type<V>>;
  auto const w = detail::triple<T>(rotation_vector);
  T const half(static_cast<T>(0.5));
  T const s = (w[0] * w[0] + w[1] * w[1] + w[2] * w[2]) * (half * half);
  T const k = half * detail::of_square(0, s);
  return quaternion<T>{detail::of_square(-1, s), k * w[0], k * w[1], k * w[2]};
}

/// The rotation vector of a unit quaternion, of angle at most π. Smooth but where the angle is π; there w = 0, and the
/// vector changes its sign.
template <class T> constexpr std::array<T, 3> log_map(quaternion<T> const& q) {
  T const zero(0), one(1);
  auto const turned = q.w < zero;
  T const w = detail::choose(turned, T(-q.w), q.w), c = one + w;
  T const u = (q.x * q.x + q.y * q.y + q.z * q.z) / (c * c);  // tan² of a quarter of the angle
  T const scale = T(4) * detail::arctangent_of_square(u) / c;
  T const k = detail::choose(turned, T(-scale), scale);
  return {k * q.x, k * q.y, k * q.z};
}

/// A point turned by a unit quaternion; of the point's kind, a std::array or a column.
template <class T, detail::Triple P>
constexpr auto rotate(quaternion<T> const& q, P const& point) {
  using S = detail::product_type<T, detail::element_type<P>>;
  vec<S, 3> const v{{static_cast<S>(q.x), static_cast<S>(q.y), static_cast<S>(q.z)}};
  vec<S, 3> const p = detail::triple<S>(point), c = cross(v, p) * S(2);
  return detail::of_kind<P>(p + c * static_cast<S>(q.w) + cross(v, c));
}
/// A point turned by a rotation vector: axis times angle in radians (Rodrigues' formula). Smooth everywhere.
template <detail::Triple V, detail::Triple P>
constexpr auto rotate(V const& rotation_vector, P const& point) {
  return rotate(exp_map(rotation_vector), point);
}

/// The matrix of a unit quaternion, and of a rotation vector.
template <class T> constexpr matrix<T, 3, 3> rotation_matrix(quaternion<T> const& q) {
  T const one(1), two(2);
  T const xx = q.x * q.x, yy = q.y * q.y, zz = q.z * q.z, xy = q.x * q.y, xz = q.x * q.z,
          yz = q.y * q.z, wx = q.w * q.x, wy = q.w * q.y, wz = q.w * q.z;
  return {{one - two * (yy + zz), two * (xy - wz), two * (xz + wy),  //
           two * (xy + wz), one - two * (xx + zz), two * (yz - wx),  //
           two * (xz - wy), two * (yz + wx), one - two * (xx + yy)}};
}
template <detail::Triple V> constexpr auto rotation_matrix(V const& rotation_vector) {
  return rotation_matrix(exp_map(rotation_vector));
}

}  // namespace leibniz
