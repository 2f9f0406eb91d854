// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/PasswordEdit.h"

#include "ui/Parts.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace inlet::ui
{

PasswordEdit::PasswordEdit(QWidget *parent)
    : QWidget(parent), m_edit(new QLineEdit(this)),
      m_show(parts::iconButton(QStringLiteral("eye"), tr("Show the password"), this))
{
    m_edit->setObjectName(QStringLiteral("passwordEdit"));
    m_edit->setAccessibleName(tr("Password"));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setMaxLength(1024);
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_show->setObjectName(QStringLiteral("showPasswordButton"));
    m_show->setCheckable(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGrid);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_show);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &PasswordEdit::clean);
    connect(m_show, &QToolButton::toggled, this, &PasswordEdit::showText);
}

Secret PasswordEdit::secret() const
{
    return Secret::fromString(m_edit->text());
}

bool PasswordEdit::isEmpty() const
{
    return m_edit->text().isEmpty();
}

void PasswordEdit::clear()
{
    m_edit->clear();
    m_lastSize = 0;
    m_show->setChecked(false);
}

void PasswordEdit::clean(const QString &text)
{
    QString cleaned = text;
    const bool pasted = text.size() - m_lastSize > 1;
    cleaned.removeIf([this, pasted](QChar c) {
        const bool lineEnd = c == QLatin1Char('\n') || c == QLatin1Char('\r');
        return lineEnd || (pasted && m_appPassword && c.isSpace());
    });
    if (cleaned != text)
        m_edit->setText(cleaned);
    m_lastSize = cleaned.size();
    Q_EMIT edited();
}

void PasswordEdit::showText(bool shown)
{
    m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_show->setIcon(theme::icon(shown ? QStringLiteral("eye-off") : QStringLiteral("eye")));
    const QString name = shown ? tr("Hide the password") : tr("Show the password");
    m_show->setToolTip(name);
    m_show->setAccessibleName(name);
}

} // namespace inlet::ui
