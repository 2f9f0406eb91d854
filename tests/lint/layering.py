#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails on an #include that breaks the layers of core/README.md, on a cycle between headers, on a
third-party header outside the folder that owns it, and on a source file without its licence line.

    layering.py ROOT        checks a tree
    layering.py --selftest  checks that each rule can fail
"""
import pathlib
import re
import sys
import tempfile

# folder -> folders it may include, beside itself
CORE = {
    "base": [],
    "accounts": ["base"],
    "secrets": ["base"],
    "net": ["base"],
    "mime": ["base"],
    "sasl": ["base"],
    "imap": ["base", "accounts", "net", "mime", "sasl"],
    "smtp": ["base", "accounts", "net", "mime", "sasl"],
    "triage": ["base", "mime"],
    # store holds places of messages: it sees values of imap only. It asks the pure functions of triage
    # inside a transaction, because what the rep taught lies in the database.
    "store": ["base", "accounts", "mime", "triage", "imap/values"],
    "sync": ["base", "accounts", "net", "imap", "store", "mime", "triage"],
    "outbox": ["base", "accounts", "net", "smtp", "imap", "store", "mime"],
    "engine": ["base", "accounts", "secrets", "net", "mime", "imap", "smtp", "triage", "store", "sync", "outbox"],
}
UI_SEES = ["engine", "base"]
OWNERS = [  # (pattern of a third-party header, folders that may include it)
    (r"vmime/", ["core/mime", "core/sasl", "core/imap", "core/smtp"]),
    (r"(SQLiteCpp/|sqlite3)", ["core/store", "tests/unit/store", "tests/unit/engine", "tests/unit/outbox", "tests/gui/desktop", "tests/integration/app",
                                  "tests/integration/desktop", "tests/integration/engine"]),
    (r"qt6?keychain/", ["core/secrets"]),
    (r"sodium", ["core/secrets"]),
    (r"gnutls/", ["core/net", "tests"]),
    (r"zlib\.h", ["core/net", "tests"]),
    (r"gumbo", ["core/mime"]),
    (r"zstd", ["core/store"]),
    (r"(QtWidgets/|QWidget|QDialog|QApplication|QPainter|QPixmap|QIcon|QtGui/|QGui)", ["ui", "app/desktop", "tests", "cmake"]),
]
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def sources(root):
    for top in ("app", "core", "ui", "resources", "tests"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix in (".h", ".cpp") and "build" not in path.relative_to(root).parts:
                yield path


def core_folder(include):
    first = include.split("/")[0]
    return first if first in CORE and "/" in include else None


def allowed(folder, include, permitted):
    target = core_folder(include)
    if target is None or target == folder:
        return True
    return any(include.startswith(p + "/") for p in permitted) or "/values/" in include and folder == "ui"


def check_file(root, path, problems):
    place = path.relative_to(root).as_posix()
    text = path.read_text(encoding="utf-8", errors="replace")
    if "SPDX-License-Identifier: GPL-3.0-or-later" not in text[:200]:
        problems.append(f"{place}: no licence line")
    parts = place.split("/")
    for _, include in INCLUDE.findall(text):
        if parts[0] == "core":
            permitted = CORE.get(parts[1])
            if permitted is None:
                problems.append(f"{place}: folder {parts[1]} is not in the layer table")
                return
            if not allowed(parts[1], include, permitted) or include.startswith(("ui/", "app/")):
                problems.append(f"{place}: core/{parts[1]} must not include {include}")
            target = core_folder(include)
            if target and target != parts[1] and include.endswith("_p.h"):
                problems.append(f"{place}: {include} is private to core/{target}")
        if parts[0] == "ui" and (not allowed("ui", include, UI_SEES) or include.startswith("app/")):
            problems.append(f"{place}: ui must not include {include}")
        for pattern, folders in OWNERS:
            if re.match(pattern, include) and not any(place.startswith(f + "/") for f in folders):
                problems.append(f"{place}: {include} belongs to {', '.join(folders)}")


def header_cycle(root):
    graph = {}
    for path in (root / "core").rglob("*.h"):
        name = path.relative_to(root / "core").as_posix()
        graph[name] = [i for _, i in INCLUDE.findall(path.read_text(encoding="utf-8", errors="replace"))]
    done, stack = set(), []

    def visit(name):
        if name in stack:
            return stack[stack.index(name):] + [name]
        if name in done or name not in graph:
            return None
        stack.append(name)
        for other in graph[name]:
            found = visit(other)
            if found:
                return found
        stack.pop()
        done.add(name)
        return None

    for name in graph:
        found = visit(name)
        if found:
            return found
    return None


def check(root):
    problems = []
    for path in sources(root):
        check_file(root, path, problems)
    cycle = header_cycle(root)
    if cycle:
        problems.append("cycle: " + " -> ".join(cycle))
    return problems


SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
BAD = {
    "core/imap/A.cpp": SPDX + '#include "store/Store.h"\n',
    "core/store/B.cpp": SPDX + '#include "imap/ImapSession.h"\n',
    "core/sync/C.cpp": SPDX + "#include <vmime/vmime.hpp>\n",
    "core/engine/D.cpp": SPDX + "#include <QtWidgets/QWidget>\n",
    "ui/E.cpp": SPDX + '#include "store/Store.h"\n',
    "core/base/F.h": SPDX + '#include "base/G.h"\n',
    "core/base/G.h": SPDX + '#include "base/F.h"\n',
    "core/sync/H.cpp": SPDX + '#include "imap/Token_p.h"\n',
    "core/mime/I.cpp": "int x;\n",
    "app/cli/J.cpp": SPDX + "#include <QApplication>\n",
}
GOOD = {
    "core/store/K.cpp": SPDX + '#include "imap/values/Imap.h"\n#include <sqlite3.h>\n',
    "ui/L.cpp": SPDX + '#include "engine/Engine.h"\n#include "store/values/Ledger.h"\n#include <QWidget>\n',
}


def problems_of(files):
    with tempfile.TemporaryDirectory() as where:
        for name, text in files.items():
            path = pathlib.Path(where) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return check(pathlib.Path(where))


def selftest():
    blamed = "\n".join(problems_of(BAD))
    missed = [n for n in BAD if n not in blamed and not ("base/" in n and "cycle" in blamed)]
    false_alarms = problems_of(GOOD)
    for line in [f"not caught: {n}" for n in missed] + [f"false alarm: {p}" for p in false_alarms]:
        print(line)
    return 1 if missed or false_alarms else 0


def main():
    if sys.argv[1:] == ["--selftest"]:
        return selftest()
    problems = check(pathlib.Path(sys.argv[1]))
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
