// A functor whose operator() is not constexpr. The last error is the compiler's own.
// expect: leibniz::function: the code cannot run while compiling, as the next error says: write constexpr before the functions that it calls, stay inside arrays, end loops and recursions, return no reference to a local variable; and if it names a limit, raise it
// errors: 4
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

struct error {
  template <class T>
#ifdef LEIBNIZ_OK
  constexpr
#endif
      bool
      operator()(T const* x, T* residual) const {
    residual[0] = x[0] * x[1];
    return true;
  }
};
constexpr auto f = lz::ceres_function<error, 1, 2>();
constexpr auto r = f(std::array{1.0, 2.0});
