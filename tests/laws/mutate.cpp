// SPDX-License-Identifier: BSL-1.0
// ./dev mutate: every partial and every rule with one mistake at a time, and whether the law tests notice.
#include <cstdio>

#include "laws/mutants.hpp"

int main() {
  using namespace leibniz::test;
  int mutants = 0, equivalent = 0, survivors = 0;
  std::printf("%-24s %8s %8s %11s %10s\n", "", "mutants", "noticed", "equivalent", "survivors");
  for (auto const& all : {mutate_partials(), mutate_rules()})
    for (tally const& t : all) {
      std::printf("%-24s %8d %8d %11d %10zu\n", t.name.c_str(), t.mutants, t.noticed, t.equivalent,
                  t.survivors.size());
      for (auto const& s : t.survivors) std::printf("    survives: %s\n", s.c_str());
      mutants += t.mutants;
      equivalent += t.equivalent;
      survivors += static_cast<int>(t.survivors.size());
    }
  std::printf("%d mutants, %d of them equivalent, %d survive\n", mutants, equivalent, survivors);
  return survivors > 0 ? 1 : 0;
}
