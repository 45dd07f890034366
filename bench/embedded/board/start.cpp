// SPDX-License-Identifier: BSL-1.0
// From reset to main, on a Cortex-M. Nothing of the C library's startup is linked.
#include <cstdint>

#include "board.hpp"

int main();

extern "C" {
extern std::uint32_t stack_top[], data_in_flash[], data_begin[], data_end[], bss_begin[], bss_end[];

[[noreturn]] void reset() {
#ifdef __ARM_FP
  *reinterpret_cast<std::uint32_t volatile*>(0xE000ED88) |= 0xF00000;  // CPACR: the FPU may be used
  asm volatile("dsb\n isb");
#endif
  std::uint32_t const* from = data_in_flash;
  for (std::uint32_t* to = data_begin; to != data_end;) *to++ = *from++;
  for (std::uint32_t* to = bss_begin; to != bss_end;) *to++ = 0;
  board::finish(main() == 0);
}
[[noreturn]] void fault() { board::finish(false); }

using handler = void();
[[gnu::section(".vectors"), gnu::used]] struct {
  std::uint32_t* stack;
  handler* reset;
  handler* faults[14];
} const vectors = {stack_top,
                   reset,
                   {fault, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault,
                    fault, fault, fault}};
}
