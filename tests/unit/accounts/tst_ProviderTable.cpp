// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/ProviderTable.h"
#include "support/TestMain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrl>

#include <functional>

using namespace inlet;
using namespace inlet::accounts;

namespace
{

const QString kFile = QStringLiteral(INLET_RESOURCES "/providers.json");

// The file of the product with its first row changed.
QByteArray withFirstRow(const std::function<void(QJsonObject &)> &change)
{
    QFile file(kFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QJsonObject top = QJsonDocument::fromJson(file.readAll()).object();
    QJsonArray rows = top.value(QLatin1String("providers")).toArray();
    QJsonObject row = rows.at(0).toObject();
    change(row);
    rows.replace(0, row);
    top.insert(QLatin1String("providers"), rows);
    return QJsonDocument(top).toJson();
}

} // namespace

class tst_ProviderTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto table = ProviderTable::load(kFile);
        QVERIFY2(table, table ? "" : qPrintable(table.error().detail));
        m_table = *table;
    }

    void file_hasTheProvidersWePromise_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *key : {"google", "m365", "outlook", "icloud", "yahoo", "aol", "zoho",
                 "zoho-pro", "zoho-eu", "zoho-in", "zoho-au", "zoho-jp", "zoho-ca", "fastmail",
                 "yandex", "gmx", "gmx-net", "webde", "proton", "privateemail", "godaddy", "titan",
                 "hostinger", "ovh", "ionos", "rackspace", "workmail-us-east-1",
                 "workmail-us-west-2", "workmail-eu-west-1", "mailgun", "sendgrid"})
            QTest::newRow(key) << QString::fromLatin1(key);
    }

    void file_hasTheProvidersWePromise()
    {
        QFETCH(QString, key);
        QVERIFY(m_table.byKey(key));
    }

    void everyRow_isUsable_data()
    {
        QTest::addColumn<qsizetype>("index");
        for (qsizetype i = 0; i < m_table.providers().size(); ++i)
            QTest::newRow(qPrintable(m_table.providers().at(i).key)) << i;
    }

    void everyRow_isUsable()
    {
        QFETCH(qsizetype, index);
        const Provider &row = m_table.providers().at(index);
        for (const ServerEndpoint &endpoint : row.imap + row.smtp) {
            QVERIFY2(isValidHost(endpoint.host), qPrintable(endpoint.host));
            // The port and the encryption belong together; anything else is a typing mistake.
            const bool implicit = endpoint.port == 993 || endpoint.port == 465
                || (row.key == QLatin1String("proton") && endpoint.tls == TlsMode::Implicit);
            QCOMPARE(endpoint.tls == TlsMode::Implicit, implicit);
        }
        QVERIFY(!row.imap.isEmpty() || row.sentPolicy == SentPolicy::WeAppend);
        for (const QString &domain : row.domains)
            QCOMPARE(m_table.byDomain(domain), &row);
        for (const QString &ending : row.mxEndings)
            QCOMPARE(m_table.byMx({QStringLiteral("mx1.") + ending + QLatin1Char('.')}), &row);
        for (const QString &url : {row.appPasswordUrl, row.helpUrl, row.adminUrl})
            QVERIFY(url.isEmpty() || QUrl(url, QUrl::StrictMode).isValid());
        QVERIFY(!row.helpUrl.isEmpty());
        QVERIFY(row.appPassword != AppPassword::Always || !row.appPasswordUrl.isEmpty());
        QVERIFY(!row.passwordRefused || row.oauth == OAuthUse::Preferred);
        QVERIFY(row.limits.imapConnections == 0
            || row.limits.useImapConnections <= row.limits.imapConnections);
        QVERIFY(!row.note.contains(QLatin1Char('!')));
    }

    void facts_ofTheBigOnes()
    {
        const Provider *google = m_table.byDomain(QStringLiteral("GMail.com"));
        QVERIFY(google);
        QCOMPARE(google->appPassword, AppPassword::Always);
        QCOMPARE(google->sentPolicy, SentPolicy::ProviderFiles);
        QCOMPARE(google->smtp.first().port, quint16(465));
        QVERIFY(m_table.byKey(QStringLiteral("m365"))->passwordRefused);
        QVERIFY(m_table.byKey(QStringLiteral("outlook"))->passwordRefused);
        const Provider *icloud = m_table.byDomain(QStringLiteral("me.com"));
        QCOMPARE(
            userNameFor(icloud->imapUser, QStringLiteral("ann@me.com")), QStringLiteral("ann"));
        QCOMPARE(userNameFor(icloud->smtpUser, QStringLiteral("ann@me.com")),
            QStringLiteral("ann@me.com"));
        QCOMPARE(icloud->sentPolicy, SentPolicy::Unknown);
        QCOMPARE(userNameFor(
                     m_table.byKey(QStringLiteral("sendgrid"))->smtpUser, QStringLiteral("a@b.c")),
            QStringLiteral("apikey"));
        QCOMPARE(userNameFor(m_table.byKey(QStringLiteral("icloud-domain"))->imapUser,
                     QStringLiteral("a@b.c")),
            QString());
    }

    void byMx_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *host, const char *key) {
            QTest::newRow(host) << QString::fromLatin1(host) << QString::fromLatin1(key);
        };
        row("aspmx.l.google.com.", "google");
        row("ALT1.ASPMX.L.GOOGLE.COM", "google");
        row("aspmx2.googlemail.com", "google");
        row("acme-io.mail.protection.outlook.com", "m365");
        row("outlook-com.olc.protection.outlook.com", "outlook");
        row("acme.a-v1.mx.microsoft", "m365");
        row("mx2.zoho.eu", "zoho-pro-eu");
        row("mx.zoho.com.au", "zoho-pro-au");
        row("in1-smtp.messagingengine.com", "fastmail");
        row("mta5.am0.yahoodns.net", "yahoo");
        row("mx-aol.mail.gm0.yahoodns.net", "aol");
        row("mx01.mail.icloud.com", "icloud-domain");
        row("mx0.mail.ovh.net", "ovh");
        row("inbound-smtp.eu-west-1.amazonaws.com", "workmail-eu-west-1");
        row("evilgoogle.com", "");
        row("google.com.evil.example", "");
        row("", "");
    }

    void byMx()
    {
        QFETCH(QString, host);
        QFETCH(QString, key);
        const Provider *found = m_table.byMx({host});
        QCOMPARE(found ? found->key : QString(), key);
    }

    void filters_areSeenThrough()
    {
        QVERIFY(m_table.isFilter(
            {QStringLiteral("mxa-001.pphosted.com"), QStringLiteral("b.mimecast.com.")}));
        QVERIFY(
            !m_table.isFilter({QStringLiteral("a.pphosted.com"), QStringLiteral("mail.acme.io")}));
        QVERIFY(!m_table.isFilter({}));
        const Provider *found = m_table.bySpf(
            QStringLiteral("v=spf1 include:other.example include:spf.protection.outlook.com -all"));
        QVERIFY(found);
        QCOMPARE(found->key, QStringLiteral("m365"));
        QVERIFY(!m_table.bySpf(QStringLiteral("v=spf1 include:xspf.protection.outlook.com -all")));
    }

    void sentPolicy_goesByTheServerThatSends()
    {
        QCOMPARE(
            m_table.sentPolicyFor(QStringLiteral("smtp.gmail.com")), SentPolicy::ProviderFiles);
        QCOMPARE(m_table.sentPolicyFor(QStringLiteral("SMTP.Office365.com.")),
            SentPolicy::ProviderFiles);
        QCOMPARE(m_table.sentPolicyFor(QStringLiteral("smtp.sendgrid.net")), SentPolicy::WeAppend);
        QCOMPARE(m_table.sentPolicyFor(QStringLiteral("smtp.zoho.com")), SentPolicy::Unknown);
        QCOMPARE(m_table.sentPolicyFor(QStringLiteral("mail.acme.io")), SentPolicy::Unknown);
        QVERIFY(!m_table.byServer(QStringLiteral("127.0.0.1")));
    }

    void brokenFile_isRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("not JSON") << QByteArray("{");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("other format") << QByteArray(R"({"format":2,"providers":[]})");
        QTest::newRow("no rows") << QByteArray(R"({"format":1,"providers":[]})");
        const auto change = [](const char *name, const char *field, const QJsonValue &value) {
            QTest::newRow(name) << withFirstRow(
                [&](QJsonObject &row) { row.insert(QLatin1String(field), value); });
        };
        change("no name", "name", QJsonValue());
        change("unknown field", "Name", QStringLiteral("x"));
        change("key twice", "key", QStringLiteral("yahoo"));
        change("domain twice", "domains", QJsonArray{QStringLiteral("yahoo.com")});
        change("domain in capitals", "domains", QJsonArray{QStringLiteral("GMAIL.com")});
        change("plain text", "imap",
            QJsonArray{QJsonObject{{QStringLiteral("host"), QStringLiteral("a.b")},
                {QStringLiteral("port"), 143}, {QStringLiteral("tls"), QStringLiteral("plain")}}});
        change("port 0", "smtp",
            QJsonArray{QJsonObject{{QStringLiteral("host"), QStringLiteral("a.b")},
                {QStringLiteral("port"), 0}, {QStringLiteral("tls"), QStringLiteral("tls")}}});
        change("no way out", "smtp", QJsonArray{});
        change("wrong word", "sent", QStringLiteral("maybe"));
        change("http address", "helpUrl", QStringLiteral("http://a.b"));
        change("flag as text", "passwordRefused", QStringLiteral("yes"));
        change("no limits", "limits", QJsonObject{});
        change("wrong user form", "user",
            QJsonObject{{QStringLiteral("imap"), QStringLiteral("literal:")}});
    }

    void brokenFile_isRefused()
    {
        QFETCH(QByteArray, json);
        const auto table = ProviderTable::fromJson(json);
        QVERIFY(!table);
        QCOMPARE(table.error().kind, ErrorKind::Config);
        QVERIFY(!table.error().detail.isEmpty());
    }

    void missingFile_isStorage()
    {
        QCOMPARE(ProviderTable::load(QStringLiteral("/nowhere/providers.json")).error().kind,
            ErrorKind::Storage);
    }

private:
    ProviderTable m_table;
};

INLET_TEST(tst_ProviderTable)
#include "tst_ProviderTable.moc"
