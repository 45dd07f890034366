#!/usr/bin/env python3
"""Compiles a file that must not compile, and compares the message with what the file says it is.

    // expect: REGEX          in the compiler's first error line; each such line of the file must match
    // expect-gnu: REGEX      for GCC only
    // expect-clang: REGEX    for Clang only
    // errors: N              at most N error lines in all (1 if not given)
    // flags-gnu: FLAGS       for GCC, more of the command; flags-clang for Clang

usage: compile_fail.py gnu|clang SOURCE COMPILE-COMMAND...
"""
import os
import pathlib
import re
import subprocess
import sys


def mistakes(compiler, source, command):
    """What is wrong with the message, as a list of sentences, and the message."""
    text = pathlib.Path(source).read_text(encoding="utf-8")
    patterns = re.findall(rf"^\s*// expect(?:-{compiler})?: *(.*?) *$", text, re.MULTILINE)
    allowed = int((re.findall(r"^\s*// errors: *(\d+)", text, re.MULTILINE) or [1])[0])
    flags = " ".join(re.findall(rf"^\s*// flags-{compiler}: *(.*?) *$", text, re.MULTILINE)).split()
    environment = os.environ | {"LC_ALL": "C"}  # plain quotes, English
    result = subprocess.run(command + flags + [source], capture_output=True, text=True, env=environment)
    errors = re.findall(r"^\S.*?: (?:fatal )?error: (.*)$", result.stderr, re.MULTILINE)
    if not patterns:
        return [f"has no line '// expect: …' for {compiler}"], result.stderr
    if result.returncode == 0:
        return ["compiles, and must not"], result.stderr
    if not errors:
        return ["fails without an error line"], result.stderr
    wrong = [f"first error does not match '{p}'" for p in patterns if not re.search(p, errors[0])]
    if len(errors) > allowed:
        wrong.append(f"has {len(errors)} errors, at most {allowed} expected")
    return wrong, result.stderr


if __name__ == "__main__":
    wrong, message = mistakes(sys.argv[1], sys.argv[2], sys.argv[3:])
    for sentence in wrong:
        print(f"{sys.argv[2]}: {sentence}")
    print(message)
    sys.exit(bool(wrong))
