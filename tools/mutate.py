#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Makes mistakes in the headers by itself and sees whether the tests notice.

All mistakes are written into one copy of the headers, each behind a switch (tools/mutation/), and the tests are built
with it once; a run of a test with LEIBNIZ_MUTANT=K then makes mistake K. A test is run with the mistakes only that it
comes across at run time. With --compile, a mistake that no run notices is also compiled into tests of its header,
since types and constants are computed while compiling. The sample is taken by what the mistakes are, not by where they
stand: other code does not change it. Survivors are compared with tests/mutation/survivors.md, which says of those
listed why they change nothing.

usage: tools/mutate.py [--count N, 0: all] [--from N] [--within TEXT] [--compile] [--least PERCENT] [--programs NAME...]
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
    ("tests/mutation/notice_texts", ["--abort"]),
    ("tests/mutation/notice_verbs", ["--abort"]),
    ("tests/mutation/notice_lanes", ["--abort"]),
    ("tests/mutation/notice_masks", ["--abort"]),
    ("tests/fuzz/fuzz", ["--seed", "1", "--count", "300", "--jobs", "1", "--first"]),
]
# what is compiled with a mistake in a folder besides the test of the header's name, which comes first
COMPILED = {
    "base": ["base/number", "expression/scalars"],
    "expression": ["expression/formula", "expression/scalars", "worked_examples/a_chain_rule"],
    "graph": ["graph/lower", "graph/trace"],
    "derive": ["emit/every_verb"],
    "simplify": ["simplify/equality", "simplify/simplify"],
    "schedule": ["schedule/cost", "schedule/live"],
    "emit": ["emit/every_verb", "worked_examples/a_chain_rule"],
    "interop": [],
}
# headers that have no test of their name, or one that takes long, are noticed by these
TEST_OF = {
    "emit/c_parts": "emit/c_source", "emit/direction": "emit/c_source", "emit/input_names": "emit/nodes",
    "emit/c_names": "emit/c_source", "emit/function_taylor": "emit/every_verb",
    "emit/function_several_directions": "emit/every_verb", "emit/selection": "emit/every_verb",
    "emit/selected": "emit/every_verb", "emit/several_directions": "emit/every_verb", "emit/call": "emit/every_verb",
    "emit/take": "emit/every_verb", "emit/array_argument": "emit/map", "emit/dot": "emit/nodes",
    "emit/replay": "emit/nested", "emit/latex_name": "emit/latex", "emit/symbolic": "simplify/equality",
    "emit/cost": "schedule/cost", "emit/variables_of": "expression/formula", "base/decimal": "emit/number_text",
    "base/natural": "emit/number_text", "base/aggregate": "emit/structs", "base/diagnose": "emit/every_verb",
    "base/extent": "emit/every_verb", "expression/shape": "emit/shapes", "expression/parts": "emit/structs",
    "expression/traced": "graph/trace", "expression/record": "graph/lower", "expression/argument": "emit/every_verb",
    "interop/blocks": "interop/boost_math",
}
# headers whose constants are used at run time only, and what is compiled and run with each mistake
RUN = {f"interop/{header}": "mutation/lanes" for header in ("lanes", "lane_functions", "lane_constants")}
NONE = (1 << 30) - 1  # the number of no mistake
CATCH = ["-std=c++20", "-w", "-Wno-narrowing", "-fconstexpr-steps=2000000000", "-fbracket-depth=1024",
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
        self.compiling = {}

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

    def flags(self, number):
        return [*CATCH, "-fsyntax-only", f"-I{self.source}/include", f"-I{ROOT}/tests", f"-DLEIBNIZ_MUTANT={number}"]

    def compiles(self, path, mutations, removed):
        """Whether a test compiles while no mistake is made; mistakes that keep it from are left out from then on."""
        while path not in self.compiling:
            result = subprocess.run(["clang++-19", *self.flags(NONE), "-ferror-limit=0", path], capture_output=True,
                                    text=True)
            more = instrument.invalid(mutations, result.stderr) - removed if result.returncode else set()
            removed |= more
            if more:
                mutations.write(self.source / "include", removed, keep_time=True)
            else:
                self.compiling[path] = result.returncode == 0
                if not self.compiling[path]:
                    print(f"{path} is left out: it does not compile without a mistake", flush=True)
        return self.compiling[path]

    def compiled_program_notices(self, mutant, source):
        """Whether a test that is compiled with a mistake fails: constants of functions that compute at run time."""
        compiler, program = ["clang++-19", *CATCH], self.build / "compiled"
        flags = [f"-I{self.source}/include", f"-I{ROOT}/tests", f"-DLEIBNIZ_MUTANT={mutant.number}"]
        main = next((self.tree / "tests/CMakeFiles/test_main.dir").glob("*.o"))
        interpreter = self.interpreter or self.tree / "tests/interpreter/libtest_interpreter.a"
        linked = ["clang++-19", f"{program}.o", main, interpreter, "-lCatch2Main", "-lCatch2", "-o", program]
        without_catch = [a for a in linked if not str(a).startswith("-lCatch2")]  # version 2 has no library
        if self.run([*compiler, *flags, "-c", source, "-o", f"{program}.o"], 600) != 0:
            return True
        if self.run(linked) != 0 and self.run(without_catch) != 0:
            return False
        return self.run([program, "--abort"], 120) != 0

    def message_is_wrong(self, path, number):
        return bool(compile_fail.mistakes("clang", path, ["clang++-19", *self.flags(number)])[0])

    def messages_of(self, mutant):
        """The tests of messages that stand near a mistake."""
        lines = (ROOT / "include/leibniz" / mutant.file).read_text(encoding="utf-8").splitlines()
        near = "\n".join(lines[max(0, mutant.line - 4):mutant.line + 8])
        parts = [part for part in re.findall(r'"([^"\n]{8,})"', near) if " " in part]
        for path in sorted((ROOT / "tests/fail").glob("*.cpp")):
            expected = "".join(re.findall(r"^// expect.*$", path.read_text(encoding="utf-8"), re.M)).replace("\\", "")
            if any(part[:25] in expected for part in parts):
                yield path

    def compiled_notices(self, mutant, mutations, removed):
        """What notices a mistake while it is compiled, or when it then runs."""
        header = mutant.file.removesuffix(".hpp")
        if header in RUN and self.compiled_program_notices(mutant, ROOT / f"tests/{RUN[header]}.cpp"):
            return RUN[header]
        for source in dict.fromkeys([TEST_OF.get(header, header), *COMPILED[header.split("/")[0]]]):
            path = ROOT / f"tests/{source}.cpp"
            if path.exists() and self.compiles(path, mutations, removed) and mutant.number not in removed and self.run(
                    ["clang++-19", *self.flags(mutant.number), "-ferror-limit=1", path], 300) != 0:
                return source
        for path in self.messages_of(mutant):
            if self.message_is_wrong(path, NONE):
                print(f"{path} is left out: its message is another without a mistake", flush=True)
            elif self.message_is_wrong(path, mutant.number):
                return f"fail/{path.stem}"
        return ""


def listed():
    """The survivors whose reason is known: the lines `- key` of the page."""
    page = ROOT / "tests/mutation/survivors.md"
    return set(re.findall(r"^- (.*)$", page.read_text(encoding="utf-8"), re.M)) if page.exists() else set()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/mutation")
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--from", type=int, default=0, dest="first")
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
                    key=lambda m: m.rank())[options.first:options.count or None]
    known = listed()
    noticed, reasons, survivors, unreached = 0, 0, [], 0
    start = time.time()
    results = open(tests.build / "results.txt", "w", encoding="utf-8")
    for done, m in enumerate(chosen):
        if sys.stderr.isatty():
            print(f"\r{done} of {len(chosen)}, {len(survivors)} survive, {time.time() - start:.0f} s ",
                  end="", file=sys.stderr, flush=True)
        met = [(c, s) for c, which, s in reached if m.number in which]
        by = next((c[0].name for c, s in met if tests.run(c, 10 + 10 * s, LEIBNIZ_MUTANT=str(m.number))), "")
        if not by and m.key() not in known and options.compile:
            by = tests.compiled_notices(m, mutations, removed)
        if m.number in removed:
            by = "nothing: it does not compile"
        elif by:
            noticed += 1
        elif m.key() in known:
            reasons += 1
            by = "nothing, for a reason"
        elif not met and not options.compile:
            unreached += 1
        else:
            survivors.append(m)
            print(("" if met else "no run comes across: ") + m.key(), flush=True)
        print(m.key(), by or "NOTHING", time.time() - start, sep="\t", file=results, flush=True)
    chosen = [m for m in chosen if m.number not in removed]
    asked = len(chosen) - unreached - reasons
    share = 100 * noticed / max(1, asked)
    print(f"{len(chosen)} mistakes: {noticed} noticed, {reasons} change nothing, {len(survivors)} survive, "
          f"{unreached} are made while compiling only; {share:.1f} % noticed; {time.time() - start:.0f} s")
    return share < options.least


if __name__ == "__main__":
    sys.exit(main())
