// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ViewsDialog.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/actions/ActionTable.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/ViewForm.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace inlet::ui
{

namespace
{

constexpr QSize kViewsSize(560, 520);

} // namespace

ViewsDialog::ViewsDialog(engine::Engine &engine, Prompts &prompts, SavedViewId first, QWidget *parent)
    : QDialog(parent), m_engine(engine), m_prompts(prompts), m_wanted(first), m_list(new ChoiceList(this)), m_form(new ViewForm(this)),
      m_none(parts::secondary(tr("There are no saved views yet. Search for something, then “%1”.").arg(withKey(ActionId::KeepView)), this)),
      m_notice(new parts::NoticeBar(this)), m_up(parts::button(tr("Move up"), "", this)), m_down(parts::button(tr("Move down"), "", this)),
      m_open(parts::button(tr("Open"), "", this)), m_remove(parts::button(tr("Remove…"), "danger", this))
{
    setWindowTitle(tr("Saved views"));
    setObjectName(QStringLiteral("viewsDialog"));
    setModal(true);
    build();
    parts::resizeToFit(this, kViewsSize);
    connect(&engine, &engine::Engine::changed, this, [this](const store::ChangeSet &changes) {
        if (changes.views || changes.everything)
            reload();
    });
    reload();
}

/// What is typed is not finished by the end of the window.
ViewsDialog::~ViewsDialog()
{
    m_form->disconnect(this);
}

void ViewsDialog::build()
{
    m_list->setObjectName(QStringLiteral("viewsList"));
    m_list->setAccessibleName(tr("Saved views"));
    m_list->installEventFilter(this);
    m_none->setObjectName(QStringLiteral("noViewsLabel"));
    m_notice->setObjectName(QStringLiteral("viewsNotice"));
    auto *keep = parts::button(tr("Keep this list…"), "", this);
    auto *close = parts::button(tr("Close"), "", this);
    const QPair<QPushButton *, const char *> named[] = {{m_up, "moveViewUpButton"}, {m_down, "moveViewDownButton"}, {m_open, "openViewButton"},
        {m_remove, "removeViewButton"}, {keep, "keepNewButton"}, {close, "closeButton"}};
    for (const auto &[button, name] : named) {
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
    }
    m_up->setToolTip(tr("Alt+Up"));
    m_down->setToolTip(tr("Alt+Down"));
    auto *order = new QHBoxLayout;
    order->setSpacing(theme::kSpace);
    for (QPushButton *button : {m_up, m_down, m_open})
        order->addWidget(button);
    order->addStretch(1);
    order->addWidget(m_remove);
    auto *layout = parts::column(this, theme::kGap, theme::kMargin);
    layout->addWidget(parts::title(tr("Saved views"), this));
    layout->addWidget(m_notice);
    layout->addWidget(m_none);
    layout->addWidget(m_list, 1);
    layout->addLayout(order);
    layout->addWidget(m_form);
    layout->addLayout(parts::buttonLine({keep}, {close}));
    connect(m_list, &QListWidget::currentRowChanged, this, &ViewsDialog::onCurrent);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &ViewsDialog::openCurrent);
    connect(m_form, &ViewForm::changed, this, &ViewsDialog::save);
    connect(m_form, &ViewForm::nameEntered, this, [this] { m_list->setFocus(); });
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_open, &QPushButton::clicked, this, &ViewsDialog::openCurrent);
    connect(m_remove, &QPushButton::clicked, this, &ViewsDialog::remove);
    connect(keep, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT keepRequested();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    m_list->setFocus();
    onCurrent();
}

void ViewsDialog::reload()
{
    m_engine.views().fetchViews(this, [this](const Result<QList<store::SavedView>> &views) {
        if (!views) {
            tell(views.error());
            return;
        }
        m_views = *views;
        refill();
    });
}

void ViewsDialog::refill()
{
    const int before = m_list->currentRow();
    const SavedViewId wanted = m_wanted.isValid() ? m_wanted : current() ? current()->id : SavedViewId();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const store::SavedView &view : m_views) {
        m_list->add(phrases::oneLine(view.name), viewHint(view), view.id.number(), view.notify ? QStringLiteral("bell") : QStringLiteral("bookmark"));
        if (view.id == wanted)
            m_list->setCurrentRow(m_list->count() - 1);
    }
    if (m_list->currentRow() < 0 && m_list->count() > 0)
        m_list->setCurrentRow(std::clamp(before, 0, m_list->count() - 1));
    m_wanted = {};
    onCurrent();
}

const store::SavedView *ViewsDialog::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    for (const store::SavedView &view : m_views) {
        if (item && view.id.number() == item->data(ChoiceList::Value).toLongLong())
            return &view;
    }
    return nullptr;
}

void ViewsDialog::onCurrent()
{
    const store::SavedView *view = current();
    const int row = m_list->currentRow();
    m_none->setVisible(m_views.isEmpty());
    m_list->setVisible(!m_views.isEmpty());
    m_form->setVisible(view != nullptr);
    m_up->setEnabled(view && row > 0);
    m_down->setEnabled(view && row + 1 < m_list->count());
    m_open->setEnabled(view != nullptr);
    m_remove->setEnabled(view != nullptr);
    if (view)
        m_form->setView(*view, m_views);
    m_form->setNameError({});
}

void ViewsDialog::save()
{
    const store::SavedView *before = current();
    const store::SavedView view = m_form->view();
    if (!before || before->id != view.id || *before == view)
        return;
    if (view.name.isEmpty()) {
        m_form->setNameError(tr("Give the view a name."));
        return;
    }
    m_engine.views().saveView(view, this, [this](const Result<SavedViewId> &saved) {
        if (!saved)
            m_form->setNameError(words::ofError(saved.error()));
    });
}

void ViewsDialog::move(int by)
{
    const int row = m_list->currentRow();
    if (!current() || row + by < 0 || row + by >= m_list->count())
        return;
    QList<SavedViewId> order;
    for (const store::SavedView &view : std::as_const(m_views))
        order.append(view.id);
    order.move(row, row + by);
    m_wanted = current()->id;
    m_engine.views().orderViews(order, this, [this](const Result<void> &done) {
        if (!done)
            tell(done.error());
    });
}

void ViewsDialog::remove()
{
    const store::SavedView *view = current();
    if (!view || !askRemoveView(m_prompts, this, *view))
        return;
    m_engine.views().removeView(view->id, this, [this](const Result<void> &done) {
        if (!done)
            tell(done.error());
    });
}

void ViewsDialog::openCurrent()
{
    const store::SavedView *view = current();
    if (!view)
        return;
    const SavedViewId id = view->id;
    accept();
    Q_EMIT openRequested(id);
}

void ViewsDialog::tell(const Error &error)
{
    m_notice->show(parts::NoticeBar::Level::Error, words::ofError(error));
}

bool ViewsDialog::onListKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool alt = modifiers.testFlag(Qt::AltModifier);
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (alt)
            move(key == Qt::Key_Up ? -1 : 1);
        return alt;
    case Qt::Key_Return:
    case Qt::Key_Enter: openCurrent(); return true;
    case Qt::Key_F2: m_form->focusName(); return true;
    case Qt::Key_Delete: remove(); return true;
    default: return false;
    }
}

bool ViewsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (onListKey(key->key(), key->modifiers()))
            return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace inlet::ui
