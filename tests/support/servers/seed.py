#!/usr/bin/env python3
"""Accounts and pre-seeded mail for the testbed; the same seed gives the same bytes.

    seed.py accounts --dir DIR --users N
    seed.py messages --dir DIR --messages M --seed S [--jobs J] [--now UNIXTIME]

`messages` writes Maildir files directly (stop or do not use the server meanwhile) and
DIR/truth.jsonl: one JSON object per message saying what it is (kind, thread, charset,
quirk), so that a classifier or a threading routine can be scored against it.
"""
import argparse
import base64
import binascii
import datetime
import json
import multiprocessing
import os
import random
from email.utils import format_datetime

OWN, LEADS = "sales.test", "customers.test"
NOW = 1767225600  # 2026-01-01: fixed, so that dates do not depend on the day of the run

# ---------------------------------------------------------------- accounts

AWKWARD = 'p@ss "w\u00f6rd"\\ {7}:%25'


def accounts(n):
    """Every account: (address, password, display name, extra Dovecot userdb fields)."""
    out = []
    for i in range(1, n + 1):
        first, last = NAMES[(i - 1) % len(NAMES)]
        out.append((f"user{i:03d}@{OWN}", f"pw-user{i:03d}", f"{first} {last}", ""))
    for i in range(1, 11):
        first, last = NAMES[-i]
        out.append((f"lead{i:02d}@{LEADS}", f"pw-lead{i:02d}", f"{first} {last}", ""))
    out.append((f"full@{LEADS}", "pw-full", "Full Mailbox", "userdb_quota_rule=*:storage=1k"))
    out.append((f"disabled@{OWN}", "pw-disabled", "Disabled Account", "nologin=y reason=Disabled"))
    out.append((f"office@{OWN}", "pw-office", "Front Office",
                "userdb_namespace/inbox/prefix=INBOX/ userdb_namespace/public/disabled=no"))
    out.append((f"awkward@{OWN}", AWKWARD, "Awkward Password", ""))
    return out


def write_accounts(root, n, people=None):
    rows = accounts(n) if people is None else [(p["email"], p["password"], p["name"], "") for p in people]
    # "catch_all": the domains whose mail goes to that account, whatever the address.
    catch_all = [(d, p["email"]) for p in people or [] for d in p.get("catch_all", [])]
    with open(f"{root}/domains", "w") as f:
        f.write(" ".join(sorted({m.split("@")[1] for m, *_ in rows} | {d for d, _ in catch_all})))
    addr = [r[0] for r in rows]
    with open(f"{root}/dovecot/users", "w") as f:
        for mail, pw, _, extra in rows:
            secret = base64.b64encode(pw.encode()).decode()
            f.write(f"{mail}:{{PLAIN.b64}}{secret}::::::{extra}\n")
    with open(f"{root}/accounts.json", "w") as f:
        json.dump([{"email": m, "password": p, "name": d} for m, p, d, _ in rows], f, indent=1, ensure_ascii=False)
    team = " ".join(a for a in addr if a.startswith("user"))
    with open(f"{root}/postfix/etc/virtual_mailbox", "w") as f:
        f.writelines(f"{a} x\n" for a in addr)
    with open(f"{root}/postfix/etc/virtual_alias", "w") as f:
        if people is not None:
            # A listed address must win over its domain's catch-all.
            f.writelines(f"{a} {a}\n" for a in addr)
            f.writelines(f"@{d} {a}\n" for d, a in catch_all)
            n = 0
        else:
            f.write(f"team@{OWN} {', '.join(team.split()[:5])}\npostmaster@{OWN} {addr[0]}\n")
        f.writelines(f"alias{i:03d}@{OWN} user{i:03d}@{OWN}\n" for i in range(1, n + 1))
    with open(f"{root}/postfix/etc/sender_login", "w") as f:
        for a in addr:
            f.write(f"{a} {a}\n")
        f.writelines(f"alias{i:03d}@{OWN} user{i:03d}@{OWN}\n" for i in range(1, n + 1))
        if people is None:
            f.write(f"team@{OWN} {', '.join(team.split()[:5])}\n")


# ---------------------------------------------------------------- text material

