# SPDX-License-Identifier: GPL-3.0-or-later
"""The private Dovecot of the benchmarks, and its other client: mbsync."""
import concurrent.futures
import imaplib
import os
import pathlib
import re
import shutil
import smtplib
import ssl
import subprocess
import sys

SCRIPTS = pathlib.Path(__file__).resolve().parent.parent / "support" / "servers"
FOLDERS = ("INBOX", "Sent", "Junk")


def user(number):
    return f"user{number:03d}"


def allow_watching(mailboxes):
    """Dovecot has an inotify instance for each mailbox in IDLE; beyond the limit it looks every half a minute."""
    limit = pathlib.Path("/proc/sys/fs/inotify/max_user_instances")
    if int(limit.read_text()) >= mailboxes * 2 + 50:
        return
    try:
        limit.write_text(str(mailboxes * 2 + 50))
    except OSError:
        sys.exit(f"{mailboxes} live mailboxes need fs.inotify.max_user_instances={mailboxes * 2 + 50} (sysctl, as root)")


class Servers:
    """Dovecot with `mailboxes` filled by inlet_bench; mail is written before the start."""

    def __init__(self, directory, bench, mailboxes, messages, octets):
        self.dir, self.mailboxes, self.messages = pathlib.Path(directory), mailboxes, messages
        self.dir.mkdir(parents=True)
        allow_watching(mailboxes)
        if messages:
            subprocess.run([bench, "maildirs", "--dir", self.dir, "--mailboxes", str(mailboxes), "--messages", str(messages),
                            "--octets", str(octets)], check=True)
        subprocess.run([SCRIPTS / "start.sh", "--dir", self.dir, "--users", str(mailboxes), "--imap-only", "--quiet"],
                       check=True, stdout=subprocess.DEVNULL)
        lines = (line.strip().split("=", 1) for line in open(self.dir / "env") if "=" in line)
        self.env = {key: value.strip("'\"") for key, value in lines}
        self.port, self.ca = int(self.env["IMAPS_PORT"]), self.env["CA_FILE"]

    def stop(self):
        subprocess.run([SCRIPTS / "stop.sh", "--dir", self.dir, "--purge"], check=False, stdout=subprocess.DEVNULL)
        shutil.rmtree(self.dir, ignore_errors=True)

    def login(self, number):
        context = ssl.create_default_context(cafile=self.ca)
        session = imaplib.IMAP4_SSL("localhost", self.port, ssl_context=context)
        session.login(f"{user(number)}@sales.test", f"pw-{user(number)}")
        return session

    def counts(self):
        """{(user, folder): (messages, unseen)} as the server says."""
        def of_one(number):
            session, found = self.login(number), {}
            for folder in FOLDERS:
                answer = session.status(folder, "(MESSAGES UNSEEN)")[1][0]
                if answer:
                    found[user(number), folder] = tuple(map(int, re.findall(rb"(?:MESSAGES|UNSEEN) (\d+)", answer)))
            session.logout()
            return found
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            return {key: value for part in pool.map(of_one, range(1, self.mailboxes + 1)) for key, value in part.items()}

    def deliver(self, number, message_id):
        with smtplib.LMTP("127.0.0.1", int(self.env["LMTP_PORT"])) as lmtp:
            lmtp.sendmail("lead01@customers.test", f"{user(number)}@sales.test",
                          f"From: lead01@customers.test\r\nTo: {user(number)}@sales.test\r\nSubject: measured\r\n"
                          f"Message-ID: <{message_id}>\r\n\r\nHello.\r\n")


class Mbsync:
    """Pulls the same folders into Maildirs, as many mailboxes at once as Inlet has workers."""

    def __init__(self, servers, directory, at_once=8):
        self.dir, self.at_once = pathlib.Path(directory), at_once
        self.channels = [user(number) for number in range(1, servers.mailboxes + 1)]
        self.rc = "".join(f"""IMAPAccount {name}
Host localhost
Port {servers.port}
User {name}@sales.test
Pass pw-{name}
SSLType IMAPS
CertificateFile {servers.ca}

IMAPStore far-{name}
Account {name}

MaildirStore near-{name}
Path {self.dir}/{name}/
Inbox {self.dir}/{name}/INBOX
SubFolders Verbatim

Channel {name}
Far :far-{name}:
Near :near-{name}:
Patterns INBOX Sent Junk
Create Near
Sync Pull
SyncState *

""" for name in self.channels)

    def run(self):
        """Octets of a first pull are on the disk: mbsync calls fsync by default."""
        shutil.rmtree(self.dir, ignore_errors=True)
        for name in self.channels:
            (self.dir / name).mkdir(parents=True)
        (self.dir / "rc").write_text(self.rc)
        with concurrent.futures.ThreadPoolExecutor(self.at_once) as pool:
            list(pool.map(lambda name: subprocess.run(["mbsync", "-q", "-c", self.dir / "rc", name], check=True), self.channels))
        return sum(len(files) for path, _, files in os.walk(self.dir) if os.path.basename(path) in ("cur", "new"))
