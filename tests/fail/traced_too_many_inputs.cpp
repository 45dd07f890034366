// A gradient by more inputs than the compiler's limit on the steps of one constant evaluation allows.
// expect: error<.*"nodes of the function:".*"too many for this limit:".*"leibniz::leibniz"
// expect-gnu: "-fconstexpr-ops-limit"
// expect-clang: "-fconstexpr-steps"
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr int size = 10;
#else
constexpr int size = 6000;
#endif

constexpr auto f = lz::function<lz::R<size>>([](auto const& p) {
  auto t = p[0];
  for (unsigned i = 1; i < size; ++i) t = t + p[i] * p[i];
  return t;
});
constexpr auto g = lz::gradient(f);
double first(std::array<double, size> const& p) { return g(p).value; }
