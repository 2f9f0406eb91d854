#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts of the window and their translations; see README.md.

texts.py update ROOT [LUPDATE]   brings the .ts files up to date with the source
texts.py check ROOT [LUPDATE]    fails where a text has no translation, or a translation no text
texts.py missing FILE.ts         prints what has no translation yet, one "number<TAB>context<TAB>text" a line
texts.py fill FILE.ts WORDS      takes translations from lines "number<TAB>translation" of the same numbers

lupdate knows tr() and QCoreApplication::translate(). Files of words call a short helper of their own
instead; here each literal that is given to one becomes a call that lupdate knows, in a copy.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

FOLDERS = ["ui", "app/desktop", "core"]
# Guessed translations would count as done before anybody has looked at them.
GUESSES = [word for guess in ("sametext", "similartext", "number") for word in ("-disable-heuristic", guess)]
LITERAL = r'"((?:[^"\\\n]|\\.)*)"'
TRANSLATES = re.compile(r'(\w+)\(const char \*(\w+)[^(){}]*\)\s*(?:const\s*)?\{\s*return QCoreApplication::translate\("([^"]+)", \2\b')
FUNCTION = re.compile(r'^[\w:<>&* ]+?\b(\w+)\(([^(){}]*const char \*[^{}]*?)\)\s*(?:const\s*)?\n?\s*\{', re.M)
CALL = r'(?<![\w.>:])%s\('


def close_of(text, start):
    """Where the bracket that opens before `start` closes."""
    depth, at = 1, start
    while depth and at < len(text):
        if text[at] == '"':
            at = re.compile(LITERAL).match(text, at).end()
            continue
        if text[at] == "'":
            at = re.compile(r"'(?:[^'\\]|\\.)+'|'").match(text, at).end()
            continue
        depth += (text[at] in "([{") - (text[at] in ")]}")
        at += 1
    return at - 1


def arguments(text, start):
    """The arguments of the call whose bracket opens before `start`."""
    end, at, begin, depth, found = close_of(text, start), start, start, 0, []
    while at < end:
        if text[at] == '"':
            at = re.compile(LITERAL).match(text, at).end()
            continue
        depth += (text[at] in "([{") - (text[at] in ")]}")
        if text[at] == "," and depth == 0:
            found.append(text[begin:at])
            begin = at + 1
        at += 1
    return found + [text[begin:end]]


def literals(argument):
    """The texts an argument can be: one, joined lines, or the two of a condition."""
    if not re.fullmatch(r'(?:\s|' + LITERAL + r'|[^"()]|\((?:[^"()]|\([^"()]*\))*\))*', argument):
        return []
    parts = re.findall(r'(?:' + LITERAL + r'\s*)+', argument)
    if not parts:
        return []
    joined = [m.group(0) for m in re.finditer(r'(?:"(?:[^"\\\n]|\\.)*"\s*)+', argument)]
    return ["".join(re.findall(LITERAL, one)) for one in joined]


def helpers_of(text):
    """name -> (which argument, context): functions that translate what they are given."""
    known = {name: (0, context) for name, _, context in TRANSLATES.findall(text)}
    for function in FUNCTION.finditer(text):
        name, parameters = function.groups()
        body = text[function.end():close_of(text, function.end())]
        for at, parameter in enumerate(parameters.split(",")):
            given = re.search(r"const char \*(\w+)", parameter)
            for helper, (_, context) in list(known.items()):
                if given and name not in known and re.search(CALL % helper + re.escape(given.group(1)) + r"\s*[,)]", body):
                    known[name] = (at, context)
    return known


def known_calls(text):
    """Lines for lupdate: a call for each text that a helper of the file is given."""
    calls = []
    for name, (at, context) in helpers_of(text).items():
        if name == "tr":
            continue # lupdate reads these
        for call in re.finditer(CALL % name, text):
            given = arguments(text, call.end())
            for one in literals(given[at]) if at < len(given) else []:
                calls.append('    QCoreApplication::translate("%s", "%s");' % (context, one))
    return sorted(set(calls))


def calls_of_errors(value):
    """The same for what resources/errors.json says."""
    if isinstance(value, list):
        return [call for one in value for call in calls_of_errors(one)]
    if not isinstance(value, dict):
        return []
    calls = []
    for key, one in value.items():
        if key in ("message", "advice", "label") and isinstance(one, str) and one:
            calls.append("    QCoreApplication::translate(\"Errors\", %s);" % json.dumps(one, ensure_ascii=False))
        else:
            calls += calls_of_errors(one)
    return sorted(set(calls))


def with_calls(text, calls):
    return text + "\nvoid textsOfHelpers()\n{\n" + "\n".join(calls) + "\n}\n" if calls else text


