// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Inlined before anything else, also without optimisation: emitted code consists of very many tiny
/// functions, and leaving them to the inliner's heuristics costs more time than everything else (measured:
/// 3 of 11 s at 4,400 nodes).
#define LEIBNIZ_INLINE [[gnu::always_inline]] constexpr

/// Between these, multiplications and additions may be fused across steps. Emitted code is one operation a
/// step; Clang fuses only within a statement unless told otherwise, GCC across statements by default. For bits
/// that do not depend on fused instructions, compile with -ffp-contract=off and, since the pragma wins over
/// Clang's option, define LEIBNIZ_NO_CONTRACTION.
#if defined(__clang__) && !defined(LEIBNIZ_NO_CONTRACTION)
#define LEIBNIZ_CONTRACTION_BEGIN _Pragma("float_control(push)") _Pragma("clang fp contract(fast)")
#define LEIBNIZ_CONTRACTION_END _Pragma("float_control(pop)")
#else
#define LEIBNIZ_CONTRACTION_BEGIN
#define LEIBNIZ_CONTRACTION_END
#endif

/// Between these, a function that a class declares as its friend may be defined by another (friend injection, see
/// expression/formula.hpp) without a warning.
#if defined(__clang__)
#define LEIBNIZ_FRIENDS_BEGIN                                                                 \
  _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wundefined-inline\"") \
      _Pragma("clang diagnostic ignored \"-Wundefined-internal\"")
#define LEIBNIZ_FRIENDS_END _Pragma("clang diagnostic pop")
#else
#define LEIBNIZ_FRIENDS_BEGIN \
  _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Wnon-template-friend\"")
#define LEIBNIZ_FRIENDS_END _Pragma("GCC diagnostic pop")
#endif
