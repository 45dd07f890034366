// SPDX-License-Identifier: BSL-1.0
// Random graphs as C++ source: formulas to be compiled for real, with value and gradient.
//
//   make_formulas FOLDER FILES PER_FILE SEED
//
// writes FOLDER/formulas_0.cpp .. and FOLDER/main.cpp, which checks them all. Those of the first file are also called
// with destinations and mapped over several points.
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "fuzz/sample.hpp"

using namespace leibniz;
using namespace leibniz::test;
using namespace leibniz::test::fuzz;

namespace {

constexpr int largest = 60;

std::string hexadecimal(double x) {
  char text[64];
  std::snprintf(text, sizeof text, "%a", x);
  return text;
}
std::string hexadecimal(std::uint64_t id) {
  char text[64];
  std::snprintf(text, sizeof text, "0x%llxu", static_cast<unsigned long long>(id));
  return text;
}

/// The inputs and parts that the first root needs.
std::vector<char> needed_by_root(sample const& s) {
  std::vector<char> needed(static_cast<std::size_t>(s.size()));
  needed[static_cast<unsigned>(s.roots[0])] = 1;
  for (int i = s.size() - 1; i >= s.inputs(); --i)
    if (needed[static_cast<unsigned>(i)] != 0)
      for (int k : s.parts[static_cast<unsigned>(i - s.inputs())].operands)
        if (k >= 0) needed[static_cast<unsigned>(k)] = 1;
  return needed;
}

/// Whether a sample is a formula of some size with at least one variable and exact constants.
bool suits(sample const& s, std::vector<char> const& needed) {
  bool variable = false;
  for (int i = 0; i < s.inputs(); ++i) variable = variable || needed[static_cast<unsigned>(i)] != 0;
  int parts = 0;
  for (int i = s.inputs(); i < s.size(); ++i) {
    part const& p = s.parts[static_cast<unsigned>(i - s.inputs())];
    if (needed[static_cast<unsigned>(i)] != 0) ++parts;
    if (needed[static_cast<unsigned>(i)] != 0 && *p.operation == operation::constant &&
        !p.value.exact())
      return false;
  }
  return variable && parts >= 4;
}

void write(std::ostream& to, sample const& s, std::vector<char> const& needed, std::uint64_t seed,
           bool in_every_way) {
  std::vector<int> used;
  for (int i = 0; i < s.inputs(); ++i)
    if (needed[static_cast<unsigned>(i)] != 0) used.push_back(i);
  to << "\nstruct formula_" << seed << " {\n  static constexpr std::uint64_t seed = " << seed
     << ";\n  static constexpr int count = " << used.size()
     << ";\n  static constexpr std::string_view names[] = {";
  for (int i : used) to << "\"n" << i << "\", ";
  to << "};\n  static constexpr double at[] = {";
  for (int i : used) to << hexadecimal(s.at[static_cast<unsigned>(i)]) << ", ";
  to << "};\n";
  for (int i : used) to << "  static constexpr lz::variable<\"n" << i << "\"> n" << i << "{};\n";
  to << "  static constexpr auto variables() { return lz::wrt(";
  for (std::size_t k = 0; k < used.size(); ++k) to << (k > 0 ? ", n" : "n") << used[k];
  to << "); }\n  static constexpr auto make() {\n";
  for (int i = s.inputs(); i < s.size(); ++i) {
    if (needed[static_cast<unsigned>(i)] == 0) continue;
    part const& p = s.parts[static_cast<unsigned>(i - s.inputs())];
    to << "    constexpr auto n" << i << " = ";
    if (*p.operation == operation::constant) {
      to << "lz::constant<" << p.value.numerator << ", " << p.value.denominator << ">{};\n";
      continue;
    }
    if (p.operation->is_let()) to << "lz::let<\"t" << i << "\">(";
    else if (p.operation->arity == 0)
      to << "lz::compose<lz::entry_of<" << hexadecimal(p.operation->id) << ">>(";
    else to << "lz::call<lz::entry_of<" << hexadecimal(p.operation->id) << ">>(";
    for (int k = 0; k < p.operation->arity; ++k) to << (k > 0 ? ", n" : "n") << p.operands[k];
    to << ");  // " << p.operation->name << '\n';
  }
  to << "    return n" << s.roots[0] << ";\n  }\n"
     << "  static void run(double const* x, double* y) {\n"
     << "    constexpr auto g = lz::gradient(make(), variables());\n    auto const r = g(";
  for (std::size_t k = 0; k < used.size(); ++k)
    to << (k > 0 ? ", n" : "n") << used[k] << " = x[" << k << "]";
  to << ");\n    y[0] = r.value;\n";
  for (std::size_t k = 0; k < used.size(); ++k)
    to << "    y[" << k + 1 << "] = r[n" << used[k] << "];\n";
  to << "  }\n";
  if (in_every_way) {
    std::string arguments;
    for (std::size_t k = 0; k < used.size(); ++k)
      arguments += "n" + std::to_string(used[k]) + " = x[" + std::to_string(k) + "], ";
    to << "  static void write(double const* x, double* y) {\n    double* const by = y + 1;\n"
       << "    lz::call(lz::gradient(make(), variables()), " << arguments
       << "lz::out(y[0], by));\n  }\n"
       << "  static void map(several const* x, several& values, gradients<count>& by) {\n"
       << "    lz::map(lz::gradient(make(), variables()), " << arguments
       << "lz::out(values, by));\n  }\n";
  }
  to << "};\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  std::string const folder = argv[1];
  int const files = std::atoi(argv[2]), per_file = std::atoi(argv[3]);
  auto seed = static_cast<std::uint64_t>(std::atoll(argv[4]));
  std::ofstream main(folder + "/main.cpp");
  main << "#include <cstdio>\n\n";
  for (int file = 0; file < files; ++file) {
    std::ofstream to(folder + "/formulas_" + std::to_string(file) + ".cpp");
    to << "// Made by make_formulas.\n#include \"fuzz/compiled.hpp\"\n\nnamespace lz = leibniz;\n"
       << "using lz::test::fuzz::several, lz::test::fuzz::gradients;\n\nnamespace {\n";
    std::string checks;
    for (int done = 0; done < per_file; ++seed) {
      sample const s = make_sample(seed, largest);
      std::vector<char> const needed = needed_by_root(s);
      if (!suits(s, needed)) continue;
      write(to, s, needed, seed, file == 0);
      checks +=
          "  differ += lz::test::fuzz::check_formula<formula_" + std::to_string(seed) + ">();\n";
      ++done;
    }
    std::string const name = "check_formulas_" + std::to_string(file);
    to << "\n}  // namespace\n\nint " << name << "();\nint " << name << "() {\n  int differ = 0;\n"
       << checks << "  return differ;\n}\n";
    main << "int " << name << "();\n";
  }
  main << "\nint main() {\n  int differ = 0;\n";
  for (int file = 0; file < files; ++file) main << "  differ += check_formulas_" << file << "();\n";
  main << "  std::printf(\"" << files * per_file
       << " formulas, %d differ\\n\", differ);\n  return differ > 0;\n}\n";
}