def update(root, lupdate, into, *more):
    """Writes `into` (a .ts file, kept where it has translations) from the sources under `root`."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder)
        for name in FOLDERS:
            for file in sorted((root / name).rglob("*")):
                if file.suffix not in (".cpp", ".h"):
                    continue
                text = file.read_text(encoding="utf-8")
                target = copy / file.relative_to(root)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(with_calls(text, known_calls(text)) if file.suffix == ".cpp" else text, encoding="utf-8")
        errors = json.loads((root / "resources/errors.json").read_text(encoding="utf-8"))
        (copy / "core/errors.cpp").write_text(with_calls("#include <QCoreApplication>\n", calls_of_errors(errors)), encoding="utf-8")
        command = [lupdate, "-silent", "-locations", "none", "-no-ui-lines", *GUESSES, "-source-language", "en", "-I", str(copy), "-I", str(copy / "core"),
                   "-recursive", *[str(copy / name) for name in FOLDERS], *more, "-ts", str(into)]
        done = subprocess.run(command, capture_output=True, text=True)
        said = [line for line in done.stderr.splitlines() if line.strip()]
        if done.returncode or said:
            sys.exit("lupdate says:\n" + "\n".join(said))


def messages(file):
    for context in xml.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message


def marks(text):
    """Placeholders and the number of accelerators: what a translation must have as its text has."""
    places = sorted(re.findall(r"%L?\d+|%n|\{\w+\}", text))
    return places, len(re.findall(r"&(?=\w)", text.replace("&&", ""))), re.findall(r"<[^>]+>", text)


def problems_of(kept, fresh):
    """What is wrong with the translations in `kept`, where `fresh` is the same after an update."""
    have = {(context, message.findtext("source"), message.findtext("comment")): message for context, message in messages(kept)}
    found = []
    for context, message in messages(fresh):
        source, translation = message.findtext("source"), message.find("translation")
        kind, where = translation.get("type", ""), '%s: "%s"' % (context, source)
        if kind in ("vanished", "obsolete"):
            found.append(where + " is in no source any more")
        elif (context, source, message.findtext("comment")) not in have:
            found.append(where + " is new in the source and has no translation")
        elif kind == "unfinished" or not "".join(translation.itertext()).strip():
            found.append(where + " has no translation")
        else:
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            found += ['%s: placeholders, accelerators or tags differ in "%s"' % (where, form) for form in forms if marks(form) != marks(source)]
    return found


def check(root, lupdate):
    bad = 0
    for kept in sorted((root / "resources/translations").glob("*.ts")):
        with tempfile.TemporaryDirectory() as folder:
            fresh = pathlib.Path(folder) / kept.name
            shutil.copy(kept, fresh)
            update(root, lupdate, fresh)
            for problem in problems_of(kept, fresh):
                print("%s: %s" % (kept.name, problem))
                bad += 1
    if bad:
        sys.exit("%d texts; resources/translations/README.md says what to do" % bad)


def unfinished(tree):
    return [(context.findtext("name"), message) for context in tree.getroot().iter("context") for message in context.iter("message")
            if message.find("translation").get("type") == "unfinished"]


def missing(file):
    for number, (context, message) in enumerate(unfinished(xml.parse(file))):
        print("%d\t%s\t%s" % (number, context, message.findtext("source").replace("\n", "\\n")))


def fill(file, words):
    """Edits the text itself, so that the file stays as lupdate writes it."""
    given = dict(line.split("\t", 1) for line in pathlib.Path(words).read_text(encoding="utf-8").splitlines() if "\t" in line)
    text, count = pathlib.Path(file).read_text(encoding="utf-8"), -1

    def filled(match):
        nonlocal count
        count += 1
        word = given.get(str(count))
        if word is None:
            return match.group(0)
        escaped = word.replace("\\n", "\n").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&apos;")
        return "<translation>" + escaped + "</translation>"

    text = re.sub(r'<translation type="unfinished"></translation>', filled, text)
    pathlib.Path(file).write_text(text, encoding="utf-8")


def main(words):
    lupdate = words[2] if len(words) > 2 else "/usr/lib/qt6/bin/lupdate"
    if len(words) < 2 or words[0] not in ("update", "check", "missing", "fill"):
        sys.exit(__doc__)
    root = pathlib.Path(words[1])
    if words[0] == "update":
        for kept in sorted((root / "resources/translations").glob("*.ts")):
            update(root, lupdate, kept, "-no-obsolete")
    elif words[0] == "check":
        check(root, lupdate)
    elif words[0] == "missing":
        missing(words[1])
    else:
        fill(words[1], words[2])


if __name__ == "__main__":
    main(sys.argv[1:])
