#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores `inletctl classify`, `trim` and `thread` on labelled real mail, per source and in total.

usage: INLET_CORPORA=DIR score.py INLETCTL [--misses] [--json]

Prints confusion tables and, last, one table of what is asked for. --misses names every file that
was judged wrong, for study; a rule made for one file is a bad rule. --json prints the totals as
JSON lines {"metric", "value", "unit", "must"}. Exit 1 when something is below what it must be.
"""
import html
import json
import os
import resource
import subprocess
import sys
from collections import Counter, defaultdict

from corpora import Corpora, squeezed, threads_f1, visible_text

BATCH = 500


def processor_time():
    """Seconds of one core that our children used: what others do on this machine does not count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Inletctl:
    """The product, asked through its command line."""

    def __init__(self, path):
        self.path = path
        self.seconds = 0.0

    def rows(self, command, files):
        out = []
        for at in range(0, len(files), BATCH):
            begin = processor_time()
            run = subprocess.run([self.path, "--json", command] + files[at:at + BATCH],
                                 stdout=subprocess.PIPE, check=False)
            self.seconds += processor_time() - begin
            out += [json.loads(line) for line in run.stdout.decode().splitlines() if line.strip()]
        return out

    def by_file(self, command, files):
        return {row["file"]: row for row in self.rows(command, files)}


class Score:
    def __init__(self):
        self.right = 0
        self.all = 0

    def add(self, good):
        self.right += 1 if good else 0
        self.all += 1

    @property
    def share(self):
        return 100.0 * self.right / self.all if self.all else float("nan")

    def __str__(self):
        return "%d of %d (%.1f %%)" % (self.right, self.all, self.share)


def share_table(title, scores):
    print("\n" + title)
    for source in sorted(scores):
        print("  %-52s %s" % (source[:52], scores[source]))


def confusion(title, counts):
    """counts: {(wanted, got): number}"""
    wanted = sorted({pair[0] for pair in counts})
    got = sorted({pair[1] for pair in counts})
    print("\n%s (rows: labelled, columns: answered)" % title)
    print("  %-18s" % "" + "".join("%12s" % name[:11] for name in got))
    for row in wanted:
        print("  %-18s" % row[:18] + "".join("%12d" % counts.get((row, column), 0) for column in got))


