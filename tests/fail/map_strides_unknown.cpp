// An array of another library, whose elements may be anywhere.
// expect: "input".*"1".*"has strides not known to lz::map".*"copy it to a std::vector"
#include <vector>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<>>([](auto const& t) { return t * t; });

#ifdef LEIBNIZ_OK
using numbers = std::vector<double>;
#else
struct numbers {
  double const* data() const;
  int size() const;
  int stride(int) const;
};
#endif
void all(numbers const& ts, std::vector<double>& values) { lz::map(f, ts, lz::out(values)); }
