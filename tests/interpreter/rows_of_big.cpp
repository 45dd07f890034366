// SPDX-License-Identifier: BSL-1.0
#include "interpreter/rows.hpp"

template std::vector<leibniz::test::row<leibniz::test::big>> const& leibniz::test::rows<
    leibniz::test::big>();
