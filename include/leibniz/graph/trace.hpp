// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstdint>
#include <tuple>
#include <type_traits>
#include <utility>

#include "leibniz/base/array.hpp"
#include "leibniz/expression/function.hpp"
#include "leibniz/expression/parts.hpp"
#include "leibniz/functions/entry.hpp"
#include "leibniz/graph/builder.hpp"
#include "leibniz/graph/id_map.hpp"

namespace leibniz::graph {

/// A recording of fixed size.
template <int Entries, int Outputs> struct frozen_recording {
  c_array<recorded, Entries + 1> entries;
  c_array<int, Outputs + 1> outputs;
  int entry_count, output_count;
};

/// A function may return scalars, and arrays, matrices, tuples and structs of them.
template <class Result>
inline constexpr bool is_output =
    leibniz::detail::parts<Result>::traceable && leibniz::detail::parts<Result>::count > 0;

/// Notes the scalars that a function returns.
struct note_outputs {
  recording& in;
  int* to;
  constexpr void operator()(traced const& result) { *to++ = result.id(&in); }
};

/// Calls the code; an error if it does not take the inputs or if its result is none.
template <class Code, class... Arguments>
constexpr auto traced_call(Code const& code, Arguments const&... arguments) {
  if constexpr (!std::is_invocable_v<Code const&, Arguments const&...>) {
    static_assert(never<Code>,
                  "leibniz::function: the lambda does not take the inputs: give it one parameter, "
                  "`auto const&`, for each shape in lz::function<...> (after an error in its "
                  "body, repair that)");
    return traced(0);
  } else if constexpr (!is_output<std::remove_cvref_t<decltype(code(arguments...))>>) {
    static_assert(
        never<Code>,
        "leibniz::function: the lambda must return a scalar, or a std::array, an lz::matrix, a tuple or "
        "a struct of scalars");
    return traced(0);
  } else {
    return code(arguments...);
  }
}

/// The number of entries of a recording; 0 when the code cannot run while compiling.
template <class Tracing, int Count = Tracing::count()> constexpr int entries_of(int) {
  return Count;
}
template <class Tracing> constexpr int entries_of(long) { return 0; }

template <class Code, bool Runs> struct require_runs {
  static_assert(
      Runs,
      "leibniz::function: the code cannot run while compiling, as the next error says: write constexpr before the functions that it calls, stay inside arrays, end loops and recursions, return no reference to a local variable; and if it names a limit, raise it");
};

/// Calls the code with traced scalars and keeps what it did.
/// Complexity: linear in the number of operations performed.
template <class Code, class... Inputs> struct tracing {
  using result_type = decltype(traced_call(
      std::declval<Code const&>(),
      std::declval<typename shape<Inputs>::template container<traced> const&>()...));
  static constexpr int outputs = leibniz::detail::parts<result_type>::count;
  static constexpr int input_size = (shape<Inputs>::size + ...);
  static constexpr int active_size = ((shape<Inputs>::active ? shape<Inputs>::size : 0) + ...);

  template <class Input> static constexpr auto make_input(recording& to, int& next) {
    using of = shape<Input>;
    traced scalars[of::size];
    constexpr std::uint64_t kind =
        of::active ? operation::variable_columns::id : operation::parameter_columns::id;
    for (int i = 0; i < of::size; ++i) scalars[i] = traced(&to, to.add({kind, next++, -1, -1, 0}));
    return of::template make<traced>(scalars);
  }
  template <bool Run> static constexpr void record(recording& to, int* results) {
    int next = 0;
    // braces: the inputs are made from left to right
    std::tuple<typename shape<Inputs>::template container<traced>...> inputs{
        make_input<Inputs>(to, next)...};
    if constexpr (Run) {
      result_type result = std::apply(
          [](auto const&... leibniz_inputs) { return traced_call(Code{}, leibniz_inputs...); },
          inputs);
      note_outputs note{to, results};
      leibniz::detail::parts<result_type>::each(result, note);
    } else {
      for (int i = 0; i < outputs; ++i) results[i] = traced(0).id(&to);
    }
  }

  template <int Capacity> static constexpr auto freeze() {
    recording made;
    frozen_recording<Capacity, outputs> result{};
    record<runs>(made, result.outputs);
    result.entry_count = Capacity;
    result.output_count = outputs;
    for (int i = 0; i < Capacity; ++i) result.entries[i] = made.entries[i];
    return result;
  }
  static constexpr int count() {
    recording made;
    c_array<int, outputs + 1> results;
    record<true>(made, results);
    return made.entries.size();
  }
  static constexpr int entries = entries_of<tracing>(0);
  static constexpr bool runs = entries > 0;
  static_assert(sizeof(require_runs<Code, runs>) > 0);
  static_assert(runs || count() > 0);  // the compiler says why not
  static constexpr auto value = freeze<runs ? entries : input_size + outputs>();
};

/// The rows that a recording uses, each once.
template <auto const& Recording> struct rows_used {
  static constexpr int capacity = 200;
  struct list {
    std::uint64_t id[capacity];
    int count;
  };
  static constexpr bool is_row(std::uint64_t id) {
    return id != operation::variable_columns::id && id != operation::parameter_columns::id &&
           id != operation::constant_columns::id;
  }
  static constexpr list find() {
    list result{};
    id_map known;
    for (int i = 0; i < Recording.entry_count; ++i) {
      std::uint64_t id = Recording.entries[i].operation;
      if (!is_row(id) || known.find(id) >= 0) continue;
      known.insert(id, result.count);
      result.id[result.count++] = id;
    }
    return result;
  }
  static constexpr list ids = find();

  struct row {
    std::uint64_t id;
    function_info const* info;
  };
  template <int... I> struct rows {
    static constexpr row value[sizeof...(I) + 1] = {{ids.id[I], &info_of<entry_of<ids.id[I]>>}...,
                                                    {0, nullptr}};
  };
  template <int... I> static constexpr rows<I...> make(std::integer_sequence<int, I...>) {
    return {};
  }
  using type = decltype(make(std::make_integer_sequence<int, ids.count>{}));
};

/// Turns a recording into nodes, by the rules that the builder allows, of derivatives `finite` ones at least; its outputs become roots, then its active inputs.
template <auto const& Recording, class Builder> constexpr void lower_recording(Builder& to) {
  auto const& rows = rows_used<Recording>::type::value;
  id_map row_of;
  for (int r = 0; rows[r].id != 0; ++r) row_of.insert(rows[r].id, r);
  buffer<int> became;
  validity const as_written = to.allowed();
  // whether entries contain a derivative, from the first one that does
  buffer<char> derived;
  int first = Recording.entry_count;
  became.reserve(Recording.entry_count);
  for (int i = 0; i < Recording.entry_count; ++i) {
    recorded const& e = Recording.entries[i];
    if (e.derived && i < first) first = i;
    if (i >= first) {
      bool contains = e.derived;
      if (rows_used<Recording>::is_row(e.operation))
        for (int k : {e.a, e.b, e.c})
          contains = contains || (k >= first && derived[k - first] != 0);
      derived.push_back(contains ? 1 : 0);
      to.allow(contains && as_written == validity::always ? validity::finite : as_written);
    }
    if (e.operation == operation::variable_columns::id)
      became.push_back(to.add_input(operation::variable, {}));
    else if (e.operation == operation::parameter_columns::id)
      became.push_back(to.add_input(operation::parameter, {}));
    else if (e.operation == operation::constant_columns::id)
      became.push_back(to.constant(e.a == 1 ? *e.exact : from_double(e.value)));
    else if (e.a < 0) became.push_back(to.leaf(*rows[row_of.find(e.operation)].info, 0));
    else
      became.push_back(to.apply(*rows[row_of.find(e.operation)].info, became[e.a],
                                e.b < 0 ? -1 : became[e.b], e.c < 0 ? -1 : became[e.c]));
  }
  to.allow(as_written);
  for (int i = 0; i < Recording.output_count; ++i) to.root(became[Recording.outputs[i]]);
  for (int i = 0; i < Recording.entry_count; ++i)
    if (Recording.entries[i].operation == operation::variable_columns::id) to.root(became[i]);
}

}  // namespace leibniz::graph
