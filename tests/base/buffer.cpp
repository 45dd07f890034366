// SPDX-License-Identifier: BSL-1.0
#include "leibniz/base/buffer.hpp"

#include <utility>

#include "check.hpp"

using leibniz::buffer;
using leibniz::test::opaque;

TEST_CASE("a buffer keeps what is pushed, through every growth") {
  LEIBNIZ_CHECK_BOTH([] {
    buffer<int> b;
    if (!b.empty() || b.begin() != b.end()) return false;
    for (int i = 0; i < opaque(1000); ++i) b.push_back(i);
    for (int i = 0; i < 1000; ++i)
      if (b[i] != i) return false;
    b.pop_back();
    b.resize(1200, 7);
    int sum = 0;
    for (int v : b) sum += v;
    return b.size() == 1200 && b.back() == 7 && sum == 998 * 999 / 2 + 201 * 7;
  });
}

TEST_CASE("pushing an element of the buffer itself survives the growth") {
  LEIBNIZ_CHECK_BOTH([] {
    buffer<int> b;
    b.push_back(opaque(5));
    for (int i = 0; i < 200; ++i) b.push_back(b[0]);
    b.resize(1000, b[0]);
    return b[200] == 5 && b[999] == 5;
  });
}

TEST_CASE("buffers move and swap") {
  LEIBNIZ_CHECK_BOTH([] {
    buffer<int> a(3, opaque(1)), b(2, 2);
    a.swap(b);
    buffer<int> c = std::move(a);
    if (c.size() != 2 || c[1] != 2) return false;
    c = std::move(b);
    return c.size() == 3 && c[2] == 1;
  });
}
