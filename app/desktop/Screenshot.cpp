// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/Screenshot.h"

#include "engine/Engine.h"
#include "ui/MainWindow.h"

#include <QApplication>
#include <QPixmap>
#include <QTimer>

#include <numeric>
#include <cstdio>

namespace inlet::desktop
{

namespace
{

constexpr int kLookMs = 200;
constexpr int kPatienceMs = 60000;
/// Looks without new rows after which the picture is taken: the first screen has settled.
constexpr int kQuietRounds = 5;
/// From this one on a conversation is open; its text is here before the picture.
constexpr int kOpenAtRound = 2;

} // namespace

Screenshot::Screenshot(ui::MainWindow &window, engine::Engine &engine, const QString &file)
    : QObject(&window), m_window(window), m_engine(engine), m_file(file)
{
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &Screenshot::look);
    timer->start(kLookMs);
    QTimer::singleShot(kPatienceMs, this, &Screenshot::giveUp);
}

void Screenshot::look()
{
    // Without a mailbox the welcome page is the picture.
    if (m_engine.accounts().isEmpty()) {
        if (++m_quietRounds >= kQuietRounds)
            take();
        return;
    }
    m_engine.fetchCounts(this, [this](const Result<store::Counts> &counts) {
        if (!counts)
            return; // the next look asks again
        const QList<qint64> perMailbox = counts->messagesByAccount.values();
        const qint64 count = std::accumulate(perMailbox.cbegin(), perMailbox.cend(), qint64(0));
        m_quietRounds = count > 0 && count == m_lastCount ? m_quietRounds + 1 : 0;
        m_lastCount = count;
        if (m_quietRounds >= kOpenAtRound)
            m_window.showFirst();
        if (m_quietRounds == kQuietRounds)
            take();
    });
}

void Screenshot::take()
{
    if (!m_window.grab().save(m_file, "PNG")) {
        std::fprintf(stderr, "inlet: %s cannot be written\n", qUtf8Printable(m_file));
        QApplication::exit(1);
        return;
    }
    QApplication::exit(0);
}

void Screenshot::giveUp()
{
    std::fprintf(stderr, "inlet: no mail came within a minute; the picture shows that\n");
    take();
}

} // namespace inlet::desktop
