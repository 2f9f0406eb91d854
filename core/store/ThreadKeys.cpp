// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ThreadKeys.h"

#include "store/Codec_p.h"

namespace inlet::store
{

namespace
{

QString bareId(const QString &messageId)
{
    QString id = messageId.trimmed();
    if (id.startsWith(QLatin1Char('<')))
        id.remove(0, 1);
    if (id.endsWith(QLatin1Char('>')))
        id.chop(1);
    return id.trimmed().left(998);
}

} // namespace

qint64 threadKey(const QString &messageId)
{
    const QString id = bareId(messageId);
    return id.isEmpty() ? 0 : hash64(id.toUtf8());
}

qint64 providerKey(AccountId account, quint64 thread)
{
    if (thread == 0)
        return 0;
    // A blank cannot be in a Message-ID, so the two kinds of keys never meet.
    return hash64("thread " + QByteArray::number(account.number()) + ' ' + QByteArray::number(thread));
}

QStringList referencesOf(const mime::MessageHeader &header)
{
    QStringList out;
    const auto add = [&out](const QString &reference) {
        const QString id = cleaned(bareId(reference), 998);
        if (id.isEmpty())
            return;
        out.removeAll(id);
        out.append(id);
    };
    const qsizetype skip = std::max<qsizetype>(0, header.references.size() - (kMaxReferences - 6));
    if (skip > 0)
        add(header.references.first());
    for (qsizetype i = skip; i < header.references.size(); ++i)
        add(header.references.at(i));
    for (qsizetype i = std::min<qsizetype>(5, header.inReplyTo.size()) - 1; i >= 0; --i)
        add(header.inReplyTo.at(i));
    return out;
}

QStringList replacedIds(const mime::MessageHeader &header)
{
    QStringList out;
    for (const char *name :
        {"X-Google-Original-Message-ID", "X-Microsoft-Original-Message-ID", "X-Original-Message-ID"}) {
        const QString id = bareId(QString::fromUtf8(fieldOf(header, name)));
        if (!id.isEmpty())
            out.append(id);
    }
    return out;
}

QByteArray fieldOf(const mime::MessageHeader &header, const char *name)
{
    for (const mime::HeaderField &field : header.fields) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0)
            return field.value;
    }
    return {};
}

} // namespace inlet::store
