// SPDX-License-Identifier: BSL-1.0
#include "interpreter/rows.hpp"

template std::vector<leibniz::test::table_row<leibniz::test::big>> const& leibniz::test::rows<
    leibniz::test::big>();
