// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

#include "nist_file.hpp"
#include "nist_model.hpp"

namespace nist {

inline dataset data_of(model const& m) { return read_problem(NIST_DATA, m.problem); }

/// What the model is compared with.
inline double response_of(model const& m, observation const& o) {
  return m.log_response ? std::log(o.response) : o.response;
}

}  // namespace nist
