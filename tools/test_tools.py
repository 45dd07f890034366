#!/usr/bin/env python3
"""Tests of the tools: that they find what they are there to find."""
import pathlib
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path += [str(HERE), str(HERE / "mutation"), str(HERE.parent / "cmake")]
sys.dont_write_bytecode = True

import check_layers
import compile_fail
import instrument
import sync_snippets

HEAD = "// SPDX-License-Identifier: BSL-1.0\n#pragma once\n"


class InAFolder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def write(self, path, text):
        path = self.root / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


class Mistakes(InAFolder):
    def setUp(self):
        super().setUp()
        try:
            instrument.cindex()
        except SystemExit as missing:
            self.skipTest(str(missing))

    def mistakes(self, code):
        path = self.write("include/leibniz/derive/first.hpp", HEAD + "\n" + code)
        found = instrument.Instrumentation(self.root / "include", ["derive"])
        found.run({"derive/first.hpp": "version"}, ["-std=c++20", "-xc++", f"-I{self.root}/include"])
        return found, path

    def assert_made(self, code, *changes):
        made = [m.change for m in self.mistakes(code)[0].mutants]
        for change in changes:
            self.assertIn(change, made)

    def test_every_kind_is_made(self):
        self.assert_made("inline int f(int a, int b) { return a - b; }", "- becomes +")
        self.assert_made("inline bool f(int a, int b) { return a < b && b != 2; }", "< becomes <=", "&& becomes ||",
                         "`a < b` of && left out", "!= becomes ==", "2 becomes 3", "2 becomes 1")
        self.assert_made("inline int f(bool c) {\n  if (c) return 1;\n  return 0;\n}", "`c` is false", "`c` is true")
        self.assert_made("inline int f(int n) {\n  int s = 0;\n  for (int i = 0; i < n; ++i) s += i;\n  return s;\n}",
                         "`i < n` is false", "`s += i;` dropped", "+= becomes -=")
        self.assert_made("int g(int, int);\ninline int f(int a, int b) { return g(a, b); }", "`a` and `b` exchanged")
        self.assert_made("struct p { int x, y; };\ninline int f(p const& q) { return q.x; }", "`q.x` becomes `q.y`")
        self.assert_made("inline int f(int const* a, int i, int j) { return a[i] + j; }", "[i] becomes [j]")
        self.assert_made("template <class T> bool f(T t) { return !t.empty(); }", "! left out of `!t.empty()`")

    def test_mistakes_in_mistakes_leave_the_lines_as_they_are(self):
        found, path = self.mistakes("inline int f(int a, int b) {\n  if (a < b - 1)\n    return a * (b + 2);\n  return 0;\n}")
        written = found.files[path].written(frozenset()).decode()
        self.assertEqual(written.count("\n"), path.read_text().count("\n"))
        for m in found.mutants:
            self.assertRegex(written.splitlines()[m.line - 1], rf"[(<]{m.number}[)>]")
        self.assertEqual(found.files[path].written({m.number for m in found.mutants}), path.read_bytes())

    def test_a_key_does_not_depend_on_where_the_code_stands(self):
        code = "inline int f(int a) { return a + 1; }"
        keys = {m.key() for m in self.mistakes(code)[0].mutants}
        self.assertEqual(keys, {m.key() for m in self.mistakes("// a comment\n\n" + code)[0].mutants})

    def test_the_lines_of_errors_name_what_does_not_compile(self):
        found, _ = self.mistakes("inline int f(int a) { return a + 1; }\ninline int g(int a) { return -a; }")
        errors = "x/leibniz/derive/first.hpp:4:30: error: no\n"
        named = instrument.invalid(found, errors)
        self.assertEqual({found.mutants[k].line for k in named}, {4})


