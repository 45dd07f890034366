// A function that can be recorded and derived, and whose derivative is too large for a later stage. (With GCC's limit as
// it is that takes thousands of nodes. Clang has no such function: there, deriving takes the most steps.)
// expect-gnu: error<.*"nodes of derivatives:".*"-fconstexpr-ops-limit".*"leibniz::leibniz"
// expect-clang: error<.*"nodes of the function:".*"-fconstexpr-steps".*"leibniz::leibniz"
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr unsigned steps = 10;
#else
constexpr unsigned steps = 2000;
#endif

constexpr auto f = lz::function<lz::R<1>, lz::passive<lz::R<1>>>([](auto const& p, auto const& q) {
  auto t = p[0];
  for (unsigned i = 0; i < steps; ++i) t = sin(t) * q[0];
  return t;
});
constexpr auto g = lz::gradient(f);
double first(std::array<double, 1> const& p) { return g(p, p).value; }
