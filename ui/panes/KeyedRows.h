// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>

class QVBoxLayout;
class QWidget;

namespace inlet::ui
{

/// The rows of a column, made anew only where what they say has changed: who is in one with the keys, or hears one read out,
/// keeps it. Where it has to go, the keys go to the row that takes its place. Thread: GUI.
class KeyedRows
{
public:
    struct Row {
        QString id; ///< what it is about; one row each
        QString says; ///< all that can be seen of it
        std::function<QWidget *()> make;
    };

    explicit KeyedRows(QVBoxLayout &column) : m_column(column) {}

    /// The widgets of `rows`, as they were asked for.
    QList<QWidget *> show(const QList<Row> &rows);
    [[nodiscard]] QList<QWidget *> widgets() const;

private:
    struct Shown {
        QString id;
        QString says;
        QWidget *widget = nullptr;
    };

    void handOver(const QList<Shown> &before);

    QVBoxLayout &m_column;
    QList<Shown> m_shown;
};

/// What takes the keys by Tab in a row: itself, or what is in it.
[[nodiscard]] QList<QWidget *> tabStops(QWidget &row);

} // namespace inlet::ui
