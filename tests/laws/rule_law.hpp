// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "leibniz/functions/rule.hpp"

// What a rule has to be: as valid as it says, no less than it could be, and no loop.

namespace leibniz::test {

/// A rule with its sides as records, which can be changed.
struct recorded_rule {
  std::string_view name;
  validity holds;
  record const* from;
  record const* to;
  condition only_if;
};

/// Turns rules into such, and owns their records.
class rule_records {
 public:
  recorded_rule operator()(rule const& r) {
    return {r.name, r.holds, side_at(r.from, r.from.size - 1), side_at(r.to, r.to.size - 1),
            r.only_if};
  }

 private:
  record const* side_at(side const& of, int node);
  std::deque<record> records_;
  std::deque<std::vector<record const*>> operands_;
};

/// What is wrong with a rule, or nothing:
///
/// - Both sides are computed at ±0, ±1, ±inf, NaN, subnormal, huge, tiny and other numbers, in every combination,
///   its conditions true and false. `always`: the same bits, any NaN being any other. `finite`: equal, up to the
///   sign of zero, where every step of both sides is finite. `real`: equal with 100 digits. The validity must be
///   the strongest that holds at these points.
/// - Derivatives by every placeholder are the same with 100 digits.
/// - The right side uses what the left side binds, is not the left side, and has no more operations.
///
/// A rule for a power of two is also allowed to differ where a step underflows: only then does its product round.
std::string broken(recorded_rule const& r);

/// How many operations a record has, counted with repetition.
int operations(record const& r);

}  // namespace leibniz::test
