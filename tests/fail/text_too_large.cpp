// The text of a formula of more parts than the compiler's limit on steps allows to expand.
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
constexpr auto text = lz::to_string(lz::derivative(chain<4>(), x));
#else
constexpr auto text = lz::to_string(lz::derivative(chain<400>(), x));
#endif
