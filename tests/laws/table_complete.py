#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks that table.hpp lists every row that the folder of functions defines, once, and nothing else.

usage: table_complete.py include/leibniz/functions
"""
import pathlib
import re
import sys

folder = pathlib.Path(sys.argv[1])
defined = []
for header in sorted(folder.glob("*.hpp")):
    # a row derives from entry<row, ...> or from a family such as comparison<row, ...>
    defined += re.findall(r"^struct (\w+_entry)\s+: \w+<\1\b", header.read_text(encoding="utf-8"), re.M)
table = re.search(r"using function_table = entry_list<(.*?)>;", (folder / "table.hpp").read_text(encoding="utf-8"), re.S)
listed = re.findall(r"\w+_entry", table.group(1))
wrong = [f"{name} is not in the table" for name in defined if name not in listed]
wrong += [f"{name} is in the table and nowhere defined" for name in listed if name not in defined]
wrong += [f"{name} is listed twice" for name in set(listed) if listed.count(name) > 1]
print("\n".join(wrong) or f"{len(listed)} rows")
sys.exit(bool(wrong) or not listed)
