// SPDX-License-Identifier: GPL-3.0-or-later
// The line to a real server is cut after every Nth octet of a first sync, and of decisions on their way to it: in the middle
// of greetings, literals, flags, tagged answers. Each time both sides are equal in the end, and nothing is there twice.
// INLET_CUT_STEP=1 cuts after every single octet.
#include "mime/Mime.h"
#include "support/FastClock.h"
#include "support/FaultProxy.h"
#include "support/Profile.h"
#include "support/ServerHand.h"
#include "support/TestMain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace inlet;
using namespace inlet::test;
using imap::FolderRole;
using store::TriageVerb;
using sync::SyncState;

namespace
{

constexpr int kLines = 8; ///< mailboxes at a time, each cut elsewhere
constexpr int kMail = 6;

QString idOf(int line, int number)
{
    return QStringLiteral("cut-%1-%2@customers.test").arg(line).arg(number);
}

/// Shapes that a cut can split: literals, long lines, 8-bit text, parts, what looks like protocol.
QByteArray mail(int line, int number, const QString &to)
{
    static const QByteArrayList bodies{"Yes, please call me.\r\n", "A002 OK FETCH completed\r\n* BYE\r\n)\r\n",
        QByteArray(900, 'x') + "\r\n", "Gr\xc3\xbc\xc3\x9f" "e aus K\xc3\xb6ln {12}\r\n", QByteArray("line\r\n").repeated(200), "\r\n"};
    return "Message-ID: <" + idOf(line, number).toUtf8() + ">\r\nFrom: \"Lead {3}\" <lead" + QByteArray::number(line) + '-'
        + QByteArray::number(number) + "@customers.test>\r\nTo: <" + to.toUtf8() + ">\r\nSubject: =?utf-8?q?Angebot_=C3=BC?= "
        + QByteArray::number(number) + "\r\nDate: Thu, 01 Jan 2026 10:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        + bodies.at(number % bodies.size());
}

} // namespace

class tst_CutAnywhere : public QObject
{
    Q_OBJECT

private:
    struct Line {
        Line(MailServers &servers, int number) : email(MailServers::user(number)), hand(servers, email) {}

        QString email;
        ServerHand hand;
        FaultProxy proxy;
        AccountId account;

        [[nodiscard]] int cuts() const
        {
            return QJsonDocument::fromJson(proxy.command("status").mid(3)).object().value(QStringLiteral("cuts")).toInt();
        }
    };

    MailServers m_servers;
    std::vector<std::unique_ptr<Line>> m_lines;
    const FastClock m_clock;

    static int step(int usual)
    {
        return qEnvironmentVariableIsSet("INLET_CUT_STEP") ? std::max(1, qEnvironmentVariableIntValue("INLET_CUT_STEP")) : usual;
    }

    void addLines(Profile &profile)
    {
        for (const auto &line : m_lines) {
            accounts::Account account = m_servers.account(line->email);
            account.imap.port = line->proxy.port();
            line->account = profile.add(account).id;
        }
    }

    /// Empty where profile and server have the same messages, every one of the beginning is there once, and none was read.
    QString difference(Profile &profile)
    {
        QStringList out;
        for (const auto &line : m_lines) {
            qsizetype together = 0;
            for (const auto &[role, name] : {std::pair{FolderRole::Inbox, "INBOX"}, std::pair{FolderRole::Archive, "Archive"}}) {
                const QStringList there = line->hand.picture(name);
                const QStringList here = pictureOf(profile.messages(line->account, role));
                together += there.size();
                if (here != there || there.join(QLatin1Char(' ')).contains(QLatin1Char('S')))
                    out.append(QStringLiteral("%1 %2: here %3; there %4").arg(line->email, QLatin1String(name), here.join(QLatin1Char(',')),
                        there.join(QLatin1Char(','))));
            }
            if (together != kMail)
                out.append(QStringLiteral("%1: %2 messages").arg(line->email).arg(together));
        }
        return out.join(QLatin1Char('\n'));
    }

    /// Waits for each line's cut and ends it, until `done`; how many lines were cut.
    int endCutsUntil(const std::vector<int> &before, const std::function<bool()> &done)
    {
        std::vector<bool> isCut(m_lines.size());
        (void)QTest::qWaitFor([&] {
            for (std::size_t i = 0; i < m_lines.size(); ++i) {
                if (!isCut[i] && m_lines[i]->cuts() > before[i]) {
                    isCut[i] = true;
                    m_lines[i]->proxy.command("reset");
                }
            }
            return std::all_of(isCut.begin(), isCut.end(), [](bool cut) { return cut; }) || done();
        }, Profile::kPatience);
        for (const auto &line : m_lines)
            line->proxy.command("reset");
        return int(std::count(isCut.begin(), isCut.end(), true));
    }

