// SPDX-License-Identifier: BSL-1.0
// Layer 0: language helpers; knows no mathematics.
#pragma once

#include "leibniz/base/aggregate.hpp"
#include "leibniz/base/array.hpp"
#include "leibniz/base/buffer.hpp"
#include "leibniz/base/decimal.hpp"
#include "leibniz/base/diagnose.hpp"
#include "leibniz/base/exact_comparison.hpp"
#include "leibniz/base/extent.hpp"
#include "leibniz/base/fixed_string.hpp"
#include "leibniz/base/hash.hpp"
#include "leibniz/base/inline.hpp"
#include "leibniz/base/matrix.hpp"
#include "leibniz/base/natural.hpp"
#include "leibniz/base/number.hpp"
#include "leibniz/base/quotient.hpp"
#include "leibniz/base/text.hpp"
#include "leibniz/base/uint128.hpp"
