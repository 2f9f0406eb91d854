// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/StoreViewDesk.h"
#include "support/MailBuilder.h"
#include "support/TestMain.h"

#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <memory>
#include <random>

using namespace inlet;
using namespace inlet::engine;
using inlet::test::MailBuilder;

namespace
{

constexpr int kPeople = 40;

/// The desk over a real store with answers of forty people.
class Desk
{
public:
    Desk()
    {
        auto opened = store::openStore(m_dir.path());
        Q_ASSERT(opened);
        store = std::move(*opened);
        subject = std::make_unique<StoreViewDesk>(*store, m_relay);
        store->observe([this](const store::ChangeSet &changes) { subject->noteChanges(changes); });
        change([this](store::WriteTransaction &t) -> Result<void> {
            accounts::Account account;
            account.email = QStringLiteral("anna@us.test");
            const auto id = t.addAccount(account);
            if (!id)
                return id.error();
            imap::RemoteFolder inbox;
            inbox.wireName = "INBOX";
            inbox.role = imap::FolderRole::Inbox;
            imap::RemoteFolder sent;
            sent.wireName = "Sent";
            sent.role = imap::FolderRole::Sent;
            const auto folders = t.setFolders(*id, {inbox, sent});
            if (!folders)
                return folders.error();
            for (const store::StoredFolder &folder : *folders)
                (folder.role == imap::FolderRole::Inbox ? m_inbox : m_sent) = folder.id;
            return {};
        });
        for (int person = 1; person <= kPeople; ++person)
            arrive(person);
    }
    ~Desk()
    {
        store->observe({});
        subject.reset(); // its thread answers through the relay
    }

    /// Mail to that person once, and an answer of theirs each time.
    void arrive(int person, store::TextIndex words = store::TextIndex::Now)
    {
        change([mails = mailsOf(person), words](store::WriteTransaction &t) { return t.ingest(mails, words); });
    }
    QList<store::IncomingMessage> mailsOf(int person)
    {
        const QByteArray who = "p" + QByteArray::number(person) + "@acme.test";
        QList<store::IncomingMessage> mails;
        mails << MailBuilder(QStringLiteral("o%1@us.test").arg(person)).from("anna@us.test").to(who.constData()).own().seen()
                     .minute(person).in(m_sent, quint32(person));
        ++m_uid;
        mails << MailBuilder(QStringLiteral("i%1@acme.test").arg(m_uid)).from(who.constData()).to("anna@us.test").minute(1000 + int(m_uid))
                     .text(m_uid % 3 == 0 ? QStringLiteral("What is your pricing?") : QStringLiteral("Hello there")).in(m_inbox, m_uid);
        return mails;
    }
    void change(const store::Store::Write &work)
    {
        const auto done = store->writeAndWait("test", work);
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    SavedViewId save(const char *name, const store::ListQuery &query, bool notify = false)
    {
        store::SavedView view;
        view.name = QString::fromUtf8(name);
        view.query = query;
        view.notify = notify;
        return *answered<Result<SavedViewId>>([&](auto answer) { subject->saveView(view, &m_context, answer); });
    }
    QList<ConversationId> list(const store::ListQuery &query)
    {
        QList<ConversationId> ids;
        store->readHere([&](store::ReadSession &session) {
            for (const store::ListKey &key : session.keys(query).value_or(QList<store::ListKey>()))
                ids.append(key.id);
        });
        return ids;
    }
    template <typename T>
    T answered(const std::function<void(std::function<void(const T &)>)> &ask)
    {
        const auto value = std::make_shared<std::optional<T>>();
        ask([value](const T &answer) { value->emplace(answer); });
        if (!QTest::qWaitFor([&] { return value->has_value(); }))
            qFatal("no answer");
        return **value;
    }
    ViewCounts counts()
    {
        return answered<ViewCounts>([&](auto answer) { subject->countViews(&m_context, answer); });
    }
    /// When every view has been counted.
    bool countsAre(const ViewCounts &wanted)
    {
        return QTest::qWaitFor([&] { return counts() == wanted; });
    }

    std::unique_ptr<store::Store> store;
    std::unique_ptr<StoreViewDesk> subject;

private:
    QTemporaryDir m_dir;
    QObject m_context;
    GuiRelay m_relay;
    FolderId m_inbox;
    FolderId m_sent;
    quint32 m_uid = 0;
};

} // namespace

class tst_StoreViewDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void views_areKeptInOrder()
    {
        Desk f;
        const SavedViewId one = f.save("One", {});
        const SavedViewId two = f.save("Two", {});
        const auto fetch = [&] {
            return f.answered<Result<QList<store::SavedView>>>([&](auto answer) { f.subject->fetchViews(this, answer); });
        };
        QCOMPARE(fetch()->size(), 2);
        QVERIFY(f.answered<Result<void>>([&](auto answer) { f.subject->orderViews({two, one}, this, answer); }));
        QCOMPARE(fetch()->first().id, two);
        QVERIFY(f.answered<Result<void>>([&](auto answer) { f.subject->removeView(two, this, answer); }));
        QCOMPARE(fetch()->size(), 1);
        QVERIFY(f.counts().isEmpty() || f.counts().contains(one));
        store::SavedView again;
        again.name = QStringLiteral("one");
        const auto refused = f.answered<Result<SavedViewId>>([&](auto answer) { f.subject->saveView(again, this, answer); });
        QCOMPARE(refused.error().kind, ErrorKind::Config);
    }

