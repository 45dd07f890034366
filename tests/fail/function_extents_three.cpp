// An input of three dimensions.
// expect: leibniz::function: the shape of an input is one of lz::R<>, lz::R<n>, lz::R<m, n>, lz::like<struct>, lz::passive<\.\.\.> of these, with n, m > 0
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<2, 2>>([](auto const& p) { return p(0, 0); });
#else
constexpr auto h = lz::function<lz::R<2, 2, 2>>([](auto const& p) { return p(0, 0); });
#endif
