// SPDX-License-Identifier: GPL-3.0-or-later
#include "ComposerFixture.h"
#include "support/TestMain.h"

#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QTemporaryDir>

using namespace inlet;
using namespace inlet::test;
using namespace inlet::ui;

/// Files of a mail.
class tst_ComposerFiles : public QObject, private ComposerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init() { makeEngine(); }
    void cleanup() { delete window; }

    void forward_fetchesFiles_beforeItCanBeSent();
    void forward_fileNotAvailable_mustBeRemoved();
    void attach_files_areReadAtOnce();
    void attach_missingOrFolder_saysWhich();
    void attach_dropped_isAttached();
    void attach_overTheLimit_warns();
    void attach_removed_isGone();
};

void tst_ComposerFiles::forward_fetchesFiles_beforeItCanBeSent()
{
    ComposeRequest request;
    request.mode = Mode::Forward;
    request.message = inbound(AccountId(1), QStringLiteral("anna@try-acme.com"));
    request.message.attachments = {{QByteArray("2"), QStringLiteral("offer.pdf"), QByteArray("application/pdf"), 8, {}, false}};
    request.body = inboundBody();
    engine->parts.insert({StoredMessageId(70), QByteArray("2")}, QByteArray("%PDF-1.7"));
    open(request);
    QTRY_COMPARE(window->composer()->draft().files.size(), 1);
    QCOMPARE(window->composer()->draft().files.first().content, QByteArray("%PDF-1.7"));
    QCOMPARE(window->focusWidget()->objectName(), QStringLiteral("toEdit"));
    QVERIFY(window->composer()->draft().text.contains(QStringLiteral("Forwarded message")));
    QVERIFY(window->composer()->draft().text.contains(QStringLiteral("From: Mara Petersen <mara@nordlicht.de>")));
}

void tst_ComposerFiles::forward_fileNotAvailable_mustBeRemoved()
{
    ComposeRequest request;
    request.mode = Mode::Forward;
    request.message = inbound(AccountId(1), QStringLiteral("anna@try-acme.com"));
    request.message.attachments = {{QByteArray("2"), QStringLiteral("offer.pdf"), QByteArray("application/pdf"), 8, {}, false}};
    open(request);
    QTRY_VERIFY(window->findChild<QLabel *>());
    type("toEdit", QStringLiteral("cfo@nordlicht.de"));
    QTRY_VERIFY((window->composer()->send(), notice().contains(QStringLiteral("offer.pdf could not be fetched"))));
    QVERIFY(engine->sent.isEmpty());
    click(window, "removeAttachmentButton");
    window->composer()->send();
    QTRY_COMPARE(engine->sent.size(), 1);
}

void tst_ComposerFiles::attach_files_areReadAtOnce()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("deck.txt"));
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("hello");
    }
    reply();
    prompts.filesToOpen = {path};
    click(window, "attachButton");
    QVERIFY(QFile::remove(path));
    const store::Draft draft = window->composer()->draft();
    QCOMPARE(draft.files.size(), 1);
    QCOMPARE(draft.files.first().name, QStringLiteral("deck.txt"));
    QCOMPARE(draft.files.first().content, QByteArray("hello"));
    QCOMPARE(draft.files.first().contentType, QByteArray("text/plain"));
    QTRY_COMPARE(engine->savedDrafts.size(), 1); // a file is not typed again: saved at once
}

void tst_ComposerFiles::attach_missingOrFolder_saysWhich()
{
    QTemporaryDir dir;
    reply();
    prompts.filesToOpen = {dir.filePath(QStringLiteral("gone.pdf")), dir.path()};
    click(window, "attachButton");
    QVERIFY(notice().contains(QStringLiteral("gone.pdf is not there")));
    QVERIFY(notice().contains(QStringLiteral("is a folder")));
    QVERIFY(window->composer()->draft().files.isEmpty());
}

void tst_ComposerFiles::attach_dropped_isAttached()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("a.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a");
    file.close();
    reply();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(body()->viewport(), &enter);
    QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(body()->viewport(), &drop);
    QCOMPARE(window->composer()->draft().files.size(), 1);
    QVERIFY(!body()->toPlainText().contains(QStringLiteral("file://")));
}

void tst_ComposerFiles::attach_overTheLimit_warns()
{
    engine->sizeLimit = 1000;
    QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("big.bin")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(2000, 'x'));
    file.close();
    reply();
    prompts.filesToOpen = {file.fileName()};
    click(window, "attachButton");
    QVERIFY(warnings().contains(QStringLiteral("usually sends at most")));
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(engine->sent.isEmpty());
    click(window, "sendAnywayButton");
    QTRY_COMPARE(engine->sent.size(), 1);
}

void tst_ComposerFiles::attach_removed_isGone()
{
    QTemporaryDir dir;
    QStringList paths;
    for (const char *name : {"a.txt", "b.txt"}) {
        QFile file(dir.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        paths.append(file.fileName());
    }
    reply();
    prompts.filesToOpen = paths;
    click(window, "attachButton");
    click(window, "removeAttachmentButton");
    QCOMPARE(window->composer()->draft().files.size(), 1);
    QCOMPARE(window->composer()->draft().files.first().name, QStringLiteral("b.txt"));
}

INLET_TEST(tst_ComposerFiles)
#include "tst_ComposerFiles.moc"
