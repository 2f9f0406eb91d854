// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/values/Certificate.h"

#include <QWidget>

class QPushButton;

namespace inlet::ui
{

/// What a certificate says of itself, and the two ways on: stop (the default), or trust this one
/// certificate for this mailbox.
class CertificatePanel : public QWidget
{
    Q_OBJECT

public:
    CertificatePanel(const net::CertificateFacts &facts, QWidget *parent);
    [[nodiscard]] QPushButton *stopButton() const { return m_stop; }

Q_SIGNALS:
    void stopped();
    void trusted(const QByteArray &sha256);

private:
    QPushButton *m_stop;
};

} // namespace inlet::ui
