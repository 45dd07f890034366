#!/usr/bin/env python3
"""Checks that the folder list is the pipeline, and that nothing of it is left out.

- a file in include/leibniz/<layer>/ includes only its own folder and folders above it in the list;
- include/leibniz/<layer>.hpp includes every header of the layer and nothing else (interop has none);
- include/leibniz/leibniz.hpp includes version.hpp and one header per layer, in order;
- every header names its licence, is included once, includes the standard headers that it uses, and uses nothing that
  costs at run time.

usage: check_layers.py [INCLUDE-FOLDER]
"""
import pathlib
import re
import sys

LAYERS = "base math expression functions graph derive simplify schedule emit interop".split()
IN_UMBRELLA = LAYERS[:-1]

OPT_OUT = "// compile time only"
COSTS = re.compile(
    r"\b(?:new|throw|virtual|typeid|dynamic_cast|thread_local)\b"
    r"|(?<!constexpr )(?<!consteval )\bstatic\b(?!.*\b(?:constexpr|consteval)\b)(?![^=;{]*\()"  # not a function
)
# what of the standard library needs which header; what is not here is not checked
STANDARD = {
    "array": r"std::array",
    "bit": r"std::(?:bit_cast|count[lr]_zero)",
    "cassert": r"assert\(",
    "climits": r"(?:INT|LONG)_M(?:AX|IN)",
    "cmath": r"std::(?:sin|cos|exp|log|pow|sqrt|abs|erfc?)\(",
    "concepts": r"std::(?:same_as|convertible_to|integral|floating_point)",
    "cstddef": r"std::(?:size_t|ptrdiff_t)",
    "cstdint": r"std::u?int\d+_t",
    "initializer_list": r"std::initializer_list",
    "limits": r"std::numeric_limits",
    "memory": r"std::(?:allocator|construct_at|destroy_at|unique_ptr)",
    "string_view": r"std::string_view",
    "tuple": r"std::(?:tuple\w*|tie|apply|forward_as_tuple)",
    "type_traits": r"std::(?:is_\w+_v|conditional_t|remove_\w+_t|common_type_t|type_identity\w*|bool_constant)",
    "utility": r"std::(?:(?:make_)?(?:index|integer)_sequence|index_sequence_for|pair|declval|forward|move|exchange)",
    "vector": r"std::vector",
}
STANDARD = {header: re.compile(rf"(?<!\w){names}") for header, names in STANDARD.items()}
COMMENT_OR_TEXT = re.compile(
    r"""//[^\n]* | /\*.*?\*/ | R"(\w*)\(.*?\)\1" | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])' """,
    re.DOTALL | re.VERBOSE,
)


def without_text(source):
    """The source without comments and strings, line by line as before."""
    return COMMENT_OR_TEXT.sub(lambda m: '""' + "\n" * m.group().count("\n"), source)


def problems(include):
    root = include / "leibniz"
    headers = sorted(root.rglob("*.hpp"))
    names = {h.relative_to(include).as_posix() for h in headers}
    umbrellas = {f"leibniz/{layer}.hpp": layer for layer in IN_UMBRELLA}

    def layer_of(name):
        """The layer a header belongs to, itself or as its umbrella."""
        return umbrellas.get(name) or (name.split("/")[1] if name.count("/") > 1 else None)

    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix != ".hpp":
            yield f"{path}: is not a header (.hpp)"

    for header in headers:
        name = header.relative_to(include).as_posix()
        source = header.read_text(encoding="utf-8")
        lines = source.splitlines()
        code = without_text(source).splitlines()
        included = re.findall(r'^\s*#\s*include\s*([<"])([^>"]+)', source, re.MULTILINE)
        own = [path for _, path in included if path.startswith("leibniz/")]
        layer = layer_of(name)

        if lines[:1] != ["// SPDX-License-Identifier: BSL-1.0"]:
            yield f"{header}:1: the first line is not // SPDX-License-Identifier: BSL-1.0"
        if "#pragma once" not in lines:
            yield f"{header}:1: has no #pragma once"
        for bracket, path in included:
            if bracket == '"' and not path.startswith("leibniz/"):
                yield f'{header}: includes "{path}"; write the whole path, leibniz/…'
        uses = "\n".join(line for line in code if not line.lstrip().startswith("#"))
        for standard, used in STANDARD.items():
            if (found := used.search(uses)) and ("<", standard) not in included:
                yield f"{header}: uses {found.group()} and does not include <{standard}>"
        for path in own:
            if path not in names:
                yield f"{header}: includes <{path}>, which does not exist"
        for number, (line, bare) in enumerate(zip(lines, code), 1):
            cost = COSTS.search(bare)
            if cost and OPT_OUT not in line and not bare.lstrip().startswith("#"):
                yield f"{header}:{number}: '{cost.group()}' costs at run time ({OPT_OUT} if it does not)"

        if name == "leibniz/leibniz.hpp":
            if own != ["leibniz/version.hpp", *umbrellas] or len(included) != len(own):
                yield f"{header}: must include version.hpp and one header per layer, in order, and nothing else"
        elif name == "leibniz/version.hpp":
            if included:
                yield f"{header}: must include nothing"
        elif name in umbrellas:
            content = {n for n in names if n.startswith(f"leibniz/{layer}/")}
            for path in sorted(content - set(own)):
                yield f"{header}: does not include <{path}>"
            for _, path in included:
                if path not in content:
                    yield f"{header}: includes <{path}>, which is not of the layer {layer}"
        elif layer not in LAYERS:
            yield f"{header}: is in no layer (they are: {' '.join(LAYERS)})"
        else:
            for path in own:
                other = layer_of(path)
                if path == f"leibniz/{layer}.hpp":
                    yield f"{header}: includes <{path}>, the header of all of its own layer"
                elif path == "leibniz/leibniz.hpp":
                    if layer != "interop":
                        yield f"{header}: includes <{path}>, the header of everything"
                elif other in LAYERS and LAYERS.index(other) > LAYERS.index(layer):
                    yield f"{header}: includes <{path}>, but {other} comes after {layer}"

    for name in ["leibniz/leibniz.hpp", "leibniz/version.hpp", *umbrellas]:
        if name not in names:
            yield f"{include / name}: is missing"


if __name__ == "__main__":
    include = sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[1] / "include"
    found = list(problems(pathlib.Path(include)))
    print("\n".join(found), end="\n" if found else "")
    sys.exit(bool(found))
