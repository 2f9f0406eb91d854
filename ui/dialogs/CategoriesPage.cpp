// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CategoriesPage.h"

#include "ui/CategoryBook.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/actions/ActionTable.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kCategoryRow = 32;

/// The chip of that colour, small.
QIcon swatch(int colour)
{
    QPixmap picture(theme::kIcon * 2, theme::kIcon * 2);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::ChipColors colours = theme::chip(colour);
    painter.setPen(QPen(colours.text, 1));
    painter.setBrush(colours.background);
    painter.drawRoundedRect(QRectF(2.5, 2.5, theme::kIcon - 5, theme::kIcon - 5), theme::kGrid, theme::kGrid);
    QIcon icon(picture);
    icon.addPixmap(picture, QIcon::Selected); // or the style tints it
    return icon;
}

QString colourName(int colour)
{
    const QStringList names{CategoriesPage::tr("Green"), CategoriesPage::tr("Teal"), CategoriesPage::tr("Blue"), CategoriesPage::tr("Violet"),
        CategoriesPage::tr("Brown"), CategoriesPage::tr("Pink"), CategoriesPage::tr("Yellow"), CategoriesPage::tr("Red"), CategoriesPage::tr("Orange"),
        CategoriesPage::tr("Lime"), CategoriesPage::tr("Indigo"), CategoriesPage::tr("Purple"), CategoriesPage::tr("Rose"), CategoriesPage::tr("Sky"), CategoriesPage::tr("Olive")};
    return names.value(colour - 1);
}

QString keyOf(int number)
{
    const QString key = firstKey(ownCategoryAction(number));
    return key.isEmpty() ? CategoriesPage::tr("Number %1").arg(number) : key;
}

} // namespace

CategoriesPage::CategoriesPage(engine::Engine &engine, Prompts &prompts, QWidget *parent)
    : QWidget(parent), m_engine(engine), m_prompts(prompts), m_list(new QListWidget(this)),
      m_none(parts::secondary(tr("There is none of your own yet. The built-in ones cannot be changed."), this)), m_notice(new parts::NoticeBar(this)),
      m_add(parts::button(tr("New category"), "", this)), m_up(parts::button(tr("Move up"), "", this)), m_down(parts::button(tr("Move down"), "", this)),
      m_remove(parts::button(tr("Remove…"), "danger", this)), m_form(new QWidget(this)), m_name(new QLineEdit(m_form)),
      m_nameField(new parts::Field(tr("Name"), m_name, m_form)), m_colour(new QComboBox(m_form)), m_number(new QComboBox(m_form))
{
    setProperty("look", QStringLiteral("clear"));
    build();
    connect(&categoryBook(), &CategoryBook::changed, this, &CategoriesPage::refill);
    refill();
}

/// A field that goes with the focus says that it is finished.
CategoriesPage::~CategoriesPage()
{
    m_name->disconnect(this);
}

void CategoriesPage::build()
{
    m_list->setObjectName(QStringLiteral("ownCategoryList"));
    m_list->setAccessibleName(tr("Your own categories"));
    m_list->setProperty("look", QStringLiteral("field"));
    m_list->setUniformItemSizes(true);
    m_list->setIconSize(QSize(theme::kIcon, theme::kIcon));
    m_notice->setObjectName(QStringLiteral("categoryNotice"));
    const QPair<QPushButton *, const char *> named[] = {{m_add, "addCategoryButton"}, {m_up, "moveCategoryUpButton"},
        {m_down, "moveCategoryDownButton"}, {m_remove, "removeCategoryButton"}};
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kSpace);
    for (const auto &[button, name] : named) {
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
        if (button == m_remove)
            buttons->addStretch(1);
        buttons->addWidget(button);
    }
    buildForm();
    auto *layout = parts::column(this, theme::kGap, theme::kMargin);
    layout->addWidget(parts::strong(tr("Categories of your own"), this));
    layout->addWidget(parts::secondary(
        tr("They stand beside the built-in ten everywhere, and travel with your mail to other computers with Inlet. A mailbox without keywords keeps them here only."), this));
    layout->addWidget(m_notice);
    m_none->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    layout->addWidget(m_none, 1);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    layout->addWidget(m_form);
    connect(m_list, &QListWidget::currentRowChanged, this, &CategoriesPage::onCurrent);
    connect(m_add, &QPushButton::clicked, this, &CategoriesPage::add);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &CategoriesPage::remove);
    connect(m_notice, &parts::NoticeBar::actionRequested, this, [this] {
        m_notice->clear();
        m_engine.undo(m_removed);
    });
}

