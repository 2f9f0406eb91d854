// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/DemoMail.h"

#include <algorithm>

namespace inlet::test
{

namespace
{

using store::Category;
using store::LedgerState;
using triage::Kind;

struct Said {
    int minutesAgo;
    Kind kind;
    QString text;
    std::optional<LedgerState> ledger = std::nullopt;
    QString note = {};
    QString html = {};
    QString quoted = {};
    QList<mime::Attachment> files = {};
    int account = 0; ///< 0: the conversation's
};

struct Story {
    qint64 id;
    QString name;
    QString address;
    QString subject;
    int account;
    Category category;
    bool automatic;
    bool unread;
    QList<Said> said;
    bool starred = false;
    bool isProspect = true;
    QString note = {};
};

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

mime::Attachment file(const char *part, const char *name, const char *type, qint64 size)
{
    return {part, QString::fromUtf8(name), type, size, {}, false};
}

QList<Story> firstStories()
{
    const QString ours = u("Hi Mara,\n\nteams of your size tell us that onboarding a new warehouse takes them about six weeks. We got Kessler Logistik down "
                           "to nine days.\n\nWould it be worth twenty minutes to see whether that holds for Nordlicht?\n\n-- \nAnna Berger\nAcme, "
                           "https://acme.example/anna");
    return {
        {1, u("Mara Petersen"), u("mara.petersen@nordlicht.example"), u("Re: onboarding a warehouse in nine days"), 1, Category::Interested, false, true,
            {{2950, Kind::Own, ours, LedgerState::Sent},
                {12, Kind::Human,
                    u("Hi Anna,\n\nthat is a number I would like to understand. We open Hamburg in March and the last site took us almost two months, "
                      "mostly because of the scanners.\n\nTwo questions before we talk:\n1. Does it work with Zebra TC52?\n2. Who does the training, you or "
                      "us?\n\nThursday after 14:00 is good, else Friday morning. You can see our calendar at https://cal.nordlicht.example/mara\n\n-- \nMara "
                      "Petersen\nHead of Operations\nNordlicht GmbH"),
                    std::nullopt, {},
                    u("<p>Hi Anna,</p><p>that is a number I would like to understand. We open <b>Hamburg</b> in March and the last site took us almost two "
                      "months, mostly because of the scanners.</p><ol><li>Does it work with Zebra TC52?</li><li>Who does the training, you or us?</li></ol>"
                      "<p>Thursday after 14:00 is good, else Friday morning. <a href=\"https://cal.nordlicht.example/mara\">My calendar</a></p>"
                      "<p style=\"color:#888888\">Mara Petersen<br>Head of Operations</p><img src=\"https://track.nordlicht.example/open.gif\" width=\"1\" "
                      "height=\"1\"><img src=\"https://cdn.nordlicht.example/logo.png\" width=\"160\" height=\"40\">"),
                    u("On Mon, 23 Nov 2026 at 09:14, Anna Berger <anna@try-acme.example> wrote:\n> teams of your size tell us that onboarding a new warehouse "
                      "takes them about six weeks.\n> We got Kessler Logistik down to nine days."),
                    {file("2", "Standorte und Geräte 2027.pdf", "application/pdf", 482'113), file("3", "site-hamburg.jpg", "image/jpeg", 1'830'220)}}},
            true, true, u("Opens Hamburg in March. Budget is hers up to 40k.")},
        {2, u("Tomasz Wójcik"), u("t.wojcik@baltpharm.example"), u("Re: cold chain reports"), 2, Category::MeetingRequest, true, true,
            {{4300, Kind::Own, u("Hello Tomasz,\n\nshort question about your cold chain reports."), LedgerState::Sent},
                {34, Kind::Human, u("Can we speak on Tuesday at 10? Please send an invitation to me and to our quality manager, she decides.")}}},
        {3, u("Priya Raghunathan"), u("priya@lumenworks.example"), u("Re: question about your API"), 1, Category::InformationRequest, true, true,
            {{1500, Kind::Own, u("Hi Priya, following up on the demo."), LedgerState::Sent},
                {71, Kind::Human, u("Do you have a sandbox we could point our staging at? And is there a limit on webhooks per minute?")}}},
        {4, u("Jean-Baptiste Grandmaison de la Rochefoucauld-Montmorency"), u("jean-baptiste.grandmaison.de.la.rochefoucauld@tres-longue-entreprise.example"),
            u("Re: Re: Re: a subject that goes on and on about freight rates, fuel surcharges, the new customs rules and what all of this means for next year"),
            3, Category::NotNow, true, false,
            {{9000, Kind::Own, u("Bonjour, une courte question."), LedgerState::Sent},
                {190, Kind::Human, u("Not this quarter. Write to me again after the fiscal year has closed, in April, when the new budget is known.")}}},
        {5, u("יעל כהן"), u("yael@tapuz.example"), u("בעניין ההצעה שלכם"), 2, Category::Interested, true, false,
            {{3000, Kind::Own, u("Shalom Yael, a short question."), LedgerState::Sent},
                {260, Kind::Human, u("שלום אנה,\nההצעה נראית מעניינת. אפשר לקבל מחיר עבור 40 משתמשים?\nתודה, יעל")}}},
        {6, u("Lucía Fernández 🌊"), u("lucia@marea.example"), u("Re: 3 ideas for Marea ☀️"), 4, Category::Unsorted, false, true,
            {{2000, Kind::Own, u("Hola Lucía, three ideas for your shop."), LedgerState::Sent},
                {320, Kind::Human, u("😂 love the second one! Let me show it to the team and come back to you 👩‍💻🚀")}}},
    };
}

QList<Story> moreStories()
{
    return {
        {7, u("Oliver Hartmann"), u("o.hartmann@kessler.example"), u("Re: pricing for 12 sites"), 1, Category::Interested, false, false,
            {{600, Kind::Human, u("Please send me the price for 12 sites, yearly.")},
                {1, Kind::Own, u("Hi Oliver,\n\nattached is the offer for 12 sites. It is valid until the end of the year.\n\nBest\nAnna"), LedgerState::UndoWindow}}},
        {8, u("Grace Okafor"), u("grace.okafor@sunbridge.example"), u("Re: intro"), 2, Category::OutOfOffice, true, false,
            {{4000, Kind::Own, u("Hi Grace, a short intro."), LedgerState::Sent},
                {1300, Kind::AutoReply, u("I am out of the office until Monday, 30 November, with limited access to mail. For urgent matters write to desk@sunbridge.example.")}}},
        {9, u("Chen Wei"), u("chen.wei@harborline.example"), u("Re: berth planning"), 3, Category::NotInterested, false, false,
            {{5000, Kind::Own, u("Dear Chen Wei, about berth planning."), LedgerState::Sent}, {1700, Kind::Human, u("Thank you, we are happy with what we have.")},
                {30, Kind::Own, u("Understood, thank you for the clear answer."), LedgerState::Failed, u("550 5.1.1 user unknown; the mailbox refused it for good")}}},
        {10, u("Mail Delivery Subsystem"), u("mailer-daemon@mx.example"), u("Undelivered Mail Returned to Sender"), 4, Category::Bounce, true, true,
            {{2100, Kind::Bounce, u("This is the mail system at host mx.example.\n\nI'm sorry to have to inform you that your message could not be delivered to "
                                    "<n.virtanen@suomi-logistics.example>: 550 5.1.1 User unknown.")}}},
        {11, u("Sofia Lindqvist"), u("sofia@fjallmed.example"), u("Re: clinic scheduling"), 4, Category::WrongPerson, true, false,
            {{2900, Kind::Own, u("Hi Sofia, who looks after clinic scheduling?"), LedgerState::Sent},
                {2400, Kind::Human, u("That would be Henrik Dahl, henrik@fjallmed.example. I have left the team.")},
                {2, Kind::Own, u("Thank you Sofia, I will write to Henrik."), LedgerState::Unknown}}},
        {12, u("Daniel Brooks"), u("d.brooks@northgate.example"), u("Re: quick question"), 3, Category::DoNotContact, false, false,
            {{2600, Kind::Human, u("Please remove me from your list and do not write again.")}}},
        {13, u("Weekly Freight"), u("news@weeklyfreight.example"), u("This week: rates fall, ports wait"), 1, Category::Unsorted, false, true,
            {{700, Kind::Other, u("Rates fall for the third week."), std::nullopt, {},
                u("<html><body style=\"background:#fff3d6\"><h1 style=\"color:#223\">This week in freight</h1><table width=\"560\"><tr><td style=\"padding:8px\">"
                  "<p>Rates fall for the third week in a row while ports wait for the cranes they ordered.</p></td></tr></table></body></html>")}},
            false, false},
    };
}

accounts::Account mailbox(qint64 id, const char *email, const char *name, const char *colour)
{
    accounts::Account account;
    account.id = AccountId(id);
    account.email = QString::fromUtf8(email);
    account.displayName = QString::fromUtf8(name);
    account.colour = QString::fromUtf8(colour);
    return account;
}

void addStory(FakeEngine &engine, const Story &story, const QDateTime &now)
{
    store::ConversationRow row;
    row.id = ConversationId(story.id);
    row.subject = story.subject;
    row.prospectName = story.name;
    row.prospectAddress = story.address;
    row.accounts = {AccountId(story.account)};
    row.starred = story.starred;
    row.isProspect = story.isProspect;
    row.category = story.category;
    row.categorySource = story.category == Category::Unsorted ? store::CategorySource::None
        : story.automatic ? store::CategorySource::Automatic : store::CategorySource::Manual;
    if (row.categorySource == store::CategorySource::Automatic) {
        row.categoryConfidence = 86;
        row.categoryWhy = u("their words: “a number I would like to understand”\na question to us");
    }
    if (story.category == Category::OutOfOffice)
        row.returnOn = now.toLocalTime().date().addDays(9);
    if (story.category == Category::NotNow)
        row.remindAt = now.addDays(3);
    row.unread = story.unread ? 1 : 0;
    QList<store::MessageItem> messages;
    for (const Said &said : story.said) {
        store::MessageItem message;
        message.id = StoredMessageId(story.id * 1000 + messages.size() + 1);
        message.conversation = row.id;
        message.account = AccountId(said.account > 0 ? said.account : story.account);
        message.kind = said.kind;
        message.at = now.addSecs(-60LL * said.minutesAgo);
        message.subject = story.subject;
        const accounts::Account &mine = engine.accountList.at(int(message.account.number()) - 1);
        const mime::Address me{mine.displayName, mine.email};
        const mime::Address them{story.name, story.address};
        message.from = said.kind == Kind::Own ? me : them;
        message.to = {said.kind == Kind::Own ? them : me};
        message.preview = said.text.section(QStringLiteral("\n\n"), 1, 1).isEmpty() ? said.text : said.text.section(QStringLiteral("\n\n"), 1, 1);
        message.attachments = said.files;
        message.ledger = said.ledger;
        message.ledgerNote = said.note;
        if (said.ledger)
            message.ledgerId = LedgerId(message.id.number());
        if (said.kind == Kind::Human && !messages.isEmpty() && messages.last().kind == Kind::Own)
            messages.last().answered = true;
        store::MessageBody body;
        body.id = message.id;
        body.newText = said.text;
        body.text = said.quoted.isEmpty() ? said.text : said.text + QStringLiteral("\n\n") + said.quoted;
        body.html = said.html;
        engine.bodies.insert(message.id, body);
        row.hasAttachment = row.hasAttachment || !said.files.isEmpty();
        row.weWroteLast = said.kind == Kind::Own;
        row.lastKind = said.kind;
        row.lastAt = message.at;
        if (said.kind != Kind::Own) {
            row.sortAt = message.at.toMSecsSinceEpoch();
            row.preview = message.preview.simplified();
        } else if (said.ledger != LedgerState::Sent) {
            row.outgoing = said.ledger;
        }
        messages.append(message);
    }
    row.messages = int(messages.size());
    if (story.unread)
        messages.last().seen = false;
    engine.messages.insert(row.id, messages);
    engine.rows.append(row);
    store::LeadInfo lead;
    lead.conversation = row.id;
    lead.name = story.name;
    lead.addresses = {story.address};
    lead.domain = accounts::domainOf(story.address);
    lead.note = story.note;
    engine.leadInfos.insert(row.id, lead);
}

bool belongs(const store::ConversationRow &row, const store::ListQuery &query)
{
    using store::Scope;
    if (query.account.isValid() && !row.accounts.contains(query.account))
        return false;
    if (query.category && row.category != *query.category)
        return false;
    if (!query.search.isEmpty()) {
        const QString where = row.prospectName + row.subject + row.preview;
        if (!where.contains(query.search, Qt::CaseInsensitive))
            return false;
        if (query.everywhere)
            return true;
    }
    if (query.scope == Scope::Archived)
        return row.archived || row.muted;
    if (row.archived || (row.muted && query.scope != Scope::Starred))
        return false;
    if (query.scope == Scope::Other)
        return !row.isProspect;
    if (query.scope == Scope::Bounces)
        return row.category == Category::Bounce;
    if (!row.isProspect)
        return false;
    if (query.scope == Scope::NeedsAnswer)
        return row.lastKind == Kind::Human && !row.snoozedUntil.isValid();
    if (query.scope == Scope::Unread)
        return row.unread > 0;
    if (query.scope == Scope::Starred)
        return row.starred;
    if (query.scope == Scope::AwaitingReply)
        return row.weWroteLast;
    if (query.scope == Scope::Outbox)
        return row.outgoing.has_value();
    return query.scope == Scope::All || query.scope == Scope::Today || query.scope == Scope::Sent;
}

void addStatuses(FakeEngine &engine, const QDateTime &now)
{
    for (const accounts::Account &account : std::as_const(engine.accountList)) {
        engine::MailboxStatus status;
        status.account = account.id;
        status.state = engine::MailboxState::Live;
        status.provedAt = now.addSecs(-40);
        engine.statuses.insert(account.id, status);
    }
    engine::MailboxStatus &reading = engine.statuses[AccountId(3)];
    reading.state = engine::MailboxState::CatchingUp;
    reading.syncDone = 1240;
    reading.syncTotal = 3900;
    reading.syncedBackTo = now.addDays(-74);
    engine::MailboxStatus &off = engine.statuses[AccountId(4)];
    off.state = engine::MailboxState::NeedsUser;
    off.reason = u("The password is no longer accepted.");
    off.advice = u("Sign in again; nothing is lost.");
}

} // namespace

void fillDemo(FakeEngine &engine, const QDateTime &now)
{
    engine.accountList = {mailbox(1, "anna@try-acme.example", "Anna Berger", "#2f6fde"),
        mailbox(2, "anna.berger@acme-mail.example", "Anna Berger", "#1b7d52"), mailbox(3, "hello@getacme.example", "Anna at Acme", "#b4540a"),
        mailbox(4, "team@acme-outreach.example", "Acme Team", "#8a4fd0")};
    addStatuses(engine, now);
    QList<Story> stories = firstStories() + moreStories();
    for (const Story &story : std::as_const(stories))
        addStory(engine, story, now);
    std::sort(engine.rows.begin(), engine.rows.end(),
        [](const store::ConversationRow &one, const store::ConversationRow &other) { return one.sortAt > other.sortAt; });
    engine.inScope = belongs;
    for (const store::Scope scope : {store::Scope::NeedsAnswer, store::Scope::All, store::Scope::Unread, store::Scope::Starred,
             store::Scope::AwaitingReply, store::Scope::Outbox, store::Scope::Bounces, store::Scope::Other}) {
        engine.countsValue.byScope.insert(int(scope), std::count_if(engine.rows.cbegin(), engine.rows.cend(),
            [scope](const store::ConversationRow &row) { return belongs(row, {.scope = scope, .account = {}, .category = {}, .search = {}}); }));
    }
    for (const store::ConversationRow &row : std::as_const(engine.rows)) {
        ++engine.countsValue.byCategory[int(row.category)];
        engine.countsValue.unreadByAccount[row.accounts.first()] += row.unread;
        engine.countsValue.messagesByAccount[row.accounts.first()] += row.messages;
    }
    engine.countsValue.unreadByAccount[AccountId(2)] += 1200;
    engine.leadInfos[ConversationId(1)].otherConversations = {engine.rows.at(8), engine.rows.at(4)};
    engine.leadInfos[ConversationId(1)].addresses += u("mara@petersen.example");
    // The second recipient of a mail to Grace is gone.
    const QString gone = u("desk@sunbridge.example");
    store::MessageItem &toGrace = engine.messages[ConversationId(8)].first();
    toGrace.cc = {{{}, gone}};
    toGrace.ledgerAt = toGrace.at.addSecs(6);
    toGrace.bounces = {{AccountId(2), {}, toGrace.ledgerId, gone, triage::BounceType::Hard, "5.1.1", u("there is no such mailbox"),
        u("550 5.1.1 <desk@sunbridge.example>: Recipient address rejected: User unknown in virtual mailbox table"), toGrace.at.addSecs(9)}};
    engine.leadInfos[ConversationId(8)].addresses += gone;
    engine.leadInfos[ConversationId(8)].states = {{gone, toGrace.bounces.first(),
        store::Suppression{gone, u("there is no such mailbox"), store::SuppressionSource::Bounce, {}, toGrace.at.addSecs(9)}}};
    store::ConversationRow colleague = *std::find_if(engine.rows.cbegin(), engine.rows.cend(), [](const store::ConversationRow &row) { return row.id == ConversationId(9); });
    colleague.prospectAddress = u("chen.wei@nordlicht.example");
    engine.deskFake.factsOfConversations[ConversationId(1)].others = {colleague, engine.rows.at(4)};
    store::LedgerRow undo;
    undo.id = LedgerId(7002);
    undo.conversation = ConversationId(7);
    undo.state = LedgerState::UndoWindow;
    undo.dueAt = now.addSecs(8);
    engine.outbox = {undo};
    engine::Notice notice;
    notice.id = u("mailbox/4");
    notice.severity = engine::Notice::Severity::Error;
    notice.text = u("team@acme-outreach.example no longer accepts its password. Replies may wait there.");
    notice.action = {u("edit"), u("Sign in again"), {}};
    notice.account = AccountId(4);
    engine.noticeList = {notice};
}

QList<store::ConversationRow> manyRows(int count, const QDateTime &now, qint64 firstId)
{
    QList<store::ConversationRow> rows;
    rows.reserve(count);
    for (int at = 0; at < count; ++at) {
        store::ConversationRow row;
        row.id = ConversationId(firstId + count - at);
        row.lastAt = now.addSecs(-60LL * at);
        row.sortAt = row.lastAt.toMSecsSinceEpoch();
        row.prospectName = QStringLiteral("Prospect %1").arg(at);
        row.prospectAddress = QStringLiteral("p%1@company%2.example").arg(at).arg(at % 97);
        row.subject = QStringLiteral("Re: quick question %1").arg(at);
        row.preview = QStringLiteral("Thanks for writing, this is answer number %1 and it goes on for a while.").arg(at);
        row.messages = 1 + at % 7;
        row.unread = at % 3 == 0 ? 1 : 0;
        row.isProspect = true;
        row.category = Category(at % 10);
        row.accounts = {AccountId(1 + at % 4)};
        rows.append(row);
    }
    return rows;
}

} // namespace inlet::test
