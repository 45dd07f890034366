# SPDX-License-Identifier: BSL-1.0
"""Writes a copy of the headers that holds mistakes, each behind a switch (mutant.hpp).

The mistakes are found in Clang's syntax tree: an operator becomes another, a constant one more or one less, a
condition true or false, an operand of && or || is left out, a statement is dropped, two arguments of one type are
exchanged, a member or an index is another of its type. They are text that is inserted: operands are not repeated, so
that mistakes in mistakes cost nothing, and lines stay lines.
"""
import collections
import ctypes.util
import dataclasses
import glob
import hashlib
import os
import pathlib
import re
import subprocess
import sys

ADDED = [pathlib.Path(__file__).resolve().parent / name for name in ("mutant.hpp", "again.hpp")]
M = "::leibniz_mutant::"
OPERATORS = {
    "+": "plus", "-": "minus", "*": "times", "/": "divided", "%": "modulo", "<<": "shifted_left", ">>": "shifted_right",
    "&": "bits_and", "|": "bits_or", "^": "bits_xor", "<": "less", "<=": "less_equal", ">": "greater",
    ">=": "greater_equal", "==": "equal", "!=": "unequal"}
BECOMES = {"+": "-", "-": "+", "*": "+", "/": "*", "%": "/", "<<": ">>", ">>": "<<", "&": "|", "|": "&", "^": "&",
           "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "&&": "||", "||": "&&",
           "+=": "-=", "-=": "+=", "*=": "+=", "/=": "*=", "|=": "&=", "&=": "|="}
ASSIGNMENTS = {"+=": "add_to", "-=": "subtract_from", "*=": "multiply_by", "/=": "divide_by", "|=": "or_with",
               "&=": "and_with"}
# What the library keeps as a constant is computed anew in the copy, so that a mistake at run time reaches it.
AT_RUN_TIME = [
    ("emit/symbolic.hpp", "return emit::literal_free_equality<F, G>::value;", "return emit::same_form(F{}, G{});"),
    ("emit/text.hpp", "return constant_text<Writer, F>::value;",
     "return write_text<Writer, constant_text<Writer, F>::attempted.size>(F{});"),
    ("emit/cost.hpp", '#include "leibniz/emit/function.hpp"', '#include "leibniz/again.hpp"'),
    ("emit/cost.hpp", "return schedule::count(emit::program_of<G>::type::graph.view());",
     "return ::leibniz_mutant::again<typename emit::program_of<G>::type>::of(schedule::count);"),
    ("emit/cost.hpp", "return schedule::live_values(emit::program_of<G>::type::graph.view());",
     "return ::leibniz_mutant::again<typename emit::program_of<G>::type>::of(schedule::live_values);"),
]


def cindex():
    """The bindings of Debian's python3-clang-19, whichever Python runs."""
    for folder in glob.glob("/usr/lib/python3/dist-packages"):
        if folder not in sys.path:
            sys.path.append(folder)
    try:
        from clang import cindex as bindings
    except ImportError:
        sys.exit("needed, by its Debian name: python3-clang-19")
    library = next(iter(glob.glob("/usr/lib/*/libclang-19.so.1") + glob.glob("/usr/lib/llvm-19/lib/libclang.so.1")),
                   ctypes.util.find_library("clang-19"))
    if library and not bindings.Config.loaded:
        bindings.Config.set_library_file(library)
    return bindings


@dataclasses.dataclass
class Mutant:
    number: int
    file: str
    line: int
    function: str
    code: str  # the line it is in
    kind: str
    change: str

    def key(self):
        """What it is, by its text: the same wherever it stands."""
        return f"{self.file}: {self.function}: `{self.code}`: {self.change}"

    def rank(self):
        """A number that samples are taken by: it stays when other code changes."""
        return hashlib.sha256(self.key().encode()).hexdigest()


