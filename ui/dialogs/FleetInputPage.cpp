// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/FleetInputPage.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/dialogs/Prompts.h"

#include <QBoxLayout>
#include <QFile>
#include <QFileInfo>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QPushButton>

namespace inlet::ui
{

namespace
{

/// A thousand rows take about 100 KB; what is larger is no list of mailboxes.
constexpr qint64 kMaxList = 2'000'000;

} // namespace

FleetInputPage::FleetInputPage(engine::Engine &engine, Prompts &prompts, ConnectState &state, QWidget *parent)
    : WizardPage(state, parent), m_engine(engine), m_prompts(prompts), m_text(new QPlainTextEdit(this)),
      m_notice(new parts::NoticeBar(this))
{
    m_text->setObjectName(QStringLiteral("fleetEdit"));
    m_text->setAccessibleName(tr("List of mailboxes"));
    parts::setLook(m_text, "field");
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(QStringLiteral("email,name,password,imap,smtp,history,tags\n"
                                              "anna@try-acme.com,Anna Keller,…,,,90d,team-a\n"
                                              "jo@get-acme.com,Jo Brandt,…,mail.get-acme.com:993:tls,"
                                              "mail.get-acme.com:465:tls,90d,warmup"));
    m_notice->setObjectName(QStringLiteral("fleetNotice"));
    auto *file = parts::button(tr("Open CSV file"), "", this);
    file->setObjectName(QStringLiteral("openCsvButton"));
    file->setIcon(theme::icon(QStringLiteral("csv")));
    file->setAutoDefault(false);
    auto *layout = parts::column(this, theme::kGap);
    layout->addWidget(parts::secondary(
        tr("One mailbox a line, with a header line. Only email and password are needed; servers that are not given are "
           "found, as for a single mailbox."), this));
    layout->addWidget(m_text, 1);
    layout->addWidget(m_notice);
    layout->addWidget(file, 0, Qt::AlignLeft);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_notice->clear();
        Q_EMIT changed();
    });
    connect(file, &QPushButton::clicked, this, &FleetInputPage::open);
}

bool FleetInputPage::nextEnabled() const
{
    return !m_text->document()->isEmpty();
}

void FleetInputPage::enter()
{
    m_text->setFocus();
}

bool FleetInputPage::accept()
{
    const QByteArray text = m_text->toPlainText().toUtf8();
    engine::Fleet fleet;
    if (text.size() > kMaxList)
        fleet.problem = tr("This is too large for a list of mailboxes.");
    else
        fleet = m_engine.parseFleet(text);
    if (fleet.problem.isEmpty() && fleet.rows.isEmpty())
        fleet.problem = tr("There is no mailbox in this list.");
    if (!fleet.problem.isEmpty()) {
        m_notice->show(parts::NoticeBar::Level::Error, fleet.problem);
        m_text->setFocus();
        return false;
    }
    Q_EMIT read(fleet);
    return true;
}

void FleetInputPage::open()
{
    const QString path = m_prompts.openFile(this, tr("Open a list of mailboxes"), tr("Lists (*.csv *.tsv *.txt)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_notice->show(parts::NoticeBar::Level::Error,
            tr("%1 cannot be read: %2").arg(QFileInfo(path).fileName(), file.errorString()));
        return;
    }
    const QByteArray text = file.read(kMaxList + 1);
    if (text.size() > kMaxList || text.contains('\0')) {
        m_notice->show(parts::NoticeBar::Level::Error, tr("This is too large for a list of mailboxes, or no text."));
        return;
    }
    m_text->setPlainText(QString::fromUtf8(text));
    m_text->setFocus();
}

} // namespace inlet::ui
