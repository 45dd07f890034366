// A functor called with the wrong number of parameter blocks.
// expect: leibniz::pointer_function: the functor does not take the inputs: its operator\(\) is a const template with one `T const\*` for each input and a `T\*`
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

struct error {
  template <class T> constexpr bool operator()(T const* x, T* residual) const {
    residual[0] = x[0] * x[1];
    return true;
  }
};
#ifdef LEIBNIZ_OK
constexpr auto f = lz::ceres_function<error, 1, 2>();
constexpr auto r = f(std::array{1.0, 2.0});
#else
constexpr auto f = lz::ceres_function<error, 1, 2, 3>();
constexpr auto r = f(std::array{1.0, 2.0}, std::array{1.0, 2.0, 3.0});
#endif
