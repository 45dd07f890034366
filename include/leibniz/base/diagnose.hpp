// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/base/fixed_string.hpp"

namespace leibniz {

/// The sentence of an error that names one of the user's own names. It is never defined: asking for it
/// makes the sentence the first line of the compiler's message. Each part is at most 32 characters,
/// which is what Clang prints of a string in a type. Errors without a name are plain static_asserts.
template <fixed_string... Parts> struct error;

/// Raises the error: `diagnose<"argument missing", "y", "add y = value to the call">()`.
template <fixed_string... Parts> constexpr void diagnose() { (void)sizeof(error<Parts...>); }

/// False, but only once the template it stands in is instantiated.
template <class...> inline constexpr bool never = false;

}  // namespace leibniz
