// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/WizardPage.h"

#include <QTimer>

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

namespace parts
{
class Field;
class IconLabel;
class NoticeBar;
}

/// Which mailbox? Looks up its servers while the user types, and says how it knows.
class AddressPage : public WizardPage
{
    Q_OBJECT

public:
    /// `limit`: a detection that takes longer ends in the full form.
    AddressPage(engine::Engine &engine, ConnectState &state, std::chrono::milliseconds limit, QWidget *parent);
    ~AddressPage() override;

    [[nodiscard]] QString heading() const override;
    void enter() override;
    void leave() override;
    [[nodiscard]] bool accept() override;
    [[nodiscard]] bool nextEnabled() const override;
    [[nodiscard]] QString backText() const override { return {}; }
    [[nodiscard]] bool cancel() override;

Q_SIGNALS:
    void fleetRequested();

private:
    void onEdited();
    void startDetection();
    void stopDetection();
    void onDetected(const engine::Detection &detection);
    void onTimeUp();
    [[nodiscard]] bool isKnown(const QString &email) const;
    void showState(const QString &icon, const QString &strong, const QString &line);

    engine::Engine &m_engine;
    QLineEdit *m_email;
    parts::Field *m_field;
    QWidget *m_strip;
    parts::IconLabel *m_icon;
    QLabel *m_provider;
    QLabel *m_howWeKnow;
    QPushButton *m_stop;
    parts::NoticeBar *m_notice;
    QTimer m_pause;
    QTimer m_limit;
    std::unique_ptr<QObject> m_run; ///< context of the running detection
    bool m_waiting = false; ///< "Next" was pressed and the detection still runs
};

} // namespace inlet::ui
