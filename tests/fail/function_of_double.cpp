// A type instead of the shape of an input.
// expect: leibniz::function: the shape of an input is one of lz::R<>, lz::R<n>, lz::R<m, n>, lz::like<struct>, lz::passive<\.\.\.> of these, with n, m > 0
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<>>([](auto const& p) { return p * p; });
#else
constexpr auto h = lz::function<double>([](auto const& p) { return p * p; });
#endif

constexpr auto r = lz::gradient(h)(2.0);