    /// The command of the proxy for each line, a step further each; how many cuts there were before.
    std::vector<int> cutNext(int &octets, int step, const QByteArray &command, const QByteArray &way)
    {
        std::vector<int> before;
        for (const auto &line : m_lines) {
            before.push_back(line->cuts());
            if (const QByteArray answer = line->proxy.command(command + ' ' + QByteArray::number(octets) + ' ' + way); !answer.startsWith("ok"))
                qFatal("the proxy: %s", answer.constData());
            octets += step;
        }
        return before;
    }

private Q_SLOTS:
    void initTestCase()
    {
        mime::initialize();
        const MailServers::Options options{.users = kLines, .imapOnly = true};
        QVERIFY2(m_servers.start(options), qPrintable(m_servers.error()));
        for (int number = 1; number <= kLines; ++number) {
            auto line = std::make_unique<Line>(m_servers, number);
            QVERIFY(line->proxy.startInsideTls(m_servers.port("IMAP_PORT"), m_servers.dir() + QStringLiteral("/certs")));
            for (int i = 0; i < kMail; ++i)
                QVERIFY(m_servers.deliver(line->email, mail(number, i, line->email)));
            m_lines.push_back(std::move(line));
        }
    }

    void firstSync_data()
    {
        QTest::addColumn<QByteArray>("way");
        QTest::addColumn<int>("usualStep");
        QTest::newRow("of what the server says") << QByteArray("s2c") << 71;
        QTest::newRow("of what we say") << QByteArray("c2s") << 29;
    }

    void firstSync()
    {
        QFETCH(const QByteArray, way);
        QFETCH(const int, usualStep);
        int octets = 1;
        for (int cut = int(m_lines.size()); cut > 0;) {
            const int first = octets;
            const std::vector<int> before = cutNext(octets, step(usualStep), "cutafter", way);
            const QTemporaryDir dir;
            Profile profile(dir.path(), m_servers.caFile(), m_clock);
            addLines(profile);
            profile.start();
            const auto allLive = [&] {
                return std::all_of(profile.mailboxes.begin(), profile.mailboxes.end(), [&](const accounts::Account &account) {
                    return profile.observer.statusOf(account.id).state == SyncState::Live && profile.observer.rounds(account.id) > 0;
                });
            };
            cut = endCutsUntil(before, allLive);
            QVERIFY2(profile.waitFor(SyncState::Live), QByteArray::number(first).constData());
            QTRY_VERIFY2_WITH_TIMEOUT(difference(profile).isEmpty(), qPrintable(QString::number(first) + QLatin1Char('\n') + difference(profile)),
                Profile::kPatience);
        }
        qInfo() << "cut up to octet" << octets;
        QVERIFY2(octets > 500, "the first sync was not cut");
    }

    void decisions_data() { firstSync_data(); }

    void decisions()
    {
        QFETCH(const QByteArray, way);
        QFETCH(const int, usualStep);
        const QTemporaryDir dir;
        Profile profile(dir.path(), m_servers.caFile(), m_clock);
        addLines(profile);
        profile.start();
        QVERIFY(profile.waitFor(SyncState::Live));
        QTRY_VERIFY_WITH_TIMEOUT(difference(profile).isEmpty(), Profile::kPatience);
        QList<ConversationId> starred;
        QList<ConversationId> archived;
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            for (const store::StoredMessageRow &row : profile.messages(m_lines[i]->account, FolderRole::Inbox)) {
                if (row.messageId == idOf(int(i) + 1, 0))
                    starred.append(row.conversation);
                if (row.messageId == idOf(int(i) + 1, 1))
                    archived.append(row.conversation);
            }
        }
        QCOMPARE(starred.size(), kLines);
        QCOMPARE(archived.size(), kLines);
        int octets = 1;
        bool forth = true;
        for (int cut = kLines; cut > 0 || !forth; forth = !forth) { // it ends as it began
            const int first = octets;
            const std::vector<int> before = cutNext(octets, step(usualStep), "cutin", way);
            QVERIFY(profile.apply(forth ? TriageVerb::Star : TriageVerb::Unstar, starred));
            QVERIFY(profile.apply(forth ? TriageVerb::Archive : TriageVerb::Unarchive, archived));
            const auto told = [&] { return profile.operations() == 0; };
            cut = endCutsUntil(before, told);
            QTRY_VERIFY2_WITH_TIMEOUT(told(), QByteArray::number(first).constData(), Profile::kPatience);
            QTRY_VERIFY2_WITH_TIMEOUT(difference(profile).isEmpty(), qPrintable(QString::number(first) + QLatin1Char('\n') + difference(profile)),
                Profile::kPatience);
            for (const auto &line : m_lines) {
                QCOMPARE(line->hand.picture("Archive").size(), forth ? 1 : 0);
                QCOMPARE(line->hand.picture("INBOX").join(QLatin1Char(' ')).count(QLatin1Char('F')), forth ? 1 : 0);
            }
        }
        qInfo() << "cut up to octet" << octets;
        QVERIFY2(octets > 200, "no decision was cut");
    }
};

INLET_TEST(tst_CutAnywhere)
#include "tst_CutAnywhere.moc"