class Layers(InAFolder):
    def setUp(self):
        super().setUp()
        everything = ["version.hpp"] + [f"{layer}.hpp" for layer in check_layers.IN_UMBRELLA]
        self.header("version.hpp")
        self.header("leibniz.hpp", *everything)
        for layer in check_layers.IN_UMBRELLA:
            self.header(f"{layer}.hpp", f"{layer}/first.hpp")
            self.header(f"{layer}/first.hpp", *(["base/first.hpp"] if layer != "base" else []))
        self.header("interop/eigen.hpp", "leibniz.hpp")

    def header(self, name, *included, code=""):
        lines = "".join(f"#include <leibniz/{i}>\n" for i in included)
        self.write(f"leibniz/{name}", HEAD + lines + code)

    def assert_found(self, *parts):
        found = list(check_layers.problems(self.root))
        self.assertEqual(len(found), 1, found)
        for part in parts:
            self.assertIn(part, found[0])

    def test_accepts_a_tree_that_is_right(self):
        self.assertEqual(list(check_layers.problems(self.root)), [])

    def test_standard_header_that_is_used(self):
        self.header("graph/first.hpp", code="inline std::size_t n = 0;  // std::array\n")
        self.assert_found("graph/first.hpp", "uses std::size_t and does not include <cstddef>")

    def test_include_of_a_later_layer(self):
        self.header("graph/first.hpp", "derive/first.hpp")
        self.assert_found("graph/first.hpp", "derive comes after graph")

    def test_include_of_the_header_of_a_later_layer(self):
        self.header("graph/first.hpp", "emit.hpp")
        self.assert_found("emit comes after graph")

    def test_include_of_the_header_of_an_earlier_layer(self):
        self.header("graph/first.hpp", "expression.hpp")
        self.assertEqual(list(check_layers.problems(self.root)), [])

    def test_include_of_ones_own_umbrella(self):
        self.header("graph/first.hpp", "graph.hpp")
        self.assert_found("all of its own layer")

    def test_header_missing_from_its_umbrella(self):
        self.header("simplify/second.hpp")
        self.assert_found("simplify.hpp", "does not include <leibniz/simplify/second.hpp>")

    def test_umbrella_with_something_else(self):
        self.header("simplify.hpp", "simplify/first.hpp", "base/first.hpp")
        self.assert_found("simplify.hpp", "not of the layer")

    def test_interop_in_the_umbrella(self):
        layers = [f"{layer}.hpp" for layer in check_layers.IN_UMBRELLA]
        self.header("leibniz.hpp", "version.hpp", *layers, "interop/eigen.hpp")
        self.assert_found("leibniz.hpp", "nothing else")

    def test_relative_include(self):
        self.header("base/first.hpp", code='#include "second.hpp"\n')
        self.assert_found("write the whole path")

    def test_quoted_include_of_a_later_layer(self):
        self.header("graph/first.hpp", code='#include "leibniz/derive/first.hpp"\n')
        self.assert_found("derive comes after graph")

    def test_unknown_folder(self):
        self.header("detail/first.hpp")
        self.assert_found("is in no layer")

    def test_missing_umbrella(self):
        (self.root / "leibniz/emit.hpp").unlink()
        found = list(check_layers.problems(self.root))
        self.assertIn("emit.hpp: is missing", found[-1])

    def test_missing_licence(self):
        self.write("leibniz/base/first.hpp", "#pragma once\n")
        self.assert_found("SPDX")

    def test_missing_pragma_once(self):
        self.write("leibniz/base/first.hpp", HEAD.splitlines()[0])
        self.assert_found("#pragma once")

    def test_what_costs_at_run_time(self):
        costly = ["int* p = new int;", "static int n;", "static auto n = f();", "throw 1;", "typeid(n);"]
        for code in [*costly, "virtual void f();"]:
            self.header("base/first.hpp", code=code + "\n")
            self.assert_found("first.hpp:3", "costs at run time")

    def test_what_does_not_cost_at_run_time(self):
        code = ["#include <new>", "// a new throw", '"a new throw"', "/* throw\n new */", "static_assert(true);"]
        code += ["static constexpr int n = 0;", "constexpr static int n = 0;", "static_cast<int>(0);"]
        code += ["if (n > 1'000) throw n;  // compile time only", "char c = '\"';", "static consteval int f();"]
        code += ["INLINE static void run(int n) {"]
        self.header("base/first.hpp", code="\n".join(code) + "\n")
        self.assertEqual(list(check_layers.problems(self.root)), [])


