// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <tuple>
#include <type_traits>
#include <vector>

#include "kernels/scalar.hpp"

namespace kernels {

/// The kernel that a function holds, with all inputs one after another in an array: any number type.
template <class F> struct flat;
template <class Code, class... Inputs> struct flat<lz::function_of<Code, Inputs...>> {
  using function = lz::function_of<Code, Inputs...>;
  static constexpr int inputs = (lz::shape<Inputs>::size + ...);
  static constexpr int active = ((lz::shape<Inputs>::active ? lz::shape<Inputs>::size : 0) + ...);
  static constexpr int outputs = lz::emit::function_source<Code, Inputs...>::outputs;

  /// Where in the array the active inputs are.
  static std::vector<std::size_t> active_places() {
    std::vector<std::size_t> places;
    std::size_t next = 0;
    auto const add = [&](bool differentiated, int size) {
      for (int i = 0; i < size; ++i, ++next)
        if (differentiated) places.push_back(next);
    };
    (add(lz::shape<Inputs>::active, lz::shape<Inputs>::size), ...);
    return places;
  }
  /// Calls something with the inputs in their shapes.
  template <class Callable, class T>
  static constexpr auto call(Callable const& callable, T const* all) {
    std::size_t next = 0;
    auto const take = [&](int size) {
      next += static_cast<std::size_t>(size);
      return all + (next - static_cast<std::size_t>(size));
    };
    std::tuple shaped{lz::shape<Inputs>::template make<T>(take(lz::shape<Inputs>::size))...};
    return std::apply([&](auto const&... each) { return callable(each...); }, shaped);
  }
  template <class T> static std::array<T, outputs> values(T const* all) {
    auto const result = call(Code{}, all);
    if constexpr (std::is_convertible_v<decltype(result), std::array<T, outputs>>) return result;
    else return {{T(result)}};
  }
};
template <auto const& Kernel> using flat_of = flat<std::remove_cvref_t<decltype(Kernel)>>;

}  // namespace kernels
