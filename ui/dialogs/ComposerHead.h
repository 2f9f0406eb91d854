// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "ui/dialogs/AddressText.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace inlet::ui
{

/// Who writes to whom about what: From, To, Cc, Bcc, Subject.
class ComposerHead : public QWidget
{
    Q_OBJECT

public:
    /// One address that can be written from.
    struct Sender {
        AccountId account;
        QString alias; ///< empty: the account's own address
    };

    explicit ComposerHead(QWidget *parent);

    /// Enabled mailboxes and their aliases, and `keep` even when it is off.
    void setAccounts(const QList<accounts::Account> &accounts, AccountId keep);
    void setSender(const Sender &sender);
    [[nodiscard]] Sender sender() const;
    /// Says below From that the recipient will see a new thread.
    void setNewThreadHint(bool shown);

    void setRecipients(const QString &to, const QString &cc, const QString &bcc);
    [[nodiscard]] QString to() const;
    [[nodiscard]] QString cc() const;
    [[nodiscard]] QString bcc() const;
    [[nodiscard]] int recipientCount() const;
    /// The addresses of To, Cc and Bcc that are whole; display names left out.
    [[nodiscard]] QStringList recipients() const;
    /// What is wrong with the addresses, and the field it stands in; empty: nothing.
    [[nodiscard]] QString problem(QLineEdit **field) const;
    void setSubject(const QString &subject);
    [[nodiscard]] QString subject() const;
    [[nodiscard]] QLineEdit *toEdit() const { return m_to; }
    void setInputEnabled(bool enabled);

Q_SIGNALS:
    void edited();
    void senderChanged();
    void recipientsLeft(); ///< a field with addresses has lost the focus

private:
    QLineEdit *addLine(QGridLayout *grid, const QString &label, const char *name, QLabel **labelOut = nullptr);
    void showCopies();

    QComboBox *m_from;
    QLabel *m_threadHint;
    QLineEdit *m_to;
    QLineEdit *m_cc;
    QLineEdit *m_bcc;
    QLineEdit *m_subject;
    QLabel *m_ccLabel;
    QLabel *m_bccLabel;
    QPushButton *m_copies;
};

} // namespace inlet::ui
