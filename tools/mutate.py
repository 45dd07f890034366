#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Makes mistakes in the headers by itself and sees whether the tests notice.

All mistakes are written into one copy of the headers, each behind a switch (tools/mutation/), and the tests are built
with it once; a run of a test with LEIBNIZ_MUTANT=K then makes mistake K. A test is run with the mistakes only that it
comes across at run time. With --compile, a mistake that no run notices is also compiled into tests of its header,
since types and constants are computed while compiling. The sample is taken by what the mistakes are, not by where they
stand: other code does not change it. Survivors are compared with tests/mutation/survivors.md, which says of those
listed why they change nothing.

usage: tools/mutate.py [--count N, 0: all] [--within TEXT] [--compile] [--least PERCENT] [--programs NAME...]
                       [--folders NAME...] [--build FOLDER] [--interpreter LIBRARY] [--jobs N]

The library is that of tests/interpreter in another build, which then is not built anew.
"""
import argparse
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path += [str(ROOT / "tools/mutation"), str(ROOT / "cmake")]
sys.dont_write_bytecode = True
import compile_fail
import instrument

FOLDERS = ["base", "expression", "graph", "derive", "simplify", "schedule", "emit", "interop"]
# what is read: the umbrella, and the headers for other libraries that there are, by a header of theirs
HEADERS = {"leibniz.hpp": "version", "interop/boost_math.hpp": "version", "interop/ceres.hpp": "ceres/ceres.h",
           "interop/eigen.hpp": "Eigen/SparseCore", "interop/nlopt.hpp": "version", "interop/odeint.hpp": "version",
           "interop/std_simd.hpp": "experimental/simd", "interop/twice.hpp": "version",
           "interop/ublas.hpp": "boost/numeric/ublas/storage.hpp", "interop/xsimd.hpp": "xsimd/xsimd.hpp"}
# the programs, by what they cost to run, and what they are told
PROGRAMS = [
    ("tests/mutation/notice_costs", ["--abort"]),
    ("tests/mutation/notice_constants", ["--abort"]),
    ("tests/mutation/notice_calls", ["--abort"]),
    ("tests/mutation/notice_more_costs", ["--abort"]),
    ("tests/fuzz/fuzz", ["--seed", "1", "--count", "1000", "--jobs", "1", "--first"]),
]
# what is compiled with a mistake in a folder besides the test of the header's name, which comes first
COMPILED = {
    "base": ["base/number.cpp", "base/text.cpp"],
    "expression": ["expression/formula.cpp", "expression/substitute.cpp", "worked_examples/a_chain_rule.cpp"],
    "graph": ["graph/lower.cpp", "graph/trace.cpp"],
    "derive": ["derive/orders.cpp", "worked_examples/a_chain_rule.cpp"],
    "simplify": ["simplify/equality.cpp", "simplify/simplify.cpp"],
    "schedule": ["schedule/cost.cpp", "schedule/live.cpp"],
    "emit": ["worked_examples/a_chain_rule.cpp", "emit/selected.cpp"],
    "interop": [],
}
# headers that have no test of their name are noticed by these
TEST_OF = {
    "emit/c_parts": "emit/c_source", "emit/c_names": "emit/c_source", "emit/function_taylor": "emit/taylor",
    "emit/function_several_directions": "emit/several_directions", "emit/selection": "emit/selected",
    "emit/take": "emit/call", "emit/array_argument": "emit/call", "emit/dot": "emit/nodes",
    "emit/replay": "emit/nested", "emit/latex_name": "emit/latex", "emit/symbolic": "simplify/equality",
    "emit/cost": "schedule/cost", "emit/variables_of": "expression/formula", "base/decimal": "emit/number_text",
    "base/natural": "emit/number_text", "base/aggregate": "emit/structs", "interop/blocks": "interop/boost_math",
    "interop/lanes": "interop/std_simd", "interop/lane_functions": "interop/std_simd",
    "interop/lane_constants": "interop/std_simd",
}
CATCH = ["-std=c++20", "-O0", "-w", "-Wno-narrowing", "-fconstexpr-steps=2000000000", "-fbracket-depth=1024",
         "-DLEIBNIZ_LARGEST_UNCHECKED=100000", "-isystem/usr/include/eigen3"]


class Tests:
    """The tests, built with the mutated headers."""

    def __init__(self, build, interpreter, folders, programs, jobs):
        self.build = build
        self.interpreter = interpreter
        self.folders = folders
        self.programs = programs
        self.jobs = jobs
        self.source = build / "source"
        self.tree = build / "tests"

    def write_source(self):
        """The project as it is, but for the headers."""
        self.source.mkdir(parents=True, exist_ok=True)
        for entry in ROOT.iterdir():
            link = self.source / entry.name
            if entry.name not in ("include", "build", ".git") and not link.is_symlink():
                link.symlink_to(entry)
        headers, copy = ROOT / "include/leibniz", self.source / "include/leibniz"
        for path in [*headers.rglob("*.hpp"), *instrument.ADDED]:
            relative = pathlib.Path(path.name) if path in instrument.ADDED else path.relative_to(headers)
            target = copy / relative
            target.parent.mkdir(parents=True, exist_ok=True)
            mutated = (len(relative.parts) > 1 and relative.parts[0] in self.folders or
                       relative.as_posix() in {header for header, _, _ in instrument.AT_RUN_TIME})
            if not target.exists() or (not mutated and target.read_bytes() != path.read_bytes()):
                shutil.copy(path, target)

    def compile(self, mutations):
        """Builds the programs; says which mistakes had to be left out since they do not compile."""
        if not (self.tree / "build.ninja").exists():
            subprocess.run(["cmake", "-S", self.source, "-B", self.tree, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release",
                            "-DCMAKE_CXX_FLAGS_RELEASE=-O1", "-DCMAKE_CXX_COMPILER=clang++-19",
                            "-DCMAKE_CXX_FLAGS=-w -Wno-narrowing -ferror-limit=0",
                            "-DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON",
                            f"-DLEIBNIZ_TEST_INTERPRETER={self.interpreter or ''}"],
                           check=True, stdout=subprocess.DEVNULL)
        known_file = self.build / "invalid.json"
        known = set(json.loads(known_file.read_text(encoding="utf-8"))) if known_file.exists() else set()
        removed = {m.number for m in mutations.mutants if m.key() in known}
        targets = [name.rsplit("/", 1)[1] for name, _ in self.programs]
        first = True
        while True:
            # what has been compiled with a mistake that is left out later need not be compiled again
            mutations.write(self.source / "include", removed, keep_time=not first)
            first = False
            result = subprocess.run(["ninja", "-C", self.tree, "-k", "0", f"-j{self.jobs}", *targets],
                                    capture_output=True, text=True)
            if result.returncode == 0:
                return removed
            more = instrument.invalid(mutations, result.stdout) - removed
            if not more:
                sys.exit(result.stdout[-20000:])
            removed |= more
            known |= {mutations.mutants[k].key() for k in removed}
            written = known_file.with_suffix(".new")  # whole or not at all
            written.write_text(json.dumps(sorted(known)), encoding="utf-8")
            written.replace(known_file)

    def run(self, command, limit=None, **environment):
        """How a command ends: 0 if it notices nothing."""

        def bounded():
            os.nice(10)
            resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

        try:
            return subprocess.run(command, env=dict(os.environ) | environment, timeout=limit,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=bounded,
                                  cwd=self.build).returncode
        except subprocess.TimeoutExpired:
            return 124

    def reach(self):
        """For each program, the mistakes that it comes across, and how long it takes."""
        result = []
        for name, arguments in self.programs:
            file = self.build / "reached.txt"
            start = time.time()
            if self.run([self.tree / name, *arguments], LEIBNIZ_REACHED=str(file)) != 0:
                print(f"{name} is left out: it fails without a mistake", flush=True)
                continue
            result.append(([self.tree / name, *arguments], {int(k) for k in file.read_text().split()},
                           time.time() - start))
        return result

    def compiled_notices(self, mutant):
        """What notices a mistake that is compiled into tests of its header; None if it does not compile itself."""
        header = mutant.file.removesuffix(".hpp")
        sources = [TEST_OF.get(header, header) + ".cpp", *COMPILED[header.split("/")[0]]]
        flags = [*CATCH, f"-I{self.source}/include", f"-I{ROOT}/tests", f"-DLEIBNIZ_MUTANT={mutant.number}"]
        program = self.build / "compiled"
        for source in dict.fromkeys(sources):
            path = ROOT / "tests" / source
            if not path.exists():
                continue
            if self.run(["clang++-19", *flags, "-c", path, "-o", f"{program}.o"], 600) != 0:
                return source
            main = next((self.tree / "tests/CMakeFiles/test_main.dir").glob("*.o"))
            interpreter = self.interpreter or self.tree / "tests/interpreter/libtest_interpreter.a"
            linked = ["clang++-19", f"{program}.o", main, interpreter, "-lCatch2Main", "-lCatch2", "-o", program]
            without_catch = [a for a in linked if not str(a).startswith("-lCatch2")]  # version 2 has no library
            if self.run(linked) != 0 and self.run(without_catch) != 0:
                continue  # needs a library
            if self.run([program, "--abort"], 60) != 0:
                return source
        messages = set(re.findall(r'"leibniz::?([^":]{6,40})', (ROOT / "include/leibniz" / mutant.file).read_text()))
        for path in sorted((ROOT / "tests/fail").glob("*.cpp")):
            expected = "".join(re.findall(r"^// expect.*$", path.read_text(encoding="utf-8"), re.M))
            if any(m.strip()[:20] in expected for m in messages) and compile_fail.mistakes(
                    "clang", path, ["clang++-19", "-fsyntax-only", *flags])[0]:
                return f"fail/{path.name}"
        return ""


def listed():
    """The survivors whose reason is known: the lines `- key` of the page."""
    page = ROOT / "tests/mutation/survivors.md"
    return set(re.findall(r"^- (.*)$", page.read_text(encoding="utf-8"), re.M)) if page.exists() else set()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/mutation")
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--within", default="")
    parser.add_argument("--programs", nargs="+", default=[name.rsplit("/", 1)[1] for name, _ in PROGRAMS])
    parser.add_argument("--folders", nargs="+", default=FOLDERS)
    parser.add_argument("--interpreter", type=pathlib.Path)
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--least", type=float, default=0)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    mutations = instrument.Instrumentation(ROOT / "include", options.folders)
    mutations.run(HEADERS, ["-std=c++20", "-xc++", f"-I{ROOT}/include", "-isystem/usr/include/eigen3",
                            "-fbracket-depth=1024"])
    programs = [p for p in PROGRAMS if p[0].rsplit("/", 1)[1] in options.programs]
    interpreter = options.interpreter.resolve() if options.interpreter else None
    tests = Tests(options.build.resolve(), interpreter, options.folders, programs, options.jobs)
    tests.write_source()
    start = time.time()
    removed = tests.compile(mutations)
    print(f"{len(mutations.mutants)} mistakes, {len(removed)} of them do not compile; built in "
          f"{time.time() - start:.0f} s", flush=True)
    reached = tests.reach()
    for command, which, seconds in reached:
        print(f"{command[0].name} comes across {len(which)} in {seconds:.1f} s", flush=True)
    chosen = sorted((m for m in mutations.mutants if m.number not in removed and options.within in m.key()),
                    key=lambda m: m.rank())[:options.count or None]
    known = listed()
    noticed, reasons, survivors, unreached = 0, 0, [], 0
    start = time.time()
    for done, m in enumerate(chosen):
        if sys.stderr.isatty():
            print(f"\r{done} of {len(chosen)}, {len(survivors)} survive, {time.time() - start:.0f} s ",
                  end="", file=sys.stderr, flush=True)
        met = [(c, s) for c, which, s in reached if m.number in which]
        if any(tests.run(c, 10 + 10 * s, LEIBNIZ_MUTANT=str(m.number)) for c, s in met):
            noticed += 1
        elif m.key() in known:
            reasons += 1
        elif options.compile and tests.compiled_notices(m):
            noticed += 1
        elif not met and not options.compile:
            unreached += 1
        else:
            survivors.append(m)
            print(("" if met else "no run comes across: ") + m.key(), flush=True)
    asked = len(chosen) - unreached - reasons
    share = 100 * noticed / max(1, asked)
    print(f"{len(chosen)} mistakes: {noticed} noticed, {reasons} change nothing, {len(survivors)} survive, "
          f"{unreached} are made while compiling only; {share:.1f} % noticed; {time.time() - start:.0f} s")
    return share < options.least


if __name__ == "__main__":
    sys.exit(main())
