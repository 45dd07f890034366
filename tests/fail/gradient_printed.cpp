// Prints the result of a gradient.
// expect: leibniz: a result is read by its members: r.value, r.gradient\[i\]
#include <iostream>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;

#ifdef LEIBNIZ_OK
void print(double at) { std::cout << lz::gradient(x * x)(x = at).value; }
#else
void print(double at) { std::cout << lz::gradient(x * x)(x = at); }
#endif