    /// Whatever happens, a count is that of the rows; and what only changed is never counted whole again.
    void counts_areThoseOfTheRows()
    {
        using enum store::Scope;
        Desk f;
        const QList<store::ListQuery> queries = {{.scope = NeedsAnswer}, {.scope = All, .category = store::Category::Interested},
            {.scope = All, .search = QStringLiteral("pricing")}, {.scope = Unread, .search = QStringLiteral("from:p1")},
            {.scope = All, .search = QStringLiteral("pricing -hello")}, {.scope = All, .search = QStringLiteral("is:unread pric"), .everywhere = true},
            {.scope = Snoozed}, {.scope = Archived, .search = QStringLiteral("cat:interested")}};
        QHash<SavedViewId, store::ListQuery> views;
        for (qsizetype i = 0; i < queries.size(); ++i)
            views.insert(f.save(QByteArray::number(i).constData(), queries.at(i)), queries.at(i));
        const QList<ConversationId> all = f.list({.scope = All});
        QCOMPARE(all.size(), kPeople);
        std::minstd_rand random(5);
        const auto below = [&random](int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random); };
        constexpr store::TriageVerb kVerbs[] = {store::TriageVerb::SetCategory, store::TriageVerb::MarkRead, store::TriageVerb::Archive,
            store::TriageVerb::Snooze, store::TriageVerb::Unarchive, store::TriageVerb::Unsnooze};
        for (int step = 0; step < 40; ++step) {
            if (step % 4 == 0) {
                f.arrive(1 + below(kPeople + 5), step % 8 == 0 ? store::TextIndex::Later : store::TextIndex::Now);
            } else {
                store::TriageAction action;
                action.verb = kVerbs[below(6)];
                action.conversations = {all.at(below(kPeople)), all.at(below(kPeople))};
                action.category = store::Category::Interested;
                action.until = QDateTime::currentDateTimeUtc().addDays(2);
                f.change([&](store::WriteTransaction &t) -> Result<void> {
                    const auto done = t.apply(action);
                    return done ? Result<void>() : Result<void>(done.error());
                });
            }
            if (step % 10 == 9) {
                f.change([](store::WriteTransaction &t) -> Result<void> {
                    const auto done = t.undo(std::nullopt);
                    return done ? Result<void>() : Result<void>(done.error());
                });
            }
            // What is indexed later is in the list a moment later.
            const auto indexed = [&] {
                qint64 waiting = 1;
                f.store->readHere([&](store::ReadSession &session) { waiting = session.unindexedMessages().value_or(1); });
                return waiting == 0;
            };
            QTRY_VERIFY(indexed());
            ViewCounts wanted;
            for (auto view = views.cbegin(); view != views.cend(); ++view)
                wanted.insert(view.key(), f.list(view.value()).size());
            QVERIFY2(f.countsAre(wanted), qPrintable(QStringLiteral("step %1").arg(step)));
        }
    }

    /// Nobody asks again: what the index learns later is told to who asked before.
    void wordsOfHistory_areToldWhenTheIndexHasThem()
    {
        Desk f;
        f.arrive(kPeople + 1);
        const SavedViewId id = f.save("Others", {.scope = store::Scope::All, .search = QStringLiteral("-pricing")});
        constexpr qint64 kOthers = kPeople + 1 - kPeople / 3;
        QVERIFY(f.countsAre({{id, kOthers}}));
        std::promise<void> go; // until then the writer has no time for the index
        f.store->write("late", [mails = f.mailsOf(kPeople + 2)](store::WriteTransaction &t) { return t.ingest(mails, store::TextIndex::Later); },
            [&](const Result<void> &) { go.get_future().wait(); });
        QTRY_COMPARE(f.list({.scope = store::Scope::All}).size(), kPeople + 2);
        QList<qint64> told;
        f.subject->countViews(this, [&](const ViewCounts &counts) { told.append(counts.value(id)); });
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.first(), kOthers + 1); // its "pricing" is not known yet
        go.set_value();
        QTRY_COMPARE(told.size(), 2);
        QCOMPARE(told.last(), kOthers);
    }

    void otherSearch_isCountedAnew()
    {
        Desk f;
        const SavedViewId id = f.save("Pricing", {.scope = store::Scope::All, .search = QStringLiteral("pricing")});
        QVERIFY(f.countsAre({{id, kPeople / 3}}));
        store::SavedView view;
        view.id = id;
        view.name = QStringLiteral("Everybody");
        view.query.scope = store::Scope::All;
        QVERIFY(f.answered<Result<SavedViewId>>([&](auto answer) { f.subject->saveView(view, this, answer); }));
        QVERIFY(f.countsAre({{id, kPeople}}));
    }

    void notifyingViews_areThoseThatShowIt()
    {
        Desk f;
        const SavedViewId pricing = f.save("Pricing", {.scope = store::Scope::All, .search = QStringLiteral("pricing")}, true);
        f.save("Silent", {.scope = store::Scope::All});
        f.save("Elsewhere", {.scope = store::Scope::Bounces}, true);
        const auto viewsOf = [&](int person) {
            const QList<ConversationId> found = f.list({.scope = store::Scope::All, .search = QStringLiteral("from:p%1@acme.test ").arg(person)});
            return f.answered<QList<store::SavedView>>([&](auto answer) { f.subject->notifyingViews(found.value(0), this, answer); });
        };
        QCOMPARE(viewsOf(3).size(), 1);
        QCOMPARE(viewsOf(3).first().id, pricing);
        QVERIFY(viewsOf(4).isEmpty());
    }
};

INLET_TEST(tst_StoreViewDesk)
#include "tst_StoreViewDesk.moc"
