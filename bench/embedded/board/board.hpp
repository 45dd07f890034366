// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "../programs.hpp"

// What the programs need of the machine that they run on: text out, instructions and stack of a call. On a Cortex-M in
// qemu: semihosting, SysTick under -icount, and a painted stack. On a PC only the text.

#ifdef __arm__

namespace board {

/// A call of the debugger (Arm, Semihosting for AArch32 and AArch64).
inline int semihosting(int operation, void const* argument) {
  register int r0 asm("r0") = operation;
  register void const* r1 asm("r1") = argument;
  asm volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
  return r0;
}
inline void write(char const* text) { semihosting(4, text); }
[[noreturn]] inline void finish(bool success) {
  // ADP_Stopped_ApplicationExit or ADP_Stopped_RunTimeErrorUnknown
  semihosting(0x18, reinterpret_cast<void const*>(success ? 0x20026 : 0x20023));
  for (;;) {}
}

inline std::uint32_t volatile* system_timer() {
  return reinterpret_cast<std::uint32_t volatile*>(0xE000E010);
}
inline void start_timer() {
  system_timer()[1] = 0xFFFFFF;
  system_timer()[2] = 0;
  system_timer()[0] = 5;  // on, by the processor's clock
}

/// Instructions between two looks at the timer, a call among them. Under `qemu -icount shift=8` an instruction takes
/// 256 ns: 6.4 ticks of the one board, 4.096 of the other, so that the quotient, rounded, is exact.
[[gnu::noinline]] inline std::uint32_t instructions(kernel* call, float const* in, float* out) {
  std::uint32_t const before = system_timer()[2];
  call(in, out);
  std::uint32_t const ticks = (before - system_timer()[2]) & 0xFFFFFF;
#ifdef __ARM_FP
  return (ticks * 5 + 16) / 32;
#else
  return (ticks * 125 + 256) / 512;
#endif
}

extern "C" unsigned char stack_bottom[];

/// Bytes of stack that a call uses, by a pattern that it overwrites.
[[gnu::noinline]] inline std::uint32_t stack(kernel* call, float const* in, float* out) {
  std::uint32_t volatile* here;
  asm volatile("mov %0, sp" : "=r"(here));
  auto* const bottom = reinterpret_cast<std::uint32_t volatile*>(stack_bottom);
  for (auto* at = bottom; at != here; at = at + 1) *at = 0xA5A5A5A5;
  call(in, out);
  auto* at = bottom;
  while (at != here && *at == 0xA5A5A5A5) at = at + 1;
  return static_cast<std::uint32_t>(here - at) * 4;
}

}  // namespace board

#else

#include <cstdio>

namespace board {

inline void write(char const* text) { std::fputs(text, stdout); }
inline void start_timer() {}
inline std::uint32_t instructions(kernel* call, float const* in, float* out) {
  return call(in, out), 0;
}
inline std::uint32_t stack(kernel* call, float const* in, float* out) { return call(in, out), 0; }

}  // namespace board

#endif
