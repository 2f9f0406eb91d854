// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/DarkBody.h"

#include "ui/Theme.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace inlet::ui
{

namespace
{

constexpr int kMostBlocks = 2000;
constexpr int kMostFramesInTheDark = 2000;

bool hasBackground(const QTextFormat &format)
{
    return format.background().style() != Qt::NoBrush;
}

bool isReadable(const QTextCharFormat &format)
{
    return format.foreground().style() == Qt::NoBrush
        || theme::contrast(format.foreground().color(), theme::color(theme::Token::Surface)) >= theme::leastContrast();
}

void clearFrames(QTextDocument &document)
{
    QList<QTextFrame *> frames{document.rootFrame()};
    for (qsizetype at = 0; at < frames.size() && at < kMostFramesInTheDark; ++at) {
        QTextFrame *frame = frames.at(at);
        frames += frame->childFrames();
        if (QTextFrameFormat format = frame->frameFormat(); hasBackground(format)) {
            format.clearBackground();
            frame->setFrameFormat(format);
        }
        auto *table = qobject_cast<QTextTable *>(frame);
        for (int row = 0; table && row < table->rows(); ++row) {
            for (int column = 0; column < table->columns(); ++column) {
                QTextTableCell cell = table->cellAt(row, column);
                if (QTextCharFormat format = cell.format(); hasBackground(format)) {
                    format.clearBackground();
                    cell.setFormat(format);
                }
            }
        }
    }
}

struct Run {
    int begin = 0;
    int end = 0;
    QTextCharFormat format;
};

/// Gathered first: a change of format makes other fragments.
QList<Run> unreadableRuns(const QTextBlock &block)
{
    QList<Run> runs;
    for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
        const QTextFragment piece = fragment.fragment();
        QTextCharFormat format = piece.charFormat();
        if (!hasBackground(format) && isReadable(format))
            continue;
        format.clearBackground();
        if (!isReadable(format))
            format.setForeground(theme::color(format.isAnchor() ? theme::Token::Accent : theme::Token::Text));
        runs.append({piece.position(), piece.position() + piece.length(), format});
    }
    return runs;
}

} // namespace

bool isReadableInTheDark(const QTextDocument &document)
{
    int looked = 0;
    for (QTextBlock block = document.begin(); block.isValid() && looked < kMostBlocks; block = block.next(), ++looked) {
        for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
            const QTextCharFormat format = fragment.fragment().charFormat();
            if (hasBackground(format) || !isReadable(format))
                return false;
        }
    }
    return true;
}

void makeReadableInTheDark(QTextDocument &document)
{
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    clearFrames(document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (QTextBlockFormat format = block.blockFormat(); hasBackground(format)) {
            format.clearBackground();
            cursor.setPosition(block.position());
            cursor.setBlockFormat(format);
        }
        const QList<Run> runs = unreadableRuns(block);
        for (const Run &run : runs) {
            cursor.setPosition(run.begin);
            cursor.setPosition(run.end, QTextCursor::KeepAnchor);
            cursor.setCharFormat(run.format);
        }
    }
    cursor.endEditBlock();
}

} // namespace inlet::ui
