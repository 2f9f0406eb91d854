// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/SortingQuestions.h"

#include "ui/InboxController.h"
#include "ui/Phrases.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/Words.h"
#include "ui/models/ConversationListModel.h"
#include "ui/models/ConversationModel.h"

#include <QRegularExpression>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace inlet::ui
{

namespace
{

constexpr qsizetype kMostText = 20'000; // of a message, searched for an address
constexpr qsizetype kMostName = 200;

bool isTemporary(triage::BounceType type)
{
    return type == triage::BounceType::Soft || type == triage::BounceType::Delayed || type == triage::BounceType::Block;
}

} // namespace

SortingQuestions::SortingQuestions(engine::Engine &engine, InboxController &inbox, ConversationListModel &list, const ConversationModel &open,
    Prompts &prompts, QWidget &window)
    : QObject(&window), m_engine(engine), m_inbox(inbox), m_list(list), m_openModel(open), m_prompts(prompts), m_window(window)
{
}

const store::ConversationRow *SortingQuestions::rowOf(ConversationId id) const
{
    if (m_openModel.head().id == id && id.isValid())
        return &m_openModel.head();
    return m_list.rowData(id);
}

void SortingQuestions::bounce()
{
    const QList<ConversationId> ids = m_inbox.targets();
    const store::Scope scope = m_list.query().scope;
    const store::ConversationRow *row = ids.size() == 1 ? rowOf(ids.first()) : nullptr;
    // Where bounces or finished ones are shown, nothing has to leave.
    if (scope == store::Scope::Bounces || scope == store::Scope::Archived) {
        m_inbox.perform(ActionId::Category9);
    } else if (!row || store::suppressionPattern(row->prospectAddress).isEmpty()) {
        m_inbox.sortAway(store::Category::Bounce, ids);
    } else if (!std::exchange(m_reading, true)) { // a second press would meet the same row
        const QString address = row->prospectAddress;
        m_engine.desk().checkRecipients({address}, this, [this, ids, address](const QList<store::Suppression> &listed) {
            if (!listed.isEmpty()) {
                m_reading = false;
                m_inbox.sortAway(store::Category::Bounce, ids);
                return;
            }
            m_engine.desk().fetchBounces(address, this,
                [this, ids, address](const QList<store::BounceFact> &reports) {
                    m_reading = false;
                    askAboutBounce(ids, address, reports);
                });
        });
    }
}

/// A report that says "for now" needs no question; without one, only the rep can know.
void SortingQuestions::askAboutBounce(const QList<ConversationId> &ids, const QString &address, const QList<store::BounceFact> &reports)
{
    QList<store::Suppression> suppress;
    if (reports.isEmpty() || !isTemporary(reports.first().type)) {
        const QString said = reports.isEmpty() ? QString() : phrases::oneLine(reports.first().reason, 120);
        const QString text = said.isEmpty() ? tr("Mail to %1 came back. If the address is gone for good, nothing more goes there.").arg(address)
                                            : tr("Mail to %1 came back: %2. If the address is gone for good, nothing more goes there.").arg(address, said);
        const int chosen = m_prompts.choose(&m_window, {tr("Bounce"), text, {tr("For now only"), tr("Gone for good")}});
        if (chosen < 0)
            return;
        if (chosen == 1)
            suppress.append({.pattern = address, .reason = said.isEmpty() ? tr("Bounced") : said, .source = store::SuppressionSource::Rep,
                .messageId = {}, .at = {}});
    }
    m_inbox.sortAway(store::Category::Bounce, ids, suppress);
}

void SortingQuestions::wrongPerson()
{
    const QList<ConversationId> ids = m_inbox.targets();
    const store::ConversationRow *found = ids.size() == 1 ? rowOf(ids.first()) : nullptr;
    const std::optional<store::ConversationRow> row = found ? std::optional(*found) : std::nullopt;
    const store::MessageItem *theirs = m_openModel.answerable();
    m_inbox.perform(ActionId::Category6);
    if (!row)
        return;
    if (!row->standIn.isEmpty()) {
        offerToWrite(*row, row->standIn);
        return;
    }
    if (m_openModel.conversation() != row->id || !theirs || theirs->kind != triage::Kind::Human || !theirs->hasBody)
        return;
    m_engine.fetchBody(theirs->id, &m_bodyContext, [this, row](const Result<store::MessageBody> &body) {
        if (const QString named = body ? namedIn(body->newText, *row) : QString(); !named.isEmpty())
            offerToWrite(*row, named);
    });
}

/// The first address in their own words that is neither theirs nor ours.
QString SortingQuestions::namedIn(const QString &text, const store::ConversationRow &row) const
{
    static const QRegularExpression form(QStringLiteral("[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+"), QRegularExpression::UseUnicodePropertiesOption);
    const QList<accounts::Account> accounts = m_engine.accounts();
    auto match = form.globalMatch(text.left(kMostText));
    while (match.hasNext()) {
        const QString address = match.next().captured().toLower();
        const bool ours = std::any_of(accounts.cbegin(), accounts.cend(), [&](const accounts::Account &account) {
            return account.email.compare(address, Qt::CaseInsensitive) == 0 || account.aliases.contains(address, Qt::CaseInsensitive);
        });
        if (!ours && address.compare(row.prospectAddress, Qt::CaseInsensitive) != 0 && !accounts::normalizedEmail(address).isEmpty())
            return address;
    }
    return {};
}

void SortingQuestions::offerToWrite(const store::ConversationRow &row, const QString &to)
{
    const QString shown = phrases::oneLine(to, 120);
    const QString text = tr("%1 names %2.").arg(phrases::person(row.prospectName, row.prospectAddress), shown);
    const int chosen = m_prompts.choose(&m_window, {tr("Wrong person"), text, {tr("Write to them"), tr("Create a lead")}});
    if (chosen == 0)
        Q_EMIT writeRequested(shown, phrases::oneLine(row.subject), row.accounts.value(0));
    else if (chosen == 1)
        createLead(row, shown);
}

/// With the company and the campaign of who named them. Whoever is known already only learns.
void SortingQuestions::createLead(const store::ConversationRow &row, const QString &named)
{
    const qsizetype bracket = named.indexOf(QLatin1Char('<'));
    const QString address = accounts::normalizedEmail(bracket < 0 ? named : named.mid(bracket + 1).section(QLatin1Char('>'), 0, 0));
    if (address.isEmpty()) {
        Q_EMIT said(tr("%1 is no address, so no lead was created").arg(named));
        return;
    }
    store::Lead lead;
    lead.address = address;
    if (bracket > 0)
        engine::takeFullName(phrases::oneLine(named.left(bracket), kMostName).remove(QLatin1Char('"')).trimmed(), lead);
    lead.company = row.company;
    lead.campaign = row.campaign;
    m_engine.leads().addLead(lead, &m_leadContext, [this, address](const Result<store::LeadCounts> &done) {
        if (!done)
            Q_EMIT said(tr("The lead was not created. %1").arg(words::ofError(done.error())));
        else if (done->added > 0)
            Q_EMIT said(tr("%1 is a lead now").arg(address));
        else if (done->updated > 0)
            Q_EMIT said(tr("%1 was a lead already, and more is known of them now").arg(address));
        else if (done->unchanged > 0)
            Q_EMIT said(tr("%1 is a lead already").arg(address));
        else
            Q_EMIT said(tr("%1 is one of your own addresses, so no lead was created").arg(address));
    });
}

void SortingQuestions::outOfOffice()
{
    const QList<ConversationId> ids = m_inbox.targets();
    const store::ConversationRow *row = ids.size() == 1 ? rowOf(ids.first()) : nullptr;
    const QDate back = row ? row->returnOn : QDate();
    m_inbox.perform(ActionId::Category7);
    if (back > QDate::currentDate())
        Q_EMIT snoozeRequested(ids, tr("Back on %1: when to return to it").arg(phrases::shortWeekday(back)));
}

} // namespace inlet::ui
