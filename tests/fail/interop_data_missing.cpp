// A callback for another library without the data of a passive input.
// expect: leibniz: give a value for each passive input of the function, in their order
#include <leibniz/interop/nlopt.hpp>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<2>, lz::passive<lz::R<>>>(
    [](auto const& p, auto const& k) { return p[0] * p[1] - k; });

#ifdef LEIBNIZ_OK
lz::nlopt_function objective(f, 2.0);
#else
lz::nlopt_function objective(f);
#endif
