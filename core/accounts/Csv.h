// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace inlet::accounts
{

/// One record and where it began.
struct CsvRecord {
    int line = 1; ///< from 1; a quoted field may hold line ends, so records and lines differ
    QByteArrayList cells;
    bool broken = false; ///< a quote inside an open field, or no closing quote
};

/// Reads RFC 4180 record by record, with any separator and any line end. Never fails: what is not
/// CSV comes out as broken records. The text must outlive the reader.
class CsvReader
{
public:
    CsvReader(QByteArrayView text, char separator)
        : m_text(text)
        , m_separator(separator)
    {
    }
    /// None at the end. Empty lines are passed over.
    std::optional<CsvRecord> next();

private:
    CsvRecord readRecord();
    QByteArray readCell(bool &broken);
    QByteArray readQuoted(bool &broken);
    void endLine();
    [[nodiscard]] bool atLineEnd() const;

    QByteArrayView m_text;
    char m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
};

/// One cell to write, quoted where it must be; what a spreadsheet would take for a formula is made text.
[[nodiscard]] QByteArray csvCell(const QString &text);
/// The text of a cell that csvCell() or somebody else wrote.
[[nodiscard]] QString csvText(const QByteArray &cell);

/// Of comma, semicolon and tab the one that stands most often in the first line, outside quotes.
[[nodiscard]] char guessSeparator(QByteArrayView text);

} // namespace inlet::accounts