NAMES = [
    ("Anna", "Keller"), ("Ben", "Carter"), ("Chloé", "Dubois"), ("David", "O'Brien"), ("Elif", "Yılmaz"),
    ("Fernando", "Núñez"), ("Grace", "Okafor"), ("Håkon", "Lindström"), ("Irina", "Соколова"), ("João", "Gonçalves"),
    ("Kenji", "田中"), ("Łukasz", "Wójcik"), ("Mei", "王"), ("Noah", "Smith"), ("Olga", "Kovalenko"),
    ("Priya", "Raman"), ("Quentin", "Lefèvre"), ("Rosa", "Marín"), ("Søren", "Ørsted"), ("Thảo", "Nguyễn"),
    ("Ulrich", "Groß"), ("Vasilis", "Παπαδόπουλος"), ("Wanda", "Zielińska"), ("Yusuf", "العلي"), ("Zoe", "Martin"),
    ("지훈", "김"), ("Ravi", "शर्मा"), ("Noa", "כהן"), ("Ana", "Horvat"), ("Tom", "Baker"),
]
COMPANIES = ["Northwind", "Globex", "Initech", "Müller & Söhne GmbH", "Acme \"Rocket\" Ltd.", "Société Générale d'Outils",
             "ООО Ромашка", "株式会社サンプル", "Umbrella, Inc.", "Contoso"]
TOPICS = ["a quick question about {c}", "Cutting onboarding time at {c}", "15 minutes next week?", "{c} + us",
          "Pricing for 40 seats", "Idea for the {c} support team", "Following up on our call", "Renewal 2026"]

