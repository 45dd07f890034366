#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Kernels of embedded programs, by the library and by hand, on a Cortex-M4F and a Cortex-M0+: checks what they
compute and what they call, then counts flash, RAM, stack and instructions. `./dev embedded` runs it.

usage: measure.py --build FOLDER [--include FOLDER] [--boost FOLDER] [--host COMPILER] [--quick] [--table FILE]

Needs arm-none-eabi-g++ with its standard library and qemu-system-arm; where they are missing it says so and exits with 77.
"""
import argparse
import collections
import concurrent.futures
import datetime
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77
KERNELS = ["ekf", "network", "calibration", "beacon"]
EXACT = ["calibration", "beacon"]  # nothing but + - * / sqrt and choices: the same bits everywhere
TITLES = {"ekf": "extended Kalman filter, 15 states", "network": "training step, 2-2-2 network",
          "calibration": "sensor calibration, one residual", "beacon": "range to a beacon, Huber's loss"}
FLAGS = ["-fno-exceptions", "-fno-rtti", "-ffp-contract=off", "-fno-math-errno"]
FLAGS_OF = {"beacon": ["-fno-tree-sink"]}  # what a choice chooses from is computed before it, and without branches
# what the C functions are compared with, bit for bit
C_FORMS = {"ekf": "ekf_leibniz", "network": "network_slope", "calibration": "calibration_leibniz", "beacon": "beacon_leibniz"}
GATE = {"beacon": 1.30}  # no ratio of flash or instructions may be above this, or else 1.10, with any compiler
LARGEST = {"flash": 1.05, "instructions": 1.00, "stack": 1.10}  # ratios aimed at

Board = collections.namedtuple("Board", "name machine flags")
BOARDS = [
    Board("Cortex-M4F", "mps2-an386", ["-mcpu=cortex-m4", "-mthumb", "-mfloat-abi=hard", "-mfpu=fpv4-sp-d16"]),
    Board("Cortex-M0+", "microbit", ["-mcpu=cortex-m0plus", "-mthumb"]),
]
LEVELS = ["-Os", "-O2"]

# What no object of the library may need, whatever it is called from.
FORBIDDEN = re.compile(r"__aeabi_(d|f2d|[a-z]+2d$)|__cxa_|_ZGV|_Zn[wa]|_Zd[la]|malloc|calloc|realloc|free$"
                       r"|__aeabi_atexit|_Unwind|__gxx_")
ALLOWED = re.compile(r"__aeabi_(f\w+|i2f|ui2f|cf\w+)|(sin|cos|exp|sqrt)f|memcpy|__aeabi_memcpy4?|memset|__gnu_thumb1_case_\w+")


class Failure(Exception):
    pass


def run(*command, **options):
    command = [str(part) for part in command]
    result = subprocess.run(command, capture_output=True, text=True, **options)
    if result.returncode != 0:
        raise Failure(f"{' '.join(command)}\n{result.stdout[-2000:]}{result.stderr[-4000:]}")
    return result.stdout + result.stderr


def run_all(commands):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda command: run(*command), commands))


def boost_only(build, boost):
    """A folder to include that holds Boost and nothing else of the host's headers."""
    if not (boost / "boost" / "hana.hpp").exists():
        raise Failure(f"no Boost.Hana in {boost}: name the folder that holds boost/ with --boost")
    folder = build / "boost"
    folder.mkdir(parents=True, exist_ok=True)
    link = folder / "boost"
    if link.is_symlink():
        link.unlink()
    link.symlink_to((boost / "boost").resolve())
    return folder


def c_sources(build, options):
    """The kernels as C99, printed by a program of the host."""
    printer = build / "print_c"
    run(options.host, "-std=c++20", "-O0", *options.inputs, HERE / "print_c.cpp", "-o", printer)
    text = run(printer)
    source = build / "kernels.c"
    source.write_text(text, encoding="utf-8")
    return source


