// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/TextDialog.h"

#include "ui/Parts.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace inlet::ui
{

namespace
{

constexpr int kTextWidth = 420; // px at 100 %

} // namespace

TextDialog::TextDialog(const Prompts::TextQuestion &question, QWidget *parent) : QDialog(parent), m_edit(new QLineEdit(question.text, this))
{
    setWindowTitle(question.title);
    setModal(true);
    m_edit->setObjectName(QStringLiteral("textEdit"));
    if (question.longest > 0)
        m_edit->setMaxLength(question.longest);
    m_edit->selectAll();
    auto *field = new parts::Field(question.label, m_edit, this);
    auto *cancel = parts::button(tr("Cancel"), "", this);
    cancel->setAutoDefault(false);
    auto *accept = parts::button(question.acceptLabel, "primary", this);
    accept->setObjectName(QStringLiteral("acceptTextButton"));
    accept->setDefault(true);
    auto *layout = parts::column(this, theme::kGap, theme::kMargin);
    layout->addWidget(parts::title(question.title, this));
    layout->addWidget(field);
    layout->addLayout(parts::buttonLine({}, {cancel, accept}));
    layout->setSizeConstraint(QLayout::SetMinimumSize);
    setMinimumWidth(kTextWidth);
    // What is cut is said, not only done.
    connect(m_edit, &QLineEdit::inputRejected, this, [field, longest = question.longest] {
        if (longest > 0)
            field->setHint(tr("%1 letters at most.").arg(longest));
    });
    const auto check = [accept](const QString &typed) { accept->setEnabled(!typed.trimmed().isEmpty()); };
    connect(m_edit, &QLineEdit::textChanged, this, check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, &QDialog::accept);
    check(question.text);
    m_edit->setFocus();
}

QString TextDialog::text() const
{
    return m_edit->text();
}

} // namespace inlet::ui