void CategoriesPage::buildForm()
{
    m_name->setObjectName(QStringLiteral("categoryNameEdit"));
    m_name->setMaxLength(int(store::OwnCategory::kMostName));
    m_colour->setObjectName(QStringLiteral("categoryColourComboBox"));
    m_number->setObjectName(QStringLiteral("categoryKeyComboBox"));
    for (int colour = 1; colour <= store::OwnCategory::kColours; ++colour)
        m_colour->addItem(swatch(colour), colourName(colour), colour);
    // What mail carries is a keyword that stays, so that a new name takes nothing out of its category.
    m_nameField->setHint(tr("A new name is for this computer. Others keep the name they know; what is sorted stays so everywhere."));
    auto *layout = parts::column(m_form, theme::kGap);
    layout->addWidget(m_nameField);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::kGap);
    row->addWidget(new parts::Field(tr("Colour"), m_colour, m_form), 1);
    row->addWidget(new parts::Field(tr("Key"), m_number, m_form), 1);
    layout->addLayout(row);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameField->setError({}); });
    connect(m_name, &QLineEdit::editingFinished, this, &CategoriesPage::save);
    connect(m_colour, &QComboBox::activated, this, &CategoriesPage::save);
    connect(m_number, &QComboBox::activated, this, &CategoriesPage::save);
}

void CategoriesPage::refill()
{
    const int before = m_list->currentRow();
    const store::Category wanted = m_wanted != store::Category::Unsorted ? m_wanted : current() ? current()->category : m_wanted;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const store::OwnCategory &one : categoryBook().own()) {
            const QString name = phrases::oneLine(one.name);
            auto *item = new QListWidgetItem(swatch(one.colour), one.number > 0 ? QStringLiteral("%1 · %2").arg(name, keyOf(one.number)) : name, m_list);
            item->setData(Qt::UserRole, int(one.category));
            item->setSizeHint(QSize(0, kCategoryRow));
            if (one.category == wanted)
                m_list->setCurrentItem(item);
        }
        if (m_list->currentRow() < 0 && m_list->count() > 0)
            m_list->setCurrentRow(std::clamp(before, 0, m_list->count() - 1));
    }
    if (current() && current()->category == m_wanted) // the answer may come before the news of it
        m_wanted = store::Category::Unsorted;
    onCurrent();
}

const store::OwnCategory *CategoriesPage::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? categoryBook().find(store::Category(item->data(Qt::UserRole).toInt())) : nullptr;
}

void CategoriesPage::onCurrent()
{
    const store::OwnCategory *category = current();
    const int row = m_list->currentRow();
    m_none->setVisible(m_list->count() == 0);
    m_list->setVisible(m_list->count() > 0);
    m_form->setVisible(category != nullptr);
    m_add->setEnabled(m_list->count() < store::OwnCategory::kMost);
    m_up->setEnabled(category && row > 0);
    m_down->setEnabled(category && row + 1 < m_list->count());
    m_remove->setEnabled(category != nullptr);
    m_nameField->setError({});
    if (!category)
        return;
    const bool isTyped = m_name->hasFocus() && m_name->isModified() && m_shown == category->category;
    if (!isTyped && m_name->text().simplified() != category->name)
        m_name->setText(category->name);
    m_shown = category->category;
    m_colour->setCurrentIndex(m_colour->findData(category->colour));
    fillKeys(*category);
}

