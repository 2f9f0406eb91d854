// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/values/Message.h"
#include "store/ConversationShape.h"
#include "triage/values/Verdict.h"

namespace inlet::store
{

/// What decides where a message belongs.
struct ThreadFacts {
    AccountId account;
    triage::Kind kind = triage::Kind::Human;
    qint64 key = 0; ///< of its Message-ID
    QList<qint64> replaced; ///< further keys of its own
    QList<qint64> parents; ///< of In-Reply-To and References, nearest first
    qint64 provider = 0;
    mime::Address from;
    QList<mime::Address> recipients; ///< whom a mail of ours was addressed to
    QList<mime::Address> copies; ///< Cc of a mail of ours
    qint64 contactAt = 0; ///< when it was written
    qint64 original = 0; ///< of the message that bounced or was auto-answered
    QStringList bounced; ///< recipients a bounce names
    ConversationId wanted; ///< a mail of ours that was written in this conversation
};

/// Chooses the conversation of a message. The rules are in README.md; never by subject.
/// Thread: the writer.
class Threading
{
public:
    Threading(WriteContext &context, Aggregates &aggregates);

    /// Answers the conversation, which may be new; may join or part others on the way.
    ConversationId place(const ThreadFacts &facts);

private:
    ConversationId placeHuman(const ThreadFacts &facts);
    ConversationId placeOwn(const ThreadFacts &facts);
    ConversationId placeAnswerOfMachine(const ThreadFacts &facts);
    ConversationId placeList(const ThreadFacts &facts);

    [[nodiscard]] ConversationId ofKey(qint64 key);
    [[nodiscard]] ConversationId ofOwnKey(const ThreadFacts &facts);
    [[nodiscard]] ConversationId ofProvider(const ThreadFacts &facts);
    [[nodiscard]] ConversationId byHeaders(const ThreadFacts &facts);
    [[nodiscard]] bool answersOurs(const ThreadFacts &facts);
    [[nodiscard]] QList<Person> recipientsOf(const ThreadFacts &facts);
    [[nodiscard]] bool hasCopyTo(const ThreadFacts &facts, ConversationId conversation);
    static ConversationId knownAmong(const QList<Person> &people, ConversationId preferred);
    void approached(Person &person, qint64 at);
    ConversationId joinFollowers(const ThreadFacts &facts, ConversationId target);
    void registerKeys(const ThreadFacts &facts, ConversationId conversation);

    WriteContext &m_context;
    ConversationShape m_shape;
    People m_people;
};

} // namespace inlet::store