class CompileFail(InAFolder):
    def mistakes(self, source, status=1, message="a.cpp:1:2: error: a number is not a formula\n"):
        path = self.write("mistake.cpp", source)
        compiler = f"import sys; sys.stderr.write({message!r}); sys.exit({status})"
        return compile_fail.mistakes("gnu", str(path), [sys.executable, "-c", compiler])[0]

    def test_the_message_that_is_expected(self):
        self.assertEqual(self.mistakes("// expect: not a form[ua]la\n// expect: number\n"), [])

    def test_another_message(self):
        self.assertIn("does not match 'vector'", self.mistakes("// expect: vector\n// expect: number\n")[0])

    def test_the_expected_message_comes_second(self):
        message = "a.cpp:1:2: error: first\na.cpp:1:2: error: second\n"
        wrong = self.mistakes("// expect: second\n// errors: 2\n", message=message)
        self.assertEqual(len(wrong), 1, wrong)

    def test_too_many_errors(self):
        message = "a.cpp:1:2: error: first\na.cpp:1:2: fatal error: second\n"
        self.assertIn("2 errors", self.mistakes("// expect: first\n", message=message)[0])

    def test_it_compiles(self):
        self.assertEqual(self.mistakes("// expect: number\n", status=0), ["compiles, and must not"])

    def test_flags(self):
        path = self.write("mistake.cpp", "// expect: -o 1\n// flags-gnu: -o 1\n// flags-clang: -o 2\n")
        compiler = "import sys; sys.exit('a.cpp:1:2: error: ' + ' '.join(sys.argv[1:]))"
        self.assertEqual(compile_fail.mistakes("gnu", str(path), [sys.executable, "-c", compiler])[0], [])

    def test_nothing_is_expected(self):
        self.assertIn("has no line", self.mistakes("int main() {}\n")[0])

    def test_each_compiler_has_its_own_words(self):
        self.assertEqual(self.mistakes("// expect-gnu: number\n// expect-clang: vector\n"), [])

    def test_quoted_source_is_no_error(self):
        message = "a.cpp:1:2: error: first\n    1 | // error: no\n"
        self.assertEqual(self.mistakes("// expect: first\n", message=message), [])


class Quotations(InAFolder):
    LISTING = """
0000000000000000 <f(double)>:
   0:\tmulsd  xmm0,xmm0
   4:\taddsd  xmm0,QWORD PTR [rip+0x0]        # c <f(double)+0xc>
\t\t\t8: R_X86_64_PC32\t.LC0-0x4
   c:\tje     12 <f(double)+0x12>
   e:\tcall   13 <f(double)+0x13>
\t\t\tf: R_X86_64_PLT32\tsin-0x4
  12:\tret
  13:\tnop

0000000000000020 <g(double)>:
  20:\tret
"""

    def refreshed(self, text):
        return sync_snippets.refreshed(text, self.root, self.root / "build", [])

    def test_a_part_of_a_file(self):
        self.write("a.cpp", "int main() {\n  // [part]\n  if (x)\n    y();\n  // [/part]\n}\n")
        page = "before\n\n<!-- snippet: a.cpp#part -->\n```cpp\nstale\n```\nafter\n"
        self.assertEqual(self.refreshed(page), page.replace("stale", "if (x)\n  y();"))

    def test_the_output_of_an_example(self):
        self.write("build/examples/a", "#!/bin/sh\necho 4\n").chmod(0o755)
        page = "<!-- output: a -->\n```\n3\n```\n"
        self.assertEqual(self.refreshed(page), page.replace("3", "4"))

    def test_a_table(self):
        self.write("a.md", "# Page\n\n| no |\n\n## Part: one\n\nText.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n| no |\n")
        page = "before\n\n<!-- table: a.md#Part: one -->\n| stale |\n\nafter\n"
        self.assertEqual(self.refreshed(page), page.replace("| stale |", "| a | b |\n|---|---|\n| 1 | 2 |"))
        for text in ("<!-- table: a.md#Two -->\n| x |\n", "<!-- table: a.md#Part: one -->\nnone\n"):
            with self.assertRaises(LookupError):
                self.refreshed(text)

    def test_a_part_that_does_not_exist(self):
        self.write("a.cpp", "int main() {}\n")
        with self.assertRaises(LookupError):
            self.refreshed("<!-- snippet: a.cpp#part -->\n```cpp\n```\n")

    def test_a_marker_without_a_block(self):
        with self.assertRaises(LookupError):
            self.refreshed("<!-- snippet: a.cpp#part -->\nno block\n")

    def test_one_function_of_a_listing(self):
        expected = """\
  mulsd     xmm0,xmm0
  addsd     xmm0,QWORD PTR [rip+.LC0]
  je        .L1
  call      sin
.L1:
  ret
"""
        self.assertEqual(sync_snippets.function_in(self.LISTING, "f"), expected)


if __name__ == "__main__":
    unittest.main(verbosity=0)
