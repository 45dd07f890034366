// SPDX-License-Identifier: BSL-1.0
#include "functions.hpp"

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

// f is the sine of x, its derivative the cosine: one call of sincos with optimisation.
namespace {

constexpr auto f = lz::function<lz::R<>>([](auto const& x) { return sin(x); });

template <class T> void take_turn(T x, T* result) {
  auto const r = lz::gradient(f)(x);
  result[0] = r.value;
  result[1] = r.gradient;
}

}  // namespace

void turn_float(float x, float* result) { take_turn(x, result); }
void turn(double x, double* result) { take_turn(x, result); }
void turn_long(long double x, long double* result) { take_turn(x, result); }
