// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

class QLineEdit;
class QRadioButton;

namespace inlet::ui
{

/// Asks once: this address, or everyone at its company. A whole domain is never offered for
/// providers of free mailboxes.
class DoNotContactDialog : public QDialog
{
    Q_OBJECT

public:
    /// `missing`: conversations that could not be read and stay as they are.
    DoNotContactDialog(const QStringList &addresses, qsizetype missing, QWidget *parent);

Q_SIGNALS:
    /// `domain` empty: only the addresses.
    void confirmed(const QString &domain, const QString &reason);

private:
    QString m_domain;
    QRadioButton *m_one;
    QRadioButton *m_all;
    QLineEdit *m_reason;
};

/// The company's domain that all of them share; empty: none, or one of a free provider.
[[nodiscard]] QString sharedCompany(const QStringList &addresses);

} // namespace inlet::ui
