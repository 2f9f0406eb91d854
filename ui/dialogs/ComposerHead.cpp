// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ComposerHead.h"

#include "ui/Parts.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

namespace inlet::ui
{

namespace
{

constexpr int kMaxLine = 100'000;
constexpr int kAliasRole = Qt::UserRole + 1;
constexpr int kSenderDot = 18;
constexpr int kLabelWidth = 56;

QString senderText(const accounts::Account &account, const QString &address)
{
    return account.displayName.isEmpty() ? address : QStringLiteral("%1 <%2>").arg(account.displayName, address);
}

} // namespace

ComposerHead::ComposerHead(QWidget *parent)
    : QWidget(parent), m_from(new QComboBox(this)), m_threadHint(parts::secondary({}, this)),
      m_copies(parts::button(tr("Cc Bcc"), "link", this))
{
    m_from->setObjectName(QStringLiteral("fromComboBox"));
    m_from->setAccessibleName(tr("From"));
    m_from->setIconSize(QSize(kSenderDot, kSenderDot));
    m_from->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_from->setMinimumContentsLength(24);
    m_threadHint->setObjectName(QStringLiteral("threadHintLabel"));
    m_threadHint->setText(tr("Another mailbox: this will start a new thread for them."));
    parts::setLook(m_threadHint, "warning");
    m_threadHint->setVisible(false);
    m_copies->setObjectName(QStringLiteral("copiesButton"));
    m_copies->setAccessibleName(tr("Show Cc and Bcc"));
    m_copies->setAutoDefault(false);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::kSpace);
    grid->setVerticalSpacing(theme::kGrid);
    grid->setColumnMinimumWidth(0, kLabelWidth);
    grid->setColumnStretch(1, 1);
    QLabel *from = parts::secondary(tr("From"), this);
    from->setBuddy(m_from);
    grid->addWidget(from, 0, 0);
    grid->addWidget(m_from, 0, 1, 1, 2);
    grid->addWidget(m_threadHint, 1, 1, 1, 2);
    m_to = addLine(grid, tr("To"), "toEdit");
    grid->addWidget(m_copies, grid->rowCount() - 1, 2);
    m_cc = addLine(grid, tr("Cc"), "ccEdit", &m_ccLabel);
    m_bcc = addLine(grid, tr("Bcc"), "bccEdit", &m_bccLabel);
    m_subject = addLine(grid, tr("Subject"), "subjectEdit");
    for (QWidget *hidden : std::initializer_list<QWidget *>{m_cc, m_ccLabel, m_bcc, m_bccLabel})
        hidden->setVisible(false);
    connect(m_from, &QComboBox::currentIndexChanged, this, &ComposerHead::senderChanged);
    connect(m_copies, &QPushButton::clicked, this, [this] {
        showCopies();
        m_cc->setFocus();
    });
    for (QLineEdit *edit : {m_to, m_cc, m_bcc})
        connect(edit, &QLineEdit::editingFinished, this, &ComposerHead::recipientsLeft);
}

QLineEdit *ComposerHead::addLine(QGridLayout *grid, const QString &label, const char *name, QLabel **labelOut)
{
    const int row = grid->rowCount();
    QLabel *shown = parts::secondary(label, this);
    auto *edit = new QLineEdit(this);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setAccessibleName(label);
    edit->setMaxLength(kMaxLine);
    shown->setBuddy(edit);
    grid->addWidget(shown, row, 0);
    grid->addWidget(edit, row, 1, 1, label == tr("To") ? 1 : 2);
    connect(edit, &QLineEdit::textEdited, this, &ComposerHead::edited);
    if (labelOut)
        *labelOut = shown;
    return edit;
}

