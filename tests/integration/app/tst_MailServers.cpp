// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/MailServers.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet::test;

class tst_MailServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delivered_isThere_alsoAfterRestart()
    {
        MailServers subject;
        QVERIFY2(subject.start(), qPrintable(subject.error()));
        QVERIFY(subject.deliver(MailServers::user(1), "Subject: one\n\n.dot\n"));
        QCOMPARE(subject.messagesIn(MailServers::user(1), QStringLiteral("INBOX")).size(), 1);
        QVERIFY(subject.stop());
        QVERIFY2(subject.start(), qPrintable(subject.error()));
        const QList<QByteArray> messages
            = subject.messagesIn(MailServers::user(1), QStringLiteral("INBOX"));
        QCOMPARE(messages.size(), 1);
        QVERIFY(messages.first().endsWith("\r\n\r\n.dot\r\n"));
    }
};

INLET_TEST(tst_MailServers)
#include "tst_MailServers.moc"
