// SPDX-License-Identifier: BSL-1.0
// Layer 4: formulas and functions as a graph, a constexpr value.
#pragma once

#include "leibniz/graph/builder.hpp"
#include "leibniz/graph/graph.hpp"
#include "leibniz/graph/id_map.hpp"
#include "leibniz/graph/lower.hpp"
#include "leibniz/graph/trace.hpp"
#include "leibniz/graph/traverse.hpp"
