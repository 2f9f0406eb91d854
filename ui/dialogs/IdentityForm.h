// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;
class QPlainTextEdit;

namespace inlet::ui
{

namespace parts
{
class Field;
}

/// Name in From, signature, tags and colour of a mailbox.
class IdentityForm : public QWidget
{
    Q_OBJECT

public:
    explicit IdentityForm(QWidget *parent);
    void setAccount(const accounts::Account &account);
    void setKnownTags(const QStringList &tags); ///< that other mailboxes have
    /// Writes into `account` and gives null; or marks what is wrong and gives that field.
    [[nodiscard]] QWidget *readInto(accounts::Account &account);
    [[nodiscard]] QLineEdit *nameEdit() const { return m_name; }

private:
    QLineEdit *m_name;
    parts::Field *m_nameField;
    QPlainTextEdit *m_signature;
    parts::Field *m_signatureField;
    QLineEdit *m_tags;
    parts::Field *m_tagsField;
    QButtonGroup *m_colours;
    QString m_email;
};

} // namespace inlet::ui
