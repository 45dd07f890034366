#!/usr/bin/env python3
"""Keeps what README.md and docs/ quote equal to what it is quoted from.

A marker in a Markdown file says what the fenced block after it quotes, or the table:

    <!-- snippet: examples/01_name.cpp#part -->     the lines between // [part] and // [/part]
    <!-- output: 01_name -->                        what the example prints
    <!-- assembly: examples/01_name.cpp#function --> what GCC 12 -O2 makes of a function, on x86-64
    <!-- table: bench/results/name.md#heading -->   the table under a heading of a page

usage: sync_snippets.py [--check] [--build FOLDER]
--check changes nothing and fails where a quotation is stale; --build is where the examples are built.
"""
import argparse
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap

QUOTATION = re.compile(
    r"(?P<marker><!-- (?P<kind>snippet|output|assembly): (?P<what>\S+) -->\n+)"
    r"(?P<open>(?P<fence>```+)[^\n]*\n)(?P<text>.*?)(?P<close>^(?P=fence)[ ]*$)",
    re.DOTALL | re.MULTILINE,
)
TABLE = re.compile(r"(?P<marker><!-- table: (?P<page>[^#\n]+)#(?P<heading>[^\n]+?) -->\n+)(?P<rows>(?:^\|[^\n]*\n)+)", re.MULTILINE)
TABLE_MARKER = re.compile(r"^<!-- table:", re.MULTILINE)
MARKER = re.compile(r"^<!-- (snippet|output|assembly):", re.MULTILINE)
ASSEMBLER = "g++-12"


def snippet(root, what):
    """The lines of a file between `// [name]` and `// [/name]`, without common indentation."""
    path, _, name = what.partition("#")
    part = rf"^[ ]*// \[{re.escape(name)}\] *\n(.*?)^[ ]*// \[/{re.escape(name)}\] *$"
    found = re.findall(part, (root / path).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    if len(found) != 1:
        raise LookupError(f"{path} has {len(found)} parts // [{name}] … // [/{name}]")
    inner = re.sub(r"^[ ]*// \[/?\w+\] *\n", "", found[0], flags=re.MULTILINE)
    return textwrap.dedent(inner)


def output(build, what):
    """What an example prints."""
    program = build / "examples" / what
    return subprocess.run([program], check=True, capture_output=True, text=True).stdout


def assembly(root, what):
    """The instructions of one function; jump targets become labels, addresses and comments go."""
    path, _, name = what.partition("#")
    with tempfile.TemporaryDirectory() as folder:
        compiled = pathlib.Path(folder) / "compiled.o"
        options = ["-std=c++20", "-O2", "-DNDEBUG", "-fcf-protection=none", "-fno-stack-protector", f"-I{root / 'include'}"]
        subprocess.run([ASSEMBLER, *options, "-c", root / path, "-o", compiled], check=True)
        listing = ["objdump", "-drC", "-Mintel", "--no-show-raw-insn", compiled]
        text = subprocess.run(listing, check=True, capture_output=True, text=True).stdout
    return function_in(text, name)


def function_in(listing, name):
    """One function out of an objdump listing, in the form `instruction operands` a line."""
    start = re.search(rf"^[0-9a-f]+ <{re.escape(name)}(\(.*\))?>:\n", listing, re.MULTILINE)
    if not start:
        raise LookupError(f"no function {name} in the object file")
    body = listing[start.end() :].split("\n\n")[0]
    lines = []  # (address, instruction)
    for line in body.splitlines():
        relocation = re.match(r"\s+[0-9a-f]+: R_X86_64_(\w+)\s+(\S.*?)(?:[-+]0x[0-9a-f]+)?$", line)
        instruction = re.match(r"\s*([0-9a-f]+):\s+(\S.*?)\s*$", line)
        if relocation and lines:  # the next instruction's address stands where the linker puts this name
            address, text = lines[-1]
            target = relocation[2]
            text = re.sub(r"(call|jmp)(\s+).*", rf"\1\2{target}", text)
            lines[-1] = (address, re.sub(r"\[rip\+0x[0-9a-f]+\].*", f"[rip+{target}]", text))
        elif instruction:
            lines.append((instruction[1], re.sub(r"\s*#.*", "", instruction[2])))
    padding = re.compile(r"(nop|xchg +ax,ax|cs nop|data16)")
    lines = [line for line in lines if not padding.match(line[1])]
    labels = {}
    for address, _ in lines:
        if any(re.match(rf"j\w+ +{address} <", text) for _, text in lines):
            labels[address] = f".L{len(labels) + 1}"
    result = ""
    for address, text in lines:
        text = re.sub(r"^(j\w+ +)([0-9a-f]+) <.*", lambda m: m[1] + labels.get(m[2], m[2]), text)
        result += f"{labels[address]}:\n" if address in labels else ""
        result += "  " + re.sub(r"^(\S+)\s+", lambda m: m[1].ljust(10), text) + "\n"
    return result


def table(root, page, heading):
    """The first table under a heading."""
    text = (root / page).read_text(encoding="utf-8")
    found = re.search(rf"^#+ {re.escape(heading)}\n\n(?:[^#|\n][^\n]*\n|\n)*((?:\|[^\n]*\n)+)", text, re.MULTILINE)
    if not found:
        raise LookupError(f"{page} has no table under '{heading}'")
    return found[1]


def can_assemble():
    return platform.machine() == "x86_64" and shutil.which(ASSEMBLER) and shutil.which("objdump")


def refreshed(text, root, build, skipped):
    """The text of a Markdown file with its quotations brought up to date."""

    def quote(match):
        kind, what = match["kind"], match["what"]
        if kind == "assembly" and not can_assemble():
            skipped.append(what)
            return match[0]
        if kind == "snippet":
            new = snippet(root, what)
        elif kind == "output":
            new = output(build, what)
        else:
            new = assembly(root, what)
        return match["marker"] + match["open"] + new.rstrip("\n") + "\n" + match["close"]

    if len(MARKER.findall(text)) != len(QUOTATION.findall(text)):
        raise LookupError("a marker has no fenced block after it")
    if len(TABLE_MARKER.findall(text)) != len(TABLE.findall(text)):
        raise LookupError("a marker has no table after it")
    text = TABLE.sub(lambda m: m["marker"] + table(root, m["page"], m["heading"]), text)
    return QUOTATION.sub(quote, text)


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("--check", action="store_true")
    arguments.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build/gcc"))
    arguments.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).parents[1])
    options = arguments.parse_args()
    failed = False
    for page in [options.root / "README.md", *sorted(options.root.glob("docs/**/*.md"))]:
        old = page.read_text(encoding="utf-8")
        skipped = []
        try:
            new = refreshed(old, options.root, options.build, skipped)
        except (LookupError, OSError, subprocess.CalledProcessError) as problem:
            print(f"{page}: {problem}")
            failed = True
            continue
        for what in skipped:
            print(f"{page}: not compared, needs {ASSEMBLER} on x86-64: assembly of {what}")
        if new != old and options.check:
            print(f"{page}: quotes what is no longer so; ./dev quote")
            failed = True
        elif new != old:
            page.write_text(new, encoding="utf-8")
            print(f"{page}: brought up to date")
    return failed


if __name__ == "__main__":
    sys.exit(main())
