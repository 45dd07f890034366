// An entry in a column that the function does not have.
// expect: "column".*"3".*"of a function of active scalars:".*"3".*"the first is 0"
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f =
    lz::function<lz::R<3>>([](auto const& p) { return std::array{p[0] * p[1], p[2]}; });

#ifdef LEIBNIZ_OK
constexpr auto j = lz::jacobian(f, lz::entries<lz::at<1, 2>>{})(std::array{1.0, 2.0, 3.0});
#else
constexpr auto j = lz::jacobian(f, lz::entries<lz::at<1, 3>>{})(std::array{1.0, 2.0, 3.0});
#endif