# language: (charset choices, reply prefixes, attribution, [interested, not interested, later, unsubscribe, question])
LANG = {
    "en": (["us-ascii", "utf-8", "windows-1252", "iso-8859-1"], ["Re: ", "RE: ", "Re[2]: "], "On {d}, {n} <{a}> wrote:",
           ["Thanks for reaching out, this looks interesting. Could you do Tuesday at 3pm?", "Thanks, but we are not interested at this time.",
            "Timing is bad right now. Please get back to me in Q3.", "Please take me off your list. Do not contact me again.",
            "What does it cost for 40 users, and is there an API?"]),
    "de": (["utf-8", "iso-8859-1", "iso-8859-15", "windows-1252"], ["AW: ", "Re: ", "Antw.: "], "Am {d} schrieb {n} <{a}>:",
           ["Vielen Dank für Ihre Nachricht, das klingt spannend. Hätten Sie am Dienstag Zeit?", "Danke, aber wir haben derzeit kein Interesse.",
            "Im Moment passt es nicht. Bitte melden Sie sich im dritten Quartal wieder – Grüße!", "Bitte löschen Sie meine Adresse aus Ihrem Verteiler.",
            "Was kostet das für 40 Nutzer (in €), und gibt es eine Schnittstelle?"]),
    "fr": (["utf-8", "iso-8859-15"], ["RE : ", "Re: "], "Le {d}, {n} <{a}> a écrit :",
           ["Merci pour votre message, cela m’intéresse. Êtes-vous libre mardi à 15 h ?", "Merci, mais nous ne sommes pas intéressés.",
            "Ce n’est pas le bon moment, revenez vers moi à la rentrée.", "Merci de me désinscrire de votre liste.", "Quel est le prix pour 40 utilisateurs ?"]),
    "es": (["utf-8", "iso-8859-1"], ["RV: ", "Re: "], "El {d}, {n} <{a}> escribió:",
           ["Gracias por escribir, me interesa. ¿Podría ser el martes a las 15:00?", "Gracias, pero no nos interesa.", "Ahora no es buen momento, escríbame en septiembre.",
            "Por favor, elimíneme de su lista.", "¿Cuánto cuesta para 40 usuarios?"]),
    "ru": (["utf-8", "koi8-r", "windows-1251"], ["Re: ", "Отв: "], "{d} пользователь {n} <{a}> написал:",
           ["Спасибо, интересно. Давайте созвонимся во вторник в 15:00?", "Спасибо, нам это не интересно.", "Сейчас не время, напишите осенью.",
            "Пожалуйста, удалите меня из рассылки.", "Сколько стоит на 40 пользователей?"]),
    "ja": (["iso-2022-jp", "shift_jis", "euc-jp", "utf-8"], ["Re: ", "返信: "], "{d} {n} <{a}>:",
           ["ご連絡ありがとうございます。火曜日の15時はいかがでしょうか。", "恐れ入りますが、今回は見送らせていただきます。", "今は時期が悪いので、秋にまたご連絡ください。",
            "配信リストから削除してください。", "40ユーザーの場合の料金を教えてください。"]),
    "zh": (["gb2312", "gb18030", "big5", "utf-8"], ["回复: ", "Re: "], "{n} <{a}> {d} :",
           ["可以", "不用了", "以後再說", "退", "多少"]),
    "ko": (["euc-kr", "utf-8"], ["Re: ", "회신: "], "{d} {n} <{a}> 작성:",
           ["감사합니다. 화요일 3시에 통화할 수 있을까요?", "감사하지만 관심이 없습니다.", "지금은 어렵습니다. 가을에 다시 연락 주세요.", "수신 거부합니다.", "40명 기준 가격이 얼마인가요?"]),
    "he": (["utf-8", "iso-8859-8", "windows-1255"], ["Re: "], "{d} {n} <{a}>:",
           ["תודה, נשמע מעניין. אפשר ביום שלישי?", "תודה, לא מעוניינים.", "לא עכשיו, אולי בסתיו.", "נא להסיר אותי מהרשימה.", "מה המחיר ל-40 משתמשים?"]),
    "ar": (["utf-8", "windows-1256"], ["Re: ", "رد: "], "{d} {n} <{a}>:",
           ["شكرا، يبدو الأمر مهما. هل يناسبك الثلاثاء؟", "شكرا، لسنا مهتمين.", "ليس الآن، ربما في الخريف.", "يرجى حذفي من القائمة.", "كم السعر لأربعين مستخدما؟"]),
}
WEIGHTS = [("en", 46), ("de", 14), ("fr", 8), ("es", 8), ("ru", 6), ("ja", 5), ("zh", 4), ("ko", 3), ("he", 3), ("ar", 3)]
INTENT = ["interested", "not-interested", "later", "unsubscribe", "question"]
OOO = {
    "en": ("Automatic reply: ", "I am out of the office until 12 January with limited access to email. For urgent matters contact Tom Baker."),
    "de": ("Automatische Antwort: ", "Ich bin bis zum 12. Januar nicht im Büro. Ihre E-Mail wird nicht weitergeleitet."),
    "fr": ("Réponse automatique : ", "Je suis absent(e) du bureau jusqu’au 12 janvier."),
    "es": ("Respuesta automática: ", "Estoy fuera de la oficina hasta el 12 de enero."),
    "ja": ("自動応答: ", "1月12日まで不在にしております。"),
}
QUIRKS = ["none"] * 40 + ["no-message-id", "dup-message-id", "no-date", "bad-date", "raw-8bit-subject", "wrong-charset", "unknown-charset",
                          "no-content-type", "empty-body", "long-line", "bare-html", "folded-references", "no-references", "mixed-case-headers",
                          "many-recipients", "nul-free-binary", "deep-multipart", "no-subject", "encoded-filename", "group-address"]


# ---------------------------------------------------------------- MIME by hand (fast)

def enc_words(text, charset, mode="B"):
    """RFC 2047 encoded words, each decodable on its own and at most 75 characters."""
    if text.isascii():
        return text
    out, chunk = [], ""
    def one(s):
        raw = s.encode(charset, "replace")
        if mode == "Q":
            body = "".join(chr(b) if chr(b).isascii() and chr(b).isalnum() else "_" if b == 32 else f"={b:02X}" for b in raw)
        else:
            body = base64.b64encode(raw).decode()
        return f"=?{charset}?{mode}?{body}?="
    for ch in text:
        if len(one(chunk + ch)) > 72:
            out.append(one(chunk))
            chunk = ""
        chunk += ch
    out.append(one(chunk))
    return "\r\n ".join(out)


def addr(name, mail, charset="utf-8", mode="B"):
    if name.isascii():
        return f'"{name}" <{mail}>' if not name.replace(" ", "").isalnum() else f"{name} <{mail}>"
    return f"{enc_words(name, charset, mode)} <{mail}>"


