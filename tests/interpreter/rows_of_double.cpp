// SPDX-License-Identifier: BSL-1.0
#include "interpreter/rows.hpp"

template std::vector<leibniz::test::row<double>> const& leibniz::test::rows<double>();
