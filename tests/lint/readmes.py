#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails where a README names a file, folder, test class, preset or INLET_ variable that is not there.

    readmes.py ROOT        checks a tree
    readmes.py --selftest  checks that each rule can fail
"""
import json
import os
import pathlib
import re
import sys
import tempfile

SEARCHED = (".cpp", ".h", ".py", ".sh", ".cmake", ".txt", ".json", ".c", "")
SKIPPED = {"build", ".git"}
LINK = re.compile(r"\]\(([^)#\s]+)")
CODE = re.compile(r"`([^`\n]+)`")
BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.M | re.S)
PATH = re.compile(r"[\w.*-]+(?:/[\w.*-]+)+/?|[\w-]+\.(?:h|cpp|py|sh|sql|qrc|cmake|md|supp)\b")
CLASS = re.compile(r"\btst_\w+\b")
VARIABLE = re.compile(r"\bINLET_[A-Z_]+\b")
PRESET = re.compile(r"(?:--preset |-C build/)(\w+)")
NUMBER = re.compile(r"(?<![A-Z])N(?![A-Za-z])")  # as in v3.db.z for vN.db.z


class Tree:
    def __init__(self, root):
        self.root = root
        self.files, self.folders, self.variables = set(), set(), set()
        for place, folders, names in os.walk(root):
            folders[:] = [name for name in folders if name not in SKIPPED]
            here = pathlib.Path(place).relative_to(root)
            self.folders.add(here.as_posix())
            for name in names:
                self.files.add((here / name).as_posix())
                path = pathlib.Path(place) / name
                if path.suffix in SEARCHED:
                    self.variables |= set(VARIABLE.findall(path.read_text(errors="replace")))
        self.names = {name.rsplit("/", 1)[-1] for name in self.files}
        presets = json.loads((root / "CMakePresets.json").read_text())
        self.presets = {one["name"] for one in presets["configurePresets"]}

    def has(self, path, folder):
        """A path as a reader finds it: from the README, from the top, or its end below one of them."""
        path = NUMBER.sub("*", path.rstrip("/"))
        if "/" not in path:
            return path in self.names
        if "*" in path:
            return any(pathlib.PurePosixPath(name).match(path) for name in self.files)
        tails = {path, os.path.normpath(f"{folder}/{path}")}
        return any(tail in self.files or tail in self.folders for tail in tails) or any(
            name.endswith("/" + path) or name.startswith(path + ".") or f"/{path}." in name for name in self.files | self.folders)


def faults(tree, readme):
    text = (tree.root / readme).read_text()
    folder = os.path.dirname(readme)
    found = []
    for link in LINK.findall(text):
        if "://" not in link and os.path.normpath(f"{folder}/{link}").lstrip("./") not in tree.files | tree.folders:
            found.append(f"the link {link} leads nowhere")
    tops = {name.split("/")[0] for name in tree.files} | {name.rsplit("/", 1)[-1] for name in tree.folders}
    for code in CODE.findall(BLOCK.sub("", text)) + [line for block in BLOCK.findall(text) for line in block.splitlines()]:
        for preset in PRESET.findall(code):
            if preset not in tree.presets:
                found.append(f"{preset} is no preset")
        for path in PATH.findall(code):
            first = path.split("/")[0]
            # Only what claims to be ours: it begins as a folder of ours or is the name of a source file.
            ours = first in tops and first not in SKIPPED if "/" in path else True
            if ours and not tree.has(path, folder):
                found.append(f"there is no {path}")
    for name in set(CLASS.findall(text)) - {"tst_Name"}:
        if name + ".cpp" not in tree.names:
            found.append(f"there is no class {name}")
    for name in set(VARIABLE.findall(text)):
        if name not in tree.variables:
            found.append(f"nothing reads {name}")
    return [f"{readme}: {fault}" for fault in found]


def check(root):
    tree = Tree(root)
    return [fault for readme in sorted(tree.files) if readme.endswith("README.md") for fault in faults(tree, readme)]


def selftest():
    with tempfile.TemporaryDirectory() as place:
        root = pathlib.Path(place)
        (root / "core").mkdir()
        (root / "core/Real.h").write_text("// INLET_READ\n")
        (root / "tst_Real.cpp").write_text("")
        (root / "CMakePresets.json").write_text('{"configurePresets": [{"name": "dev"}]}')
        readme = root / "README.md"
        readme.write_text("[a](core) `core/Real.h` `core/Real` `Real.h` `tst_Real` `INLET_READ` `core/*.h` text/html 1/2 `Gone.html`\n"
                          "```\ncmake --preset dev && ninja -C build/dev\n```\n")
        assert check(root) == [], check(root)
        for wrong in ("[a](gone.md)", "`core/Gone.h`", "`Gone.h`", "`core/*.sql`", "tst_Gone", "INLET_GONE", "`--preset gone`", "```\nninja -C build/gone\n```"):
            readme.write_text(wrong + "\n")
            assert check(root), wrong


def main():
    if sys.argv[1:] == ["--selftest"]:
        selftest()
        return 0
    found = check(pathlib.Path(sys.argv[1]))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