class File:
    """The text of a header and what is inserted into it."""

    def __init__(self, path):
        self.text = path.read_bytes()
        self.edits = []  # (begin, end, before, after) around a part; (begin, end, None, text) instead of it

    def source(self, begin, end):
        return self.text[begin:end].decode("utf-8")

    def line(self, offset):
        return self.text.count(b"\n", 0, offset) + 1

    def line_text(self, offset):
        begin = self.text.rfind(b"\n", 0, offset) + 1
        end = self.text.find(b"\n", offset)
        return re.sub(r"\s+", " ", self.source(begin, end if end >= 0 else len(self.text))).strip()

    def written(self, removed):
        """The text with all insertions but those of the mutants that are left out."""
        events = []
        for order, (number, begin, end, before, after) in enumerate(self.edits):
            if number in removed:
                continue
            size = end - begin
            if before is None:
                events.append((begin, 2, 0, order, end, after))
            else:  # what ends here comes before what begins; the inner ends first, the outer begins first
                events.append((begin, 1, -size, order, begin, before))
                events.append((end, 0, -begin, -order, end, after))
        result, at = [], 0
        for offset, _, _, _, until, text in sorted(events):
            result.append(self.text[at:offset])
            result.append(text.encode())
            at = max(until, offset)
        result.append(self.text[at:])
        return b"".join(result)


