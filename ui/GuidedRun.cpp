// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/GuidedRun.h"

#include "engine/Engine.h"
#include "ui/dialogs/Composer.h"

#include <QApplication>
#include <QKeyEvent>
#include <QSettings>

#include <algorithm>
#include <array>
#include <optional>

namespace inlet::ui
{

namespace
{

const QString kStageKey = QStringLiteral("guide/stage");
const QString kDoneKey = QStringLiteral("guide/done");
const QString kSkippedKey = QStringLiteral("guide/skipped");

struct GuideKey {
    GuidedRun::Step step;
    std::optional<ActionId> action; ///< none: the key of the composer
};
constexpr std::array kGuideKeys = {
    GuideKey{GuidedRun::Step::Next, ActionId::NextRow},
    GuideKey{GuidedRun::Step::Sort, ActionId::Category1},
    GuideKey{GuidedRun::Step::Reply, ActionId::Reply},
    GuideKey{GuidedRun::Step::Template, ActionId::ReplyWithTemplate},
    GuideKey{GuidedRun::Step::Send, std::nullopt},
    GuideKey{GuidedRun::Step::Done, ActionId::Archive},
    GuideKey{GuidedRun::Step::Snooze, ActionId::Snooze},
    GuideKey{GuidedRun::Step::Undo, ActionId::Undo},
};

QSet<GuidedRun::Step> stepsIn(const QSettings &settings, const QString &key)
{
    QSet<GuidedRun::Step> steps;
    const QList<QVariant> kept = settings.value(key).toList();
    for (const QVariant &one : kept) {
        if (one.toInt() >= int(GuidedRun::Step::Next) && one.toInt() <= int(GuidedRun::Step::Undo))
            steps.insert(GuidedRun::Step(one.toInt()));
    }
    return steps;
}

QList<QVariant> numbersOf(const QSet<GuidedRun::Step> &steps)
{
    QList<QVariant> numbers;
    for (const GuidedRun::Step step : steps)
        numbers.append(int(step));
    return numbers;
}

bool isInComposer(const QObject *object)
{
    while (object && !qobject_cast<const Composer *>(object))
        object = object->parent();
    return object;
}

} // namespace

GuidedRun::GuidedRun(engine::Engine &engine, QSettings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    const int stage = settings.value(kStageKey, 0).toInt();
    if (stage == int(Stage::Running) || stage == int(Stage::Finished))
        m_stage = Stage(stage);
    m_done = stepsIn(settings, kDoneKey);
    m_skipped = stepsIn(settings, kSkippedKey);
    connect(&engine, &engine::Engine::ledgerChanged, this, [this](const store::LedgerRow &row) {
        // Older mail moves on too, and an answer may be held back by a question.
        if (!m_sentAt.isValid() || row.createdAt < m_sentAt)
            return;
        m_sentAt = {};
        tick(Step::Send);
    });
    qApp->installEventFilter(this);
}

void GuidedRun::offer()
{
    if (m_stage == Stage::Off && !m_settings.contains(kStageKey))
        set(Stage::Offered);
}

void GuidedRun::start()
{
    m_done.clear();
    m_skipped.clear();
    set(Stage::Running);
}

void GuidedRun::skip()
{
    if (m_stage != Stage::Running)
        return;
    m_skipped.insert(step());
    goOn();
}

void GuidedRun::close()
{
    m_done.clear();
    m_skipped.clear();
    set(Stage::Off);
}

void GuidedRun::byKey(ActionId action)
{
    const auto *found = std::find_if(kGuideKeys.begin(), kGuideKeys.end(), [action](const GuideKey &key) { return key.action == action; });
    if (found != kGuideKeys.end())
        tick(found->step);
}

GuidedRun::Step GuidedRun::step() const
{
    const QList<Step> all = steps();
    const auto next = std::find_if(all.cbegin(), all.cend(), [this](Step one) { return !isOver(one); });
    return next == all.cend() ? Step::Undo : *next;
}

QList<GuidedRun::Step> GuidedRun::steps() const
{
    QList<Step> all;
    for (const GuideKey &key : kGuideKeys) {
        if (!keyOf(key.step).isEmpty())
            all.append(key.step);
    }
    return all;
}

QString GuidedRun::keyOf(Step step)
{
    const std::optional<ActionId> action = kGuideKeys.at(size_t(step)).action;
    return action ? firstKey(*action) : keyText(QStringLiteral("Ctrl+Enter"));
}

/// Looks only: the composer is a window of its own, and its key is its business.
bool GuidedRun::eventFilter(QObject *watched, QEvent *event)
{
    if (m_stage == Stage::Running && event->type() == QEvent::ShortcutOverride) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        if ((key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) && key.modifiers().testFlag(Qt::ControlModifier) && isInComposer(watched))
            m_sentAt = QDateTime::currentDateTimeUtc();
    }
    return QObject::eventFilter(watched, event);
}

void GuidedRun::tick(Step step)
{
    if (m_stage != Stage::Running || isDone(step))
        return;
    m_done.insert(step);
    goOn();
}

void GuidedRun::goOn()
{
    const QList<Step> all = steps();
    set(std::all_of(all.cbegin(), all.cend(), [this](Step one) { return isOver(one); }) ? Stage::Finished : Stage::Running);
}

void GuidedRun::set(Stage stage)
{
    m_stage = stage;
    keep();
    Q_EMIT changed();
}

/// An offer that nobody has answered is made again at the next start.
void GuidedRun::keep()
{
    if (m_stage == Stage::Offered)
        return;
    m_settings.setValue(kStageKey, int(m_stage));
    m_settings.setValue(kDoneKey, numbersOf(m_done));
    m_settings.setValue(kSkippedKey, numbersOf(m_skipped));
}

} // namespace inlet::ui
