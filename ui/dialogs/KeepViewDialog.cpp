// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/KeepViewDialog.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/dialogs/ViewForm.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kDialogWidth = 440;

int firstFreeNumber(const QList<store::SavedView> &views)
{
    for (int number = 1; number <= store::SavedView::kMostNumber; ++number) {
        if (std::none_of(views.cbegin(), views.cend(), [number](const store::SavedView &view) { return view.number == number; }))
            return number;
    }
    return 0;
}

} // namespace

KeepViewDialog::KeepViewDialog(engine::Engine &engine, const store::ListQuery &query, const QList<store::SavedView> &views, QWidget *parent)
    : QDialog(parent), m_engine(engine), m_views(views), m_form(new ViewForm(this)), m_keep(parts::button(tr("Keep"), "primary", this))
{
    setWindowTitle(tr("Keep this list as a view"));
    setObjectName(QStringLiteral("keepViewDialog"));
    setModal(true);
    store::SavedView view;
    view.query = query;
    view.name = phrases::oneLine(query.search.isEmpty() ? phrases::listWords(query, engine.accounts()) : query.search, store::SavedView::kMostName);
    view.number = firstFreeNumber(views);
    m_form->setView(view, views);
    m_keep->setObjectName(QStringLiteral("keepButton"));
    m_keep->setDefault(true);
    auto *cancel = parts::button(tr("Cancel"), "", this);
    cancel->setAutoDefault(false);
    auto *layout = parts::column(this, theme::kGap, theme::kMargin);
    layout->addWidget(parts::title(tr("Keep this list as a view"), this));
    layout->addWidget(parts::secondary(tr("%1. It stands in the rail with its count.").arg(phrases::listWords(query, engine.accounts())), this));
    layout->addWidget(m_form);
    layout->addLayout(parts::buttonLine({}, {cancel, m_keep}));
    layout->setSizeConstraint(QLayout::SetMinimumSize);
    setMinimumWidth(kDialogWidth);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_keep, &QPushButton::clicked, this, &KeepViewDialog::keep);
    connect(m_form, &ViewForm::nameEdited, this, &KeepViewDialog::onName);
    onName(view.name);
    m_form->focusName();
}

const store::SavedView *KeepViewDialog::named(const QString &name) const
{
    const auto found = std::find_if(m_views.cbegin(), m_views.cend(),
        [&name](const store::SavedView &view) { return view.name.compare(name.simplified(), Qt::CaseInsensitive) == 0; });
    return found == m_views.cend() ? nullptr : &*found;
}

const store::SavedView *KeepViewDialog::withId(SavedViewId id) const
{
    const auto found = std::find_if(m_views.cbegin(), m_views.cend(), [id](const store::SavedView &view) { return view.id == id; });
    return found == m_views.cend() ? nullptr : &*found;
}

void KeepViewDialog::onName(const QString &name)
{
    const store::SavedView *other = named(name);
    store::SavedView view = m_form->view();
    if (const SavedViewId id = other ? other->id : SavedViewId(); id != view.id) {
        // A name can pass through another view's while it is typed: what was chosen comes back behind it.
        const store::SavedView *before = withId(view.id);
        if (!before || view.number != before->number)
            m_chosen.number = view.number;
        if (!before || view.notify != before->notify)
            m_chosen.notify = view.notify;
        view.id = id;
        view.number = other ? other->number : m_chosen.number;
        view.notify = other ? other->notify : m_chosen.notify;
        m_form->setView(view, m_views);
    }
    m_keep->setText(other ? tr("Replace") : tr("Keep"));
    m_form->setNameHint(other ? tr("Takes the place of the view of that name.") : QString());
}

void KeepViewDialog::keep()
{
    const store::SavedView view = m_form->view();
    if (view.name.isEmpty()) {
        m_form->setNameError(tr("Give the view a name."));
        m_form->focusName();
        return;
    }
    m_keep->setEnabled(false);
    m_engine.views().saveView(view, this, [this, view](const Result<SavedViewId> &saved) {
        m_keep->setEnabled(true);
        if (!saved) {
            m_form->setNameError(words::ofError(saved.error()));
            return;
        }
        store::SavedView whole = view;
        whole.id = *saved;
        accept();
        Q_EMIT kept(whole);
    });
}

} // namespace inlet::ui
