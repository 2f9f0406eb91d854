// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/Fleet.h"
#include "engine/values/Engine.h"

#include <QAbstractTableModel>
#include <QHash>

namespace inlet::ui
{

/// How far one mailbox of a list has come.
struct FleetEntry {
    enum class State { Waiting, Running, Connected, Failed, Stopped };

    engine::FleetRow row;
    State state = State::Waiting;
    QHash<QString, engine::CheckStep> steps;
    // Why it failed.
    QString cause;
    QString message;
    QString advice;
    engine::NextAction action;
    QString serverReply;
};

/// Failures with one cause, to be explained once.
struct FleetGroup {
    QString cause;
    QString message;
    QString advice;
    engine::NextAction action;
    QString serverReply;
    QList<int> rows;
    bool canRetry = false; ///< false: the text of the list is wrong
};

/// A row per mailbox, a column per check. Holds the passwords until the mailbox is stored.
class FleetModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Role {
        Status = Qt::UserRole, ///< int(engine::CheckStatus) of a check column; invalid: not begun
        State, ///< int(FleetEntry::State)
    };
    /// Address first, then one per words::checkSteps(), then the result.
    static constexpr int kAddressColumn = 0;
    static constexpr int kFirstCheckColumn = 1;

    explicit FleetModel(QObject *parent);

    void setFleet(const engine::Fleet &fleet);
    [[nodiscard]] const QList<FleetEntry> &entries() const { return m_entries; }
    [[nodiscard]] int count(FleetEntry::State state) const;
    [[nodiscard]] QList<int> rowsIn(FleetEntry::State state) const;
    [[nodiscard]] int resultColumn() const;
    /// Failures by cause, the largest group first.
    [[nodiscard]] QList<FleetGroup> failures() const;

    // For the runner.
    void begin(int row);
    void setAccount(int row, const accounts::Account &account);
    void setStep(int row, const engine::CheckStep &step);
    void fail(int row, const engine::CheckStep &why);
    void connected(int row); ///< forgets the password
    void stop(int row);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void progressed(); ///< a row has changed its state

private:
    [[nodiscard]] QVariant checkData(const FleetEntry &entry, const QString &step, int role) const;
    [[nodiscard]] QString resultText(const FleetEntry &entry) const;
    void rowChanged(int row);

    QList<FleetEntry> m_entries;
};

} // namespace inlet::ui
