// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string_view>
#include <type_traits>

#include "leibniz/base/array.hpp"
#include "leibniz/emit/call.hpp"

// What of the library's callables becomes a C function: its program, its parameters, its results. Which roots are the
// results is what lz::call knows; here they have names.

namespace leibniz::emit {

/// A result of a C function.
struct c_output {
  std::string_view name;
  int count;
};
/// Where a root of a program is written.
struct c_element {
  int output, root;
};
/// An input of a function: scalars in a row.
struct c_input {
  int size;
  bool is_number;  ///< R<>
  std::string_view name;
  int number;  ///< behind the name, from 1 on; 0 of an only one
};

/// Parameters by name, those of a formula.
struct named_inputs {
  static constexpr int groups = 0;
};
/// The inputs of a function, then those that a verb adds.
template <class Own, class Extra = shape_list<>, fixed_string Name = ""> struct grouped_inputs;
template <class... Own, class... Extra, fixed_string Name>
struct grouped_inputs<shape_list<Own...>, shape_list<Extra...>, Name> {
  static constexpr int groups = sizeof...(Own) + sizeof...(Extra);
  struct list {
    c_array<c_input, groups> value;
  };
  static constexpr list find() {
    int k = 0, extra = 0;
    constexpr int own = sizeof...(Own), more = sizeof...(Extra);
    return {
        {c_input{shape<Own>::size, is_number<Own>, "p", own == 1 ? 0 : ++k}...,
         c_input{shape<Extra>::size, is_number<Extra>, Name.view(), more == 1 ? 0 : ++extra}...}};
  }
  static constexpr list found = find();
  static constexpr c_array<c_input, groups> const& group = found.value;

