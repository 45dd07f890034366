// SPDX-License-Identifier: BSL-1.0
// Layer 8: plan to something that runs or can be read.
#pragma once

#include "leibniz/emit/bind.hpp"
#include "leibniz/emit/cost.hpp"
#include "leibniz/emit/direction.hpp"
#include "leibniz/emit/dot.hpp"
#include "leibniz/emit/evaluate.hpp"
#include "leibniz/emit/function.hpp"
#include "leibniz/emit/gradient.hpp"
#include "leibniz/emit/hana.hpp"
#include "leibniz/emit/hessian.hpp"
#include "leibniz/emit/inputs.hpp"
#include "leibniz/emit/jacobian.hpp"
#include "leibniz/emit/products.hpp"
#include "leibniz/emit/program.hpp"
#include "leibniz/emit/run.hpp"
#include "leibniz/emit/scalar_of.hpp"
#include "leibniz/emit/symbolic.hpp"
#include "leibniz/emit/take.hpp"
#include "leibniz/emit/text.hpp"
#include "leibniz/emit/variables_of.hpp"