def host_results(build, options, c_source):
    folder = build / "host"
    folder.mkdir(parents=True, exist_ok=True)
    c_object = folder / "kernels_c.o"
    run(options.host_c, "-std=c99", "-O2", "-Wall", "-Wextra", "-Werror", "-Wdouble-promotion", "-ffp-contract=off", "-c",
        c_source, "-o", c_object)
    program, objects = folder / "program", [c_object]
    commands = []
    for source in [*sources(), HERE / "main.cpp"]:
        objects.append(folder / f"{source.stem}.o")
        commands.append([options.host, "-std=c++20", "-O2", *FLAGS, *options.inputs, "-c", source, "-o", objects[-1]])
    run_all(commands)
    run(options.host, *objects, "-o", program)
    return parsed(run(program))


def sources():
    names = [name for kernel in KERNELS for name in (kernel, f"{kernel}_hand")]
    return [HERE / f"{name}.cpp" for name in [*names, "ekf_covariance", "c_forms"]]


def parsed(output):
    """(kernel, what) -> numbers, `results` one list per call."""
    values = {}
    for line in output.splitlines():
        name, what, *numbers = line.split()
        numbers = [int(n, 16) for n in numbers]
        if what == "results":
            values.setdefault((name, what), []).append(numbers)
        else:
            values[name, what] = numbers
    return values


def as_float(bits):
    return struct.unpack("<f", struct.pack("<I", bits))[0]


def close(a, b, tolerance):
    """Whether two lists of bits are alike, in the scale of the largest number."""
    a, b = [as_float(x) for x in a], [as_float(x) for x in b]
    scale = max([1.0, *map(abs, b)])
    return len(a) == len(b) and all(abs(x - y) <= tolerance * scale for x, y in zip(a, b))


def undefined(tools, path):
    return {line.split()[0] for line in run(tools("nm"), "--format=posix", "--undefined-only", path).splitlines()}


