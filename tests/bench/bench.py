#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Inlet against its budgets; run.sh builds what this needs. See README.md."""
import argparse
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

import live
from report import Report, percentile
from servers import Mbsync, Servers

KB = 1024
# mailboxes, messages each, runs; messages in the full stores; deliveries; live mailboxes, seconds of idling
MODES = {
    "quick": dict(sync=(5, 400), runs=1, store=[20_000], deliveries=8, fleet=[(20, 20)]),
    "default": dict(sync=(20, 1000), runs=3, store=[100_000], deliveries=20, fleet=[(10, 20), (60, 30)]),
    "full": dict(sync=(20, 5000), runs=3, store=[10_000, 100_000, 1_000_000], deliveries=60, fleet=[(1, 30), (10, 30), (50, 60), (200, 600)]),
    "hour": dict(deliveries=60, fleet=[(200, 3600)]),
}


def lines_of(command, **more):
    """{metric: value} of the JSON lines that a part prints."""
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, **more)
    return {row["metric"]: row["value"] for row in map(json.loads, done.stdout.splitlines())}


def database_octets(profile):
    """With the log written back, as after every start."""
    path = f"{profile}/inlet.db"
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return os.path.getsize(path)


class Bench:
    def __init__(self, build, work, report, mode):
        self.bench, self.app = f"{build}/tests/bench/inlet_bench", f"{build}/app"
        self.work, self.report, self.mode = pathlib.Path(work), report, MODES[mode]
        os.environ["INLET_VAULT_PASSPHRASE"] = "bench"

    def profile(self, servers, name):
        """A profile that knows the mailboxes and has read nothing."""
        path = self.work / name
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
        endpoint = f"127.0.0.1:{servers.port}:tls"
        subprocess.run([self.bench, "mailboxes", "--data-dir", path, "--imap", endpoint, "--mailboxes", str(servers.mailboxes)], check=True)
        return path

    def first_sync(self):
        mailboxes, messages = self.mode["sync"]
        servers = Servers(self.work / "s", self.bench, mailboxes, messages, 3000)
        try:
            before = servers.counts()  # also builds Dovecot's own indexes, for both
            mbsync = Mbsync(servers, self.work / "mbsync")
            ours, peer = [], []
            for run in range(self.mode["runs"]):
                profile = self.profile(servers, "p")
                ours.append(lines_of([self.bench, "sync", "--data-dir", profile, "--ca-file", servers.ca]))
                begin = time.monotonic()
                pulled = mbsync.run()
                peer.append((time.monotonic() - begin) * 1000)
            self.tell_sync(ours, peer, before, servers, profile, pulled)
            self.second_start(servers, profile)
            self.window(servers)
        finally:
            servers.stop()

    def tell_sync(self, ours, peer, before, servers, profile, pulled):
        of, add = (lambda key: [run[key] for run in ours]), self.report.add
        add("sync.stored_durably", of("sync.wall"), "ms", 1.0, "mbsync", peer)
        add("sync.searchable_too", of("sync.searchable"), "ms", 2.0, "mbsync", peer)
        add("sync.messages", of("sync.messages"), "messages", None, "mbsync", pulled)
        add("sync.first_rows_of_all_at_once.first", of("sync.first_rows_first"), "ms", 1000)
        add("sync.first_rows_of_all_at_once.last", of("sync.first_rows_last"), "ms")
        add("sync.memory_peak", max(of("sync.memory_peak")) / KB / KB, "MB", 400)
        raw = sum(os.path.getsize(os.path.join(path, name)) for path, _, names in os.walk(servers.dir / "mail")
                  for name in names if ".bench," in name)
        count = ours[-1]["sync.messages"]
        add("sync.octets_of_a_message", raw / count, "octets")
        add("sync.database_per_4_KB", database_octets(profile) / raw * 4 * KB, "octets", 4 * KB)
        with sqlite3.connect(f"file:{profile}/inlet.db?mode=ro", uri=True) as database:
            stored = {(email.split("@")[0], folder): (messages, unseen or 0) for email, folder, messages, unseen in database.execute(
                "SELECT a.email, f.name, count(l.id), sum((l.flags & 1) = 0) FROM accounts a JOIN folders f ON f.account = a.id "
                "LEFT JOIN locations l ON l.folder = f.id GROUP BY f.id")}
        after = servers.counts()
        add("sync.folders_that_differ", sum(stored.get(key) != value for key, value in after.items()), "folders", 0)
        add("sync.seen_set_by_us", sum(before[key] != after[key] for key in before), "folders", 0)
        one = self.profile(servers, "one")
        with sqlite3.connect(f"{one}/inlet.db") as database:
            database.execute("UPDATE accounts SET enabled = 0 WHERE id > 1")
        runs = []
        for _ in range(self.mode["runs"]):
            shutil.rmtree(self.work / "again", ignore_errors=True)
            shutil.copytree(one, self.work / "again")
            runs.append(lines_of([self.bench, "sync", "--data-dir", self.work / "again", "--ca-file", servers.ca])["sync.first_rows_first"])
        add("sync.first_50_rows_of_a_new_mailbox", runs, "ms", 1000)

    def second_start(self, servers, profile):
        self.report.add("start.list_of_synced_profile", lines_of([self.bench, "read", "--data-dir", profile])["store.start"], "ms", 800)
        self.news(servers, profile, "news")

    def news(self, servers, profile, name, idle_seconds=0):
        watcher = live.Watcher(f"{self.app}/inletctl", profile, servers.ca)
        try:
            all_live = watcher.wait_live(servers.mailboxes, 300)
            self.report.add(f"{name}.mailboxes_live", len(watcher.live), "mailboxes", None, "of", servers.mailboxes)
            if all_live:
                self.report.add(f"{name}.all_live_after", (max(watcher.live.values()) - watcher.started) * 1000, "ms")
            if idle_seconds:
                cpu, memory, growth, descriptors, threads = live.idle_cost(watcher.process.pid, idle_seconds)
                self.report.add(f"{name}.idle_cpu", cpu, "% of core", 0.5)
                self.report.add(f"{name}.memory", memory / KB / KB, "MB", 400)
                self.report.add(f"{name}.memory_growth", growth * 3600 / KB, "KB/h")
                self.report.add(f"{name}.descriptors", descriptors, "")
                self.report.add(f"{name}.threads", threads, "")
            beyond, total, missing = live.latencies(servers, watcher, self.mode["deliveries"])
            self.report.add(f"{name}.missed", missing, "messages", 0)
            if beyond:
                self.report.add(f"{name}.beyond_bare_idle_p50", percentile(beyond, 0.5), "ms", 100)
                self.report.add(f"{name}.beyond_bare_idle_p99", percentile(beyond, 0.99), "ms", 500)
                self.report.add(f"{name}.delivery_to_row_p99", percentile(total, 0.99), "ms")
            flags, missing = live.flag_latencies(servers, watcher, self.mode["deliveries"])
            self.report.add(f"{name}.flags_of_another_client_missed", missing, "changes", 0)
            if flags:
                self.report.add(f"{name}.flags_of_another_client_p50", percentile(flags, 0.5), "ms")
                self.report.add(f"{name}.flags_of_another_client_p99", percentile(flags, 0.99), "ms", 1000)
        finally:
            watcher.stop()

    def window(self, servers):
        """The real window during a first sync, on a display of its own."""
        if not shutil.which("xvfb-run"):
            print("no xvfb-run: the window is not measured", file=sys.stderr)
            return
        profile = self.profile(servers, "w")
        # Ends itself like a user would: by its own signal handler, so that it prints its numbers.
        seconds = 10 + servers.mailboxes * servers.messages // 1200
        control = subprocess.Popen([self.bench, "frames", "--seconds", str(seconds)], stdout=subprocess.PIPE, text=True)
        done = subprocess.run(["xvfb-run", "-a", "timeout", "-s", "TERM", str(seconds), f"{self.app}/inlet", "--data-dir", profile,
                               "--vault", "file", "--ca-file", servers.ca, "--watchdog"], stderr=subprocess.PIPE, stdout=subprocess.PIPE,
                              text=True)
        late, longest = (json.loads(line)["value"] for line in control.communicate()[0].splitlines())
        for line in (done.stderr + done.stdout).splitlines():
            if line.startswith("{"):
                row = json.loads(line)
                self.report.add("window.blocks_over_16_ms", row["over_16_ms"], "blocks", None, "control", late)
                self.report.add("window.longest_block", row["worst_ms"], "ms", None, "control", longest)

    def store(self, messages):
        directory = self.work / f"store{messages}"
        filled = lines_of([self.bench, "fill", "--data-dir", directory, "--mailboxes", "200", "--messages", str(messages), "--octets", "3000",
                           "--thread", "200"])
        read = lines_of([self.bench, "read", "--data-dir", directory])
        name, add = f"store.{messages // 1000}k", self.report.add
        add(f"{name}.fill_rate", filled["fill.rate"], "1/s")
        add(f"{name}.database_per_message", database_octets(directory) / messages, "octets")
        add(f"{name}.start_to_first_page", read["store.start"], "ms", 800)
        add(f"{name}.counts", read["store.counts"], "ms")
        add(f"{name}.list_keys", read["store.list_keys"], "ms")
        for order in ("waiting", "hottest"):
            add(f"{name}.order_{order}_keys", read[f"store.order_{order}_keys"], "ms")
            add(f"{name}.order_{order}_page", read[f"store.order_{order}_page"], "ms")
        add(f"{name}.page_p50", read["store.page_p50"], "ms")
        add(f"{name}.page_p99", read["store.page_p99"], "ms", 16)
        for kind in ("rare", "middle", "frequent", "prefix", "two_words", "sender"):
            add(f"{name}.search_{kind}_p50", read[f"store.search_{kind}_p50"], "ms")
        add(f"{name}.search_p95", read["store.search_p95"], "ms", 100)
        add(f"{name}.view_counted_whole_worst", read["store.view_whole_worst"], "ms")
        for changed in (1, 100):
            add(f"{name}.views_after_{changed}_p99", read[f"store.views_after_{changed}_p99"], "ms")
        add(f"{name}.memory", read["store.memory"] / KB / KB, "MB", 400)
        self.full_window(directory, name)
        shutil.rmtree(directory)

    def full_window(self, directory, name):
        """The real window on a full store, from key press to painted result."""
        told = lines_of(["xvfb-run", "-a", "-s", "-screen 0 1440x900x24", f"{os.path.dirname(self.bench)}/inlet_window_bench",
                         "--data-dir", directory], stderr=subprocess.DEVNULL)
        add = self.report.add
        add(f"{name}.window_start", told["window.start"], "ms", 800)
        for key in ("key_next", "key_archive", "key_undo"):
            add(f"{name}.{key}_p50", told[f"window.{key}_p50"], "ms")
            add(f"{name}.{key}_p99", told[f"window.{key}_p99"], "ms", 50)
        add(f"{name}.scroll_frame_p99", told["window.scroll_frame_p99"], "ms", 16)
        add(f"{name}.scroll_rows_there_p99", told["window.scroll_rows_there_p99"], "ms")
        add(f"{name}.open_200_messages", told["window.open_longest"], "ms", 100)
        add(f"{name}.window_memory", told["window.memory"] / KB / KB, "MB", 400)

    def fleet(self, mailboxes, seconds):
        servers = Servers(self.work / "f", self.bench, mailboxes, 20, 3000)
        try:
            self.news(servers, self.profile(servers, "fleet"), f"fleet{mailboxes}", seconds)
        finally:
            servers.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True, help="release build directory")
    parser.add_argument("--out", default="bench-results.jsonl")
    parser.add_argument("--only", choices=["sync", "store", "fleet"], action="append")
    for mode in ("quick", "full", "hour"):
        parser.add_argument(f"--{mode}", action="store_const", dest="mode", const=mode, default="default")
    options = parser.parse_args()
    report = Report(options.out)
    parts = options.only or (["fleet"] if options.mode == "hour" else ["sync", "store", "fleet"])
    # Short: the servers' sockets lie below it.
    with tempfile.TemporaryDirectory(prefix="ib-", dir=os.environ.get("TMPDIR", "/tmp")) as work:
        os.chmod(work, 0o755)
        bench = Bench(options.build, work, report, options.mode)
        if "sync" in parts:
            bench.first_sync()
        for mailboxes, seconds in bench.mode["fleet"] if "fleet" in parts else []:
            bench.fleet(mailboxes, seconds)
        for messages in bench.mode["store"] if "store" in parts else []:
            bench.store(messages)
    print(report.table())
    with open(options.out + ".txt", "w") as out:
        out.write(report.table() + "\n")


if __name__ == "__main__":
    main()
