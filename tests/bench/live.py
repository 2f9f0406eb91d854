# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailboxes that are live: how soon new mail is told, beside a bare IDLE connection, and what idling costs."""
import json
import os
import random
import select
import subprocess
import threading
import time

TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident(pid):
    return int(next(line for line in open(f"/proc/{pid}/status") if line.startswith("VmRSS")).split()[1]) * 1024


class Watcher:
    """`inletctl sync --watch` on a profile; remembers when it printed what."""

    def __init__(self, inletctl, profile, ca):
        self.started = time.monotonic()
        self.process = subprocess.Popen([inletctl, "--data-dir", profile, "--vault", "file", "--ca-file", ca, "--json", "sync", "--watch"],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.live, self.news, self.changed = {}, {}, threading.Condition()
        self.conversations, self.flags = {}, {}
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            now, row = time.monotonic(), json.loads(line)
            with self.changed:
                if row.get("event") == "live":
                    self.live.setdefault(row["account"], now)
                elif row.get("event") == "new":
                    self.news.setdefault(row["message_id"], now)
                    self.conversations[row["message_id"]] = row["conversation"]
                elif row.get("event") == "flags":
                    self.flags[row["conversation"]] = now
                self.changed.notify_all()

    def wait_live(self, mailboxes, patience):
        with self.changed:
            return self.changed.wait_for(lambda: len(self.live) >= mailboxes, patience)

    def wait_new(self, message_id, patience=20):
        with self.changed:
            self.changed.wait_for(lambda: message_id in self.news, patience)
            return self.news.get(message_id)

    def wait_flags(self, message_id, since, patience=20):
        """When a change of flags was told that came after `since`."""
        told = lambda: self.flags.get(self.conversations.get(message_id), 0) > since
        with self.changed:
            return self.flags[self.conversations[message_id]] if self.changed.wait_for(told, patience) else None

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


def bare_idle(servers, number):
    """A connection in IDLE on INBOX; answers a function that waits for EXISTS and gives its time."""
    session = servers.login(number)
    session.select("INBOX", readonly=True)
    session.send(b"x IDLE\r\n")
    session.readline()

    def wait(patience=20):
        while session.sock.pending() or select.select([session.sock], [], [], patience)[0]:
            if b"EXISTS" in session.readline():
                return time.monotonic()
        return None
    return wait


def latencies(servers, watcher, deliveries, seed=5):
    """Milliseconds from the bare connection's EXISTS to our row, and from delivery to our row, one a delivery."""
    beyond, total, missing = [], [], 0
    chosen = random.Random(seed)
    for index in range(deliveries):
        number = chosen.randint(1, servers.mailboxes)
        wait, answer = bare_idle(servers, number), []
        peer = threading.Thread(target=lambda: answer.append(wait()))
        peer.start()
        time.sleep(0.3)  # Dovecot must know of the connection
        message_id, before = f"m{index}.{time.time_ns()}@bench.test", time.monotonic()
        servers.deliver(number, message_id)
        told = watcher.wait_new(message_id)
        peer.join()
        if told is None or not answer[0]:
            missing += 1
            continue
        beyond.append((told - answer[0]) * 1000)
        total.append((told - before) * 1000)
    return beyond, total, missing


def flag_latencies(servers, watcher, changes, seed=6):
    """Milliseconds from the answer to another client's STORE to our row, one a change."""
    total, missing = [], 0
    chosen = random.Random(seed)
    for index in range(changes):
        number, message_id = chosen.randint(1, servers.mailboxes), f"f{index}.{time.time_ns()}@bench.test"
        servers.deliver(number, message_id)
        if watcher.wait_new(message_id) is None:
            missing += 1
            continue
        session = servers.login(number)
        session.select("INBOX")
        since = time.monotonic()
        session.store("*", "+FLAGS.SILENT", "(\\Flagged)")
        done = time.monotonic()
        told = watcher.wait_flags(message_id, since)
        session.logout()
        if told is None:
            missing += 1
        else:
            total.append(max(0, told - done) * 1000)
    return total, missing


def slope(points):
    """Least squares of (x, y) pairs."""
    mean_x, mean_y = (sum(values) / len(points) for values in zip(*points))
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread if spread else 0.0


def idle_cost(pid, seconds):
    """Share of a core over `seconds`, resident memory and its growth in octets a second, descriptors, threads."""
    before, started, memory = cpu_seconds(pid), time.monotonic(), []
    while (passed := time.monotonic() - started) < seconds:
        memory.append((passed, resident(pid)))
        time.sleep(min(5, seconds - passed))
    return ((cpu_seconds(pid) - before) / seconds * 100, resident(pid), slope(memory), len(os.listdir(f"/proc/{pid}/fd")),
            len(os.listdir(f"/proc/{pid}/task")))
