#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a mail host has around its IMAP server: somebody who knows the passwords, and delivery.

    mailhost.py saslauthd SOCKET               answers Cyrus (protocol of saslauthd)
    mailhost.py courier SOCKET PORT MAILDIRS   answers Courier (protocol of authdaemond), and takes
                                               mail by LMTP on 127.0.0.1:PORT into MAILDIRS/USER/Maildir

A password is "pw-" and the local part of the address, as on the other test servers.
"""
import itertools
import os
import socketserver
import struct
import sys
import threading
import time

numbers = itertools.count()


def is_right(user, password):
    return password == b"pw-" + user.split(b"@")[0]


class SaslAuthd(socketserver.StreamRequestHandler):
    def handle(self):
        user, password, _service, _realm = (
            self.rfile.read(struct.unpack(">H", self.rfile.read(2))[0]) for _ in range(4))
        answer = b"OK" if is_right(user, password) else b"NO"
        self.wfile.write(struct.pack(">H", len(answer)) + answer)


class AuthDaemon(socketserver.StreamRequestHandler):
    def handle(self):
        command = self.rfile.readline().split()
        if command and command[0].startswith(b"TCPREMOTEIP="):
            command = self.rfile.readline().split()
        if len(command) != 2 or command[0] != b"AUTH":
            self.wfile.write(b"FAIL\n")
            return
        fields = self.rfile.read(int(command[1])).split(b"\n")
        home = os.path.join(self.server.maildirs, fields[2].decode())
        if fields[1] != b"login" or not is_right(fields[2], fields[3]) or not os.path.isdir(home):
            self.wfile.write(b"FAIL\n")
            return
        self.wfile.write(b"ADDRESS=%s\nUID=%d\nGID=%d\nHOME=%s\nMAILDIR=%s\n.\n" % (
            fields[2], os.getuid(), os.getgid(), home.encode(), home.encode() + b"/Maildir"))


class Lmtp(socketserver.StreamRequestHandler):
    def say(self, text):
        self.wfile.write(text + b"\r\n")

    def handle(self):
        recipients = []
        self.say(b"220 interop LMTP")
        for line in self.rfile:
            verb = line.strip().upper()
            if verb.startswith(b"RCPT TO:<"):
                maildir = os.path.join(self.server.maildirs, line[9:line.index(b">")].decode(), "Maildir")
                if os.path.isdir(maildir):
                    recipients.append(maildir)
                self.say(b"250 ok" if os.path.isdir(maildir) else b"550 5.1.1 unknown")
            elif verb == b"DATA" and recipients:
                self.say(b"354 go on")
                mail = self.read_mail()
                for maildir in recipients:
                    self.deliver(maildir, mail)
                    self.say(b"250 stored")
                recipients = []
            elif verb == b"QUIT":
                self.say(b"221 bye")
                return
            else:
                self.say(b"250 ok")

    def read_mail(self):
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line[1:] if line.startswith(b".") else line)
        return b"".join(lines).replace(b"\r\n", b"\n")

    def deliver(self, maildir, mail):
        name = f"{int(time.time())}.{os.getpid()}_{next(numbers)}.interop"
        waiting = os.path.join(maildir, "tmp", name)
        with open(waiting, "wb") as file:
            file.write(mail)
        os.rename(waiting, os.path.join(maildir, "new", name))


class UnixServer(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True
    request_queue_size = 128


class TcpServer(socketserver.ThreadingMixIn, socketserver.TCPServer):
    daemon_threads = True
    allow_reuse_address = True


def main():
    kind, path = sys.argv[1:3]
    if os.path.exists(path):
        os.unlink(path)
    passwords = UnixServer(path, SaslAuthd if kind == "saslauthd" else AuthDaemon)
    if kind == "saslauthd":
        passwords.serve_forever()
    passwords.maildirs = sys.argv[4]
    post = TcpServer(("127.0.0.1", int(sys.argv[3])), Lmtp)
    post.maildirs = sys.argv[4]
    threading.Thread(target=post.serve_forever, daemon=True).start()
    passwords.serve_forever()


if __name__ == "__main__":
    main()
