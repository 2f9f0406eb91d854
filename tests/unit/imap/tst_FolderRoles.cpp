// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/FolderRoles.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet::imap;

namespace
{

RemoteFolder folder(const char *name, FolderRole role = FolderRole::None, char delimiter = '/')
{
    RemoteFolder made;
    made.wireName = name;
    made.name = QString::fromUtf8(name);
    made.delimiter = delimiter;
    made.role = role;
    made.roleFromServer = role != FolderRole::None;
    return made;
}

} // namespace

class tst_FolderRoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attribute_data()
    {
        QTest::addColumn<QByteArray>("attribute");
        QTest::addColumn<FolderRole>("role");
        QTest::newRow("sent") << QByteArray("\\Sent") << FolderRole::Sent;
        QTest::newRow("any case") << QByteArray("\\jUNK") << FolderRole::Junk;
        QTest::newRow("XLIST spam") << QByteArray("\\Spam") << FolderRole::Junk;
        QTest::newRow("XLIST all") << QByteArray("\\AllMail") << FolderRole::AllMail;
        QTest::newRow("all") << QByteArray("\\All") << FolderRole::AllMail;
        QTest::newRow("children") << QByteArray("\\HasNoChildren") << FolderRole::None;
        QTest::newRow("empty") << QByteArray() << FolderRole::None;
    }
    void attribute()
    {
        QFETCH(QByteArray, attribute);
        QTEST(roleOfAttribute(attribute), "role");
    }

    void name_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<char>("delimiter");
        QTest::addColumn<FolderRole>("role");
        const auto row = [](const char *name, char delimiter, FolderRole role) {
            QTest::newRow(name) << QString::fromUtf8(name) << delimiter << role;
        };
        row("inbox", '/', FolderRole::Inbox);
        row("Sent Items", '/', FolderRole::Sent);
        row("Sent Messages", '/', FolderRole::Sent);
        row("[Gmail]/Sent Mail", '/', FolderRole::Sent);
        row("[Google Mail]/Gesendet", '/', FolderRole::Sent);
        row("INBOX.Sent", '.', FolderRole::Sent);
        row("Gesendete Elemente", '/', FolderRole::Sent);
        row("Éléments envoyés", '/', FolderRole::Sent);
        row("Отправленные", '|', FolderRole::Sent);
        row("Bulk Mail", '/', FolderRole::Junk);
        row("Bulk", '/', FolderRole::Junk);
        row("Junk E-mail", '/', FolderRole::Junk);
        row("Spamverdacht", '/', FolderRole::Junk);
        row("Entwürfe", '/', FolderRole::Drafts);
        row("Gelöscht", '/', FolderRole::Trash);
        row("Deleted Items", '/', FolderRole::Trash);
        row("ゴミ箱", '/', FolderRole::Trash);
        row("Archiv", '/', FolderRole::Archive);
        row("All Mail", '/', FolderRole::AllMail);
        row("Customers/Sent", '/', FolderRole::None);
        row("INBOX.Customers.Sent", '.', FolderRole::None);
        row("Sent stuff", '/', FolderRole::None);
        row("", '/', FolderRole::None);
        QTest::newRow("decomposed umlaut")
            << QStringLiteral("Entwu\u0308rfe") << '/' << FolderRole::Drafts;
        QTest::newRow("flat server") << QStringLiteral("Sent") << '\0' << FolderRole::Sent;
    }
    void name()
    {
        QFETCH(QString, name);
        QFETCH(char, delimiter);
        QTEST(roleOfName(name, delimiter), "role");
    }

    void assign_serverSaysSent_nameDoesNotWin()
    {
        QList<RemoteFolder> folders{folder("INBOX"), folder("Sent"), folder("Outbox", FolderRole::Sent)};
        assignRoles(folders);
        QCOMPARE(folders.at(0).role, FolderRole::Inbox);
        QCOMPARE(folders.at(1).role, FolderRole::None);
        QCOMPARE(folders.at(2).role, FolderRole::Sent);
        QVERIFY(!folders.at(0).roleFromServer);
    }

    void assign_twoCandidates_nearestToTheRoot()
    {
        QList<RemoteFolder> folders{folder("INBOX/Sent Items"), folder("Sent"), folder("Gesendet")};
        assignRoles(folders);
        QCOMPARE(folders.at(0).role, FolderRole::None);
        QCOMPARE(folders.at(1).role, FolderRole::Sent);
        QCOMPARE(folders.at(2).role, FolderRole::None);
    }

    void assign_notOwn_isNoCandidate()
    {
        QList<RemoteFolder> folders{folder("Sent"), folder("mail/Sent"), folder("mail/customers/Drafts")};
        folders[0].own = false;
        assignRoles(folders, QStringLiteral("mail/"));
        QCOMPARE(folders.at(0).role, FolderRole::None);
        QCOMPARE(folders.at(1).role, FolderRole::Sent);
        QCOMPARE(folders.at(2).role, FolderRole::None);
    }

    void newFolder_data()
    {
        QTest::addColumn<QByteArrayList>("existing");
        QTest::addColumn<bool>("told");
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("told, nothing there yet") << QByteArrayList{"INBOX"} << true << QByteArray("INBOX/") << QByteArray("INBOX/Archive");
        QTest::newRow("told, no prefix, a customer's below INBOX")
            << QByteArrayList{"INBOX", "INBOX/Acme"} << true << QByteArray() << QByteArray("Archive");
        QTest::newRow("not told, all below INBOX")
            << QByteArrayList{"INBOX", "INBOX/Sent"} << false << QByteArray() << QByteArray("INBOX/Archive");
        QTest::newRow("not told, some beside it")
            << QByteArrayList{"INBOX", "INBOX/Sent", "Old"} << false << QByteArray() << QByteArray("Archive");
        QTest::newRow("not told, nothing") << QByteArrayList{"INBOX"} << false << QByteArray() << QByteArray("Archive");
    }
    void newFolder()
    {
        QFETCH(QByteArrayList, existing);
        QFETCH(bool, told);
        QFETCH(QByteArray, prefix);
        QList<RemoteFolder> folders;
        for (const QByteArray &name : existing)
            folders.append(folder(name.constData()));
        assignRoles(folders);
        Capabilities capabilities;
        if (told)
            capabilities.ownPrefix = prefix;
        QTEST(newFolderName("Archive", folders, capabilities), "name");
    }

    void assign_notSelectable_isNoCandidate()
    {
        QList<RemoteFolder> folders{folder("Trash")};
        folders.first().selectable = false;
        assignRoles(folders);
        QCOMPARE(folders.first().role, FolderRole::None);
    }
};

INLET_TEST(tst_FolderRoles)
#include "tst_FolderRoles.moc"