void CategoriesPage::fillKeys(const store::OwnCategory &category)
{
    m_number->clear();
    m_number->addItem(tr("None"), 0);
    for (int number = 1; number <= CategoryBook::kNumbers; ++number) {
        const auto other = categoryBook().withNumber(number);
        const bool taken = other && *other != category.category;
        m_number->addItem(taken ? tr("%1 (now “%2”)").arg(keyOf(number), phrases::category(*other)) : keyOf(number), number);
    }
    m_number->setCurrentIndex(m_number->findData(category.number));
}

int CategoriesPage::freeNumber()
{
    for (int number = 1; number <= CategoryBook::kNumbers; ++number) {
        if (!categoryBook().withNumber(number))
            return number;
    }
    return 0;
}

void CategoriesPage::add()
{
    const QString name = m_prompts.askText(this,
        {tr("New category"), tr("Name"), tr("Add"), {}, int(store::OwnCategory::kMostName)}).simplified();
    if (name.isEmpty())
        return;
    store::OwnCategory category;
    category.name = name;
    category.colour = store::nextColour(categoryBook().own());
    category.number = freeNumber();
    m_engine.categories().save(category, this, [this](const Result<store::Category> &made) {
        if (!made)
            return tell(made.error());
        m_notice->clear();
        m_wanted = *made;
        refill();
    });
}

void CategoriesPage::save()
{
    const store::OwnCategory *before = current();
    if (!before)
        return;
    store::OwnCategory category = *before;
    category.name = m_name->text().simplified();
    category.colour = m_colour->currentData().toInt();
    category.number = m_number->currentData().toInt();
    if (category == *before)
        return;
    if (category.name.isEmpty())
        return m_nameField->setError(tr("Give the category a name."));
    m_engine.categories().save(category, this, [this, saving = category.category](const Result<store::Category> &saved) {
        if (saved)
            return;
        if (current() && current()->category == saving)
            m_nameField->setError(words::ofError(saved.error()));
        else // the hand is at another one by now
            tell(saved.error());
    });
}

void CategoriesPage::move(int by)
{
    const int row = m_list->currentRow();
    if (!current() || row + by < 0 || row + by >= m_list->count())
        return;
    QList<store::Category> order;
    for (const store::OwnCategory &one : categoryBook().own())
        order.append(one.category);
    order.move(row, row + by);
    m_engine.categories().order(order, this, [this](const Result<void> &done) {
        if (!done)
            tell(done.error());
    });
}

void CategoriesPage::remove()
{
    const store::OwnCategory *category = current();
    if (!category)
        return;
    m_engine.categories().countIn(category->category, this,
        [this, removed = *category](qint64 conversations) { removeNow(removed, conversations); });
}

void CategoriesPage::removeNow(const store::OwnCategory &category, qint64 conversations)
{
    const QString what = conversations == 0 ? tr("No conversation has it.")
                                            : phrases::plural(conversations, tr("1 conversation has it and becomes Unsorted."),
                                                  tr("%1 conversations have it and become Unsorted."));
    if (!m_prompts.ask(this, {tr("Remove “%1”?").arg(phrases::oneLine(category.name)), what + QLatin1Char(' ') + tr("You can undo it."), tr("Remove"), {}, true}))
        return;
    m_engine.categories().remove(category.category, this, [this, category](const Result<UndoId> &done) {
        if (!done)
            return tell(done.error());
        m_removed = *done;
        m_notice->show(parts::NoticeBar::Level::Success, tr("“%1” is removed.").arg(phrases::oneLine(category.name)), tr("Undo"));
    });
}

void CategoriesPage::tell(const Error &error)
{
    m_notice->show(parts::NoticeBar::Level::Error, words::ofError(error));
}

} // namespace inlet::ui
