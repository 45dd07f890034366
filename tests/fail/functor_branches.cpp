// A functor that branches on a value.
// expect: write lz::where\(condition, a, b\), and let a loop end by a plain number
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

struct error {
  template <class T> constexpr bool operator()(T const* x, T* residual) const {
#ifdef LEIBNIZ_OK
    residual[0] = lz::where(x[0] > T(0.0), x[0], x[1]);
#else
    if (x[0] > T(0.0)) residual[0] = x[0];
    else residual[0] = x[1];
#endif
    return true;
  }
};
constexpr auto f = lz::ceres_function<error, 1, 2>();
constexpr auto r = f(std::array{1.0, 2.0});
