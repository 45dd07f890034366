// SPDX-License-Identifier: BSL-1.0
// Layer 6: graph to graph, same meaning.
#pragma once

#include "leibniz/simplify/canonical_forms.hpp"
#include "leibniz/simplify/canonicalize.hpp"
#include "leibniz/simplify/collect.hpp"
#include "leibniz/simplify/definedness.hpp"
#include "leibniz/simplify/finish.hpp"
#include "leibniz/simplify/match.hpp"
#include "leibniz/simplify/merge.hpp"
#include "leibniz/simplify/raise.hpp"
#include "leibniz/simplify/rewriting_builder.hpp"
#include "leibniz/simplify/simplified.hpp"
#include "leibniz/simplify/tidy.hpp"