class Judge:
    def __init__(self, ctl, corpora, misses):
        self.ctl = ctl
        self.corpora = corpora
        self.misses = misses
        self.results = []

    def miss(self, what, row, note):
        if self.misses:
            print("MISS %s %s: %s" % (what, row.get("file"), note))

    def result(self, metric, value, must, unit="%", least=True):
        self.results.append((metric, value, must, unit, least))

    def bounces(self):
        labels = self.corpora.labels("bounces")
        answers = self.ctl.by_file("classify", [row["path"] for row in labels])
        kinds = Counter()
        types = Counter()
        found, addresses, hard = defaultdict(Score), defaultdict(Score), defaultdict(Score)
        false_alarm = Score()
        for row in labels:
            got = answers.get(row["path"], {})
            bounce = got.get("bounce", {})
            kinds[(row["kind"], "delayed" if bounce.get("type") == "delayed" else got.get("kind", "none"))] += 1
            is_bounce = got.get("kind") == "bounce"
            if row["kind"] == "not_bounce":
                false_alarm.add(is_bounce)
                if is_bounce:
                    self.miss("false bounce", row, got.get("evidence"))
            if row["kind"] != "bounce":
                continue
            found[row["source"]].add(is_bounce)
            if not is_bounce:
                self.miss("bounce", row, "%s %s" % (got.get("kind"), got.get("evidence")))
            self._recipients(row, bounce, addresses)
            self._hard(row, bounce, hard, types)
        confusion("Kinds of the bounce corpus", kinds)
        confusion("Hard or not", types)
        share_table("Bounces detected", found)
        share_table("All recipients right", addresses)
        share_table("Hard or not right", hard)
        self._sum("bounces detected", found, 99)
        self._sum("all recipients right", addresses, 97)
        self._sum("hard / soft / block right", hard, 95)
        self.result("ordinary mail called a bounce (bounce corpus)", false_alarm.share, 0.2, least=False)

    def _recipients(self, row, bounce, addresses):
        wanted = row.get("recipients", [])
        if not wanted:
            return
        got = {one["recipient"].lower() for one in bounce.get("recipients", [])}
        allowed = set()
        good = True
        for one in wanted:
            accept = {name.lower() for name in one.get("accept", []) + [one.get("recipient", "")]}
            allowed |= accept
            good = good and bool(accept & got)
        good = good and got <= allowed
        addresses[row["source"]].add(good)
        if not good:
            self.miss("recipients", row, "wanted %s got %s" % ([one["recipient"] for one in wanted], sorted(got)))

    def _hard(self, row, bounce, hard, types):
        wanted = row.get("recipients", [])
        got = bounce.get("recipients", [])
        # "filtered" is a word of one label set for refusals of either sort.
        if not wanted or "hard" not in wanted[0] or not got or wanted[0].get("coarse_reason") == "filtered":
            return
        is_hard = got[0]["type"] == "hard"
        hard[row["source"]].add(is_hard == wanted[0]["hard"])
        types[("hard" if wanted[0]["hard"] else wanted[0].get("coarse_reason", "other"), got[0]["type"])] += 1
        if is_hard != wanted[0]["hard"]:
            self.miss("hard", row, "wanted hard=%s %s, got %s %s | %s" % (
                wanted[0]["hard"], wanted[0].get("reason"), got[0]["type"], got[0]["reason"], got[0]["diagnostic"][:200]))

    def _sum(self, metric, scores, must):
        total = Score()
        for score in scores.values():
            total.right += score.right
            total.all += score.all
        self.result(metric, total.share, must)

    def ordinary(self):
        """The mime and threading corpora hold no bounce that is not marked as one."""
        files = self.corpora.ordinary_mail()
        answers = self.ctl.by_file("classify", files)
        kinds = Counter(row["kind"] for row in answers.values())
        print("\nOrdinary mail of other corpora: %s" % dict(kinds))
        for row in answers.values():
            if row["kind"] in ("bounce", "auto-reply"):
                self.miss("ordinary", row, "%s %s | %s" % (row["kind"], row["evidence"], row["subject"]))

    def auto_replies(self):
        labels = self.corpora.labels("autoreplies")
        answers = self.ctl.by_file("classify", [row["path"] for row in labels])
        counts = Counter()
        found, false_alarm = Score(), Score()
        for row in labels:
            got = answers.get(row["path"], {})
            automatic = got.get("kind") == "auto-reply"
            counts[("auto-reply" if row["auto_reply"] else "not", got.get("kind", "none"))] += 1
            (found if row["auto_reply"] else false_alarm).add(automatic)
            if automatic != row["auto_reply"]:
                self.miss("auto-reply", row, "%s %s" % (got.get("kind"), got.get("evidence")))
        confusion("Automatic replies", counts)
        texts = self.corpora.auto_reply_texts()
        if texts:
            answers = self.ctl.by_file("classify", texts)
            share = Score()
            for path in texts:
                share.add(answers[path]["kind"] == "auto-reply")
                if answers[path]["kind"] != "auto-reply":
                    self.miss("auto-reply text", {"file": path}, open(path, encoding="utf-8").read()[-600:])
            print("  bare texts of automatic replies, without any header: %s" % share)
        self.result("auto-replies found", found.share, 97)
        self.result("auto-reply false alarms", false_alarm.share, 0.5, least=False)

    def opt_outs(self):
        labels = self.corpora.labels("unsubscribe")
        answers = self.ctl.by_file("classify", [row["path"] for row in labels])
        counts = Counter()
        for row in labels:
            got = answers.get(row["path"], {})
            asked = got.get("category") == "Do not contact"
            counts[("asks to stop" if row["unsubscribe"] else "does not", "asked" if asked else "not")] += 1
            if asked != row["unsubscribe"]:
                self.miss("opt-out", row, "%s %s | %s" % (got.get("kind"), got.get("category"), got.get("evidence")))
        confusion("Removal requests", counts)

    def trims(self):
        labels = self.corpora.labels("replies")
        answers = self.ctl.by_file("trim", [row["path"] for row in labels])
        plain, marked_up = defaultdict(Score), defaultdict(Score)
        for row in labels:
            text = answers.get(row["path"], {}).get("text", "")
            wanted = self.corpora.text("replies", row["expected_file"])
            compare = row.get("compare", "")
            if compare.startswith("html"):
                wanted = visible_text(wanted)
            elif row["format"] == "html":
                wanted = html.unescape(wanted)  # the library's output is text with entities
            drop = "ignoring" in compare or compare.startswith("html")
            good = squeezed(text, drop) == squeezed(wanted, drop)
            (marked_up if row["format"] == "html" else plain)[row["source"]].add(good)
            if not good:
                self.miss("trim", row, "\n--- got\n%s\n--- wanted\n%s\n---" % (text[:900], wanted[:900]))
        share_table("New words exact, plain text", plain)
        share_table("New words exact, HTML", marked_up)
        self._sum("author's words exact, plain text", plain, 76)
        self._sum("author's words exact, HTML", marked_up, 46)

    def signatures(self):
        labels = self.corpora.labels("signatures")
        answers = self.ctl.by_file("trim", [row["path"] for row in labels])
        found, false_alarm = Score(), Score()
        for row in labels:
            has = bool(answers.get(row["path"], {}).get("signature"))
            (found if row["has_signature"] else false_alarm).add(has)
            if has != row["has_signature"]:
                self.miss("signature", row, row["signature"])
        self.result("signatures found", found.share, 35)
        self.result("signatures invented", false_alarm.share, 4, least=False)

    def threads(self):
        mbox = self.corpora.path("threading/threads.mbox")
        if not os.path.exists(mbox):
            return
        rows = self.ctl.rows("thread", [mbox])
        precision, recall, f1 = threads_f1(self.corpora.labels("threading"), rows)
        print("\nThreads: precision %.4f, recall %.4f" % (precision, recall))
        self.result("threads, F1 of pairs", f1, 0.99, unit="")

    def speed(self):
        """Files a second on one core, the start of the program taken off."""
        files = [row["path"] for row in self.corpora.labels("bounces")] * 5
        one = Inletctl(self.ctl.path)
        one.rows("classify", files[:1])
        many = Inletctl(self.ctl.path)
        for at in range(0, len(files), BATCH):
            many.rows("classify", files[at:at + BATCH])
        batches = (len(files) + BATCH - 1) // BATCH
        rate = len(files) / max(0.001, many.seconds - batches * one.seconds)
        self.result("classify, files a second", rate, 300, unit="/s")

    def close(self, as_json):
        good = True
        print("\n%-50s %10s %8s" % ("what", "value", "must"))
        for metric, value, must, unit, least in self.results:
            fine = value >= must if least else value <= must
            good = good and fine
            print("%-50s %8.2f %-2s %5s%-6g %s" % (metric, value, unit, ">=" if least else "<=", must, "" if fine else "MISSED"))
            if as_json:
                print(json.dumps({"metric": metric, "value": round(value, 4), "unit": unit, "must": must}))
        return 0 if good else 1


def main(words):
    root = os.environ.get("INLET_CORPORA", "")
    paths = [word for word in words if not word.startswith("--")]
    if len(paths) != 1 or not os.path.isdir(root):
        print(__doc__, file=sys.stderr)
        return 2
    with Corpora(root) as corpora:
        judge = Judge(Inletctl(paths[0]), corpora, "--misses" in words)
        for part in (judge.bounces, judge.ordinary, judge.auto_replies, judge.opt_outs, judge.trims,
                     judge.signatures, judge.threads, judge.speed):
            part()
        return judge.close("--json" in words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
