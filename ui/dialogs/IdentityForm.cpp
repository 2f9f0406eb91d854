// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/IdentityForm.h"

#include "accounts/values/Tags.h"
#include "ui/Parts.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRegularExpression>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kSwatch = 28;
constexpr qsizetype kMaxName = 200;
constexpr qsizetype kMaxSignature = 10'000;
constexpr int kSignatureHeight = 112;

/// A round colour; the chosen one has a ring and a check mark.
class Swatch : public QAbstractButton
{
public:
    Swatch(const QString &colour, QWidget *parent) : QAbstractButton(parent), m_colour(colour)
    {
        setCheckable(true);
        setFixedSize(kSwatch, kSwatch);
        setFocusPolicy(Qt::StrongFocus);
    }

    [[nodiscard]] const QString &colour() const { return m_colour; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const theme::ChipColors colours = theme::mailboxDot(m_colour);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.background);
        painter.drawEllipse(QRectF(rect()).adjusted(4, 4, -4, -4));
        if (isChecked()) {
            painter.setPen(QPen(colours.text, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPolyline(QPolygonF({{9.5, 14.5}, {12.5, 17.5}, {18.5, 11}}));
        }
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme::color(theme::Token::Focus), theme::kFocusRing));
            painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
        }
    }

private:
    QString m_colour;
};

bool hidesControls(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
}

} // namespace

IdentityForm::IdentityForm(QWidget *parent)
    : QWidget(parent), m_name(new QLineEdit(this)), m_nameField(new parts::Field(tr("Your name"), m_name, this)),
      m_signature(new QPlainTextEdit(this)),
      m_signatureField(new parts::Field(tr("Signature"), m_signature, this)),
      m_tags(new QLineEdit(this)), m_tagsField(new parts::Field(tr("Tags"), m_tags, this)), m_colours(new QButtonGroup(this))
{
    m_name->setObjectName(QStringLiteral("nameEdit"));
    m_name->setMaxLength(2000);
    m_nameField->setHint(tr("This is what people see as the sender."));
    m_signature->setObjectName(QStringLiteral("signatureEdit"));
    parts::setLook(m_signature, "field");
    m_signature->setTabChangesFocus(true);
    m_signature->setFixedHeight(kSignatureHeight);
    m_tags->setObjectName(QStringLiteral("tagsEdit"));
    m_tags->setMaxLength(2000);
    setKnownTags({});
    auto *swatches = new QWidget(this);
    auto *row = new QHBoxLayout(swatches);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGrid);
    int number = 0;
    for (const QString &colour : theme::mailboxColours()) {
        auto *swatch = new Swatch(colour, swatches);
        swatch->setAccessibleName(tr("Colour %1").arg(++number));
        swatch->setToolTip(swatch->accessibleName());
        m_colours->addButton(swatch, number);
        row->addWidget(swatch);
    }
    row->addStretch(1);
    swatches->setFocusPolicy(Qt::NoFocus);
    swatches->setAccessibleName(tr("Colour of the mailbox"));

    auto *layout = parts::column(this, theme::kMargin);
    layout->addWidget(m_nameField);
    layout->addWidget(m_signatureField);
    layout->addWidget(m_tagsField);
    layout->addWidget(new parts::Field(tr("Colour"), swatches, this));
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameField->setError({}); });
    connect(m_tags, &QLineEdit::textEdited, this, [this] { m_tagsField->setError({}); });
    connect(m_signature, &QPlainTextEdit::textChanged, this, [this] { m_signatureField->setError({}); });
}

void IdentityForm::setAccount(const accounts::Account &account)
{
    m_email = account.email;
    m_name->setText(account.displayName);
    m_signature->setPlainText(account.signature);
    m_tags->setText(account.tags.join(QStringLiteral(", ")));
    const QList<QAbstractButton *> all = m_colours->buttons();
    for (QAbstractButton *button : all) {
        if (static_cast<Swatch *>(button)->colour() == account.colour)
            button->setChecked(true);
    }
    if (!m_colours->checkedButton())
        all.first()->setChecked(true);
}

void IdentityForm::setKnownTags(const QStringList &tags)
{
    constexpr qsizetype kMostTold = 6;
    const QString what = tr("Words that group your mailboxes, such as team-a or warmup. Separate them by commas.");
    const QString known = tags.mid(0, kMostTold).join(QStringLiteral(", "));
    m_tagsField->setHint(known.isEmpty() ? what : tr("%1 So far: %2.").arg(what, known));
}

QWidget *IdentityForm::readInto(accounts::Account &account)
{
    const QString name = m_name->text().trimmed();
    const QString signature = m_signature->toPlainText();
    if (name.size() > kMaxName || hidesControls(name)) {
        m_nameField->setError(tr("This name is too long or holds invisible characters."));
        return m_name;
    }
    if (signature.size() > kMaxSignature) {
        m_signatureField->setError(tr("This signature is too long."));
        return m_signature;
    }
    const QStringList tags = accounts::tagsFromText(m_tags->text());
    const QStringList typed = m_tags->text().split(QRegularExpression(QStringLiteral("[,;]")), Qt::SkipEmptyParts);
    const bool tooLong = std::any_of(typed.cbegin(), typed.cend(), [](const QString &tag) { return tag.simplified().size() > accounts::kMaxTag; });
    if (tooLong || (tags.size() == accounts::kMaxTags && typed.size() > tags.size())) {
        m_tagsField->setError(tr("A mailbox can have %1 tags of %2 letters.").arg(accounts::kMaxTags).arg(accounts::kMaxTag));
        return m_tags;
    }
    account.tags = tags;
    account.displayName = name;
    account.signature = signature;
    account.colour = static_cast<Swatch *>(m_colours->checkedButton())->colour();
    return nullptr;
}

} // namespace inlet::ui
