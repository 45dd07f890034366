// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/numeric/ublas/storage.hpp>
#include <boost/version.hpp>
#include <memory>

// uBLAS, which Odeint's stepper rosenbrock4 uses, calls members of std::allocator that C++20 has removed. Boost 1.76
// no longer does (https://github.com/boostorg/ublas/pull/103); for older ones this gives the allocator those members.
// To be included before other headers of uBLAS and Odeint, in every translation unit that uses them, or in none.

#if BOOST_VERSION < 107600

namespace leibniz::interop {

template <class T> struct constructing_allocator : std::allocator<T> {
  void construct(T* at, T const& value) { std::construct_at(at, value); }
  void destroy(T* at) { std::destroy_at(at); }
};

}  // namespace leibniz::interop

namespace boost::numeric::ublas {

template <class T> class unbounded_array<T, std::allocator<T>>
    : public unbounded_array<T, leibniz::interop::constructing_allocator<T>> {
  using unbounded_array<T, leibniz::interop::constructing_allocator<T>>::unbounded_array;
};

}  // namespace boost::numeric::ublas

#endif
