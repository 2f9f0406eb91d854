// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Output.h"

#include <QJsonDocument>

#include <cstdio>

namespace inlet::cli
{

namespace
{

void print(std::FILE *stream, const QByteArray &octets)
{
    std::fwrite(octets.constData(), 1, std::size_t(octets.size()), stream);
    std::fflush(stream);
}

/// A terminal must not obey what a mail or a server says.
QByteArray forTerminal(QString text)
{
    for (QChar &c : text) {
        const bool control = c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t');
        if (control)
            c = QLatin1Char(' ');
    }
    return text.toUtf8() + '\n';
}

} // namespace

void Output::row(const QJsonObject &row, const QString &text) const
{
    print(stdout, m_json ? QJsonDocument(row).toJson(QJsonDocument::Compact) + '\n' : forTerminal(text));
}

void Output::raw(const QByteArray &octets) const
{
    print(stdout, octets);
}

void Output::message(const QString &text) const
{
    print(stderr, "inletctl: " + forTerminal(text));
}

Exit Output::fail(const Error &error) const
{
    QString text = error.detail.isEmpty() ? nameOf(error.kind) : error.detail;
    if (!error.serverReply.isEmpty())
        text += QStringLiteral(" (the server said: ") + QString::fromUtf8(error.serverReply) + QLatin1Char(')');
    message(text);
    if (error.kind == ErrorKind::Auth)
        return Exit::NeedsUser;
    return error.kind == ErrorKind::Config ? Exit::Usage : Exit::Failed;
}

} // namespace inlet::cli