class Build:
    """The programs of one board at one level of optimisation."""

    def __init__(self, build, options, board, level, c_source):
        self.board, self.level = board, level
        self.folder = build / f"{board.machine}{level}"
        self.folder.mkdir(parents=True, exist_ok=True)
        compiler = shutil.which("arm-none-eabi-g++")
        self.tools = lambda name: re.sub(r"g\+\+$", name, compiler)
        compile_cpp = [compiler, "-std=c++20", level, *board.flags, *FLAGS, "-Wall", "-Wextra", "-Wdouble-promotion",
                       "-Werror", "-fstack-usage", *options.inputs, "-c"]
        self.objects = {}
        commands = []
        for source in [*sources(), HERE / "main.cpp", HERE / "board/start.cpp"]:
            self.objects[source.stem] = self.folder / f"{source.stem}.o"
            extra = FLAGS_OF.get(source.stem.removesuffix("_hand"), [])
            commands.append([*compile_cpp, *extra, source, "-o", self.objects[source.stem]])
        run_all(commands)
        self.objects["kernels_c"] = self.folder / "kernels_c.o"
        run(self.tools("gcc"), "-std=c99", level, *board.flags, "-ffp-contract=off", "-fno-math-errno", "-Wall", "-Wextra",
            "-Werror", "-Wdouble-promotion", "-c", c_source, "-o", self.objects["kernels_c"])
        self.compile_cpp = compile_cpp
        self.program = self.link("program", self.objects.values())

    def link(self, name, objects):
        program = self.folder / f"{name}.elf"
        run(self.tools("g++"), *self.board.flags, "-nostartfiles", "--specs=nano.specs", "-Wl,--gc-sections", "-L",
            HERE / "board", "-T", f"{self.board.machine}.ld", *objects, "-lm", "-o", program)
        return program

    def execute(self, program):
        qemu = ["qemu-system-arm", "-M", self.board.machine, "-nographic", "-monitor", "none", "-serial", "none",
                "-semihosting-config", "enable=on,target=native", "-icount", "shift=8", "-kernel", program]
        return parsed(run(*qemu, timeout=300))

    def traced(self):
        """A program that notes each library call of the library's kernels."""
        objects, names = dict(self.objects), set()
        for kernel in KERNELS:
            calls = undefined(self.tools, self.objects[kernel])
            objects[kernel] = self.folder / f"{kernel}_traced.o"
            redefine = [part for name in sorted(calls) for part in ("--redefine-sym", f"{name}=traced_{name}")]
            run(self.tools("objcopy"), *redefine, self.objects[kernel], objects[kernel])
            names |= calls
        # all take up to three words and return one
        lines = ["void note_call(unsigned);"]
        for number, name in enumerate(sorted(names)):
            lines += [f"unsigned {name}(unsigned, unsigned, unsigned);",
                      f"unsigned traced_{name}(unsigned a, unsigned b, unsigned c) "
                      f"{{ note_call({number + 1}); return {name}(a, b, c); }}"]
        source = self.folder / "traced.c"
        source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        objects["traced"], objects["main"] = self.folder / "traced.o", self.folder / "main_traced.o"
        run(self.tools("gcc"), "-O2", "-fno-builtin", *self.board.flags, "-c", source, "-o", objects["traced"])
        run(*self.compile_cpp, "-DTRACE_CALLS", HERE / "main.cpp", "-o", objects["main"])
        return self.link("traced", objects.values())

    def doubles_in_rows(self):
        """The functions of the table, by their names, that calculate in double when called in float."""
        path = self.folder / "rows.o"
        run(*self.compile_cpp, HERE / "rows.cpp", "-o", path)
        inside = None
        for line in run(self.tools("objdump"), "-dr", "--demangle", path).splitlines():
            if match := re.match(r"[0-9a-f]+ <(.*)>:$", line):
                inside = match.group(1)
            elif re.search(r"R_ARM_THM_(CALL|JUMP24)\s+(?!__aeabi_dcmpun)__aeabi_(d\w+|f2d|\w+2d)$", line):
                yield inside

    # what the objects are
    def object_faults(self):
        for kernel in KERNELS:
            path = self.objects[kernel]
            calls = undefined(self.tools, path)
            for name in sorted(calls):
                if FORBIDDEN.match(name) or not ALLOWED.fullmatch(name):
                    yield f"{kernel}.o needs {name}"
            for line in run(self.tools("nm"), "--format=posix", "--defined-only", path).splitlines():
                name, kind = line.split()[:2]
                if kind not in "TtRrNn$" or FORBIDDEN.match(name):
                    yield f"{kernel}.o defines {name} of kind {kind}"
            size = self.sizes(kernel)
            if size["ram"] != 0:
                yield f"{kernel}.o has {size['ram']} bytes of data"
        for line in run(self.tools("nm"), "--format=posix", self.program).splitlines():
            name = line.split()[0]
            if FORBIDDEN.match(name) and not name.startswith("__aeabi_"):  # newlib's mathematics may use doubles
                yield f"the whole program has {name}"

    def sizes(self, name):
        flash = ram = 0
        for line in run(self.tools("size"), "-A", self.objects[name]).splitlines():
            fields = line.split()
            if len(fields) == 3 and fields[0].startswith((".text", ".rodata")):
                flash += int(fields[1])
            if len(fields) == 3 and fields[0].startswith((".data", ".bss")):
                ram += int(fields[1])
        return {"flash": flash, "ram": ram}

    def frame(self, name):
        """Bytes of stack by -fstack-usage: the kernel's and those of its own helpers, which it calls one at a time."""
        lines = (self.folder / f"{name}.su").read_text(encoding="utf-8").splitlines()
        return sum(int(line.split("\t")[1]) for line in lines)


