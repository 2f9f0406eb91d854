// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CommandPalette.h"

#include "ui/Parts.h"
#include "ui/dialogs/ChoiceList.h"

#include <QLabel>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr QSize kPaletteSize(560, 440);
constexpr int kMostTyped = 80;
constexpr qsizetype kMostFound = 60;
constexpr int kBeginning = 8; // of a word
constexpr int kRun = 5; // after the letter before it
constexpr int kWhole = 100'000; // all that was typed, in one piece

} // namespace

int fitness(const QString &words, const QString &typed)
{
    const QString text = words.toCaseFolded();
    const QString wanted = typed.simplified().toCaseFolded();
    if (wanted.isEmpty())
        return 0; // all of them, in the order of the table
    constexpr int kLong = 40; // among equals the shorter one
    const int shortness = kLong - int(std::min<qsizetype>(text.size(), kLong));
    const auto begins = [&text](qsizetype at) { return at == 0 || !text.at(at - 1).isLetterOrNumber(); };
    if (const qsizetype whole = text.indexOf(wanted); whole >= 0)
        return kWhole + (whole == 0 ? 2 * kBeginning : begins(whole) ? kBeginning : 0) * kLong + shortness;
    int score = 0;
    qsizetype last = -2;
    for (const QChar letter : wanted) {
        if (letter.isSpace())
            continue;
        const qsizetype from = std::max<qsizetype>(last + 1, 0);
        qsizetype found = text.indexOf(letter, from);
        if (found < 0)
            return -1;
        // A letter that begins a later word is meant rather than one inside this one.
        for (qsizetype next = found; next >= 0 && found != last + 1; next = text.indexOf(letter, next + 1)) {
            if (begins(next)) {
                found = next;
                break;
            }
        }
        score += begins(found) ? kBeginning : found == last + 1 ? kRun : 1;
        last = found;
    }
    return score * kLong + shortness;
}

QList<qsizetype> bestFits(const QStringList &words, const QString &typed, qsizetype most)
{
    const bool all = typed.simplified().isEmpty();
    QList<QPair<int, qsizetype>> found;
    for (qsizetype at = 0; at < words.size(); ++at) {
        const int fits = all ? 0 : fitness(words.at(at), typed);
        if (fits >= 0)
            found.append({fits, at});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &one, const auto &other) { return one.first > other.first; });
    QList<qsizetype> places;
    for (const auto &[fits, at] : std::as_const(found).mid(0, most))
        places.append(at);
    return places;
}

CommandPalette::CommandPalette(const QList<Command> &commands, QWidget *parent)
    : QDialog(parent), m_commands(commands), m_edit(new QLineEdit(this)), m_list(new ChoiceList(this)),
      m_nothing(parts::secondary(tr("Nothing goes by that name. Other words, or fewer letters, may find it."), this))
{
    setWindowTitle(tr("Do anything by name"));
    setObjectName(QStringLiteral("commandPalette"));
    setModal(true);
    m_edit->setObjectName(QStringLiteral("paletteEdit"));
    m_edit->setAccessibleName(tr("What to do"));
    m_edit->setPlaceholderText(tr("Type what to do, or where to go"));
    m_edit->setMaxLength(kMostTyped);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Actions"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->steerFrom(m_edit);
    auto *layout = parts::column(this, theme::kSpace, theme::kGap);
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1, Qt::AlignTop);
    m_nothing->setObjectName(QStringLiteral("paletteNothing"));
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::refresh);
    connect(m_list, &ChoiceList::chosen, this, [this](QListWidgetItem *item) {
        const auto run = m_commands.at(item->data(ChoiceList::Value).toLongLong()).run;
        accept();
        // After this window has gone, so that what it opens gets the focus.
        QTimer::singleShot(0, parentWidget(), [run] { run(); });
    });
    refresh({});
    parts::resizeToFit(this, kPaletteSize);
    m_edit->setFocus();
}

void CommandPalette::refresh(const QString &typed)
{
    QStringList words;
    for (const Command &command : std::as_const(m_commands))
        words.append(command.also.isEmpty() ? command.words : command.words + u' ' + command.also);
    m_list->clear();
    for (const qsizetype at : bestFits(words, typed, kMostFound)) {
        const Command &command = m_commands.at(at);
        m_list->add(command.words, command.hint, at, command.icon);
    }
    m_list->selectFirst();
    m_list->setVisible(m_list->count() > 0);
    m_nothing->setVisible(m_list->count() == 0);
}

} // namespace inlet::ui
