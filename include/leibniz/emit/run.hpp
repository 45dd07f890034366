// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>

#include "leibniz/functions/entry.hpp"
#include "leibniz/schedule/split.hpp"

namespace leibniz::emit {

/// What comparing two scalars gives.
template <class T> struct mask {
  using type = bool;
};
template <class T>
requires(
    requires(T const& x) { x < x; } &&
    !requires(T const& x) { typename std::remove_cvref_t<decltype(x < x)>::PlainObject; })
struct mask<T> {
  using type = std::remove_cvref_t<decltype(std::declval<T const&>() < std::declval<T const&>())>;
};
template <class T>
requires requires(T const& x) { typename std::remove_cvref_t<decltype(x < x)>::PlainObject; }
struct mask<T> {  // Eigen's arrays compare lazily
  using type = typename std::remove_cvref_t<decltype(std::declval<T const&>() <
                                                     std::declval<T const&>())>::PlainObject;
};
template <class T> using mask_of = typename mask<T>::type;

/// n · 2^twos · 5^fives, for powers of 0 and more, in the arithmetic of T.
template <class T> T times_powers(T n, int twos, int fives) {
  T power = 2;
  for (int k = twos; k > 0; k /= 2, power = T(power * power))
    if (k % 2 == 1) n = T(n * power);
  power = 5;
  for (int k = fives; k > 0; k /= 2, power = T(power * power))
    if (k % 2 == 1) n = T(n * power);
  return n;
}
/// A scaled number as a T that holds numerators and denominators exactly.
template <class T> T scaled(number const& n) {
  auto const whole = [](uint128 const& a) {
    return a.high == 0 ? T(a.low) : T(times_powers(T(a.high), 64, 0) + T(a.low));
  };
  scaled_fraction const& f = n.scaled;
  T const above = times_powers(whole(f.above), f.twos < 0 ? 0 : f.twos, f.fives < 0 ? 0 : f.fives),
          below =
              times_powers(whole(f.below), f.twos > 0 ? 0 : -f.twos, f.fives > 0 ? 0 : -f.fives);
  return n.numerator < 0 ? T(-above / below) : T(above / below);
}

/// A constant of the graph as a scalar. A float, double or long double of up to 64 bits is rounded once, from the exact
/// number; any other type divides in its own arithmetic, as far as it gets numerator and denominator exactly.
template <class T> LEIBNIZ_INLINE T scalar(number const& n) {
  using limits = std::numeric_limits<T>;
  if (!n.exact()) return static_cast<T>(n.real());
  if constexpr (std::is_floating_point_v<T> && limits::digits <= 64) {
    return n.as<T>();
  } else if constexpr (limits::is_specialized && limits::digits >= 63) {
    if (n.is_scaled()) return scaled<T>(n);
    if (n.denominator == 1) return T(n.numerator);
    return T(n.numerator) / T(n.denominator);
  } else {
    constexpr std::int64_t exact = std::int64_t{1} << 53;
    if (n.is_scaled() || n.denominator == 1 || n.numerator > exact || n.numerator < -exact ||
        n.denominator > exact)
      return static_cast<T>(n.as_double());
    return static_cast<T>(static_cast<double>(n.numerator)) /
           static_cast<T>(static_cast<double>(n.denominator));
  }
}

/// The constants of a program as floats or doubles: nothing is converted at run time.
template <class Program, class T> struct scalars {
  struct list {
    T at[Program::graph.size.numbers + 1];
  };
  static constexpr list make() {
    list result{};
    for (int i = 0; i < Program::graph.size.numbers; ++i)
      result.at[i] = scalar<T>(Program::graph.numbers[i]);
    return result;
  }
  static constexpr list value = make();
};

/// The slots of a running program; compilers turn them into registers.
template <class Program, class T> struct slots {
  T v[Program::plan.values + 1];
  mask_of<T> m[Program::plan.conditions + 1];
};

/// Where leaves come from: inputs and plain numbers.
template <class Inputs> struct leaves {
  Inputs const& inputs;
  double const* literals;
};

/// What the parts of a long program share: the values that one computes for another.
template <class Program, class T> struct frame {
  T v[Program::plan.frame.values + 1];
  mask_of<T> m[Program::plan.frame.conditions + 1];
};
/// The slots of one part.
template <class Program, class T> struct part_slots {
  T v[Program::plan.part.values + 1];
  mask_of<T> m[Program::plan.part.conditions + 1];
};
/// Where a part takes numbers from and leaves them.
template <class Leaves, class Frame, class Results> struct part_context : Leaves {
  Frame& shared;
  Results& results;
};
/// Of whoever takes results early.
struct no_results {};

/// The row whose body computes with a T. (Not every body takes several numbers at once, see interop/lanes.hpp.)
template <class T, class Row> struct row_for {
  using type = Row;
};
/// A constant as a T that is not built in.
template <class Program, class T> struct constant_for {
  LEIBNIZ_INLINE static T at(int index) { return scalar<T>(Program::graph.numbers[index]); }
};

/// One step: a row's numerical body between slots. Without optimisation each parameter is an instruction or two.
template <std::uint64_t Operation> struct perform {
  template <template <class, class> class Slots, class Program, class T>
  LEIBNIZ_INLINE static void run(Slots<Program, T>& s, auto const&, int r, int a, int b, int c) {
    using row = typename row_for<T, entry_of<Operation>>::type;
    if constexpr (row::condition && row::conditions == 2) s.m[r] = row::value(s.m[a], s.m[b]);
    else if constexpr (row::condition && row::conditions == 1) s.m[r] = row::value(s.m[a]);
    else if constexpr (row::condition) s.m[r] = row::value(s.v[a], s.v[b]);
    else if constexpr (row::conditions == 1) s.v[r] = row::value(s.m[a], s.v[b], s.v[c]);
    else if constexpr (row::arity == 0) s.v[r] = row::template constant<T>();
    else if constexpr (row::arity == 1) s.v[r] = row::value(s.v[a]);
    else if constexpr (row::arity == 2) s.v[r] = row::value(s.v[a], s.v[b]);
    else s.v[r] = row::value(s.v[a], s.v[b], s.v[c]);
  }
};
struct load_input {
  template <template <class, class> class Slots, class Program, class T>
  LEIBNIZ_INLINE static void run(Slots<Program, T>& s, auto const& from, int r, int a, int, int) {
    s.v[r] = from.inputs[a];
  }
};
template <> struct perform<operation::variable_columns::id> : load_input {};
template <> struct perform<operation::parameter_columns::id> : load_input {};
template <> struct perform<operation::literal_columns::id> {
  template <template <class, class> class Slots, class Program, class T>
  LEIBNIZ_INLINE static void run(Slots<Program, T>& s, auto const& from, int r, int a, int, int) {
    s.v[r] = static_cast<T>(from.literals[a]);
  }
};
template <> struct perform<operation::constant_columns::id> {
  template <template <class, class> class Slots, class Program, class T>
  LEIBNIZ_INLINE static void run(Slots<Program, T>& s, auto const&, int r, int a, int, int) {
    if constexpr (std::is_floating_point_v<T>) s.v[r] = scalars<Program, T>::value.at[a];
    else s.v[r] = constant_for<Program, T>::at(a);
  }
};

template <> struct perform<schedule::move::spill_value> {
  LEIBNIZ_INLINE static void run(auto& s, auto const& to, int r, int a, int, int) {
    to.shared.v[r] = s.v[a];
  }
};
template <> struct perform<schedule::move::spill_condition> {
  LEIBNIZ_INLINE static void run(auto& s, auto const& to, int r, int a, int, int) {
    to.shared.m[r] = s.m[a];
  }
};
template <> struct perform<schedule::move::reload_value> {
  LEIBNIZ_INLINE static void run(auto& s, auto const& from, int r, int a, int, int) {
    s.v[r] = from.shared.v[a];
  }
};
template <> struct perform<schedule::move::reload_condition> {
  LEIBNIZ_INLINE static void run(auto& s, auto const& from, int r, int a, int, int) {
    s.m[r] = from.shared.m[a];
  }
};
template <> struct perform<schedule::move::result> {
  LEIBNIZ_INLINE static void run(auto& s, auto const& to, int r, int a, int, int) {
    if constexpr (!std::is_same_v<decltype(to.results), no_results&>) to.results.v[r] = s.v[a];
  }
};

/// Makes an index a constant before the call.
consteval int fixed(int i) { return i; }

/// Who takes results as soon as they are there has `early<Program>`, which says how many of them a step gives, and is
/// told of these steps by `after<Program, Step>(v)`.
template <class Use, class Program> concept TakesEarly = requires { Use::template early<Program>; };

template <class Program, int First, int... I, class From, class Use>
LEIBNIZ_INLINE char run_pack(auto& s, From const& from, [[maybe_unused]] Use const& use,
                             std::integer_sequence<int, I...>) {
  if constexpr (TakesEarly<Use, Program>) {
    ((perform<Program::plan.steps[First + I].operation>::run(
          s, from, fixed(Program::plan.steps[First + I].result),
          fixed(Program::plan.steps[First + I].a), fixed(Program::plan.steps[First + I].b),
          fixed(Program::plan.steps[First + I].c)),
      fixed(Use::template early<Program>.results_of(First + I)) > 0
          ? use.template after<Program, First + I>(s.v)
          : void()),
     ...);
  } else {
    (perform<Program::plan.steps[First + I].operation>::run(
         s, from, fixed(Program::plan.steps[First + I].result),
         fixed(Program::plan.steps[First + I].a), fixed(Program::plan.steps[First + I].b),
         fixed(Program::plan.steps[First + I].c)),
     ...);
  }
  return 0;
}

/// Who runs a program for every point of arrays takes the arguments of the call as they are (lz::map).
template <class Use> concept TakesArrays = requires { typename Use::over_arrays; };

/// At most this many steps in one expression: folds nest, and compilers bound or square the nesting.
inline constexpr int pack_size = 16;

/// How many parts of a size there are in a number of steps.
constexpr int parts(int steps, int size) { return (steps + size - 1) / size; }

/// Whether a program is long, and the parts, or packs of steps, of a program.
template <class Program> inline constexpr bool is_split = Program::plan.parts > 1;
template <class Program> using parts_of =
    std::make_integer_sequence<int, is_split<Program> ? Program::plan.parts
                                                      : parts(Program::plan.step_count, pack_size)>;

/// The steps that pack P of those from First up to Last has, as constants to run them by.
template <int First, int Last, int P> using steps_of_pack = std::make_integer_sequence<
    int, (Last - First - P * pack_size < pack_size ? Last - First - P * pack_size : pack_size)>;
template <class Program, int First, int Last, int... Packs>
LEIBNIZ_INLINE void run_packs(auto& s, auto const& from, auto const& use,
                              std::integer_sequence<int, Packs...>) {
  // in braces, from left to right: a fold nests, and compilers bound the nesting
  char const ran[] = {run_pack<Program, First + Packs * pack_size>(
                          s, from, use, steps_of_pack<First, Last, Packs>{})...,
                      0};
  static_cast<void>(ran);
}
/// A part of a long program, as a function of its own. No input lies where the parts leave numbers. (The limit is in its
/// name: who links objects compiled with different ones has parts of both.)
template <class Program, int Part, int Largest, class T, class Leaves, class Results>
[[gnu::noinline]] constexpr char run_part(frame<Program, T>& __restrict shared,
                                          Results& __restrict results, Leaves const& from,
                                          auto const& use) {
  part_slots<Program, T> s;
  constexpr int begin = Program::plan.begin[Part], end = Program::plan.begin[Part + 1];
  run_packs<Program, begin, end>(
      s, part_context<Leaves, frame<Program, T>, Results>{from, shared, results}, use,
      std::make_integer_sequence<int, parts(end - begin, pack_size)>{});
  return 0;
}

/// Runs every step of a program for `use`, which gets the slots afterwards. The slots are here, where all packs are: a
/// function that has them as an argument is optimised once more, and before they are registers.
template <class Program, class T, class Use, int... Parts>
LEIBNIZ_INLINE auto run(Use const& use, auto const& inputs, double const* literals,
                        std::integer_sequence<int, Parts...>) {
  slots<Program, T> s;
  leaves<std::remove_cvref_t<decltype(inputs)>> const from{inputs, literals};
  if constexpr (is_split<Program>) {
    frame<Program, T> shared;
    if constexpr (TakesEarly<Use, Program>) {
      no_results none;
      char const ran[] = {
          run_part<Program, Parts, schedule::largest_part>(shared, none, from, use)...};
      static_cast<void>(ran);
    } else {
      char const ran[] = {
          run_part<Program, Parts, schedule::largest_part>(shared, s, from, use)...};
      static_cast<void>(ran);
    }
  } else {
    char const ran[] = {run_pack<Program, Parts * pack_size>(
                            s, from, use, steps_of_pack<0, Program::plan.step_count, Parts>{})...,
                        0};
    static_cast<void>(ran);
  }
  return use(s);
}

}  // namespace leibniz::emit
