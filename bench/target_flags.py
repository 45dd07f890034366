# SPDX-License-Identifier: BSL-1.0
"""The flags that the CMake target adds for its users, as CMakeLists.txt has them."""

import pathlib
import re

CMAKE = (pathlib.Path(__file__).resolve().parent.parent / "CMakeLists.txt").read_text(encoding="utf-8")


def target_flags(compiler):
    which = "Clang" if "clang" in str(compiler) else "GNU"
    options = re.search(rf'COMPILE_LANG_AND_ID:CXX,{which}[^>]*>:([^>]*)>"', CMAKE)[1].split(";")
    definitions = re.search(r"target_compile_definitions\(leibniz INTERFACE ([^)]*)\)", CMAKE)[1].split()
    return [*options, *(f"-D{definition}" for definition in definitions)]
