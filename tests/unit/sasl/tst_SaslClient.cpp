// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/SaslClient.h"

#include "mime/Mime.h"
#include "support/TestMain.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace inlet;
using namespace inlet::sasl;

namespace
{

/// Hi() of RFC 5802 section 2.2.
QByteArray saltedPassword(const QByteArray &password, const QByteArray &salt, int iterations)
{
    QByteArray round = QMessageAuthenticationCode::hash(
        salt + QByteArray("\0\0\0\1", 4), password, QCryptographicHash::Sha256);
    QByteArray all = round;
    for (int i = 1; i < iterations; ++i) {
        round = QMessageAuthenticationCode::hash(round, password, QCryptographicHash::Sha256);
        for (qsizetype octet = 0; octet < all.size(); ++octet)
            all[octet] = char(all.at(octet) ^ round.at(octet));
    }
    return all;
}

} // namespace

class tst_SaslClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialize(); }

    void plain_keepsEightBitPasswords()
    {
        const auto subject = SaslClient::create("imap", "PLAIN", "rep@x", Secret("p\xc3\xa4 \"\\%7"));
        QVERIFY(subject && subject->speaksFirst());
        const auto first = subject->step({});
        QVERIFY(first);
        QCOMPARE(*first, QByteArray("\0rep@x\0p\xc3\xa4 \"\\%7", 15));
        QVERIFY(subject->isComplete());
    }

    void cramMd5_knownAnswer()
    {
        // RFC 2195 section 2
        const auto subject = SaslClient::create("imap", "CRAM-MD5", "tim", Secret("tanstaaftanstaaf"));
        QVERIFY(subject && !subject->speaksFirst());
        const auto answer = subject->step("<1896.697170952@postoffice.reston.mci.net>");
        QVERIFY(answer);
        QCOMPARE(*answer, QByteArray("tim b913a602c7eda7a495b4e6e7334d3890"));
    }

    void login_twoSteps()
    {
        const auto subject = SaslClient::create("imap", "LOGIN", "rep", Secret("pw"));
        QVERIFY(subject);
        QCOMPARE(*subject->step("Username:"), QByteArray("rep"));
        QCOMPARE(*subject->step("Password:"), QByteArray("pw"));
        QVERIFY(!subject->step("More:"));
    }

    void scram_provesBothSides_data()
    {
        QTest::addColumn<bool>("serverKnows");
        QTest::newRow("server knows the password") << true;
        QTest::newRow("server is somebody else") << false;
    }
    void scram_provesBothSides()
    {
        // RFC 5802 section 3, the server's side computed here.
        QFETCH(bool, serverKnows);
        const auto subject = SaslClient::create("imap", "SCRAM-SHA-256", "user", Secret("pencil"));
        QVERIFY(subject && !subject->isComplete());
        const auto clientFirst = subject->step({});
        QVERIFY(clientFirst && clientFirst->startsWith("n,,n=user,r="));
        const QByteArray bare = clientFirst->mid(3);
        const QByteArray serverFirst
            = "r=" + bare.mid(bare.indexOf("r=") + 2) + "server,s=" + QByteArray("salt").toBase64() + ",i=4096";
        const auto clientFinal = subject->step(serverFirst);
        QVERIFY(clientFinal);
        const QByteArray withoutProof = clientFinal->left(clientFinal->indexOf(",p="));
        const QByteArray salted = saltedPassword(serverKnows ? "pencil" : "guess", "salt", 4096);
        const QByteArray serverKey
            = QMessageAuthenticationCode::hash("Server Key", salted, QCryptographicHash::Sha256);
        const QByteArray signature = QMessageAuthenticationCode::hash(
            bare + ',' + serverFirst + ',' + withoutProof, serverKey, QCryptographicHash::Sha256);
        QVERIFY(!subject->isComplete());
        const auto last = subject->step("v=" + signature.toBase64());
        QCOMPARE(last.has_value(), serverKnows);
        QCOMPARE(subject->isComplete(), serverKnows);
    }

    void scram_insaneIterations_areRefused()
    {
        const auto subject = SaslClient::create("imap", "SCRAM-SHA-1", "user", Secret("pencil"));
        QVERIFY(subject);
        const QByteArray first = *subject->step({});
        const QByteArray nonce = first.mid(first.indexOf("r="));
        const auto refused = subject->step(nonce + "x,s=c2FsdA==,i=4000000000");
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Protocol);
    }

    void unknownMechanism_isNull()
    {
        QVERIFY(!SaslClient::create("imap", "X-NONE", "user", Secret("pw")));
    }

    void nul_cannotBeSent()
    {
        QVERIFY(!SaslClient::create("smtp", "PLAIN", QByteArray("us\0er", 5), Secret("pw")));
        QVERIFY(!SaslClient::create("smtp", "PLAIN", "user", Secret(std::string("p\0w", 3))));
    }
};

INLET_TEST(tst_SaslClient)
#include "tst_SaslClient.moc"
