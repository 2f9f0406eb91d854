// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QObject>

namespace inlet::ui
{

/// One thing that happened with a person: a mail of either side, or what was decided.
struct PersonEvent {
    QDateTime at; ///< invalid: it holds now
    QString text;
    QString icon;
    bool bad = false; ///< something went wrong
    ConversationId conversation;

    bool operator==(const PersonEvent &) const = default;
};

/// A file that one side sent the other.
struct PersonFile {
    StoredMessageId message;
    QByteArray part;
    QString name;
    qint64 size = 0;
    QDateTime at;
    bool ours = false;

    bool operator==(const PersonFile &) const = default;
};

/// What a person's conversations hold together, newest first.
struct PersonRecord {
    QList<PersonEvent> state; ///< what holds now: snoozed, a reminder, muted
    QList<PersonEvent> events;
    QList<PersonFile> files;

    bool operator==(const PersonRecord &) const = default;
};

/// Adds one conversation. `decisions` of it; what was taken back is not told. Pure.
void addToRecord(PersonRecord &record, const engine::ConversationDetail &conversation, const QList<store::DecisionRecord> &decisions,
    const QDateTime &now);

/// Reads the conversations of a person, one after the other, so that nobody who hurries waits for it. Thread: GUI.
class PersonRecordReader : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kMost = 20; ///< conversations

    explicit PersonRecordReader(engine::Engine &engine, QObject *parent = nullptr);
    /// Takes the place of what is being read.
    void read(const QList<ConversationId> &conversations);

Q_SIGNALS:
    void ready(const inlet::ui::PersonRecord &record);

private:
    void next();

    engine::Engine &m_engine;
    QList<ConversationId> m_left;
    quint64 m_round = 0; ///< answers of an earlier one are dropped
    PersonRecord m_record;
    QObject m_context;
};

} // namespace inlet::ui
