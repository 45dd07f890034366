// The result of a product with two inputs by an index.
// expect: leibniz: a result is read by its members: r.value, r.gradient\[i\]
#include <array>
#include <boost/hana/integral_constant.hpp>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto h =
    lz::function<lz::R<2>, lz::R<>>([](auto const& p, auto const& q) { return p[0] * p[1] * q; });
constexpr auto r = lz::vjp(h)(std::array{1.0, 2.0}, 1.0, 1.0);

#ifdef LEIBNIZ_OK
constexpr double first = r.gradient[boost::hana::size_c<0>][1];
#else
constexpr double first = r[boost::hana::size_c<0>];
#endif
