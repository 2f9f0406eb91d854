// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/FetchStrip.h"

#include "ui/Accessible.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/models/MessageBodies.h"
#include "ui/panes/PaneParts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kFetchBarWidth = 160;
constexpr int kFetchSteps = 1000;

} // namespace

FetchStrip::FetchStrip(MessageBodies &bodies, QWidget *parent)
    : QWidget(parent), m_bodies(bodies), m_words(panes::label({}, "secondary", this)), m_bar(new QProgressBar(this)),
      m_cancel(panes::textButton(tr("Cancel"), "link", this))
{
    setObjectName(QStringLiteral("fetchStrip"));
    accessible::setRole(this, QAccessible::Notification);
    m_words->setObjectName(QStringLiteral("fetchLabel"));
    m_bar->setObjectName(QStringLiteral("fetchBar"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(kFetchBarWidth);
    m_bar->setAccessibleName(tr("Progress of fetching"));
    m_cancel->setObjectName(QStringLiteral("cancelFetchButton"));
    m_cancel->setFocusPolicy(Qt::TabFocus);
    m_cancel->setAccessibleName(tr("Cancel fetching this message"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kSpace);
    row->addWidget(m_words);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    row->addStretch();
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        Q_EMIT calledOff();
        m_bodies.cancelFetch(m_message);
    });
    connect(&m_bodies, &MessageBodies::fetchingChanged, this, [this](StoredMessageId message) {
        if (message == m_message)
            refresh();
    });
    hide();
}

void FetchStrip::setMessage(StoredMessageId message)
{
    m_message = message;
    refresh();
}

void FetchStrip::refresh()
{
    const engine::WholeProgress *progress = m_bodies.fetching(m_message);
    if (progress) {
        const bool known = progress->total > 0;
        m_words->setText(known ? tr("Fetching %1 of %2").arg(phrases::fileSize(progress->done), phrases::fileSize(progress->total))
                               : tr("Waiting to be fetched"));
        setAccessibleName(m_words->text());
        m_bar->setRange(0, kFetchSteps);
        m_bar->setValue(known ? int(std::min(progress->done, progress->total) * kFetchSteps / progress->total) : 0);
    }
    setVisible(progress);
}

} // namespace inlet::ui
