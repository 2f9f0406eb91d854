#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""prospect.py ENVFILE: plays every prospect of the sandbox. Reads what arrives at their domains and
answers mail of a person in the same thread, a few seconds later."""
import email
import email.policy
import email.utils
import imaplib
import json
import smtplib
import ssl
import sys
import time

import cast

DELAY_SECONDS = 4


def environment(path):
    with open(path, encoding="utf-8") as lines:
        return dict(line.rstrip("\n").split("=", 1) for line in lines if "=" in line)


def answer_to(message, turns):
    """The reply of the person who was written to, or None for mail that no person would answer."""
    name, address = email.utils.parseaddr(str(message["To"] or ""))
    sender_name, sender = email.utils.parseaddr(str(message["From"] or ""))
    if sender not in [own for _, own in cast.OWN] or message["Auto-Submitted"]:
        return None
    turn = turns.get(address, 0)
    if turn >= len(cast.ANSWERS):
        return None
    turns[address] = turn + 1
    known = {a: n for a, n, *_ in cast.REPLIES + cast.AWAY}
    name = known.get(address) or name or address.split("@")[0].replace(".", " ").title()
    text = cast.ANSWERS[turn].format(first=(sender_name or sender).split()[0], name=name.split()[0])
    body = message.get_body(("plain",))
    original = body.get_content() if body else ""
    quote = "\n".join("> " + line for line in original.strip().split("\n"))
    reply = email.message.EmailMessage()
    reply["From"] = email.utils.formataddr((name, address))
    reply["To"] = sender
    subject = str(message["Subject"] or "")
    reply["Subject"] = subject if subject.lower().startswith("re:") else "Re: " + subject
    reply["Date"] = email.utils.localtime()
    reply["Message-ID"] = email.utils.make_msgid(domain=address.split("@")[1])
    parent = str(message["Message-ID"] or "")
    reply["In-Reply-To"] = parent
    reply["References"] = (str(message["References"] or "") + " " + parent).strip()
    reply.set_content(f"{text}\n\nOn {message['Date']}, {sender} wrote:\n\n{quote}\n")
    return reply


def main():
    values = environment(sys.argv[1])
    with open(values["ACCOUNTS"], encoding="utf-8") as f:
        account = json.load(f)[-1]
    context = ssl.create_default_context(cafile=values["CA_FILE"])
    imap = imaplib.IMAP4_SSL("127.0.0.1", int(values["IMAPS_PORT"]), ssl_context=context)
    imap.login(account["email"], account["password"])
    imap.select("INBOX")
    turns, due, seen = {}, [], 0
    while True:
        imap.noop()
        _, found = imap.uid("search", None, f"UID {seen + 1}:*")
        for uid in [int(u) for u in found[0].split() if int(u) > seen]:
            seen = uid
            _, data = imap.uid("fetch", str(uid), "(BODY.PEEK[])")
            message = email.message_from_bytes(data[0][1], policy=email.policy.default)
            reply = answer_to(message, turns)
            if reply:
                due.append((time.monotonic() + DELAY_SECONDS, reply))
        while due and due[0][0] <= time.monotonic():
            reply = due.pop(0)[1]
            with smtplib.SMTP("127.0.0.1", int(values["MX_PORT"])) as smtp:
                smtp.send_message(reply)
        time.sleep(0.3)


main()
