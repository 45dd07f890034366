// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

#include "leibniz/emit/c_locals.hpp"
#include "leibniz/emit/c_names.hpp"
#include "leibniz/emit/c_parts.hpp"
#include "leibniz/emit/number_text.hpp"

namespace leibniz {

namespace emit {

/// What C needs to know of a row.
template <class T> struct c_row {
  std::uint64_t id;
  function_info const* info;
  std::string_view form;  ///< the column c_source
  T constant;             ///< of a row without arguments
};

/// The rows that a program uses, each once.
template <class Program, class T> struct c_rows {
  static constexpr int capacity = 200;
  struct list {
    std::uint64_t id[capacity];
    int count;
  };
  static constexpr list find() {
    list result{};
    leibniz::graph::id_map known;
    for (int i = 0; i < Program::graph.size.nodes; ++i) {
      function_info const& op = *Program::graph.nodes[i].operation;
      if (op.is_input() || op == operation::constant || op == operation::literal) continue;
      if (known.find(op.id) >= 0) continue;
      known.insert(op.id, result.count);
      result.id[result.count++] = op.id;
    }
    return result;
  }
  static constexpr list used = find();

  template <class Row> static constexpr c_row<T> describe() {
    T constant{};
    if constexpr (Row::arity == 0) constant = Row::template constant<T>();
    return {Row::id, &info_of<Row>, Row::c_source, constant};
  }
  template <int... I> struct table {
    static constexpr c_row<T> value[sizeof...(I) + 1] = {describe<entry_of<used.id[I]>>()..., {}};
  };
  template <int... I> static constexpr table<I...> make(std::integer_sequence<int, I...>) {
    return {};
  }
  using type = decltype(make(std::make_integer_sequence<int, used.count>{}));
};

/// Called where a text is longer than what was counted for it, a mistake of the library: then it is
/// no constant expression, and an assertion fails at run time.
inline void text_is_cut_off() { assert(false && "leibniz::to_c: the text is longer than counted"); }

/// Takes the characters of a text whose size was counted before.
template <std::size_t Capacity> class counted_text {
 public:
  constexpr counted_text& append(std::string_view more) {
    for (char c : more) append(c);
    return *this;
  }
  constexpr counted_text& append(char c) {
    if (written_.full()) text_is_cut_off();
    written_.append(c);
    return *this;
  }
  constexpr text<Capacity> const& written() const { return written_; }

 private:
  text<Capacity> written_;
};

/// Writes a program as a C function. `Text` takes or counts characters: to count, neither the
/// function's name nor the values of the literals are known, and the longest stand for them.
template <class T, class Parts, class Text> class c_writer {
  using program = typename Parts::program;
  static constexpr bool counts = std::is_same_v<Text, character_count>;
  static constexpr bool is_float = std::is_same_v<T, float>;
  static constexpr auto const& rows = c_rows<program, T>::type::value;
  static constexpr int row_count = c_rows<program, T>::used.count;
  static constexpr std::string_view number_type = is_float ? "float" : "double";
  static constexpr spelling spell{"", "e", "", ".0"};

 public:
  constexpr c_writer(Text& to_in, std::string_view name_in, double const* literals_in)
      : to_(to_in), literals_(literals_in) {
    int next[2] = {0, 0};  // values and conditions are counted apart
    for (int i = 0; i < program::graph.size.nodes; ++i) {
      function_info const& op = *program::graph.nodes[i].operation;
      numbers_.push_back(is_step(i) ? next[op.condition ? 1 : 0]++ : -1);
    }
    for (int r = 0; r < row_count; ++r) {
      names_.take({});  // names_[r]: of a row's function
      if (is_called(rows[r])) append_function_name(names_, rows[r]);
    }
    names_.add_function(name_in);  // names_[row_count]
    for (c_output const& each : Parts::found.outputs) names_.take(each.name);
    first_name_ = row_count + 1 + Parts::results;
    if constexpr (Parts::groups == 0) {
      for (int i = 0; i < program::graph.size.inputs; ++i) names_.add(program::graph.inputs[i]);
    } else {
      for (c_input const& each : Parts::group) {
        text<24> name_of_input(each.name);
        if (each.number > 0) append_digits(name_of_input, magnitude(each.number));
        names_.add(name_of_input);
      }
    }
    if constexpr (counts) names_.lengthen(row_count);
  }

  constexpr void write() {
    to_.append("#include <math.h>\n\n");
    for (int r = 0; r < row_count; ++r) write_helper(r);
    write_signature();
    to_.append(" {\n");
    for (int i = 0; i < parameters(); ++i)
      if (!is_read(i)) to_.append("  (void)").append(parameter(i)).append(";\n");
    for (int i = 0; i < program::graph.size.nodes; ++i) write_step(i);
    write_results();
    to_.append("}\n");
  }

 private:
  static constexpr bool returns_value = Parts::results == 1 && Parts::found.outputs[0].count == 1;

  constexpr int parameters() const {
    return Parts::groups == 0 ? program::graph.size.inputs : Parts::groups;
  }
  constexpr std::string_view parameter(int i) const { return names_[first_name_ + i]; }
  static constexpr bool is_number(int i) {
    if constexpr (Parts::groups == 0) return true;
    else return Parts::group[i].is_number;
  }
  /// The parameter in which the k-th input scalar comes, and its place there.
  static constexpr int parameter_of(int k, int& place) {
    place = 0;
    if constexpr (Parts::groups == 0) {
      return k;
    } else {
      int i = 0;
      for (; k >= Parts::group[i].size; ++i) k -= Parts::group[i].size;
      place = k;
      return i;
    }
  }
  static constexpr bool is_read(int i) {
    for (int k = 0; k < program::graph.size.inputs; ++k) {
      int place = 0;
      if (reads<program::graph>(k) && parameter_of(k, place) == i) return true;
    }
    return false;
  }

  /// What ends the name of a C function and a literal.
  static constexpr std::string_view suffix = is_float ? "f" : "";
  /// Before a macro of math.h that is a float.
  static constexpr std::string_view of_float = is_float ? "" : "(double)";
  constexpr void write_number(T value) {
    double const wide = static_cast<double>(value);
    if (math::constant::is_nan(wide)) {
      to_.append(of_float).append("NAN");
      return;
    }
    bool const minus = math::constant::is_negative(wide);
    if (minus) to_.append("(-");
    if (math::constant::is_infinite(wide)) {
      to_.append(of_float).append("INFINITY");
    } else {
      append_shortest(to_, minus ? -value : value, spell);
      to_.append(suffix);
    }
    if (minus) to_.append(')');
  }
  constexpr void write_literal(int k) {
    if constexpr (counts) to_.append("(-2.2250738585072014e-308)");
    else write_number(static_cast<T>(literals_[k]));
  }

  static constexpr int row_of(std::uint64_t id) {
    int r = 0;
    while (rows[r].id != id) ++r;
    return r;
  }
  static constexpr bool has_body(c_row<T> const& row) {
    return row.form.find("return") != std::string_view::npos;
  }

  /// Whether a row is a function that is called by name: its form is no expression.
  static constexpr bool is_called(c_row<T> const& row) {
    return row.info->arity > 0 && (row.form.empty() || has_body(row));
  }
  template <class To> static constexpr void append_function_name(To& to, c_row<T> const& row) {
    if (has_body(row)) to.append("leibniz_");
    append_identifier(to, row.info->name);
    to.append(suffix);
  }
  constexpr void write_result_type(function_info const& row) {
    to_.append(row.condition ? "int" : number_type);
  }
  /// A static function for a row with a body, a declaration for a function that the user brings.
  constexpr void write_helper(int r) {
    c_row<T> const& row = rows[r];
    if (!is_called(row)) return;
    bool const body = has_body(row);
    if (!body && is_c_function(row.info->name)) return;
    if (body) {  // texts may be put together into one file
      std::string_view const own = names_[r].substr(std::string_view("leibniz_").size());
      to_.append("#ifndef LEIBNIZ_HAS_").append(own);
      to_.append("\n#define LEIBNIZ_HAS_").append(own).append("\nstatic ");
    } else {
      to_.append("extern ");
    }
    write_result_type(*row.info);
    to_.append(' ').append(names_[r]).append('(');
    for (int k = 0; k < row.info->arity; ++k) {
      if (k > 0) to_.append(", ");
      if (body) to_.append("const ");
      to_.append(k < row.info->conditions ? "int" : number_type);
      if (body) to_.append(" lz_"), append_digits(to_, magnitude(k + 1));
    }
    if (!body) {
      to_.append(");\n\n");
      return;
    }
    to_.append(") {\n  ");
    write_body(row.form);
    to_.append("\n}\n#endif\n\n");
  }

  /// Replaces what an expression marks: its arguments are the operands of node i.
  constexpr void write_expression(std::string_view form, int i) {
    for (std::size_t at = form.find('#'); at != std::string_view::npos; at = form.find('#')) {
      to_.append(form.substr(0, at));
      char const mark = form[at + 1];
      form = form.substr(at + 2);
      if (!write_type_mark(mark)) write_operand(program::graph.nodes[i].operand(mark - '1'));
    }
    to_.append(form);
  }
  /// Replaces what a body marks: its arguments are the parameters lz_1, lz_2 of a helper. Its own
  /// variables get names that hide no global.
  constexpr void write_body(std::string_view body) {
    c_locals const locals(body);
    while (!body.empty()) {
      std::string_view const word = c_locals::word_at(body, 0);
      std::string_view const part = word.empty() ? body.substr(0, 1) : word;
      body = body.substr(part.size());
      std::size_t const at = first_position('#', part);
      if (locals.have(part)) to_.append("lz_");
      to_.append(part.substr(0, at));
      if (at == part.size()) continue;
      char const mark = part[at + 1];
      if (!write_type_mark(mark)) to_.append("lz_").append(mark);
    }
  }
  /// Writes what #T and #f stand for.
  constexpr bool write_type_mark(char mark) {
    if (mark == 'T') to_.append(number_type);
    else if (mark == 'f') to_.append(suffix);
    return mark == 'T' || mark == 'f';
  }

  /// Whether a node is a line of its own: an operation, or the load of a function's input.
  static constexpr bool is_step(int i) {
    graph::node const& n = program::graph.nodes[i];
    return n.arity() > 0 || (n.operation->is_input() && Parts::groups > 0);
  }
  constexpr void write_slot(int i) {
    to_.append(program::graph.nodes[i].operation->condition ? 'c' : 't');
    append_digits(to_, magnitude(numbers_[i]));
  }
  constexpr void write_operand(int i) {
    graph::node const& n = program::graph.nodes[i];
    if (*n.operation == operation::constant) write_number(scalar<T>(program::graph.numbers[n.a]));
    else if (*n.operation == operation::literal) write_literal(n.a);
    else if (is_step(i)) write_slot(i);
    else if (n.operation->is_input()) to_.append(parameter(n.a));
    else write_number(rows[row_of(n.operation->id)].constant);
  }

  constexpr void write_step(int i) {
    graph::node const& n = program::graph.nodes[i];
    if (!is_step(i)) return;
    to_.append("  const ");
    write_result_type(*n.operation);
    to_.append(' ');
    write_slot(i);
    to_.append(" = ");
    if (n.arity() == 0) {
      int place = 0;
      int const from = parameter_of(n.a, place);
      to_.append(parameter(from));
      if (!is_number(from)) write_index(place);
    } else {
      int const r = row_of(n.operation->id);
      if (is_called(rows[r])) {
        to_.append(names_[r]);
        for (int k = 0; k < n.arity(); ++k) {
          to_.append(k == 0 ? "(" : ", ");
          write_operand(n.operand(k));
        }
        to_.append(')');
      } else {
        write_expression(rows[r].form, i);
      }
    }
    to_.append(";\n");
  }
  constexpr void write_index(int i) {
    to_.append('[');
    append_digits(to_, magnitude(i));
    to_.append(']');
  }

  constexpr void write_signature() {
    to_.append(returns_value ? number_type : "void")
        .append(' ')
        .append(names_[row_count])
        .append('(');
    for (int i = 0; i < parameters(); ++i) {
      if (i > 0) to_.append(", ");
      to_.append("const ")
          .append(number_type)
          .append(is_number(i) ? " " : " *")
          .append(parameter(i));
    }
    if (!returns_value) {
      bool first = parameters() == 0;
      for (c_output const& out : Parts::found.outputs) {
        to_.append(first ? "" : ", ").append(number_type).append(" *").append(out.name);
        first = false;
      }
    } else if (parameters() == 0) {
      to_.append("void");
    }
    to_.append(')');
  }
  constexpr void write_results() {
    int written[Parts::results]{};
    for (c_element const& each : Parts::found.elements) {
      c_output const& out = Parts::found.outputs[each.output];
      if (returns_value) {
        to_.append("  return ");
      } else if (out.count == 1 && out.name == "value") {
        to_.append("  *value = ");
      } else {
        to_.append("  ").append(out.name);
        write_index(written[each.output]++);
        to_.append(" = ");
      }
      write_operand(program::graph.roots[each.root]);
      to_.append(";\n");
    }
  }

  Text& to_;
  double const* literals_;
  buffer<int> numbers_;  // of the steps
  c_names names_;
  int first_name_ = 0;
};

template <class T, class G, std::size_t NameSize> constexpr std::size_t c_capacity() {
  character_count count(std::size_t(-1));
  char name[NameSize];  // longer by one than any: a v may come before it
  for (char& c : name) c = 'a';
  c_writer<T, c_parts<G>, character_count>(count, {name, NameSize}, nullptr).write();
  return count.size();
}
template <class T, class G, std::size_t NameSize> struct c_length {
  static constexpr std::size_t run() { return c_capacity<T, G, NameSize>(); }
  static constexpr void refuse() {
    too_large<"nodes of the program:", digits<c_parts<G>::program::graph.size.nodes>()>();
  }
};

}  // namespace emit

/// A C99 function as text, for review or for a compiler without C++20: same operations in the same order, so the same
/// bits where neither compiler fuses multiplications and additions (-ffp-contract=off).
///
/// `g` is a formula, a vector of formulas, a function, or a verb of these (all that lz::call takes); `to_c<float>`
/// calculates in float. One value is returned, `double name(const double x, const double y)`; more are written, by the
/// names of the verb's members and matrices by rows: `void name(const double x, const double y, double *value, double
/// *gradient)`. They may not overlap inputs. Taylor coefficients are `*coefficients`. The parameters are all variables
/// by first appearance, renamed where C or math.h needs it as the function itself is (`a b` is a_b, `sin` sin_), or the inputs of a function, `const double *p`; behind these
/// `direction` or `adjoint`, as the verb takes them, of a formula number by number, `direction_of_x`. A function of
/// yours that has no C form is declared: link it.
/// Complexity: linear in the size of the text.
template <class T = double, class G, std::size_t NameSize>
requires emit::WritableInC<G>
constexpr auto to_c(G const& g, char const (&name)[NameSize]) {
  static_assert(std::is_same_v<T, double> || std::is_same_v<T, float>,
                "leibniz::to_c: C functions calculate in double or float");
  constexpr std::size_t length = emit::number_made<emit::c_length<T, G, NameSize>>(0);
  emit::counted_text<length> result;
  if constexpr (length > 0)
    emit::c_writer<T, emit::c_parts<G>, decltype(result)>(result, {name, NameSize - 1},
                                                          emit::c_literals(g))
        .write();
  return result.written();
}
template <class T = double, class G, class... Name> constexpr text<0> to_c(G const&,
                                                                           Name const&...) {
  if constexpr (emit::WritableInC<G>)
    static_assert(never<G>,
                  "leibniz::to_c: name the C function, by a string literal: lz::to_c(f, \"f\")");
  else
    static_assert(never<G>,
                  "leibniz::to_c: this is not written in C: give a formula, an lz::vector, an "
                  "lz::function, or a verb of these, such as lz::gradient(f)");
  return {};
}

}  // namespace leibniz