def faults(built, device, host):
    """What is not as it must be, in words."""
    yield from built.object_faults()
    nothing, hundred = device["nothing", "instructions"], device["hundred", "instructions"]
    if nothing[0] != nothing[1] or any(b - a != 100 for a, b in zip(nothing[:2], hundred)):
        yield f"the emulator does not count exactly: {nothing} {hundred}"
    for kernel in KERNELS:
        ours = f"{kernel}_leibniz"
        if device[C_FORMS[kernel], "hash"] != device[f"{kernel}_c", "hash"]:
            yield f"{kernel}: the C function of to_c has other bits than the library's"
        for name in (ours, f"{kernel}_hand", *([f"{kernel}_c"] if C_FORMS[kernel] == ours else [])):
            if kernel in EXACT and device[name, "hash"] != host[name, "hash"]:
                yield f"{name}: other bits than on the host"
            for mine, theirs in zip(device[name, "results"], host[f"{kernel}_hand", "results"], strict=True):
                if not close(mine, theirs, 4e-6):
                    yield f"{name}: not what the host computes by hand: {mine} {theirs}"
                    break
    for (name, what), numbers in host.items():
        if what == "program" and name.startswith(tuple(EXACT)) and device[name, what] != numbers:
            yield f"program {name}: other bits than on the host"
        elif what == "program" and not close(device[name, what], numbers, 2e-5):
            yield f"program {name}: other results than on the host"
    fit = [as_float(x) for x in device["calibration_leibniz", "program"]]
    if any(abs(x - y) > 1e-5 for x, y in zip(fit, [0.1, -0.05, 0.02, 1.1, 0.9, 1.0], strict=True)):
        yield f"the calibration did not find the sensor: {fit}"
    if as_float(device["network_leibniz", "program"][0]) > 1e-6:
        yield "the network did not learn"
    if built.board.name == "Cortex-M4F":
        for kernel in EXACT:
            least, most, _ = device[f"{kernel}_leibniz", "instructions"]
            if least != most:
                yield f"{kernel}: the number of instructions depends on the input, by {most - least}"
    else:
        for function in sorted(set(built.doubles_in_rows())):
            if "polygamma" not in function and "cotangent" not in function:  # their coefficients are doubles
                yield f"in float, {function} calculates in double"
        for (name, what), numbers in built.execute(built.traced()).items():
            if name.endswith("_leibniz") and (what != "calls" or numbers[0] != numbers[1] or numbers[0] == 0):
                yield f"{name}: the sequence of library calls depends on the input"


def too_large(built, device):
    for kernel in KERNELS:
        flash = built.sizes(kernel)["flash"] / built.sizes(f"{kernel}_hand")["flash"]
        count = instructions(device, f"{kernel}_leibniz") / instructions(device, f"{kernel}_hand")
        if max(flash, count) > GATE.get(kernel, 1.10):
            yield f"{kernel}: {flash:.3f} of the flash and {count:.3f} of the instructions of the code by hand"


def instructions(device, name):
    """Per call, from the kernel's first instruction to its return."""
    return (device[name, "instructions"][2] - device["nothing", "instructions"][2]) / 1000 + 1


def table(rows):
    yield "| processor | level | kernel | flash | by hand | ratio | instructions | by hand | ratio | stack | by hand | ratio | painted | by hand | RAM |"
    yield "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|"
    for built, device in rows:
        for kernel in KERNELS:
            ours, hand = built.sizes(kernel), built.sizes(f"{kernel}_hand")
            cells = [built.board.name, built.level, TITLES[kernel]]
            counts = [instructions(device, f"{kernel}_{by}") for by in ("leibniz", "hand")]
            frames = [built.frame(kernel), built.frame(f"{kernel}_hand")]
            for what, (a, b) in (("flash", (ours["flash"], hand["flash"])), ("instructions", counts), ("stack", frames)):
                ratio = a / b if b else 1.0 if not a else float("inf")
                mark = "" if ratio <= LARGEST[what] + 5e-4 else " (!)"
                cells += [f"{a:.0f}" if what != "instructions" else f"{a:.1f}",
                          f"{b:.0f}" if what != "instructions" else f"{b:.1f}", f"{ratio:.3f}{mark}"]
            cells += [str(device[f"{kernel}_{by}", "stack"][0]) for by in ("leibniz", "hand")]
            cells.append(str(ours["ram"]))
            yield "| " + " | ".join(cells) + " |"


