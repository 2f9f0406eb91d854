// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/Csv.h"

#include <array>

namespace inlet::accounts
{

namespace
{

constexpr qsizetype kMaxCells = 1000;
const QByteArray kFormulaSigns = QByteArrayLiteral("=+-@\t");

} // namespace

bool CsvReader::atLineEnd() const
{
    return m_at >= m_text.size() || m_text[m_at] == '\n' || m_text[m_at] == '\r';
}

// CRLF, LF and the bare CR of old spreadsheets.
void CsvReader::endLine()
{
    if (m_at >= m_text.size())
        return;
    const bool isCr = m_text[m_at] == '\r';
    ++m_at;
    if (isCr && m_at < m_text.size() && m_text[m_at] == '\n')
        ++m_at;
    ++m_line;
}

std::optional<CsvRecord> CsvReader::next()
{
    while (m_at < m_text.size()) {
        const CsvRecord record = readRecord();
        if (record.cells.size() > 1 || record.broken || !record.cells.first().trimmed().isEmpty())
            return record;
    }
    return std::nullopt;
}

CsvRecord CsvReader::readRecord()
{
    CsvRecord record;
    record.line = m_line;
    while (true) {
        record.cells.append(readCell(record.broken));
        if (atLineEnd())
            break;
        ++m_at; // the separator
        if (record.cells.size() >= kMaxCells) {
            record.broken = true;
            while (!atLineEnd())
                ++m_at;
            break;
        }
    }
    endLine();
    return record;
}

QByteArray CsvReader::readCell(bool &broken)
{
    if (m_at < m_text.size() && m_text[m_at] == '"')
        return readQuoted(broken);
    const qsizetype begin = m_at;
    while (!atLineEnd() && m_text[m_at] != m_separator)
        ++m_at;
    return m_text.sliced(begin, m_at - begin).toByteArray();
}

QByteArray CsvReader::readQuoted(bool &broken)
{
    QByteArray cell;
    ++m_at;
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        const bool isDouble = c == '"' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '"';
        if (c == '"' && !isDouble)
            break;
        if (c == '\n' || (c == '\r' && (m_at + 1 >= m_text.size() || m_text[m_at + 1] != '\n')))
            ++m_line;
        cell += c;
        m_at += isDouble ? 2 : 1;
    }
    broken |= m_at >= m_text.size();
    ++m_at; // the closing quote
    if (m_at > m_text.size())
        m_at = m_text.size();
    while (!atLineEnd() && m_text[m_at] != m_separator) {
        broken = true;
        ++m_at;
    }
    return cell;
}

char guessSeparator(QByteArrayView text)
{
    struct Count {
        char separator;
        int seen;
    };
    std::array<Count, 3> counts{{{',', 0}, {';', 0}, {'\t', 0}}};
    bool inQuotes = false;
    for (const char c : text) {
        if (c == '"')
            inQuotes = !inQuotes;
        if (!inQuotes && (c == '\n' || c == '\r'))
            break;
        for (Count &count : counts)
            count.seen += !inQuotes && c == count.separator ? 1 : 0;
    }
    Count best = counts.front();
    for (const Count &count : counts) {
        if (count.seen > best.seen)
            best = count;
    }
    return best.separator;
}

QByteArray csvCell(const QString &text)
{
    QByteArray cell = text.toUtf8();
    const bool plain = !cell.contains(',') && !cell.contains('"') && !cell.contains('\n') && !cell.contains('\r');
    if (!cell.isEmpty() && kFormulaSigns.contains(cell.front()))
        cell.prepend('\'');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
}

QString csvText(const QByteArray &cell)
{
    QString text = QString::fromUtf8(cell);
    if (cell.size() > 1 && cell.front() == '\'' && kFormulaSigns.contains(cell.at(1)))
        text.remove(0, 1);
    return text;
}

} // namespace inlet::accounts
