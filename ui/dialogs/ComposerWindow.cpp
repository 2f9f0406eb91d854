// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ComposerWindow.h"

#include "ui/Accessible.h"
#include "ui/Parts.h"

#include <QBoxLayout>
#include <QCloseEvent>

namespace inlet::ui
{

namespace
{
constexpr QSize kWindowSize(760, 640);
}

ComposerWindow::ComposerWindow(engine::Engine &engine, Prompts &prompts, const ComposeRequest &request,
    const Composer::Options &options, QWidget *parent)
    : QWidget(parent, Qt::Window), m_composer(new Composer(engine, prompts, request, options, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    accessible::setRole(this, QAccessible::Window);
    parts::setLook(this, "surface");
    setAttribute(Qt::WA_StyledBackground);
    parts::column(this, 0)->addWidget(m_composer);
    parts::resizeToFit(this, kWindowSize);
    connect(m_composer, &Composer::sent, this, &ComposerWindow::sent);
    connect(m_composer, &Composer::subjectChanged, this, &ComposerWindow::showTitle);
    connect(m_composer, &Composer::closed, this, [this] {
        m_done = true;
        close();
    });
    showTitle(m_composer->subject());
}

void ComposerWindow::showTitle(const QString &subject)
{
    setWindowTitle(subject.trimmed().isEmpty() ? tr("New mail") : subject.simplified());
}

void ComposerWindow::closeWhenIdle()
{
    // Later, so that a mail that was just sent says so first.
    connect(m_composer, &Composer::idle, this, &QWidget::close, Qt::QueuedConnection);
    close();
}

void ComposerWindow::closeEvent(QCloseEvent *event)
{
    // It comes back as closed() at once, where nothing is being sent; a close() within this one does nothing.
    if (!m_done)
        m_composer->closeKeepingDraft();
    event->setAccepted(m_done);
}

} // namespace inlet::ui