 private:
  template <class Shape> static constexpr bool is_number =
      std::is_same_v<Shape, R<>> || std::is_same_v<Shape, passive<R<>>>;
};

/// The names of results.
template <fixed_string... Names> struct c_results {
  static constexpr std::string_view names[] = {Names.view()...};
};
using c_value = c_results<"value">;
using c_gradient = c_results<"value", "gradient">;
using c_jacobian = c_results<"value", "jacobian">;
using c_hessian = c_results<"value", "gradient", "hessian">;
using c_entries = c_results<"entries">;
template <request Asked> using c_product =
    std::conditional_t<Asked == request::jvp, c_results<"value", "tangent">,
                       std::conditional_t<Asked == request::vjp, c_gradient,
                                          c_results<"value", "gradient", "product">>>;

template <request Asked, class Own, class Extra> using c_product_inputs =
    std::conditional_t<Asked == request::vjp, grouped_inputs<Own, Extra, "adjoint">,
                       grouped_inputs<Own, Extra, "direction">>;

/// Inputs and names of the results of each callable; of what has no program of its own, that too.
template <class G> struct c_signature;
template <int Outputs, class... Fs> struct c_formulas : named_inputs, c_value {
  using program = value_program<formula_source<Outputs, wrt_list<>, Fs...>>;
};
template <Formula F> struct c_signature<F> : c_formulas<1, F> {};
template <class... Fs> struct c_signature<formula_vector<Fs...>>
    : c_formulas<sizeof...(Fs), Fs...> {};
template <class F, class... Xs> struct c_signature<gradient_of<F, Xs...>> : named_inputs,
                                                                            c_gradient {};
template <order By, class Fs, class... Xs> struct c_signature<jacobian_of<By, Fs, Xs...>>
    : named_inputs, c_jacobian {};
template <class F, class... Xs> struct c_signature<hessian_of<F, Xs...>> : named_inputs,
                                                                           c_hessian {};
template <class Fs, class... Xs> struct c_signature<gauss_newton_of<Fs, Xs...>> : named_inputs,
                                                                                  c_hessian {};
template <request Asked, class Fs, class By> struct c_signature<product_of<Asked, Fs, By>>
    : named_inputs, c_product<Asked> {};
template <int K, request Asked, class Fs,
          class By> struct c_signature<products_of<K, Asked, Fs, By>> : named_inputs,
                                                                        c_product<Asked> {};

template <class... Inputs> using c_inputs = grouped_inputs<shape_list<Inputs...>>;
template <class Code, class... Inputs> struct c_signature<function_of<Code, Inputs...>>
    : c_inputs<Inputs...>, c_value {
  using program = value_program<function_source<Code, Inputs...>>;
};
template <class Code, class... Inputs> struct c_signature<function_gradient<Code, Inputs...>>
    : c_inputs<Inputs...>, c_gradient {};
template <order By, class Code, class... Inputs>
struct c_signature<function_jacobian<By, Code, Inputs...>> : c_inputs<Inputs...>, c_jacobian {};
template <class Code, class... Inputs> struct c_signature<function_hessian<Code, Inputs...>>
    : c_inputs<Inputs...>, c_hessian {};
template <class Code, class... Inputs> struct c_signature<function_gauss_newton<Code, Inputs...>>
    : c_inputs<Inputs...>, c_hessian {};
template <request Asked, class Code, class... Inputs>
struct c_signature<function_product<Asked, Code, Inputs...>>
    : c_product_inputs<Asked, shape_list<Inputs...>,
                       typename function_product<Asked, Code, Inputs...>::extra>,
      c_product<Asked> {};
template <int K, request Asked, class Code, class... Inputs>
struct c_signature<function_products<K, Asked, Code, Inputs...>>
    : c_product_inputs<Asked, shape_list<Inputs...>,
                       shape_list<typename function_products<K, Asked, Code, Inputs...>::extra>>,
      c_product<Asked> {};
template <int N, class Code, class... Inputs>
struct c_signature<function_taylor<N, Code, Inputs...>>
    : grouped_inputs<shape_list<Inputs...>, active_shapes<Inputs...>, "direction">,
      c_results<"coefficients"> {};
template <order By, class Rows, class Columns, class Code, class... Inputs>
struct c_signature<function_selected_jacobian<By, Rows, Columns, Code, Inputs...>>
    : c_inputs<Inputs...>, c_jacobian {};
template <class Entries, class Code, class... Inputs>
struct c_signature<function_jacobian_entries<Entries, Code, Inputs...>> : c_inputs<Inputs...>,
                                                                          c_entries {};
template <class Entries, class Code, class... Inputs>
struct c_signature<function_hessian_entries<Entries, Code, Inputs...>> : c_inputs<Inputs...>,
                                                                         c_entries {};
template <class Rows, class Code, class... Inputs>
struct c_signature<function_hessian_rows<Rows, Code, Inputs...>> : c_inputs<Inputs...>,
                                                                   c_hessian {};
template <class G> struct c_signature<compressed_of<G>> : c_signature<G> {
  static constexpr std::string_view names[] = {"value", "nonzeros"};
};

/// Program, inputs and results of what can be a C function.
template <class G> struct c_parts : c_signature<G> {
  using signature = c_signature<G>;
  static constexpr auto find_program() {
    if constexpr (requires { typename signature::program; })
      return std::type_identity<typename signature::program>{};
    else return std::type_identity<typename G::program>{};
  }
  using program = typename decltype(find_program())::type;

  using written = typename written_by<G>::type;
  template <class... Places> static constexpr int total(places<Places...>) {
    return (0 + ... + Places::count);
  }
  static constexpr int results = std::size(signature::names);
  struct list {
    c_array<c_output, results> outputs;
    c_array<c_element, total(written{})> elements;
  };
  /// Places that share a name, a gradient's by several inputs, are one result.
  template <class... Places> static constexpr list name(places<Places...>) {
    list all{};
    for (int i = 0; i < results; ++i) all.outputs[i] = {signature::names[i], 0};
    constexpr int derivatives = static_cast<int>(sizeof...(Places)) - 1;
    constexpr int shared = std::max(derivatives / std::max(results - 1, 1), 1);
    int at = 0, next = 0;
    auto const add = [&]<class Place>(Place) {
      int const leibniz_to = at == 0 ? 0 : 1 + (at - 1) / shared;
      ++at;
      all.outputs[leibniz_to].count += Place::count;
      for (int leibniz_k = 0; leibniz_k < Place::count; ++leibniz_k)
        all.elements[next++] = {leibniz_to, Place::root(leibniz_k)};
    };
    (add(Places{}), ...);
    return all;
  }
  static constexpr list found = name(written{});
};

/// The plain numbers of a callable's formulas, if it has any.
template <class G> constexpr double const* c_literals(G const& g) {
  if constexpr (requires { g.whole; }) return c_literals(g.whole);
  else return leibniz::detail::literal_values(g);
}

template <class G> concept WritableInC = requires { c_signature<G>::names; };

}  // namespace leibniz::emit
