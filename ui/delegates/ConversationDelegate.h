// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"
#include "ui/RowLook.h"

#include <QCache>
#include <QStyledItemDelegate>

namespace inlet::ui
{

/// Paints one row of the list from the roles of ConversationListModel. Keeps the cut texts of the
/// rows painted lately: cutting is what costs. Thread: GUI.
class ConversationDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ConversationDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // Around what a search found, in its snippet.
    static constexpr QChar kMatchBegin{0xE000};
    static constexpr QChar kMatchEnd{0xE001};

    void setLook(const RowLook &look);
    [[nodiscard]] int rowHeight() const;
    /// After a change of look or font.
    void forget();
    /// What is shown of their words in a row of that size, line by line.
    [[nodiscard]] QStringList previewLines(const store::ConversationRow &row, const QSize &size) const;
    /// The shape of a row that is still to come, `seed` varies its lengths.
    void paintSkeleton(QPainter *painter, const QRect &rect, int seed) const;

private:
    static constexpr int kInset = 6; ///< between the edge of the pane and the background of a row

    struct Piece {
        QString text;
        QRect rect;
    };
    /// A row cut to its width.
    struct Cut {
        store::ConversationRow row;
        QRect rect; ///< at the origin
        qint64 minute = 0; ///< of the times in it
        bool manyMailboxes = false;
        QString mailbox;
        Piece name;
        Piece company;
        Piece chip;
        Piece count;
        Piece time;
        QRect dot;
        Piece shortName;
        QList<Piece> labels;
        Piece campaign;
        QList<Piece> preview; ///< its lines
        QList<QPair<QString, QRect>> icons; ///< name and place, right to left
    };
    [[nodiscard]] const Cut &cut(const store::ConversationRow &row, const QModelIndex &index, const QSize &size) const;
    void cutFirstLine(Cut &made, const QRect &line) const;
    void cutSecondLine(Cut &made, const QRect &line, const QRect &third) const;
    void cutCompact(Cut &made, const QRect &line) const;
    void addLabels(Cut &made, QRect &line) const;
    void addPreview(Cut &made, const QRect &line, const QRect &third) const;
    void addIcons(Cut &made, QRect &line) const;
    void paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintTexts(QPainter *painter, const Cut &made, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintPreview(QPainter *painter, const Piece &line, const QStyleOptionViewItem &option) const;
    void paintLabels(QPainter *painter, const Cut &made, const QStyleOptionViewItem &option) const;
    void paintChip(QPainter *painter, const Cut &made, const QStyleOptionViewItem &option) const;

    mutable QCache<ConversationId, Cut> m_cuts;
    RowLook m_look;
};

} // namespace inlet::ui
