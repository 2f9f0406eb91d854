// SPDX-License-Identifier: GPL-3.0-or-later
// A mail on which the parser throws: the rest of its folder comes all the same.
#include "SyncFixture.h"
#include "support/TestMain.h"

#include <sys/prctl.h>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <new>

using namespace inlet;
using namespace inlet::test;
using sync::SyncState;

namespace
{

/// While set, a parse thread gets no large piece of memory: what a mail of many parts wants, and an ordinary one does not.
std::atomic<bool> scarce = false;

bool isRefused(std::size_t size)
{
    constexpr std::size_t kLarge = 16'000;
    if (size < kLarge || !scarce.load(std::memory_order_relaxed))
        return false;
    char name[16] = {};
    ::prctl(PR_GET_NAME, name);
    return std::strcmp(name, "inlet-parse") == 0;
}

QByteArray mailOfManyParts(int number)
{
    QByteArray raw = SyncFixture::mail(number);
    raw.replace("Date:", "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\nDate:");
    for (int i = 0; i < 200; ++i)
        raw += "--b\r\nContent-Type: text/plain\r\n\r\nPart " + QByteArray::number(i) + "\r\n";
    return raw + "--b--\r\n";
}

} // namespace

void *operator new(std::size_t size)
{
    void *memory = isRefused(size) ? nullptr : std::malloc(size == 0 ? 1 : size);
    if (!memory)
        throw std::bad_alloc();
    return memory;
}

// Qt asks like this; what is given back by the operators below must come from here, or a sanitizer sees two kinds of memory.
void *operator new(std::size_t size, const std::nothrow_t &) noexcept
{
    return isRefused(size) ? nullptr : std::malloc(size == 0 ? 1 : size);
}

void operator delete(void *memory) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

class tst_NotUnderstood : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Tables that are made once want large pieces too.
    void initTestCase()
    {
        SyncFixture f;
        f.fill("INBOX", 1, 1);
        f.startEngine();
        QVERIFY(f.waitUntilLive());
    }

    void cleanup() { scarce = false; }

    void oneMail_isSetAside_andTheRestComes_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<bool>("news");
        QTest::newRow("before we came") << QByteArray("INBOX") << false;
        QTest::newRow("as news") << QByteArray("INBOX") << true;
        QTest::newRow("where a rule sorted it") << QByteArray("Clients") << true;
    }
    void oneMail_isSetAside_andTheRestComes()
    {
        QFETCH(QByteArray, folder);
        QFETCH(bool, news);
        SyncFixture f;
        f.server.addFolder("Clients");
        f.fill("INBOX", 1, 5);
        if (news) {
            f.startEngine();
            QVERIFY(f.waitUntilLive());
        }
        scarce = true;
        f.fill(folder, 10, 3);
        f.server.deliver(folder, mailOfManyParts(13));
        f.fill(folder, 14, 3);
        if (news)
            f.engine->checkNow(f.mailboxes.first().id);
        else
            f.startEngine();
        const qsizetype all = f.server.messages(folder).size();
        QVERIFY(f.turnUntil([&] { return f.messages(folder).size() == all - 1; }));
        QVERIFY(f.turnUntil([&] {
            const sync::SyncStatus status = f.observer.status(f.mailboxes.first().id);
            return status.state == SyncState::Live && status.error && status.error->cause == "not-understood";
        }));
        QVERIFY(f.folder(folder).historyDone); // all that can be read is here
        f.server.deliver(folder, SyncFixture::mail(30));
        f.engine->checkNow(f.mailboxes.first().id);
        QVERIFY(f.turnUntil([&] { return f.messages(folder).size() == all; }));
        // Repair starts the mailbox anew.
        scarce = false;
        f.engine->start(f.mailboxes.first());
        QVERIFY(f.turnUntil([&] { return f.messages(folder).size() == all + 1; }));
        QVERIFY(f.turnUntil([&] {
            const sync::SyncStatus status = f.observer.status(f.mailboxes.first().id);
            return status.state == SyncState::Live && !status.error;
        }));
    }
};

INLET_TEST(tst_NotUnderstood)
#include "tst_NotUnderstood.moc"
