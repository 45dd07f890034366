// A functor with data members.
// expect: leibniz::pointer_function: the functor has data members or a constructor with arguments: their values are not known while compiling; make them one more pointer, a passive input: lz::passive<lz::R<n>>
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
struct error {
  template <class T> constexpr bool operator()(T const* x, T const* observed, T* residual) const {
    residual[0] = x[0] * x[1] - observed[0];
    return true;
  }
};
constexpr auto f = lz::pointer_function<error, 1, lz::R<2>, lz::passive<lz::R<1>>>();
constexpr auto r = f(std::array{1.0, 2.0}, std::array{0.5});
#else
struct error {
  double observed;
  template <class T> constexpr bool operator()(T const* x, T* residual) const {
    residual[0] = x[0] * x[1] - observed;
    return true;
  }
};
constexpr auto f = lz::ceres_function<error, 1, 2>();
constexpr auto r = f(std::array{1.0, 2.0});
#endif
