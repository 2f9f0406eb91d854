// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/GuideBar.h"

#include "ui/Accessible.h"
#include "ui/Theme.h"
#include "ui/actions/KeyBindings.h"
#include "ui/panes/PaneParts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace inlet::ui
{

namespace
{

constexpr int kRoomForCaps = 900; // less: the words need it
constexpr int kCapHeight = 22;
constexpr int kCapCheck = 12;

/// The keys of the run as caps: done ones with a check, the next one with a strong edge.
class GuideCaps : public QWidget
{
public:
    GuideCaps(const GuidedRun &run, QWidget *parent) : QWidget(parent), m_run(run) { }

    [[nodiscard]] QSize sizeHint() const override
    {
        int width = 0;
        for (const GuidedRun::Step step : m_run.steps())
            width += widthOf(step) + theme::kGrid;
        return {width, kCapHeight};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        using theme::Token;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(theme::smallFont());
        int left = 0;
        for (const GuidedRun::Step step : m_run.steps()) {
            const bool done = m_run.isDone(step);
            const bool next = m_run.stage() == GuidedRun::Stage::Running && step == m_run.step();
            const QRect cap = QStyle::visualRect(layoutDirection(), rect(), QRect(left, (height() - kCapHeight) / 2, widthOf(step), kCapHeight));
            painter.setPen(QPen(theme::color(next ? Token::Accent : Token::Field), next ? theme::kFocusRing : 1));
            painter.setBrush(theme::color(done ? Token::Hover : Token::Surface));
            painter.drawRoundedRect(QRectF(cap).adjusted(1, 1, -1, -1), theme::kGrid, theme::kGrid);
            painter.setPen(theme::color(next ? Token::Text : Token::Secondary));
            QRect words = cap;
            if (done) {
                const QRect sign(cap.left() + theme::kGrid, cap.top() + (kCapHeight - kCapCheck) / 2, kCapCheck, kCapCheck);
                theme::icon(QStringLiteral("check"), Token::Success).paint(&painter, sign);
                words.setLeft(sign.right());
            }
            painter.drawText(words, Qt::AlignCenter, GuidedRun::keyOf(step));
            left += widthOf(step) + theme::kGrid;
        }
    }

private:
    /// With room for the check, so that nothing moves when it comes.
    [[nodiscard]] static int widthOf(GuidedRun::Step step)
    {
        return QFontMetrics(theme::smallFont()).horizontalAdvance(GuidedRun::keyOf(step)) + 2 * theme::kGrid + kCapCheck + theme::kGrid;
    }

    const GuidedRun &m_run;
};

} // namespace

GuideBar::GuideBar(GuidedRun &run, bool isSandbox, QWidget *parent)
    : QWidget(parent), m_run(run), m_isSandbox(isSandbox), m_words(panes::label({}, "", this)), m_caps(new GuideCaps(run, this)),
      m_button(panes::textButton({}, "link", this))
{
    setObjectName(QStringLiteral("guideBar"));
    accessible::setSpeaker(this, accessible::Spoken::Hint);
    m_words->setObjectName(QStringLiteral("guideLabel"));
    m_words->setWordWrap(true);
    m_caps->setObjectName(QStringLiteral("guideKeys"));
    m_button->setObjectName(QStringLiteral("guideButton"));
    m_button->setFocusPolicy(Qt::TabFocus);
    QToolButton *close = panes::iconButton(QStringLiteral("close"), tr("Close the guided run for good"), this);
    close->setObjectName(QStringLiteral("closeGuideButton"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme::kMargin, theme::kGrid, theme::kSpace, theme::kGrid);
    row->setSpacing(theme::kGap);
    row->addWidget(m_words, 1);
    row->addWidget(m_caps);
    row->addWidget(m_button);
    row->addWidget(close);
    connect(m_button, &QPushButton::clicked, this, &GuideBar::press);
    connect(close, &QToolButton::clicked, this, [this] {
        // Hidden with the keys in it, the bar would throw them to whatever comes after it.
        Q_EMIT ended();
        m_run.close();
    });
    connect(&run, &GuidedRun::changed, this, &GuideBar::refresh);
    connect(&keyBindings(), &KeyBindings::changed, this, &GuideBar::refresh);
    refresh();
}

void GuideBar::refresh()
{
    const QString said = words();
    m_words->setText(said);
    m_button->setText(buttonWords());
    m_button->setAccessibleName(m_button->text());
    if (m_button->text().isEmpty() && m_button->hasFocus())
        Q_EMIT ended();
    m_button->setVisible(!m_button->text().isEmpty());
    showCaps();
    m_caps->updateGeometry();
    m_caps->update();
    const bool another = accessibleName() != said;
    setAccessibleName(said);
    setVisible(m_run.stage() != GuidedRun::Stage::Off);
    if (another && isVisible())
        accessible::announce(this);
}

QString GuideBar::words() const
{
    switch (m_run.stage()) {
    case GuidedRun::Stage::Off: return {};
    case GuidedRun::Stage::Offered: return tr("New here? A few keys make an inbox empty. Trying them takes five minutes.");
    case GuidedRun::Stage::Finished:
        return m_isSandbox ? tr("That was the whole round. Stay as long as you like: closing this window removes the sandbox. Then connect a mailbox of your own.")
                           : tr("That was the whole round. %1 shows all keys.").arg(firstKey(ActionId::Keys));
    case GuidedRun::Stage::Running: break;
    }
    const QList<GuidedRun::Step> steps = m_run.steps();
    return tr("Step %1 of %2. %3").arg(steps.indexOf(m_run.step()) + 1).arg(steps.size()).arg(wordsOf(m_run.step()));
}

QString GuideBar::wordsOf(GuidedRun::Step step) const
{
    const QString key = GuidedRun::keyOf(step);
    switch (step) {
    case GuidedRun::Step::Next: return tr("%1 goes to the next conversation.").arg(key);
    case GuidedRun::Step::Sort: return tr("%1 says that this person is interested.").arg(key);
    case GuidedRun::Step::Reply: return tr("%1 answers. Esc closes the answer again and keeps it as a draft.").arg(key);
    case GuidedRun::Step::Template: return tr("%1 answers with a template. Where there is none yet, write one, or skip this.").arg(key);
    case GuidedRun::Step::Send: return tr("Write a line, then %1 sends it.").arg(key);
    case GuidedRun::Step::Done: return tr("%1 is done: the conversation leaves the list, and the next one opens.").arg(key);
    case GuidedRun::Step::Snooze: return tr("%1 puts a conversation off until a day that you choose.").arg(key);
    case GuidedRun::Step::Undo: return tr("%1 takes the last step back, whatever it was.").arg(key);
    }
    return {};
}

QString GuideBar::buttonWords() const
{
    switch (m_run.stage()) {
    case GuidedRun::Stage::Off: return {};
    case GuidedRun::Stage::Offered: return tr("Start");
    case GuidedRun::Stage::Running: return tr("Skip");
    case GuidedRun::Stage::Finished: return m_isSandbox ? QString() : tr("Connect a mailbox");
    }
    return {};
}

void GuideBar::press()
{
    switch (m_run.stage()) {
    case GuidedRun::Stage::Off: break;
    case GuidedRun::Stage::Offered: m_run.start(); break;
    case GuidedRun::Stage::Running:
        m_run.skip();
        if (m_run.stage() == GuidedRun::Stage::Finished) // the button means something else from now on
            Q_EMIT ended();
        break;
    case GuidedRun::Stage::Finished: Q_EMIT connectClicked(); break;
    }
}

QString GuideBar::text() const
{
    return m_words->text();
}

void GuideBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showCaps();
}

void GuideBar::showCaps()
{
    const bool runs = m_run.stage() == GuidedRun::Stage::Running || m_run.stage() == GuidedRun::Stage::Finished;
    m_caps->setVisible(runs && width() >= kRoomForCaps);
}

void GuideBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(theme::Token::Surface));
    painter.fillRect(0, height() - 1, width(), 1, theme::color(theme::Token::Hairline));
}

} // namespace inlet::ui
