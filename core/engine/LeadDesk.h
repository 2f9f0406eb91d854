// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "engine/values/LeadList.h"

#include <QObject>

#include <functional>

namespace inlet::engine
{

/// The part of the façade that looks after who prospects are: lists of leads, and who may be whom. Belongs to
/// Engine (Engine::leads()). Thread: the GUI thread; answers as those of TriageDesk.
class LeadDesk
{
public:
    template <typename T>
    using Answer = std::function<void(const T &)>;

    virtual ~LeadDesk() = default;

    /// Reads a CSV of any separator and encoding and guesses what its columns mean.
    virtual void openLeads(const QByteArray &octets, QObject *context, Answer<LeadSheet> answer) = 0;
    /// A dry run with the columns as they mean in `sheet`. Latest request wins.
    virtual void checkLeads(const LeadSheet &sheet, QObject *context, Answer<Result<LeadList>> answer) = 0;
    /// Goes on in the background, also when `context` is gone; one at a time. Errors: Storage; what was done
    /// until then stays, and to import the list again does no harm.
    virtual void importLeads(const LeadSheet &sheet, QObject *context, Answer<LeadProgress> progress,
        Answer<Result<LeadProgress>> done) = 0;
    virtual void stopImport() = 0;
    /// One lead, beside an import that is on its way. Who is known keeps what is known and learns the rest. All counts 0:
    /// the address is one of ours. Errors: Storage.
    virtual void addLead(const store::Lead &lead, QObject *context, Answer<Result<store::LeadCounts>> answer) = 0;

    /// Who may be the same person as that of the conversation, surest first.
    virtual void fetchSamePerson(ConversationId conversation, QObject *context,
        Answer<QList<store::SamePersonHint>> answer) = 0;
    /// They are two people. (That they are one is an action: TriageVerb::SamePerson.)
    virtual void rejectSamePerson(const QString &address, const QString &other, QObject *context, Answer<Result<void>> answer) = 0;
};

} // namespace inlet::engine
