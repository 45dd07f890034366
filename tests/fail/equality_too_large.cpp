// Formulas that are too large for the compiler's limit on steps to be compared.
// expect: error<.*"nodes of the formula:".*"too many for this limit:".*"leibniz::leibniz"
// expect-gnu: "-fconstexpr-ops-limit"
// expect-clang: "-fconstexpr-steps"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
template <int N> constexpr auto chain() {
  if constexpr (N == 0) return x;
  else return sin(chain<N - 1>()) * y + x;
}

#ifdef LEIBNIZ_OK
constexpr bool same = lz::derivative(chain<4>(), x) == lz::derivative(chain<4>(), y);
#else
constexpr bool same = lz::derivative(chain<400>(), x) == lz::derivative(chain<400>(), y);
#endif
