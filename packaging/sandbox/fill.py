#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""fill.py DIR: writes the sandbox's mail into the Maildirs of a private instance that does not run
yet: what was sent, what came back, newest a few minutes ago."""
import os
import pathlib
import random
import sys
import time
import unicodedata
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
import datetime

import cast

NOW = time.time()
RANDOM = random.Random(20)


def stamp(hours_ago):
    return datetime.datetime.fromtimestamp(NOW - hours_ago * 3600, datetime.timezone.utc)


def new_id(domain):
    return f"<{RANDOM.getrandbits(80):020x}@{domain}>"


def store(root, mailbox, folder, message, hours_ago, seen):
    local, domain = mailbox.split("@")
    base = pathlib.Path(root, "mail", domain, local, "Maildir")
    place = base if folder == "INBOX" else base / f".{folder}"
    for sub in ("cur", "new", "tmp"):
        (place / sub).mkdir(parents=True, exist_ok=True)
    when = NOW - hours_ago * 3600
    name = f"{int(when)}.{RANDOM.getrandbits(40):010x}.sandbox:2,{'S' if seen else ''}"
    path = place / "cur" / name
    path.write_bytes(message.as_bytes().replace(b"\r\n", b"\n"))
    os.utime(path, (when, when))


def mail(sender, recipient, subject, text, hours_ago, message_id, parent=None, references=()):
    message = EmailMessage()
    message["From"] = formataddr(sender)
    message["To"] = formataddr(recipient)
    message["Subject"] = subject
    message["Date"] = format_datetime(stamp(hours_ago))
    message["Message-ID"] = message_id
    if parent:
        message["In-Reply-To"] = parent
        message["References"] = " ".join([*references, parent])
    message.set_content(text + "\n")
    return message


def quoted(text):
    return "\n".join("> " + line if line else ">" for line in text.split("\n"))


def with_quote(shape, reply, original, sender, address, hours_ago):
    when = stamp(hours_ago)
    if shape == "gmail":
        return f"{reply}\n\nOn {when:%a, %d %b %Y at %H:%M}, {sender} <{address}> wrote:\n\n{quoted(original)}"
    words = {"outlook": ("From", "Sent", "To", "Subject"), "outlook-de": ("Von", "Gesendet", "An", "Betreff"),
             "outlook-fr": ("De", "Envoyé", "À", "Objet")}.get(shape)
    if words:
        head = f"{words[0]}: {sender} <{address}>\n{words[1]}: {when:%d.%m.%Y %H:%M}"
        return f"{reply}\n\n________________________________\n{head}\n\n{original}"
    return reply


def as_html(text):
    paragraphs = "".join(f"<p>{p}</p>" for p in text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>").split("<br><br>"))
    return f'<html><body style="font-family:Calibri,sans-serif">{paragraphs}<img src="https://pixel.tracker.test/o.gif" width="1" height="1"></body></html>'


class Sandbox:
    def __init__(self, root):
        self.root = root
        self.outreach = {}

    def reach_out(self, address, name, own, hours_ago, company=None):
        """The first mail to a prospect, filed in Sent; answers (id, subject, text)."""
        sender = cast.OWN[own]
        company = company or cast.COMPANIES[address.split("@")[1]]
        subject, text = cast.OUTREACH[sum(address.encode()) % len(cast.OUTREACH)]
        values = {"company": company, "first": name.split()[0], "sender": sender[0]}
        subject, text = subject.format(**values), text.format(**values)
        message_id = new_id(sender[1].split("@")[1])
        store(self.root, sender[1], "Sent", mail(sender, (name, address), subject, text, hours_ago, message_id), hours_ago, True)
        self.outreach[address] = (message_id, subject, text)
        return message_id, subject, text

    def replies(self):
        for address, name, own, hours, unread, shape, text in cast.REPLIES:
            sender = cast.OWN[own]
            parent, subject, original = self.reach_out(address, name, own, hours + 26)
            body = with_quote(shape, text, original, sender[0], sender[1], hours + 26)
            prefix = {"outlook-de": "AW: ", "outlook-fr": "RE: ", "outlook": "RE: "}.get(shape, "Re: ")
            message = mail((name, address), sender, prefix + subject, body, hours, new_id(address.split("@")[1]), parent)
            if shape == "html":
                message.add_alternative(as_html(text), subtype="html")
            store(self.root, sender[1], "INBOX", message, hours, not unread)

    def away(self):
        for address, name, own, hours, prefix, text in cast.AWAY:
            sender = cast.OWN[own]
            parent, subject, _ = self.reach_out(address, name, own, hours + 0.02)
            message = mail((name, address), sender, prefix + subject, text, hours, new_id(address.split("@")[1]), parent)
            message["Auto-Submitted"] = "auto-replied"
            message["X-Auto-Response-Suppress"] = "All"
            store(self.root, sender[1], "INBOX", message, hours, False)

    def bounces(self):
        for address, own, hours, status, diagnostic in cast.BOUNCES:
            sender = cast.OWN[own]
            parent, subject, _ = self.reach_out(address, address.split("@")[0].title(), own, hours + 0.02)
            raw = (f"From: MAILER-DAEMON@mx.{sender[1].split('@')[1]} (Mail Delivery System)\nTo: {sender[1]}\n"
                   f"Subject: Undelivered Mail Returned to Sender\nDate: {format_datetime(stamp(hours))}\n"
                   f"Message-ID: {new_id('mx.' + sender[1].split('@')[1])}\nAuto-Submitted: auto-replied\nReturn-Path: <>\nMIME-Version: 1.0\n"
                   "Content-Type: multipart/report; report-type=delivery-status; boundary=\"=_dsn\"\n\n"
                   "--=_dsn\nContent-Type: text/plain; charset=us-ascii\n\nThis is the mail system. Your message could not be delivered.\n\n"
                   f"<{address}>: {diagnostic}\n\n"
                   "--=_dsn\nContent-Type: message/delivery-status\n\n"
                   f"Reporting-MTA: dns; mx.{sender[1].split('@')[1]}\n\nFinal-Recipient: rfc822; {address}\nAction: failed\nStatus: {status}\n"
                   f"Diagnostic-Code: smtp; {diagnostic}\n\n"
                   f"--=_dsn\nContent-Type: text/rfc822-headers\n\nFrom: {sender[1]}\nTo: {address}\nSubject: {subject}\nMessage-ID: {parent}\n\n--=_dsn--\n")

            class Raw:
                def as_bytes(self, raw=raw):
                    return raw.encode()
            store(self.root, sender[1], "INBOX", Raw(), hours, False)

    def bulk(self):
        for name, address, own, hours, subject, text in cast.BULK:
            message = mail((name, address), cast.OWN[own], subject, text, hours, new_id(address.split("@")[1]))
            message["List-Id"] = f"<{address.split('@')[0]}.{address.split('@')[1]}>"
            message["List-Unsubscribe"] = f"<mailto:leave@{address.split('@')[1]}>"
            message["Precedence"] = "bulk"
            message.add_alternative(as_html(text), subtype="html")
            store(self.root, cast.OWN[own][1], "INBOX", message, hours, False)

    def unanswered(self):
        """Most cold mail gets no answer: it makes Sent and the search look as they do at work."""
        people = cast.FIRST
        for number in range(4 * len(people)):
            company = cast.COLD_COMPANIES[number % len(cast.COLD_COMPANIES)]
            given = people[number % len(people)].split()[0]
            family = people[(number * 7 + number // len(people) + 1) % len(people)].split()[-1]
            name = f"{given} {family}"
            letters = unicodedata.normalize("NFKD", f"{given}.{family}".lower()).encode("ascii", "ignore").decode()
            address = f"{letters}@{company.lower().replace(' ', '-')}.test"
            own, hours = number % 4, 30 + number * 5.3
            parent, subject, _ = self.reach_out(address, name, own, hours, company)
            if number % 3 == 0:
                sender = cast.OWN[own]
                text = cast.FOLLOW_UP.format(first=name.split()[0], sender=sender[0])
                message = mail(sender, (name, address), "Re: " + subject, text, hours - 28, new_id(sender[1].split("@")[1]), parent)
                store(self.root, sender[1], "Sent", message, hours - 28, True)


def main():
    sandbox = Sandbox(sys.argv[1])
    sandbox.replies()
    sandbox.away()
    sandbox.bounces()
    sandbox.bulk()
    sandbox.unanswered()


main()
