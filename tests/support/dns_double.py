#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A DNS server for tests: dns_double.py ZONE.json

Answers on UDP port 53 of a free loopback address, which it prints; ends when its standard input
closes. Exit code 13: it may not use port 53 (then it has to be started by root).

Zone: {"_imaps._tcp.acme.test SRV": ["10 5 993 imap.acme.test"], "acme.test MX": ["10 mx.acme.test"],
"acme.test TXT": ["v=spf1 -all"], "dead.test MX": "silent"}. Instead of a list: "silent", "garbage",
"servfail", "loop" (a name that points to itself). What is not there is NXDOMAIN.
"""
import json
import random
import socket
import struct
import sys
import threading

TYPES = {15: "MX", 16: "TXT", 33: "SRV", 1: "A", 28: "AAAA"}


def encode_name(name):
    if name == ".":
        return b"\0"
    return b"".join(bytes([len(p)]) + p.encode() for p in name.rstrip(".").split(".")) + b"\0"


def read_question(packet):
    labels, at = [], 12
    while packet[at]:
        labels.append(packet[at + 1:at + 1 + packet[at]].decode("ascii", "replace"))
        at += 1 + packet[at]
    return ".".join(labels).lower(), struct.unpack("!H", packet[at + 1:at + 3])[0], packet[12:at + 5]


def encode_data(kind, text):
    if kind == "MX":
        preference, host = text.split()
        return struct.pack("!H", int(preference)) + encode_name(host)
    if kind == "SRV":
        priority, weight, port, host = text.split()
        return struct.pack("!HHH", int(priority), int(weight), int(port)) + encode_name(host)
    octets = text.encode()
    return b"".join(bytes([len(octets[i:i + 255])]) + octets[i:i + 255] for i in range(0, len(octets), 255))


def answer(packet, zone):
    name, number, question = read_question(packet)
    rule = zone.get(f"{name} {TYPES.get(number, '?')}")
    ident = packet[:2]
    if rule == "silent":
        return None
    if rule == "garbage":
        return ident + bytes(random.Random(7).randrange(256) for _ in range(200))
    if rule == "servfail":
        return ident + struct.pack("!HHHHH", 0x8182, 1, 0, 0, 0) + question
    if rule == "loop":
        record = b"\xc0\x0c" + struct.pack("!HHIH", number, 1, 60, 4) + b"\0\x0a\xc0" + bytes([12 + len(question) + 14])
        return ident + struct.pack("!HHHHH", 0x8180, 1, 1, 0, 0) + question + record
    if not rule:
        return ident + struct.pack("!HHHHH", 0x8183, 1, 0, 0, 0) + question
    records = b""
    for text in rule:
        data = encode_data(TYPES[number], text)
        records += b"\xc0\x0c" + struct.pack("!HHIH", number, 1, 60, len(data)) + data
    return ident + struct.pack("!HHHHH", 0x8180, 1, len(rule), 0, 0) + question + records


def bind():
    for _ in range(50):
        address = f"127.{random.randrange(64, 250)}.{random.randrange(256)}.{random.randrange(1, 255)}"
        listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            listener.bind((address, 53))
            return listener, address
        except PermissionError:
            sys.exit(13)
        except OSError:
            listener.close()
    sys.exit("no free loopback address with port 53")


def serve(listener, zone):
    while True:
        packet, peer = listener.recvfrom(4096)
        try:
            reply = answer(packet, zone)
        except (IndexError, struct.error, ValueError):
            continue
        if reply is not None:
            listener.sendto(reply, peer)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        zone = json.load(file)
    listener, address = bind()
    threading.Thread(target=serve, args=(listener, zone), daemon=True).start()
    print(address, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
