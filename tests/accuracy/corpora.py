# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the labelled mail, and the comparisons that its labels ask for."""
import html.parser
import json
import os
import re
import tempfile
from collections import defaultdict
from itertools import combinations

HIDDEN = ("script", "style", "head", "title")


class VisibleText(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.depth = 0
        self.parts = []

    def handle_starttag(self, tag, attrs):
        self.depth += tag in HIDDEN

    def handle_endtag(self, tag):
        self.depth -= tag in HIDDEN and self.depth > 0

    def handle_data(self, data):
        if self.depth == 0:
            self.parts.append(data)


def visible_text(markup):
    parser = VisibleText()
    parser.feed(markup)
    parser.close()
    return " ".join(parser.parts)


def squeezed(text, drop_blanks):
    text = " ".join(text.replace("\u00a0", " ").split())
    return text.replace(" ", "") if drop_blanks else text


def threads_f1(labels, rows):
    """Pairs of messages in the same thread: how many of ours are right, how many of theirs we have."""
    bare = lambda name: name.strip().strip("<>")
    wanted, got = defaultdict(set), defaultdict(set)
    for row in labels:
        wanted[row["thread"]].add(bare(row["message_id"]))
    for row in rows:
        got[row["conversation"]] |= {bare(name) for name in row["message_ids"]}
    pairs = lambda groups: {pair for names in groups.values() for pair in combinations(sorted(names), 2)}
    truth, ours = pairs(wanted), pairs(got)
    both = len(truth & ours)
    precision = both / len(ours) if ours else 0.0
    recall = both / len(truth) if truth else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0


class Corpora:
    def __init__(self, root):
        self.root = root
        self.scratch = tempfile.TemporaryDirectory()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.scratch.cleanup()

    def path(self, name):
        return os.path.join(self.root, name)

    def text(self, topic, name):
        with open(self.path(os.path.join(topic, name)), encoding="utf-8", errors="replace") as file:
            return file.read()

    def rows(self, name):
        if not os.path.exists(self.path(name)):
            return []
        with open(self.path(name), encoding="utf-8") as file:
            return [json.loads(line) for line in file if line.strip()]

    def labels(self, topic):
        rows = self.rows(topic + "/labels.jsonl")
        for row in rows:
            if "file" in row:
                row["path"] = self.path(os.path.join(topic, row["file"]))
        return rows

    def write(self, name, octets):
        path = os.path.join(self.scratch.name, name)
        with open(path, "wb") as file:
            file.write(octets)
        return path

    def auto_reply_texts(self):
        """The bare texts as mail without a telling header: only words can decide."""
        paths = []
        for number, row in enumerate(self.rows("autoreplies/texts.jsonl")):
            text = row.get("text") or row.get("body") or ""
            head = ("From: Jo <jo@example.com>\r\nTo: me@example.org\r\nSubject: Re: hello\r\nMIME-Version: 1.0\r\n"
                    "Date: Mon, 3 Aug 2026 09:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n"
                    "Content-Transfer-Encoding: 8bit\r\n\r\n")
            paths.append(self.write("text%d.eml" % number, (head + text).encode()))
        return paths

    def ordinary_mail(self):
        """Messages of the threading corpus, split by its separators."""
        mbox = self.path("threading/threads.mbox")
        if not os.path.exists(mbox):
            return []
        with open(mbox, "rb") as file:
            messages = re.split(rb"(?m)^From .*\n", file.read())[1:]
        return [self.write("thread%d.eml" % number, message) for number, message in enumerate(messages)]
