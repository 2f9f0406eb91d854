// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/GeneralPage.h"

#include "ui/actions/ActionTable.h"

#include <QComboBox>
#include <QLabel>

namespace inlet::ui
{

SettingsPage::Values GeneralPage::modes()
{
    return {{tr("As the system"), int(theme::Mode::System)}, {tr("Light"), int(theme::Mode::Light)}, {tr("Dark"), int(theme::Mode::Dark)}};
}

SettingsPage::Values GeneralPage::contrasts()
{
    return {{tr("As the system"), int(theme::Contrast::System)}, {tr("Normal"), int(theme::Contrast::Normal)},
        {tr("High: strong borders, darker or lighter text"), int(theme::Contrast::High)}};
}

QString GeneralPage::paperTitle()
{
    return tr("Mail with its own look, while Inlet is dark");
}

SettingsPage::Values GeneralPage::papers()
{
    return {{tr("Automatic: dark where it stays readable"), int(Preferences::Paper::Automatic)}, {tr("On light paper"), int(Preferences::Paper::Light)},
        {tr("Dark"), int(Preferences::Paper::Dark)}};
}

GeneralPage::GeneralPage(const Preferences &now, theme::Mode mode, theme::Contrast contrast, bool hasTray, QWidget *parent) : SettingsPage(parent)
{
    auto *look = addChoice("modeComboBox", tr("Look"), modes(), int(mode));
    connect(look, &QComboBox::currentIndexChanged, this, [this, look] { Q_EMIT modeChanged(theme::Mode(look->currentData().toInt())); });
    auto *strong = addChoice("contrastComboBox", tr("Contrast"), contrasts(), int(contrast));
    connect(strong, &QComboBox::currentIndexChanged, this, [this, strong] { Q_EMIT contrastChanged(theme::Contrast(strong->currentData().toInt())); });
    m_paper = addChoice("paperComboBox", paperTitle(), papers(), int(now.paper));
    const QString key = firstKey(ActionId::TogglePaper);
    addHint(key.isEmpty() ? tr("What you choose for one message holds for its sender.") : tr("%1 switches one message; that holds for its sender.").arg(key));
    QList<QPair<QString, int>> choices;
    for (const Language language : languages())
        choices.append({language == Language::System ? tr("As the system") : ownNameOf(language), int(language)});
    m_language = addChoice("languageComboBox", tr("Language"), choices, int(now.language));
    QLabel *later = addHint(tr("Another language holds from the next start of Inlet on."));
    later->setObjectName(QStringLiteral("languageHint"));
    m_read = addChoice("readComboBox", tr("An open conversation counts as read"),
        {{tr("At once"), 0}, {tr("After half a second"), 500}, {tr("After 3 seconds"), 3000}, {tr("Only by hand"), Preferences::kByHand}}, now.readAfterMs);
    m_undo = addChoice("undoComboBox", tr("A sent mail can be called back for"),
        {{tr("No time: it leaves at once"), 0}, {tr("5 seconds"), 5}, {tr("10 seconds"), 10}, {tr("30 seconds"), 30}, {tr("1 minute"), 60},
            {tr("2 minutes"), 120}},
        now.undoSeconds);
    m_close = addChoice("closeComboBox", tr("Closing the window"),
        {{tr("Asks what to do"), int(Preferences::OnClose::Ask)}, {tr("Keeps Inlet running in the tray"), int(Preferences::OnClose::Stay)},
            {tr("Ends Inlet"), int(Preferences::OnClose::End)}},
        int(now.onClose));
    m_close->setEnabled(hasTray);
    QLabel *hint = addHint(hasTray ? tr("New mail comes in, and you are told about it, only while Inlet runs.")
                                   : tr("This desktop shows no tray, so closing the window ends Inlet. New mail comes in only while Inlet runs."));
    hint->setObjectName(QStringLiteral("closeHint"));
    finish();
}

void GeneralPage::fill(Preferences &preferences) const
{
    preferences.language = Language(m_language->currentData().toInt());
    preferences.paper = Preferences::Paper(m_paper->currentData().toInt());
    preferences.readAfterMs = m_read->currentData().toInt();
    preferences.undoSeconds = m_undo->currentData().toInt();
    preferences.onClose = Preferences::OnClose(m_close->currentData().toInt());
}

} // namespace inlet::ui
