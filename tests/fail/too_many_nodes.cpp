// More nodes than the compiler's limit on the steps of one constant evaluation allows. The function is cheap to trace and
// dear to derive: a Hessian.
// expect: error<.*"nodes of the function:".*"1520".*"too many for this limit:".*"leibniz::leibniz"
// expect-gnu: "-fconstexpr-ops-limit"
// expect-clang: "-fconstexpr-steps"
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr unsigned steps = 10;
#else
constexpr unsigned steps = 500;
#endif

constexpr auto f = lz::function<lz::R<20>>([](auto const& p) {
  auto t = p[0];
  for (unsigned i = 0; i < steps; ++i) t = sin(t * p[i % 20] + p[(3 * i + 1) % 20]);
  return t;
});
constexpr auto h = lz::hessian(f);
double first(std::array<double, 20> const& p) { return h(p).value; }
