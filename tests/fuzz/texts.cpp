// SPDX-License-Identifier: BSL-1.0
// What must hold of every text: read by the rules that a reader of C++ and of mathematics knows, it has the value of
// the graph it was written from, in every bit.
#include <cctype>
#include <charconv>
#include <optional>
#include <string_view>

#include "fuzz/sample.hpp"
#include "leibniz/emit/text.hpp"

namespace leibniz::test::fuzz {

namespace {

/// Reads a formula and computes it.
class reader {
 public:
  reader(std::string_view text, graph::view const& inputs, std::vector<double> const& at)
      : rest_(text), graph_(inputs), at_(at) {}

  /// Nothing if it is no formula.
  std::optional<double> read() {
    outcome<double> const result = expression(lowest);
    if (wrong_ || !rest_.empty()) return {};
    return result.number;
  }

 private:
  static constexpr int lowest = -1, prefix = 4, power = 5;

  bool take(std::string_view what) {
    if (!rest_.starts_with(what)) return false;
    rest_.remove_prefix(what.size());
    return true;
  }
  /// The row of an infix operator that binds at least so tightly, as it stands next, spaces included.
  table_row<double> const* next_operator(int least) {
    table_row<double> const* found = nullptr;
    for (table_row<double> const& r : rows<double>())
      if (r.info->written == notation::infix && r.info->precedence >= least &&
          rest_.starts_with(r.info->name) &&
          (found == nullptr || r.info->name.size() > found->info->name.size()))
        found = &r;
    return found;
  }
  outcome<double> expression(int least) {
    outcome<double> left = operand();
    while (table_row<double> const* const r = wrong_ ? nullptr : next_operator(least)) {
      take(r->info->name);
      // operators of one precedence go from left to right, but x^y^z is x^(y^z)
      bool const to_the_right = r->info->precedence == power;
      outcome<double> const right = expression(r->info->precedence + (to_the_right ? 0 : 1));
      outcome<double> const both[] = {left, right};
      left = r->apply(both);
    }
    return left;
  }
  outcome<double> operand() {
    if (take("(")) {
      outcome<double> const inside = expression(lowest);
      wrong_ = wrong_ || !take(")");
      return inside;
    }
    for (table_row<double> const& r : rows<double>())
      if (r.info->written == notation::prefix && take(r.info->name)) {
        outcome<double> const of = expression(prefix);
        return r.apply(&of);
      }
    if (!rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9') return number();
    return named();
  }
  outcome<double> number() {
    double value = 0;
    auto const read = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    wrong_ = wrong_ || read.ec != std::errc{};
    rest_.remove_prefix(static_cast<std::size_t>(read.ptr - rest_.data()));
    return {value};
  }
  outcome<double> named() {
    std::size_t end = 0;
    while (end < rest_.size() &&
           (std::isalnum(static_cast<unsigned char>(rest_[end])) != 0 || rest_[end] == '_'))
      ++end;
    std::string_view const name = rest_.substr(0, end);
    rest_.remove_prefix(end);
    for (int i = 0; i < graph_.size.inputs; ++i)
      if (graph_.inputs[i] == name) return {at_[static_cast<unsigned>(i)]};
    outcome<double> operands[3];
    int count = 0;
    if (take("(")) {
      do operands[count++] = expression(lowest);
      while (!wrong_ && count < 3 && take(", "));
      wrong_ = wrong_ || !take(")");
    }
    for (table_row<double> const& r : rows<double>())
      if (r.info->written == notation::call && r.info->name == name && r.info->arity == count &&
          !wrong_)
        return r.apply(operands);
    wrong_ = true;
    return {};
  }

  std::string_view rest_;
  graph::view graph_;
  std::vector<double> const& at_;
  bool wrong_ = false;
};

}  // namespace

judgement judge_text(sample const& s) {
  for (part const& p : s.parts)  // a let's text is its name
    if (p.operation->is_let()) return {};
  graph::builder const g = graph_of(s, graph::builder(graph::builder::as_written{}));
  text<4096> written;
  emit::append_node(written, g.view(), g.roots()[0]);
  if (written.full()) return {};
  double const value =
      interpret<double>(g.view(), s.at.data())[static_cast<unsigned>(g.roots()[0])].number;
  auto const read = reader(written.view(), g.view(), s.at).read();
  if (read && same_bits(*read, value)) return {};
  return {verdict::broken, false,
          "the text " + std::string(written.view()) +
              (read ? " has the value " + std::to_string(*read) : " cannot be read")};
}

}  // namespace leibniz::test::fuzz