def head(compiler, emulator):
    flags = " ".join(FLAGS)
    sink = ", ".join(f"{' '.join(flags)} for {TITLES[kernel]}" for kernel, flags in FLAGS_OF.items())
    return f"""# Embedded: flash, RAM, stack and instructions, by the library and by hand

{datetime.date.today()}. Written by `./dev embedded` after its checks.

Compiler: {compiler}, float, `{flags}`; besides, {sink}, so that choices become no branches.
Emulator: {emulator}, which counts instructions exactly (`-icount`).

Flash: bytes of code and constants of the kernel's object. Instructions: of one call, averaged over 1,000 random inputs, with
the calls of the mathematical library and, on the Cortex-M0+, of floating-point arithmetic. Stack: bytes by `-fstack-usage`, and
painted, with everything that is called. RAM: static data of the library's code. Aims: flash {LARGEST['flash']:.2f}, instructions
{LARGEST['instructions']:.2f}, stack {LARGEST['stack']:.2f} of what the code by hand needs; (!) where missed.

What was checked before: the results, bit for bit those of the host where only + - * / sqrt and choices are used; the same bits
from the C functions of `to_c`; no double-precision routine, heap, guard or static data in the kernels' objects; on the
Cortex-M4F one number of instructions for 1,000 random inputs where only these operations are used; on the Cortex-M0+ one
sequence of library calls.
"""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--include", type=pathlib.Path, default=HERE.parent.parent / "include")
    parser.add_argument("--boost", type=pathlib.Path, default=pathlib.Path("/usr/include"))
    parser.add_argument("--host", default="g++-12" if shutil.which("g++-12") else "g++")
    parser.add_argument("--host-c", default="gcc-12" if shutil.which("gcc-12") else "gcc")
    parser.add_argument("--only", default="", help="boards and levels whose name holds this")
    parser.add_argument("--quick", action="store_true", help="each processor at one level only")
    parser.add_argument("--table", type=pathlib.Path, help="where the table goes")
    options = parser.parse_args()
    options.build.mkdir(parents=True, exist_ok=True)
    try:
        boost = boost_only(options.build, options.boost)
        options.inputs = [f"-I{options.include}", "-isystem", str(boost)]
        c_source = c_sources(options.build, options)
        host = host_results(options.build, options, c_source)
        for kernel, same in C_FORMS.items():
            if host[f"{kernel}_c", "hash"] != host[same, "hash"]:
                raise Failure(f"host: {kernel}: the C function of to_c has other bits than the library's")
        for program in ("arm-none-eabi-g++", "qemu-system-arm"):
            if not shutil.which(program):
                print(f"skipped for want of {program} (./dev test --all installs it): embedded.kernels, but its part on this machine")
                return SKIPPED
        rows, failed = [], False
        for board in BOARDS:
            for level in LEVELS if not options.quick else [LEVELS[BOARDS.index(board) - 1]]:
                if options.only not in f"{board.name} {level}":
                    continue
                built = Build(options.build, options, board, level, c_source)
                device = built.execute(built.program)
                for fault in [*faults(built, device, host), *too_large(built, device)]:
                    print(f"{board.name} {level}: {fault}")
                    failed = True
                rows.append((built, device))
        text = "\n".join(table(rows))
        print(text)
    except Failure as failure:
        print(failure)
        return 1
    if failed:
        return 1
    if options.table:
        compiler = run("arm-none-eabi-g++", "--version").splitlines()[0]
        emulator = run("qemu-system-arm", "--version").splitlines()[0]
        options.table.write_text(f"{head(compiler, emulator)}\n{text}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
