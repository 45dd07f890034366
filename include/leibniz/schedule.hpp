// SPDX-License-Identifier: BSL-1.0
// Layer 7: graph to plan.
#pragma once

#include "leibniz/schedule/cost.hpp"
#include "leibniz/schedule/live.hpp"
#include "leibniz/schedule/plan.hpp"
#include "leibniz/schedule/reorder.hpp"
#include "leibniz/schedule/split.hpp"
