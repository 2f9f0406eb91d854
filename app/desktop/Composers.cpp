// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/Composers.h"

#include "ui/Preferences.h"
#include "ui/Templates.h"
#include "ui/dialogs/ComposerWindow.h"

#include <QSettings>

namespace inlet::desktop
{

namespace
{

const QString kDraftsKey = QStringLiteral("place/drafts");
constexpr qsizetype kMostReopened = 20;

} // namespace

Composers::Composers(engine::Engine &engine, ui::Prompts &prompts, QSettings &settings, QObject *parent)
    : QObject(parent), m_engine(engine), m_prompts(prompts), m_settings(settings)
{
    const QStringList words = m_settings.value(kDraftsKey).toString().split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &word : words.mid(0, kMostReopened)) {
        const DraftId id(word.toLongLong());
        if (id.isValid() && !m_coming.contains(id))
            m_coming.append(id);
    }
    m_kept = m_coming;
}

ui::ComposerWindow *Composers::make(const ui::ComposeRequest &request)
{
    auto *window = new ui::ComposerWindow(m_engine, m_prompts, request,
        ui::Composer::Options{.undoWindow = std::chrono::seconds(ui::readPreferences(m_settings).undoSeconds),
            .templates = ui::TemplateFile::pathBeside(m_settings)}, nullptr);
    window->setAttribute(Qt::WA_DeleteOnClose);
    m_open.append(window);
    connect(window->composer(), &ui::Composer::draftChanged, this, &Composers::keep);
    connect(window->composer(), &ui::Composer::closed, this, [this, window] {
        m_open.removeOne(window);
        keep();
    });
    keep();
    return window;
}

ui::ComposerWindow *Composers::windowOf(DraftId draft) const
{
    for (const QPointer<ui::ComposerWindow> &one : m_open) {
        if (one && draft.isValid() && one->composer()->draftId() == draft)
            return one;
    }
    return nullptr;
}

void Composers::open(const ui::ComposeRequest &request)
{
    if (m_ending)
        return; // its window would be all that is left of the program
    m_coming.removeOne(request.draft);
    ui::ComposerWindow *window = windowOf(request.draft);
    if (!window)
        window = make(request);
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}

/// A draft that was sent or discarded by the last word of the run before is not there any more.
void Composers::reopen()
{
    const QList<DraftId> coming = m_coming;
    for (const DraftId id : coming) {
        // A context of its own: the newest request of one context would push the others aside.
        auto *asking = new QObject(this);
        m_engine.fetchDraft(id, asking, [this, id, asking](const Result<store::Draft> &draft) {
            asking->deleteLater();
            if (!m_coming.removeOne(id) || m_ending)
                return;
            if (!draft || windowOf(id)) {
                keep();
                return;
            }
            ui::ComposeRequest request;
            request.draft = id;
            ui::ComposerWindow *window = make(request);
            window->setAttribute(Qt::WA_ShowWithoutActivating);
            window->show();
            window->setAttribute(Qt::WA_ShowWithoutActivating, false); // it may be asked for later
        });
    }
}

void Composers::closeAll()
{
    keep();
    m_ending = true;
    const QList<QPointer<ui::ComposerWindow>> open = m_open;
    for (const QPointer<ui::ComposerWindow> &one : open) {
        if (one)
            one->closeWhenIdle();
    }
}

void Composers::keep()
{
    // At the end windows close by themselves, some after having saved their text for the first time.
    QList<DraftId> now = m_ending ? m_kept : m_coming;
    for (const QPointer<ui::ComposerWindow> &one : std::as_const(m_open)) {
        if (const DraftId id = one ? one->composer()->draftId() : DraftId(); id.isValid() && !now.contains(id))
            now.append(id);
    }
    if (now == m_kept)
        return;
    m_kept = now;
    QStringList words;
    for (const DraftId id : std::as_const(m_kept))
        words.append(QString::number(id.number()));
    m_settings.setValue(kDraftsKey, words.join(QLatin1Char(',')));
}

} // namespace inlet::desktop