def text_part(text, charset, subtype="plain", cte=None):
    raw = text.replace("\n", "\r\n").encode(charset, "replace")
    if cte is None:
        cte = "7bit" if charset in ("us-ascii", "iso-2022-jp") else "quoted-printable" if sum(b > 127 for b in raw) * 3 < len(raw) else "base64"
    if cte == "quoted-printable":
        body = binascii.b2a_qp(raw.replace(b"\r\n", b"\n"), istext=True).replace(b"\n", b"\r\n")
    elif cte == "base64":
        body = b"\r\n".join(base64.b64encode(raw[i:i + 57]) for i in range(0, len(raw), 57))
    else:
        body = raw
    return (f"Content-Type: text/{subtype}; charset={charset}\r\nContent-Transfer-Encoding: {cte}\r\n\r\n").encode() + body


def attachment(name, data, mime):
    body = b"\r\n".join(base64.b64encode(data[i:i + 57]) for i in range(0, len(data), 57))
    fn = f'filename="{name}"' if name.isascii() else "filename*=utf-8''" + "".join(
        chr(b) if chr(b).isascii() and chr(b).isalnum() or b in b".-" else f"%{b:02X}" for b in name.encode())
    return f"Content-Type: {mime}\r\nContent-Disposition: attachment; {fn}\r\nContent-Transfer-Encoding: base64\r\n\r\n".encode() + body


def multipart(kind, parts, rnd, params=""):
    b = f"=_{rnd.getrandbits(64):016x}"
    return (f'Content-Type: multipart/{kind}; boundary="{b}"{params}\r\n\r\n'.encode() +
            b"".join(f"--{b}\r\n".encode() + p + b"\r\n" for p in parts) + f"--{b}--\r\n".encode())


def html(text):
    return ("<html><head><style>p{margin:0}</style></head><body><div dir=\"auto\">" +
            "".join(f"<p>{l.replace('&', '&amp;').replace('<', '&lt;')}</p>" for l in text.split("\n")) +
            '<img src="http://tracker.invalid/o.gif" width="1" height="1"></div></body></html>')


# ---------------------------------------------------------------- one mailbox

