// SPDX-License-Identifier: BSL-1.0
// Writes every row's value and gradient as C functions, in double and float, and tables of them; then the verbs.
#include <cstdio>

#include "laws/c_source/rows.hpp"
#include "laws/c_source/verbs.hpp"

using namespace leibniz;
using namespace leibniz::test;

namespace {

template <class T> void write_rows(char const* type, char kind) {
  int row = 0;
  for_each_row(function_table{}, [&]<class Row> {
    char name[] = "row_d000";
    name[4] = kind;
    for (int i = 7, n = row; i > 4; --i, n /= 10) name[i] = static_cast<char>('0' + n % 10);
    ++row;
    std::printf("%s\n", to_c<T>(gradient_of_row<Row>(), name).c_str());
  });
  std::printf("void (*const rows_in_%s[])(%s, %s, %s *, %s *) = {", type, type, type, type, type);
  for (int i = 0; i < row; ++i) std::printf("%srow_%c%03d", i == 0 ? "" : ", ", kind, i);
  std::printf("};\n\n");
}

}  // namespace

int main() {
  write_rows<double>("double", 'd');
  write_rows<float>("float", 'f');
#define LEIBNIZ_WRITE(VERB, NAME, PARAMETERS) std::printf("%s\n", to_c(VERB, #NAME).c_str());
  LEIBNIZ_C_VERBS(LEIBNIZ_WRITE)
}
