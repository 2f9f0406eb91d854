// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ViewForm.h"

#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/actions/ActionTable.h"
#include "ui/dialogs/Prompts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace inlet::ui
{

namespace
{

QString keyOfNumber(int number)
{
    const QString key = firstKey(viewAction(number));
    return key.isEmpty() ? ViewForm::tr("Number %1").arg(number) : key;
}

} // namespace

ViewForm::ViewForm(QWidget *parent)
    : QWidget(parent), m_name(new QLineEdit(this)), m_nameField(new parts::Field(tr("Name"), m_name, this)), m_number(new QComboBox(this)),
      m_notify(new QCheckBox(tr("Notify me of new replies in it"), this))
{
    m_name->setObjectName(QStringLiteral("viewNameEdit"));
    m_name->setMaxLength(int(store::SavedView::kMostName));
    m_number->setObjectName(QStringLiteral("viewNumberComboBox"));
    m_notify->setObjectName(QStringLiteral("viewNotifyCheckBox"));
    auto *layout = parts::column(this, theme::kGap);
    layout->addWidget(m_nameField);
    layout->addWidget(new parts::Field(tr("Key"), m_number, this));
    layout->addWidget(m_notify);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &name) {
        m_nameField->setError({});
        Q_EMIT nameEdited(name);
    });
    connect(m_name, &QLineEdit::editingFinished, this, &ViewForm::changed);
    connect(m_name, &QLineEdit::returnPressed, this, &ViewForm::nameEntered);
    connect(m_number, &QComboBox::activated, this, &ViewForm::changed);
    connect(m_notify, &QCheckBox::clicked, this, &ViewForm::changed);
}

/// A field that goes with the focus says that it is finished.
ViewForm::~ViewForm()
{
    m_name->disconnect(this);
}

void ViewForm::setView(const store::SavedView &view, const QList<store::SavedView> &all)
{
    m_view = view;
    if (m_name->text().simplified() != view.name)
        m_name->setText(view.name);
    m_number->clear();
    m_number->addItem(tr("None"), 0);
    for (int number = 1; number <= store::SavedView::kMostNumber; ++number) {
        QString words = keyOfNumber(number);
        for (const store::SavedView &other : all) {
            if (other.number == number && other.id != view.id)
                words = tr("%1 (now “%2”)").arg(words, phrases::oneLine(other.name));
        }
        m_number->addItem(words, number);
    }
    m_number->setCurrentIndex(m_number->findData(view.number));
    m_notify->setChecked(view.notify);
}

store::SavedView ViewForm::view() const
{
    store::SavedView view = m_view;
    view.name = m_name->text().simplified();
    view.number = m_number->currentData().toInt();
    view.notify = m_notify->isChecked();
    return view;
}

void ViewForm::setNameError(const QString &text)
{
    m_nameField->setError(text);
}

void ViewForm::setNameHint(const QString &text)
{
    m_nameField->setHint(text);
}

void ViewForm::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

QString viewHint(const store::SavedView &view)
{
    const QString what = phrases::listWords(view.query, {});
    return view.number > 0 ? QStringLiteral("%1 · %2").arg(what, keyOfNumber(view.number)) : what;
}

bool askRemoveView(Prompts &prompts, QWidget *parent, const store::SavedView &view)
{
    return prompts.ask(parent, {ViewForm::tr("Remove saved view"),
                                   ViewForm::tr("“%1” goes from the rail. The conversations in it stay.").arg(phrases::oneLine(view.name)),
                                   ViewForm::tr("Remove"), {}, true});
}

} // namespace inlet::ui