class Mailbox:
    def __init__(self, root, index, mail, name, seed, count, now):
        self.rnd = random.Random(f"{seed}/{index}")
        self.mail, self.name, self.count, self.now = mail, name, count, now
        user, domain = mail.split("@")
        self.base = f"{root}/mail/{domain}/{user}/Maildir"
        self.truth, self.n, self.seen_dirs = [], 0, set()

    def write(self, folder, when, flags, headers, body, **truth):
        rnd, quirk = self.rnd, truth.get("quirk", "none")
        lines = []
        for k, v in headers:
            if v is not None:
                lines.append(f"{k.upper() if quirk == 'mixed-case-headers' and k != 'From' else k}: {v}")
        raw = "\r\n".join(lines).encode("utf-8", "surrogateescape") + b"\r\n" + body
        raw = raw.replace(b"\r\n", b"\n")
        d = self.base if folder == "INBOX" else f"{self.base}/.{folder}"
        if d not in self.seen_dirs:
            for sub in ("cur", "new", "tmp"):
                os.makedirs(f"{d}/{sub}", exist_ok=True)
            if folder != "INBOX":
                open(f"{d}/maildirfolder", "w").close()
            self.seen_dirs.add(d)
        self.n += 1
        vsize = len(raw) + raw.count(b"\n")
        path = f"{d}/cur/{when}.M{self.n:06d}P1.seed,S={len(raw)},W={vsize}:2,{flags}"
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.write(fd, raw)
        os.close(fd)
        os.utime(path, (when, when))
        self.truth.append({"account": self.mail, "folder": folder, "file": os.path.basename(path).split(":")[0],
                           "message_id": dict(headers).get("Message-ID"), **truth})

    def date(self, t, zone=0):
        return format_datetime(datetime.datetime.fromtimestamp(t, datetime.timezone(datetime.timedelta(hours=zone))))

    def mid(self, domain):
        return f"<{self.rnd.getrandbits(80):020x}@{domain}>"

    def person(self):
        rnd = self.rnd
        first, last = rnd.choice(NAMES)
        company = rnd.choice(COMPANIES)
        host = f"company{rnd.randrange(5000)}.test"
        return f"{first} {last}", f"contact{rnd.randrange(100000)}@{host}", company

    def fill(self):
        rnd = self.rnd
        while self.n < self.count:
            kind = rnd.choices(["thread", "newsletter", "invite", "internal", "spam"], [80, 8, 4, 6, 2])[0]
            getattr(self, kind)()

    def base_headers(self, frm, to, subject, when, mid, **more):
        rnd = self.rnd
        h = [("Return-Path", f"<{more.pop('rp', None) or 'bounce@' + mid.split('@')[1].rstrip('>')}>"),
             ("Received", f"from mx.invalid (192.0.2.{rnd.randrange(1, 255)}) by mail.sales.test; {self.date(when + 2)}"),
             ("Date", self.date(when, rnd.choice([0, 1, 2, -5, -8, 9]))), ("From", frm), ("To", to), ("Subject", subject),
             ("Message-ID", mid)]
        return h + [(k.replace("_", "-"), v) for k, v in more.items()] + [("MIME-Version", "1.0")]

    def quirked(self, quirk, headers, text, charset, subject, mode):
        """Headers and body with one real-world defect."""
        rnd, h = self.rnd, dict(headers)
        body = None
        if quirk == "no-message-id":
            h.pop("Message-ID")
        elif quirk == "dup-message-id":
            h["Message-ID"] = "<duplicate@broken.invalid>"
        elif quirk == "no-date":
            h.pop("Date")
        elif quirk == "bad-date":
            h["Date"] = rnd.choice(["Thu, 32 Foo 2025 25:61:00", "2025-11-03T10:00:00Z", "Mon, 3 Nov 25 10:00:00 EST", "now"])
        elif quirk == "raw-8bit-subject":
            h["Subject"] = (subject + " – größer").encode("utf-8").decode("utf-8", "surrogateescape")
        elif quirk == "no-subject":
            h.pop("Subject")
        elif quirk == "wrong-charset":
            body = text_part(text, "utf-8", cte="base64").replace(b"charset=utf-8", b"charset=us-ascii")
        elif quirk == "unknown-charset":
            body = text_part(text, "utf-8", cte="base64").replace(b"charset=utf-8", b"charset=x-unknown")
        elif quirk == "no-content-type":
            h.pop("MIME-Version")
            body = b"\r\n" + text.replace("\n", "\r\n").encode("utf-8")
        elif quirk == "empty-body":
            body = b"\r\n"
        elif quirk == "long-line":
            body = text_part(text.replace("\n", " ") + " x" * 6000, "utf-8", cte="8bit")
        elif quirk == "bare-html":
            body = text_part(html(text), charset, "html")
        elif quirk == "folded-references" and h.get("References"):
            h["References"] = h["References"].replace(" ", "\r\n\t ")
        elif quirk == "no-references":
            h.pop("References", None)
            h.pop("In-Reply-To", None)
        elif quirk == "many-recipients":
            h["Cc"] = ",\r\n ".join(f"person{i}@big-list.test" for i in range(150))
        elif quirk == "nul-free-binary":
            body = multipart("mixed", [text_part(text, charset), attachment("data.bin", rnd.randbytes(40000), "application/octet-stream")], rnd)
        elif quirk == "deep-multipart":
            body = text_part(text, charset)
            for _ in range(12):
                body = multipart(rnd.choice(["mixed", "alternative", "related"]), [body], rnd)
        elif quirk == "encoded-filename":
            body = multipart("mixed", [text_part(text, charset), attachment("Übersicht – Angebot 見積.pdf", b"%PDF-1.4\n" + rnd.randbytes(3000), "application/pdf")], rnd)
        elif quirk == "group-address":
            h["To"] = "undisclosed-recipients:;"
        if body is None:
            body = multipart("alternative", [text_part(text, charset), text_part(html(text), charset, "html")], rnd) \
                if rnd.random() < 0.6 else text_part(text, charset)
        return list(h.items()), body

    def thread(self):
        """Outreach in Sent, follow-ups, then reply / out-of-office / bounce / silence."""
        rnd = self.rnd
        name, mail, company = self.person()
        lang = rnd.choices([w[0] for w in WEIGHTS], [w[1] for w in WEIGHTS])[0]
        charsets, prefixes, attribution, answers = LANG[lang]
        topic = rnd.choice(TOPICS).format(c=company)
        t = self.now - rnd.randrange(86400, 300 * 86400)
        tid = f"{rnd.getrandbits(48):012x}"
        me = addr(self.name, self.mail)
        refs, last_mid, last_text = [], None, ""
        for step in range(rnd.choice([1, 1, 2, 3])):  # outreach and follow-ups
            mid = self.mid(OWN)
            text = (f"Hi {name.split()[0]},\n\n{'Just floating this to the top of your inbox.' if step else 'I saw what ' + company + ' is doing and had an idea.'}\n\n"
                    f"Best,\n{self.name}\n-- \n{self.name}\nAccount Executive\n+49 30 1234567\n")
            subj = ("Re: " if step else "") + topic
            h = self.base_headers(me, addr(name, mail), enc_words(subj, "utf-8", "Q"), t, mid, rp=self.mail,
                                  In_Reply_To=last_mid, References=" ".join(refs) or None)
            self.write("Sent", t, "S", h, multipart("alternative", [text_part(text, "utf-8"), text_part(html(text), "utf-8", "html")], rnd),
                       kind="outreach" if step == 0 else "follow-up", thread=tid, lang="en", charset="utf-8")
            refs.append(mid)
            last_mid, last_text = mid, text
            t += rnd.randrange(2, 6) * 86400
            if self.n >= self.count:
                return
        t -= 86400
        outcome = rnd.choices(["reply", "ooo", "bounce-hard", "bounce-soft", "silence"], [62, 12, 8, 4, 14])[0]
        if outcome == "silence":
            return
        if outcome.startswith("bounce"):
            return self.bounce(outcome, tid, name, mail, topic, refs[-1], last_text, t)
        if outcome == "ooo":
            return self.ooo(tid, name, mail, topic, lang, refs, t)
        for turn in range(rnd.choice([1, 1, 1, 3, 5])):  # a conversation
            if self.n >= self.count:
                return
            inbound = turn % 2 == 0
            quirk = rnd.choice(QUIRKS) if inbound else "none"
            charset = rnd.choice(charsets) if inbound else "utf-8"
            mode = rnd.choice("BQ")
            intent = rnd.choices(range(5), [35, 30, 12, 8, 15])[0]
            body = answers[intent] if inbound else "Great, I will send an invitation. / " + answers[4]
            quoted = "\n".join("> " + l for l in last_text.split("\n"))
            style = rnd.choice(["top", "top", "outlook", "inline", "none"])
            d = self.date(t - 86400)
            if style == "outlook":
                q = f"-----Original Message-----\nFrom: {self.name} <{self.mail}>\nSent: {d}\nTo: {name}\nSubject: {topic}\n\n{last_text}"
            elif style == "none":
                q = ""
            else:
                q = attribution.format(d=d, n=self.name, a=self.mail) + "\n" + quoted
            text = (q + "\n\n" + body) if style == "inline" else (body + f"\n\n{name}\n{company}\n\n" + q)
            subj = rnd.choice(prefixes) + topic
            try:
                subj.encode(charset)
            except UnicodeEncodeError:
                charset_h = "utf-8"
            else:
                charset_h = "utf-8" if charset == "us-ascii" else charset
            mid = self.mid(mail.split("@")[1] if inbound else OWN)
            frm, to = (addr(name, mail, "utf-8", mode), me) if inbound else (me, addr(name, mail, "utf-8", mode))
            h = self.base_headers(frm, to, enc_words(subj, charset_h, mode), t, mid,
                                  rp=mail if inbound else self.mail, In_Reply_To=refs[-1], References=" ".join(refs[-20:]))
            h, raw = self.quirked(quirk, h, text, charset, subj, mode)
            self.write("INBOX" if inbound else "Sent", t, "S" if not inbound or rnd.random() < 0.7 else "", h, raw,
                       kind="reply" if inbound else "our-reply", intent=INTENT[intent] if inbound else None,
                       thread=tid, lang=lang, charset=charset, quirk=quirk)
            refs.append(mid)
            last_text = text
            t += rnd.randrange(3600, 3 * 86400)

    def ooo(self, tid, name, mail, topic, lang, refs, t):
        rnd = self.rnd
        prefix, text = OOO.get(lang, OOO["en"])
        more = {"In_Reply_To": refs[-1], "References": " ".join(refs)}
        flavour = rnd.choice(["rfc3834", "exchange", "precedence", "bare"])
        if flavour == "rfc3834":
            more["Auto_Submitted"] = "auto-replied"
        elif flavour == "exchange":
            more.update(Auto_Submitted="auto-generated", X_Auto_Response_Suppress="All", X_MS_Exchange_Generated_Message_Source="Mailbox Rules Agent")
        elif flavour == "precedence":
            more.update(Precedence="auto_reply", X_Autoreply="yes")
        h = self.base_headers(addr(name, mail), addr(self.name, self.mail), enc_words(prefix + topic, "utf-8"), t, self.mid(mail.split("@")[1]),
                              rp="", **more)
        self.write("INBOX", t, "", h, text_part(text, "utf-8"), kind="out-of-office", flavour=flavour, thread=tid, lang=lang, charset="utf-8")

    def bounce(self, outcome, tid, name, mail, topic, mid, text, t):
        rnd = self.rnd
        hard = outcome == "bounce-hard"
        code, diag = rnd.choice([("5.1.1", "550 5.1.1 User unknown"), ("5.4.4", "Host not found"), ("5.7.1", "550 5.7.1 Blocked by policy")]
                                if hard else [("4.2.2", "452 4.2.2 Mailbox full"), ("4.4.1", "connection timed out"), ("4.7.0", "421 4.7.0 Try again later")])
        flavour = rnd.choice(["postfix", "exchange", "no-report"])
        note = {"postfix": f"I'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n\n<{mail}>: host mx said: {diag}",
                "exchange": f"Delivery has failed to these recipients or groups:\n\n{name} ({mail})\nThe email address you entered couldn't be found.\n",
                "no-report": f"Hi. This is the mail program at mx.invalid.\nI wasn't able to deliver your message.\n\n<{mail}>:\n{diag}\n"}[flavour]
        subject = {"postfix": "Undelivered Mail Returned to Sender" if hard else "Delayed Mail (still being retried)",
                   "exchange": "Undeliverable: " + topic, "no-report": "failure notice"}[flavour]
        h = self.base_headers("MAILER-DAEMON@mx.invalid (Mail Delivery System)", self.mail, enc_words(subject, "utf-8"), t, self.mid("mx.invalid"),
                              rp="", Auto_Submitted="auto-replied" if flavour != "no-report" else None)
        if flavour == "no-report":
            body = text_part(note + "\n--- Below this line is a copy of the message.\n\n" + f"Message-ID: {mid}\nTo: {mail}\n", "utf-8")
        else:
            dsn = (f"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.invalid\r\nArrival-Date: {self.date(t)}\r\n\r\n"
                   f"Final-Recipient: rfc822; {mail}\r\nOriginal-Recipient: rfc822;{mail}\r\nAction: {'failed' if hard else 'delayed'}\r\nStatus: {code}\r\n"
                   f"Diagnostic-Code: smtp; {diag}\r\n").encode()
            orig = (f"Content-Type: {'message/rfc822' if rnd.random() < .5 else 'text/rfc822-headers'}\r\n\r\nFrom: {self.mail}\r\nTo: {mail}\r\n"
                    f"Subject: {enc_words(topic, 'utf-8')}\r\nMessage-ID: {mid}\r\n\r\n").encode()
            body = multipart("report", [text_part(note, "utf-8", cte="8bit"), dsn, orig], rnd, "; report-type=delivery-status")
        self.write("INBOX", t, "", h, body, kind=outcome, status=code, flavour=flavour, thread=tid, recipient=mail, lang="en", charset="utf-8")

    def newsletter(self):
        rnd = self.rnd
        n, t = rnd.randrange(200), self.now - rnd.randrange(300 * 86400)
        host = f"news{n}.test"
        text = f"This week in sales #{rnd.randrange(900)}\n\n" + "Lorem ipsum dolor sit amet. " * rnd.randrange(5, 80)
        h = self.base_headers(addr(f"Weekly Digest {n}", f"hello@{host}"), self.mail, f"Sales digest #{rnd.randrange(900)}", t, self.mid(host),
                              List_Id=f"<digest.{host}>", List_Unsubscribe=f"<https://{host}/u>, <mailto:u@{host}>",
                              List_Unsubscribe_Post="List-Unsubscribe=One-Click", Precedence="bulk")
        self.write("INBOX", t, rnd.choice(["", "S"]), h, multipart("alternative", [text_part(text, "utf-8"), text_part(html(text), "utf-8", "html")], rnd),
                   kind="newsletter", thread=None, lang="en", charset="utf-8")

    def invite(self):
        rnd = self.rnd
        name, mail, company = self.person()
        t = self.now - rnd.randrange(100 * 86400)
        ics = ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//testbed//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n"
               f"UID:{rnd.getrandbits(64):x}@cal.test\r\nDTSTAMP:20260101T090000Z\r\nDTSTART:20260120T140000Z\r\nDTEND:20260120T143000Z\r\n"
               f"SUMMARY:Demo\r\nORGANIZER:mailto:{mail}\r\nATTENDEE:mailto:{self.mail}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
        cal = b"Content-Type: text/calendar; method=REQUEST; charset=utf-8\r\n\r\n" + ics.encode()
        h = self.base_headers(addr(name, mail), addr(self.name, self.mail), enc_words(f"Invitation: Demo with {company}", "utf-8"), t, self.mid("cal.test"))
        self.write("INBOX", t, "", h, multipart("alternative", [text_part("You are invited to a demo.", "utf-8"), cal], rnd),
                   kind="invite", thread=None, lang="en", charset="utf-8")

    def internal(self):
        rnd = self.rnd
        t = self.now - rnd.randrange(100 * 86400)
        h = self.base_headers(f"user{rnd.randrange(1, 20):03d}@{OWN}", f"team@{OWN}", "Pipeline review", t, self.mid(OWN), Cc=self.mail)
        self.write("INBOX", t, "S", h, text_part("Numbers before Friday please.", "utf-8"), kind="internal", thread=None, lang="en", charset="utf-8")

    def spam(self):
        rnd = self.rnd
        t = self.now - rnd.randrange(30 * 86400)
        h = self.base_headers(f"winner{rnd.randrange(999)}@spam.test", self.mail, "=?utf-8?B?8J+SsCBZb3Ugd29u?=", t, self.mid("spam.test"), X_Spam_Flag="YES")
        self.write("Junk", t, "", h, text_part(html("Click here"), "utf-8", "html"), kind="spam", thread=None, lang="en", charset="utf-8")


