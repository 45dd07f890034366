// More operations than the compiler's limit on the steps of one constant evaluation allows to lower, even before anything
// is derived.
// expect: error<.*"nodes of the function:".*"10002".*"too many for this limit:".*"leibniz::leibniz"
// expect-gnu: "-fconstexpr-ops-limit"
// expect-clang: "-fconstexpr-steps"
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr unsigned steps = 10;
#else
constexpr unsigned steps = 5000;
#endif

constexpr auto f = lz::function<lz::R<2>>([](auto const& p) {
  auto t = p[0];
  for (unsigned i = 0; i < steps; ++i) t = sin(t) * p[1];
  return t;
});
constexpr auto g = lz::gradient(f);
double first(std::array<double, 2> const& p) { return g(p).value; }
