// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/NoticeBars.h"

#include "ui/Accessible.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/panes/PaneParts.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace inlet::ui
{

namespace
{

using theme::Token;

constexpr int kShownBars = 2;

Token tintOf(engine::Notice::Severity severity)
{
    switch (severity) {
    case engine::Notice::Severity::Info: return Token::Accent;
    case engine::Notice::Severity::Warning: return Token::Warning;
    case engine::Notice::Severity::Error: return Token::Danger;
    }
    return Token::Accent;
}

const char *iconOf(engine::Notice::Severity severity)
{
    switch (severity) {
    case engine::Notice::Severity::Info: return "info";
    case engine::Notice::Severity::Warning: return "warning";
    case engine::Notice::Severity::Error: return "error";
    }
    return "info";
}

/// A strip with a soft tint of its severity and the icon that says it without colour.
class NoticeBar : public QWidget
{
public:
    NoticeBar(engine::Notice::Severity severity, QWidget *parent) : QWidget(parent), m_severity(severity) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        constexpr float kTint = 0.10F;
        QPainter painter(this);
        QColor tint = theme::color(tintOf(m_severity));
        tint.setAlphaF(kTint);
        painter.fillRect(rect(), theme::color(Token::Surface));
        painter.fillRect(rect(), tint);
        painter.fillRect(0, height() - 1, width(), 1, theme::color(Token::Hairline));
        const QRect place(theme::kMargin, (height() - theme::kIcon) / 2, theme::kIcon, theme::kIcon);
        theme::icon(QString::fromLatin1(iconOf(m_severity)), tintOf(m_severity)).paint(&painter, QStyle::visualRect(layoutDirection(), rect(), place));
    }

private:
    engine::Notice::Severity m_severity;
};

} // namespace

NoticeBars::NoticeBars(engine::Engine &engine, QWidget *parent)
    : QWidget(parent), m_engine(engine), m_notices(engine.notices()), m_column(new QVBoxLayout(this)), m_rows(*m_column)
{
    setObjectName(QStringLiteral("noticeBars"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    connect(&engine, &engine::Engine::noticeChanged, this, &NoticeBars::take);
    rebuild();
}

void NoticeBars::take(const engine::Notice &notice)
{
    m_notices.removeIf([&notice](const engine::Notice &known) { return known.id == notice.id; });
    if (!notice.resolved)
        m_notices.prepend(notice);
    rebuild();
}

void NoticeBars::rebuild()
{
    std::stable_sort(m_notices.begin(), m_notices.end(),
        [](const engine::Notice &one, const engine::Notice &other) { return int(one.severity) > int(other.severity); });
    QList<KeyedRows::Row> rows;
    for (const engine::Notice &notice : m_notices.mid(0, kShownBars)) {
        const QStringList says{notice.text, notice.details, notice.action.label, notice.action.kind, notice.action.url, QString::number(int(notice.severity)),
            QString::number(notice.account.number())};
        rows.append({notice.id, says.join(QLatin1Char('\n')), [this, notice] { return makeBar(notice); }});
    }
    if (const qsizetype more = m_notices.size() - kShownBars; more > 0)
        rows.append({{}, QString::number(more), [this, more] { return makeRest(more); }});
    m_rows.show(rows);
    setVisible(!m_notices.isEmpty());
}

QWidget *NoticeBars::makeRest(qsizetype more)
{
    auto *rest = panes::label(phrases::plural(more, tr("1 more notice"), tr("%1 more notices")), "secondary", this);
    rest->setContentsMargins(theme::kMargin, theme::kGrid, theme::kMargin, theme::kGrid);
    return rest;
}

QWidget *NoticeBars::makeBar(const engine::Notice &notice)
{
    auto *bar = new NoticeBar(notice.severity, this);
    bar->setObjectName(QStringLiteral("noticeBar"));
    accessible::setSpeaker(bar, accessible::Spoken::Status);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(theme::kMargin + theme::kIcon + theme::kSpace, theme::kGrid, theme::kSpace, theme::kGrid);
    auto *words = panes::label(phrases::oneLine(notice.text, 500), "", bar);
    words->setWordWrap(true);
    words->setToolTip(phrases::oneLine(notice.details, 1000));
    row->addWidget(words, 1);
    bar->setAccessibleName(words->text());
    if (!notice.action.label.isEmpty() && notice.action.kind != QLatin1String("none") && notice.action.kind != QLatin1String("wait")) {
        auto *button = panes::textButton(phrases::oneLine(notice.action.label, 60), "link", bar);
        button->setObjectName(QStringLiteral("noticeButton"));
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, [this, notice] { Q_EMIT actionClicked(notice); });
        row->addWidget(button);
    }
    auto *close = panes::iconButton(QStringLiteral("close"), tr("Hide this notice"), bar);
    connect(close, &QToolButton::clicked, this, [this, id = notice.id] {
        m_notices.removeIf([&id](const engine::Notice &known) { return known.id == id; });
        rebuild();
        m_engine.dismissNotice(id);
    });
    row->addWidget(close);
    return bar;
}

} // namespace inlet::ui
