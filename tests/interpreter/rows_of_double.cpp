// SPDX-License-Identifier: BSL-1.0
#include "interpreter/rows.hpp"

template std::vector<leibniz::test::table_row<double>> const& leibniz::test::rows<double>();