class Instrumentation:
    def __init__(self, include, folders):
        self.include = include
        self.folders = folders
        self.files = {}
        self.mutants = []
        self.known = set()
        self.keys = collections.Counter()
        self.ci = cindex()
        self.kind = self.ci.CursorKind
        self.skipped = {getattr(self.kind, name) for name in (
            "STATIC_ASSERT", "CONCEPT_DECL", "REQUIRES_EXPR", "CXX_UNARY_EXPR", "PACK_EXPANSION_EXPR",
            "SIZE_OF_PACK_EXPR", "ALIGNED_ATTR") if hasattr(self.kind, name)}
        self.expressions = {self.kind.CALL_EXPR, self.kind.BINARY_OPERATOR, self.kind.UNARY_OPERATOR,
                            self.kind.COMPOUND_ASSIGNMENT_OPERATOR, self.kind.CXX_DELETE_EXPR,
                            self.kind.UNEXPOSED_EXPR, self.kind.CONTINUE_STMT, self.kind.BREAK_STMT}

    # ---- where things are -------------------------------------------------------------------------------------------
    def file_of(self, cursor):
        """The header of a cursor, if it is one to mutate and no macro's."""
        start, end = cursor.extent.start, cursor.extent.end
        if start.file is None or end.file is None or start.file.name != end.file.name:
            return None
        path = pathlib.Path(start.file.name)
        if path not in self.files:
            try:
                relative = path.resolve().relative_to(self.include / "leibniz")
            except ValueError:
                relative = None
            mutated = relative is not None and len(relative.parts) > 1 and relative.parts[0] in self.folders
            self.files[path] = File(path) if mutated else None
        return self.files[path]

    def span(self, cursor):
        return cursor.extent.start.offset, cursor.extent.end.offset

    def text(self, file, cursor):
        return file.source(*self.span(cursor))

    # ---- mistakes ---------------------------------------------------------------------------------------------------
    def add(self, file, path, begin, kind, change, edits):
        if (path, begin, change) in self.known:  # Clang shows some parts twice
            return
        self.known.add((path, begin, change))
        number = len(self.mutants)
        for edit in edits(number):
            file.edits.append((number, *edit))
        mutant = Mutant(number, path, file.line(begin), self.function, file.line_text(begin), kind,
                        re.sub(r"\s+", " ", change))
        self.keys[mutant.key()] += 1  # the same change may be made twice in a line
        if self.keys[mutant.key()] > 1:
            mutant.change += f" #{self.keys[mutant.key()]}"
        self.mutants.append(mutant)

    def around(self, begin, end, before, after):
        """One insertion before a part and one after it; {} is the mutant's number."""
        return lambda k: [(begin, end, before.replace("{}", str(k)), after.replace("{}", str(k)))]

    def condition(self, file, path, cursor, loop=False):
        begin, end = self.span(cursor)
        short = self.text(file, cursor)[:60]
        self.add(file, path, begin, "case", f"`{short}` is false",
                 self.around(begin, end, f"(!{M}on({{}}) && static_cast<bool>(", "))"))
        if not loop:
            self.add(file, path, begin, "guard", f"`{short}` is true",
                     self.around(begin, end, f"({M}on({{}}) || static_cast<bool>(", "))"))

    def binary(self, file, path, cursor, left, right):
        a, b = self.span(left), self.span(right)
        between = file.source(a[1], b[0])
        operator = re.sub(r"/\*.*?\*/|//[^\n]*", "", between).strip().strip("()").strip()
        at = a[1] + len(between[:between.find(operator)].encode()) if operator else -1
        if operator in ("&&", "||") and cursor.type.get_canonical().kind == self.ci.TypeKind.BOOL:
            both = operator == "&&"
            for side in (left, right):
                s = self.span(side)
                self.add(file, path, s[0], "operand", f"`{self.text(file, side)[:60]}` of {operator} left out",
                         self.around(*s, f"({M}on({{}}) || static_cast<bool>(" if both
                                     else f"(!{M}on({{}}) && static_cast<bool>(", "))"))
            sign = "!=" if both else "=="
            yes, no = (("static_cast<bool>(", f") : {M}on({{}})") if both else
                       ("static_cast<bool>(", f") : !{M}on({{}})"))
            self.add(file, path, at, "operator", f"{operator} becomes {BECOMES[operator]}",
                     lambda k: [(a[0], b[1], f"({M}on({k}) {sign} static_cast<bool>(", no.replace("{}", str(k)) + ")"),
                                (at, at + 2, None, ") ? " + yes)])
        elif operator in OPERATORS:
            self.add(file, path, at, "operator", f"{operator} becomes {BECOMES[operator]}",
                     lambda k: [(a[0], b[1], f"{M}{OPERATORS[operator]}<{k}>(", ")"),
                                (at, at + len(operator), None, ",")])

    def literal(self, file, path, cursor, negative=False):
        begin, end = self.span(cursor)
        written = self.text(file, cursor)
        if cursor.kind == self.kind.CXX_BOOL_LITERAL_EXPR:
            other = ["false" if written == "true" else "true"]
        else:
            found = re.fullmatch(r"([0-9']+|0x[0-9a-fA-F']+)([uUlL]*)", written)
            if not found:
                return
            n = int(found[1].replace("'", ""), 0)
            if len(found[1]) > 9:
                return  # a hash's
            # -1 is "none" throughout, and so is every other negative number
            other = [f"{m}{found[2]}" for m in (n + 1, n - 1) if m >= 0 and not (negative and n == 1 and m == 2)]
        for o in other:
            self.add(file, path, begin, "constant", f"{written} becomes {o}",
                     self.around(begin, end, f"({M}on({{}}) ? {o} : ", ")"))

    def exchange(self, file, path, arguments):
        """Neighbours of one type that are simple change places."""
        for x, y in zip(arguments, arguments[1:]):
            s, t = self.text(file, x), self.text(file, y)
            if s == t or max(len(s), len(t)) > 40 or self.plain_type(x) != self.plain_type(y):
                continue
            if not re.fullmatch(r"[\w.\[\]]+|[\w.]+\([\w., ]*\)", s) or not re.fullmatch(
                    r"[\w.\[\]]+|[\w.]+\([\w., ]*\)", t):
                continue
            i, j = self.span(x), self.span(y)
            self.add(file, path, i[0], "exchange", f"`{s}` and `{t}` exchanged",
                     lambda k: [(*i, f"({M}on({k}) ? {t} : ", ")"), (*j, f"({M}on({k}) ? {s} : ", ")")])

    def plain_type(self, cursor):
        kind = cursor.type.get_canonical()
        if kind.kind in (self.ci.TypeKind.INVALID, self.ci.TypeKind.DEPENDENT):
            return object()
        if kind.kind in (self.ci.TypeKind.LVALUEREFERENCE, self.ci.TypeKind.RVALUEREFERENCE):
            kind = kind.get_pointee()
        name = kind.spelling
        return name.removeprefix("const ") if kind.kind != self.ci.TypeKind.RECORD else name

    def member(self, file, path, cursor):
        """A field becomes the next one of its type."""
        field = cursor.referenced
        if field is None or field.kind != self.kind.FIELD_DECL:
            return
        fields = [f for f in field.semantic_parent.get_children() if f.kind == self.kind.FIELD_DECL]
        same = [f.spelling for f in fields if f.type.spelling == field.type.spelling]
        if len(same) < 2:
            return
        other = same[(same.index(field.spelling) + 1) % len(same)]
        begin, end = self.span(cursor)
        written = self.text(file, cursor)
        if not written.endswith(field.spelling) or not re.fullmatch(r"[\w.\[\]]+|[\w.]+\([\w., ]*\)\.\w+", written):
            return
        changed = written[:-len(field.spelling)] + other
        self.add(file, path, begin, "member", f"`{written}` becomes `{changed}`",
                 self.around(begin, end, f"({M}on({{}}) ? {changed} : ", ")"))

    def index(self, file, path, cursor):
        """An index becomes another variable of its type that is in scope."""
        if cursor.kind == self.kind.UNEXPOSED_EXPR:
            inner = list(cursor.get_children())
            if len(inner) == 1:
                cursor = inner[0]
        if cursor.kind != self.kind.DECL_REF_EXPR:
            return
        name, kind = cursor.spelling, self.plain_type(cursor)
        others = [n for n, t in self.scope if t == kind and n != name]
        if not others or not re.fullmatch(r"\w+", self.text(file, cursor)):
            return
        begin, end = self.span(cursor)
        self.add(file, path, begin, "index", f"[{name}] becomes [{others[-1]}]",
                 self.around(begin, end, f"({M}on({{}}) ? {others[-1]} : ", ")"))

    def dropped(self, file, path, cursor):
        begin, end = self.span(cursor)
        rest = re.match(rb"\s*;", file.text[end:])
        if cursor.kind not in self.expressions or not rest:
            return
        end += rest.end()
        self.add(file, path, begin, "statement", f"`{file.source(begin, end)[:60]}` dropped",
                 lambda k: [(begin, end, f"{{ if (!{M}on({k})) ", " }")])

    # ---- the walk ---------------------------------------------------------------------------------------------------
    def visit(self, cursor, file, path):
        K = self.kind
        kind = cursor.kind
        if kind in self.skipped or kind.is_attribute():
            return
        children = [c for c in cursor.get_children()]
        if kind in self.named:
            if kind in (K.FUNCTION_DECL, K.CXX_METHOD, K.CONSTRUCTOR, K.DESTRUCTOR, K.FUNCTION_TEMPLATE, K.VAR_DECL,
                        K.FIELD_DECL, K.CONVERSION_FUNCTION) and not self.inside_function:
                self.function = cursor.spelling
                self.inside_function = True
                before = len(self.scope)
                for c in children:
                    self.visit_in(c, file, path, cursor)
                del self.scope[before:]
                self.inside_function = False
                return
        if kind in (K.COMPOUND_STMT, K.FOR_STMT, K.LAMBDA_EXPR, K.CXX_FOR_RANGE_STMT, K.IF_STMT):
            before = len(self.scope)
        else:
            before = None
        if kind == K.COMPOUND_STMT:
            for c in children:
                self.dropped(file, path, c)
        if kind in (K.IF_STMT, K.WHILE_STMT, K.FOR_STMT, K.CXX_FOR_RANGE_STMT):
            self.control(file, path, cursor, children)
        if kind == K.CONDITIONAL_OPERATOR and len(children) == 3:
            self.condition(file, path, children[0])
        if kind == K.BINARY_OPERATOR and len(children) == 2:
            self.binary(file, path, cursor, *children)
        if kind == K.COMPOUND_ASSIGNMENT_OPERATOR and len(children) == 2:
            a, b = self.span(children[0]), self.span(children[1])
            operator = file.source(a[1], b[0]).strip()
            if operator in ASSIGNMENTS:
                at = file.text.index(operator.encode(), a[1])
                self.add(file, path, at, "operator", f"{operator} becomes {BECOMES[operator]}",
                         lambda k: [(a[0], b[1], f"{M}{ASSIGNMENTS[operator]}<{k}>(", ")"),
                                    (at, at + 2, None, ",")])
        if kind == K.UNARY_OPERATOR and len(children) == 1:
            begin, end = self.span(cursor)
            sign = file.source(begin, begin + 1)
            if sign in "!-" and file.source(begin, begin + 2) not in ("--", "!="):  # != may be rewritten as !(a == b)
                helper = "negated" if sign == "-" else "inverted"
                if sign == "-" and children[0].kind == K.INTEGER_LITERAL:
                    self.literal(file, path, children[0], negative=True)
                    return
                self.add(file, path, begin, "operator", f"{sign} left out of `{file.source(begin, end)[:60]}`",
                         lambda k: [(begin, begin + 1, None, f"{M}{helper}<{k}>("), (begin + 1, end, "", ")")])
        if kind in (K.INTEGER_LITERAL, K.CXX_BOOL_LITERAL_EXPR):
            self.literal(file, path, cursor)
        if kind == K.CALL_EXPR:
            if len(children) == 3 and children[1].extent.start.offset >= children[0].extent.end.offset \
                    and children[2].extent.start.offset >= children[1].extent.end.offset \
                    and self.text(file, children[1]) in BECOMES:
                self.binary(file, path, cursor, children[0], children[2])
                children = [children[0], children[2]]
            else:
                if not cursor.spelling.startswith("operator") or cursor.spelling == "operator()":
                    self.exchange(file, path, list(cursor.get_arguments()))
                if cursor.spelling == "operator[]" and len(children) >= 3:
                    self.index(file, path, children[-1])
        if kind == K.INIT_LIST_EXPR:
            self.exchange(file, path, children)
        if kind == K.ARRAY_SUBSCRIPT_EXPR and len(children) == 2:
            self.index(file, path, children[1])
        if kind == K.MEMBER_REF_EXPR:
            self.member(file, path, cursor)
        if kind in (K.VAR_DECL, K.PARM_DECL):
            if "[" in cursor.type.spelling:  # not how long an array is
                children = [c for c in children if c.kind != K.INTEGER_LITERAL]
            self.scope.append((cursor.spelling, self.plain_type(cursor)))
        for c in children:
            self.visit_in(c, file, path, cursor)
        if before is not None:
            del self.scope[before:]

    def visit_in(self, cursor, file, path, parent):
        """Visits what is written in this file, not by a macro; an implicit copy of the parent only for its parts."""
        start, end = cursor.extent.start, cursor.extent.end
        if start.file is None or start.file.name != self.current or start.offset == end.offset:
            return
        if any(b <= start.offset < e for b, e in self.macros):
            return
        self.visit(cursor, file, path)

    def control(self, file, path, cursor, children):
        K = self.kind
        begin = cursor.extent.start.offset
        bodies = []
        if cursor.kind == K.FOR_STMT:
            depth, at, ends = 0, begin, []
            while len(ends) < 3 and at < len(file.text):
                c = file.text[at:at + 1]
                depth += (c in b"({[") - (c in b")}]")
                if (c == b";" and depth == 1) or (c == b")" and depth == 0):
                    ends.append(at)
                at += 1
            for c in children:
                if len(ends) == 3 and ends[0] < c.extent.start.offset < ends[1]:
                    self.condition(file, path, c, loop=True)
            bodies = children[-1:]
        elif cursor.kind == K.CXX_FOR_RANGE_STMT:
            bodies = children[-1:]
        else:
            for i in range(1, len(children)):
                gap = file.source(children[i - 1].extent.end.offset, children[i].extent.start.offset)
                if ")" in gap and children[i - 1].kind not in (K.DECL_STMT, K.VAR_DECL):
                    self.condition(file, path, children[i - 1], loop=cursor.kind == K.WHILE_STMT)
                if ")" in gap or "else" in gap:
                    bodies.append(children[i])
        for body in bodies:
            self.dropped(file, path, body)

    def run(self, headers, arguments):
        """Finds the mistakes of some headers; each is read where there is the header that it is listed with."""
        K = self.kind
        self.named = {K.FUNCTION_DECL, K.CXX_METHOD, K.CONSTRUCTOR, K.DESTRUCTOR, K.FUNCTION_TEMPLATE, K.VAR_DECL,
                      K.FIELD_DECL, K.CONVERSION_FUNCTION}
        self.scope, self.function, self.inside_function = [], "", False
        text = "".join(f"#if __has_include(<{there}>)\n#include <leibniz/{header}>\n#endif\n"
                       for header, there in headers.items())
        unit = self.ci.Index.create().parse(
            "mutated.cpp", args=arguments, unsaved_files=[("mutated.cpp", text)],
            options=self.ci.TranslationUnit.PARSE_DETAILED_PROCESSING_RECORD)
        errors = [d for d in unit.diagnostics if d.severity >= self.ci.Diagnostic.Error]
        if errors:
            sys.exit(f"the headers do not compile: {errors[0]}")
        macros = {}
        top = []
        for c in unit.cursor.get_children():
            if c.location.file is None or not c.location.file.name.startswith(str(self.include)):
                continue
            if c.kind == K.MACRO_INSTANTIATION:
                macros.setdefault(c.location.file.name, []).append(self.span(c))
            elif not c.kind.is_preprocessing():
                top.append(c)
        for c in top:
            file = self.file_of(c)
            if file is None:
                continue
            self.current = c.extent.start.file.name
            self.macros = macros.get(self.current, [])
            path = str(pathlib.Path(self.current).relative_to(self.include / "leibniz"))
            self.walk_declarations(c, file, path)

    def walk_declarations(self, cursor, file, path):
        self.visit_in(cursor, file, path, None)

    def write(self, to, removed=frozenset(), keep_time=False):
        """The headers with all mistakes but those removed."""
        texts = {}
        for path, file in self.files.items():
            if file is not None:
                text = file.written(removed).decode("utf-8")
                if file.edits:
                    text = text.replace("#pragma once\n\n", '#pragma once\n#include "leibniz/mutant.hpp"\n', 1)
                texts[path.relative_to(self.include / "leibniz").as_posix()] = text
        for header, constant, computed in AT_RUN_TIME:
            path = self.include / "leibniz" / header
            if not path.exists():
                continue
            text = texts.get(header) or path.read_text(encoding="utf-8")
            if constant not in text:
                sys.exit(f"{header} has no '{constant}': AT_RUN_TIME is out of date")
            texts[header] = text.replace(constant, computed)
        for header, text in texts.items():
            target = to / "leibniz" / header
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists() or target.read_text(encoding="utf-8") != text:
                time = target.stat().st_mtime if keep_time and target.exists() else None
                target.write_text(text, encoding="utf-8")
                if time is not None:
                    os.utime(target, (time, time))


def invalid(mutations, errors):
    """The mistakes in the lines of headers that a compiler's errors are about."""
    by_line = {}
    for m in mutations.mutants:
        by_line.setdefault((m.file, m.line), []).append(m.number)
    result, in_switch = set(), False
    for place in re.finditer(r"^(\S*/leibniz/)(\S+?):(\d+):\d+: (error|fatal error|note):", errors, re.M):
        is_error = place[4] != "note"
        if is_error or in_switch:  # an error in the switch is a mistake of who asked for it, which a note says
            result.update(by_line.get((place[2], int(place[3])), []))
        in_switch = (is_error or in_switch) and place[2] == "mutant.hpp"
    return result
