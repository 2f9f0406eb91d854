// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/WriteContext.h"
#include "store/values/Lead.h"

namespace inlet::store
{

/// Who may be a person that we know under another address. Always with evidence, never by the subject, and one of
/// the two is a prospect. Throws. Thread: that of the connection.
class SamePersonReader
{
public:
    explicit SamePersonReader(Connection &db) : m_db(db) {}
    QList<SamePersonHint> hints(ConversationId conversation);

private:
    struct Asked {
        ConversationId conversation;
        bool isProspect = false;
        QString name;
        QString address;
    };
    void addNamed(const Asked &asked, QList<SamePersonHint> &hints);
    void addQuoted(const Asked &asked, QList<SamePersonHint> &hints);
    void addNamesakes(const Asked &asked, QList<SamePersonHint> &hints);
    void add(const Asked &asked, SamePersonReason reason, const QString &address, QList<SamePersonHint> &hints);
    [[nodiscard]] QStringList quotedAddresses(ConversationId conversation);
    [[nodiscard]] bool isOurs(const QString &address);

    Connection &m_db;
};

/// What the rep said about it. Throws. Thread: the writer.
class SamePersonTable
{
public:
    explicit SamePersonTable(WriteContext &context) : m_context(context) {}
    void reject(const QString &address, const QString &other);

private:
    WriteContext &m_context;
};

} // namespace inlet::store
