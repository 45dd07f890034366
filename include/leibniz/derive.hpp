// SPDX-License-Identifier: BSL-1.0
// Layer 5: graph to graph, derivatives.
#pragma once

#include "leibniz/derive/accumulate.hpp"
#include "leibniz/derive/assemble.hpp"
#include "leibniz/derive/chain_rule.hpp"
#include "leibniz/derive/corner.hpp"
#include "leibniz/derive/eliminate.hpp"
#include "leibniz/derive/expand.hpp"
#include "leibniz/derive/forward.hpp"
#include "leibniz/derive/instantiate.hpp"
#include "leibniz/derive/mask.hpp"
#include "leibniz/derive/order.hpp"
#include "leibniz/derive/partial_graph.hpp"
#include "leibniz/derive/reverse.hpp"
#include "leibniz/derive/series.hpp"
