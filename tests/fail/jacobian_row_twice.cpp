// A row that is named twice.
// expect: "named twice:".*"row".*"1".*"keep one of the two"
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f =
    lz::function<lz::R<3>>([](auto const& p) { return std::array{p[0] * p[1], p[2]}; });

#ifdef LEIBNIZ_OK
constexpr auto j = lz::jacobian(f, lz::rows<1, 0>{})(std::array{1.0, 2.0, 3.0});
#else
constexpr auto j = lz::jacobian(f, lz::rows<1, 0, 1>{})(std::array{1.0, 2.0, 3.0});
#endif
