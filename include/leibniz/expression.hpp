// SPDX-License-Identifier: BSL-1.0
// Layer 2: what the user writes becomes a type or a recording.
#pragma once

#include "leibniz/expression/argument.hpp"
#include "leibniz/expression/constant.hpp"
#include "leibniz/expression/derivative_of.hpp"
#include "leibniz/expression/formula.hpp"
#include "leibniz/expression/function.hpp"
#include "leibniz/expression/let.hpp"
#include "leibniz/expression/operand.hpp"
#include "leibniz/expression/parts.hpp"
#include "leibniz/expression/pattern.hpp"
#include "leibniz/expression/pointer_function.hpp"
#include "leibniz/expression/record.hpp"
#include "leibniz/expression/shape.hpp"
#include "leibniz/expression/short_text.hpp"
#include "leibniz/expression/simplify.hpp"
#include "leibniz/expression/substitute.hpp"
#include "leibniz/expression/traced.hpp"
#include "leibniz/expression/variable.hpp"
#include "leibniz/expression/vector.hpp"
#include "leibniz/expression/wrt.hpp"