void ComposerHead::showCopies()
{
    for (QWidget *shown : std::initializer_list<QWidget *>{m_cc, m_ccLabel, m_bcc, m_bccLabel})
        shown->setVisible(true);
    m_copies->setVisible(false);
    // To takes the place of the button, too.
    auto *grid = static_cast<QGridLayout *>(layout());
    int row = 0;
    int column = 0;
    int rows = 0;
    int columns = 0;
    grid->getItemPosition(grid->indexOf(m_to), &row, &column, &rows, &columns);
    grid->addWidget(m_to, row, column, 1, 2);
}

void ComposerHead::setAccounts(const QList<accounts::Account> &accounts, AccountId keep)
{
    const QSignalBlocker quiet(m_from);
    const Sender before = sender();
    m_from->clear();
    for (const accounts::Account &account : accounts) {
        if (!account.enabled && account.id != keep)
            continue;
        QStringList addresses{account.email};
        addresses += account.aliases;
        for (const QString &address : std::as_const(addresses)) {
            m_from->addItem(parts::mailboxIcon(account.email, account.colour), senderText(account, address),
                account.id.number());
            m_from->setItemData(m_from->count() - 1, address == account.email ? QString() : address, kAliasRole);
        }
    }
    setSender(before);
}

void ComposerHead::setSender(const Sender &sender)
{
    int best = 0;
    for (int row = 0; row < m_from->count(); ++row) {
        if (m_from->itemData(row).toLongLong() != sender.account.number())
            continue;
        if (m_from->itemData(row, kAliasRole).toString() == sender.alias) {
            best = row;
            break;
        }
        if (m_from->itemData(row, kAliasRole).toString().isEmpty())
            best = row;
    }
    m_from->setCurrentIndex(best);
}

ComposerHead::Sender ComposerHead::sender() const
{
    return {AccountId(m_from->currentData().toLongLong()), m_from->currentData(kAliasRole).toString()};
}

void ComposerHead::setNewThreadHint(bool shown)
{
    m_threadHint->setVisible(shown);
    m_from->setAccessibleDescription(shown ? m_threadHint->text() : QString());
}

void ComposerHead::setRecipients(const QString &to, const QString &cc, const QString &bcc)
{
    m_to->setText(to);
    m_cc->setText(cc);
    m_bcc->setText(bcc);
    if (!cc.isEmpty() || !bcc.isEmpty())
        showCopies();
    for (QLineEdit *edit : {m_to, m_cc, m_bcc})
        edit->setCursorPosition(0);
}

QString ComposerHead::to() const
{
    return m_to->text();
}

QString ComposerHead::cc() const
{
    return m_cc->text();
}

QString ComposerHead::bcc() const
{
    return m_bcc->text();
}

int ComposerHead::recipientCount() const
{
    return int(parseRecipients(to()).size() + parseRecipients(cc()).size() + parseRecipients(bcc()).size());
}

QStringList ComposerHead::recipients() const
{
    QStringList addresses;
    for (const QString &text : {to(), cc(), bcc()}) {
        for (const TypedAddress &one : parseRecipients(text)) {
            if (one.problem.isEmpty())
                addresses.append(one.address.address);
        }
    }
    return addresses;
}

QString ComposerHead::problem(QLineEdit **field) const
{
    for (QLineEdit *edit : {m_to, m_cc, m_bcc}) {
        const QList<TypedAddress> typed = parseRecipients(edit->text());
        QString problem;
        for (const TypedAddress &one : typed) {
            if (problem.isEmpty())
                problem = one.problem;
        }
        parts::setInvalid(edit, !problem.isEmpty());
        edit->setAccessibleDescription(problem);
        if (problem.isEmpty())
            continue;
        if (field)
            *field = edit;
        return problem;
    }
    return {};
}

void ComposerHead::setSubject(const QString &subject)
{
    m_subject->setText(subject);
    m_subject->setCursorPosition(0);
}

QString ComposerHead::subject() const
{
    return m_subject->text();
}

void ComposerHead::setInputEnabled(bool enabled)
{
    for (QWidget *input : std::initializer_list<QWidget *>{m_from, m_to, m_cc, m_bcc, m_subject})
        input->setEnabled(enabled);
}

} // namespace inlet::ui