def fill_one(args):
    box = Mailbox(*args)
    box.fill()
    return box.truth


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=["accounts", "messages"])
    ap.add_argument("--dir", required=True)
    ap.add_argument("--users", type=int, default=20)
    ap.add_argument("--messages", type=int, default=1000)
    ap.add_argument("--seed", default="1")
    ap.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    ap.add_argument("--now", type=int, default=NOW)
    ap.add_argument("--people", help="JSON file with accounts of one's own")
    ap.add_argument("--only", help="give all messages to this one account")
    a = ap.parse_args()
    if a.what == "accounts":
        people = json.load(open(a.people)) if a.people else None
        return write_accounts(a.dir, a.users, people)
    boxes = [x for x in json.load(open(f"{a.dir}/accounts.json")) if x["email"].startswith("user")]
    if a.only:
        boxes = [x for x in boxes if x["email"] == a.only] or ap.error(f"no account {a.only}")
    share, extra = divmod(a.messages, len(boxes))
    work = [(a.dir, i, b["email"], b["name"], a.seed, share + (i < extra), a.now) for i, b in enumerate(boxes)]
    with multiprocessing.Pool(a.jobs) as pool, open(f"{a.dir}/truth.jsonl", "w") as f:
        for rows in pool.imap(fill_one, work):
            f.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)


if __name__ == "__main__":
    main()
