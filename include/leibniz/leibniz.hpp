// SPDX-License-Identifier: BSL-1.0
// Leibniz: symbolic differentiation at compile time.
#pragma once

#include "leibniz/version.hpp"

#include "leibniz/base.hpp"
#include "leibniz/math.hpp"
#include "leibniz/expression.hpp"
#include "leibniz/functions.hpp"
#include "leibniz/graph.hpp"
#include "leibniz/derive.hpp"
#include "leibniz/simplify.hpp"
#include "leibniz/schedule.hpp"
#include "leibniz/emit.hpp"
