// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreFixture.h"

#include <QDir>
#include <QFile>
#include <SQLiteCpp/SQLiteCpp.h>

namespace inlet::test
{

using namespace inlet::store;

inline constexpr int kPage = 8192;
inline constexpr int kProspects = 60;
inline const QDateTime kFar = QDateTime(QDate(2090, 1, 1), QTime(9, 0), Qt::UTC);

/// What the servers have: our mail to each prospect, the answer, and a newsletter.
inline QList<IncomingMessage> mailOf(FolderId inbox, FolderId sent)
{
    QList<IncomingMessage> mails;
    for (int i = 1; i <= kProspects; ++i) {
        const QByteArray who = "p" + QByteArray::number(i) + "@acme.test";
        const QByteArray out = "out" + QByteArray::number(i) + "@us.test";
        mails.append(MailBuilder(out.constData()).from("anna@us.test").to(who.constData()).own().seen().minute(i)
                         .text(QStringLiteral("offer %1 ").arg(i).repeated(60)).in(sent, quint32(i)));
        mails.append(MailBuilder(QStringLiteral("in%1@acme.test").arg(i)).from(who.constData()).to("anna@us.test")
                         .inReplyTo(out.constData()).minute(100 + i).text(QStringLiteral("answer %1 ").arg(i).repeated(60))
                         .in(inbox, quint32(i)));
    }
    return mails;
}

/// A profile at work: mail, and one of everything that no server has.
class DamagedProfile
{
public:
    enum class Leave { Closed, Open };
    explicit DamagedProfile(Leave leave = Leave::Closed)
    {
        f.ingest(mailOf(f.anna.inbox, f.anna.sent));
        const QList<ConversationRow> all = f.list(Scope::All);
        for (const ConversationRow &row : all)
            ids.insert(row.prospectAddress, row.id);
        f.apply(TriageVerb::SetCategory, of(1), Category::Interested);
        f.apply(TriageVerb::Snooze, of(2), Category::Unsorted, kFar);
        f.apply(TriageVerb::Remind, of(3), Category::Unsorted, kFar);
        f.apply(TriageVerb::Archive, of(4));
        f.apply(TriageVerb::SortAway, of(6), Category::NotInterested);
        f.apply(TriageVerb::Mute, of(7));
        f.change([&](WriteTransaction &t) -> Result<void> {
            OwnCategory hot;
            hot.name = QStringLiteral("Hot");
            const auto made = t.saveCategory(hot);
            return made ? Result<void>() : Result<void>(made.error());
        });
        f.change([&](WriteTransaction &t) -> Result<void> {
            const auto said = t.apply({.verb = TriageVerb::SetKind, .conversations = {of(8)}, .kind = triage::Kind::AutoReply});
            return said ? Result<void>() : Result<void>(said.error());
        });
        f.setTags(f.anna.id, {QStringLiteral("team-a"), QStringLiteral("client: Acme")});
        f.change([&](WriteTransaction &t) { return t.setNote(of(5), QStringLiteral("call on Monday")); });
        f.change([&](WriteTransaction &t) { return t.suppress(QStringLiteral("rival.test"), QStringLiteral("competitor")); });
        f.change([&](WriteTransaction &t) -> Result<void> {
            Lead lead;
            lead.address = QStringLiteral("p1@acme.test");
            lead.company = QStringLiteral("Acme Ltd");
            lead.fields = {{QStringLiteral("Size"), QStringLiteral("50")}};
            const auto imported = t.importLeads({lead});
            return imported ? t.rejectSamePerson(QStringLiteral("p1@acme.test"), QStringLiteral("p2@acme.test")) : Result<void>(imported.error());
        });
        f.change([&](WriteTransaction &t) -> Result<void> {
            const auto rule = t.addRule({{}, Rule::Field::Domain, QStringLiteral("lists.test"), Category::NotInterested, {}});
            return rule ? Result<void>() : Result<void>(rule.error());
        });
        f.change([&](WriteTransaction &t) -> Result<void> {
            SavedView view;
            view.name = QStringLiteral("Pricing");
            view.query = {.scope = Scope::Unread, .account = f.anna.id, .category = Category::Interested, .search = QStringLiteral("price"), .everywhere = true};
            view.number = 4;
            const auto id = t.saveView(view);
            return id ? Result<void>() : Result<void>(id.error());
        });
        f.change([&](WriteTransaction &t) -> Result<void> {
            Draft draft;
            draft.account = f.anna.id;
            draft.conversation = of(6);
            draft.text = QStringLiteral("Ten a month.");
            draft.files = {{QStringLiteral("a.txt"), "text/plain", "octets"}};
            const auto id = t.saveDraft(draft);
            return id ? Result<void>() : Result<void>(id.error());
        });
        for (const LedgerState state : {LedgerState::Queued, LedgerState::Sending, LedgerState::Sent})
            send(state);
        if (leave == Leave::Closed)
            f.subject.reset();
    }

    [[nodiscard]] ConversationId of(int prospect) const { return ids.value(QStringLiteral("p%1@acme.test").arg(prospect)); }
    [[nodiscard]] QString database() const { return f.dir.path() + QStringLiteral("/profile/inlet.db"); }
    [[nodiscard]] QString copy() const { return f.dir.path() + QStringLiteral("/profile/inlet-safety.db"); }
    [[nodiscard]] QByteArray contentOfCopy() const
    {
        QFile file(copy());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void setContentOfCopy(const QByteArray &octets) const
    {
        QFile file(copy());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(octets), octets.size());
    }
    [[nodiscard]] qint64 pages() const { return QFileInfo(database()).size() / kPage; }

