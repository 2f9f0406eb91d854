// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/BounceTable.h"

#include "engine/Engine.h"
#include "ui/delegates/TableDelegate.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QTreeWidget>

namespace inlet::ui
{

namespace
{

constexpr int kFirstWidth = 260;

} // namespace

QTreeWidget *bounceTable(const QStringList &headers, const char *name, QWidget *parent)
{
    auto *made = new QTreeWidget(parent);
    made->setObjectName(QString::fromLatin1(name));
    made->setHeaderLabels(headers);
    made->setRootIsDecorated(false);
    made->setUniformRowHeights(true);
    made->setAllColumnsShowFocus(true);
    made->setFrameShape(QFrame::NoFrame);
    made->setItemDelegate(new TableDelegate(made));
    made->header()->setStretchLastSection(true);
    made->header()->resizeSection(0, kFirstWidth);
    for (int column = 1; column < int(headers.size()) - 1; ++column)
        made->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    return made;
}

QString bounceMailbox(const engine::Engine &engine, AccountId account)
{
    const QList<accounts::Account> all = engine.accounts();
    for (const accounts::Account &one : all) {
        if (one.id == account)
            return one.email;
    }
    return QCoreApplication::translate("inlet::ui::BounceTable", "removed mailbox");
}

QHash<AccountId, QString> bounceMailboxes(const engine::Engine &engine, const QList<store::BounceFact> &facts)
{
    QHash<AccountId, QString> names;
    for (const store::BounceFact &fact : facts) {
        if (QString &name = names[fact.account]; name.isEmpty())
            name = bounceMailbox(engine, fact.account);
    }
    return names;
}

} // namespace inlet::ui