    void overwrite(qint64 at, const QByteArray &octets, const char *end = "") const
    {
        QFile file(database() + QLatin1String(end));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(at));
        QCOMPARE(file.write(octets), octets.size());
    }
    /// Garbage over all pages of a table or an index.
    void destroy(const char *name) const
    {
        QList<qint64> pages;
        {
            SQLite::Database db(database().toStdString());
            SQLite::Statement q(db, "SELECT pageno FROM dbstat WHERE name = ?");
            q.bind(1, name);
            while (q.executeStep())
                pages.append(q.getColumn(0).getInt64());
        }
        QVERIFY(!pages.isEmpty());
        for (const qint64 page : std::as_const(pages))
            overwrite((page - 1) * kPage, QByteArray(kPage, '\xa5'));
    }
    bool open()
    {
        auto opened = openStore(f.dir.path() + QStringLiteral("/profile"), OnDamage::Rebuild);
        if (!opened) {
            qWarning("%s", qPrintable(opened.error().detail));
            return false;
        }
        f.subject = std::move(*opened);
        f.subject->observe([this](const ChangeSet &changes) { f.lastChanges.merge(changes); });
        return true;
    }
    [[nodiscard]] std::optional<SalvageReport> report()
    {
        return f.read([](ReadSession &session) { return session.salvageReport().value_or(std::nullopt); });
    }
    /// As sync does after the replacement.
    void fetchAgain()
    {
        const QList<StoredFolder> folders = f.read([&](ReadSession &session) { return *session.folders(f.anna.id); });
        QVERIFY(folders.size() >= 2);
        for (const StoredFolder &folder : folders)
            QCOMPARE(folder.uidValidity, UidValidity());
        f.ingest(mailOf(folders.at(0).id, folders.at(1).id));
    }
    /// Empty, or what is missing of the decisions.
    [[nodiscard]] QString missing()
    {
        QStringList out;
        const auto expect = [&out](bool there, const char *what) {
            if (!there)
                out.append(QLatin1String(what));
        };
        f.subject->readHere([&](ReadSession &session) {
            const auto rows = session.rows({of(1), of(2), of(3), of(4), of(5), of(6), of(7)}, {.scope = Scope::All});
            expect(rows && rows->size() == 7, "conversations");
            if (!rows || rows->size() != 7)
                return;
            expect(rows->at(0).category == Category::Interested && rows->at(0).categorySource == CategorySource::Manual, "category");
            expect(rows->at(0).messages == 2, "mails of the conversation");
            expect(rows->at(5).category == Category::NotInterested && rows->at(5).archived, "category that clears the row");
            expect(rows->at(6).muted, "mute");
            expect(rows->at(1).snoozedUntil == kFar, "snooze");
            expect(rows->at(2).remindAt == kFar, "reminder");
            const auto answered = session.messages(of(8)).value_or(QList<MessageItem>());
            expect(answered.size() == 2 && answered.last().kind == triage::Kind::AutoReply && answered.last().kindFound == triage::Kind::Human, "kind");
            expect(session.ownCategories().value_or(QList<OwnCategory>()).size() == 1, "own category");
            expect(session.lead(of(5)).value_or(LeadInfo()).note == QLatin1String("call on Monday"), "note");
            expect(session.isSuppressed(QStringLiteral("any@rival.test")).value_or(false), "do not contact");
            const Lead lead = session.listedLead(QStringLiteral("p1@acme.test")).value_or(Lead());
            expect(lead.company == QLatin1String("Acme Ltd") && lead.fields.size() == 1, "lead");
            expect(session.completeSearch(QStringLiteral("company:acme"), 5).value_or(QList<SearchCompletion>()).size() == 1, "company");
            expect(session.rules().value_or(QList<Rule>()).size() == 1, "rule");
            expect(session.account(f.anna.id).value_or(accounts::Account()).tags == QStringList({QStringLiteral("team-a"), QStringLiteral("client: Acme")}), "tags");
            const auto views = session.savedViews().value_or(QList<SavedView>());
            expect(views.size() == 1 && views.first().number == 4 && views.first().query.search == QLatin1String("price"), "saved view");
            const auto drafts = session.drafts();
            expect(drafts && drafts->size() == 1 && session.draft(drafts->first().id)->files.size() == 1, "draft");
            expect(session.operationCount().value_or(0) > 0, "operations");
            QList<LedgerState> states;
            for (const LedgerRow &row : session.ledger(10).value_or(QList<LedgerRow>()))
                states.prepend(row.state);
            expect(states == QList{LedgerState::Queued, LedgerState::Unknown, LedgerState::Sent}, "ledger");
            expect(!session.history(of(1), 10).value_or(QList<DecisionRecord>()).isEmpty(), "history");
        });
        return out.join(QStringLiteral(", "));
    }

    StoreFixture f;
    QHash<QString, ConversationId> ids;

private:
    void send(LedgerState state)
    {
        f.change([&](WriteTransaction &t) -> Result<void> {
            LedgerRow row;
            row.account = f.anna.id;
            row.messageId = QStringLiteral("l%1@us.test").arg(int(state));
            row.recipients = {QStringLiteral("p7@acme.test")};
            row.state = state;
            row.dueAt = kFar;
            const auto id = t.addLedger(row, "bytes");
            return id ? Result<void>() : Result<void>(id.error());
        });
    }
};

inline QByteArray garbage(qsizetype octets)
{
    return QByteArray(octets, '\xa5');
}
} // namespace inlet::test
