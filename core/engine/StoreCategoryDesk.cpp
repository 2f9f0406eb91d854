// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/StoreCategoryDesk.h"

#include "engine/StoreAnswers.h"

namespace inlet::engine
{

template <typename T>
void StoreCategoryDesk::write(const char *name, QObject *context, Answer<Result<T>> answer, std::function<Result<T>(store::WriteTransaction &)> work)
{
    writeAndAnswer<T>(m_store, m_relay, name, context, std::move(answer), std::move(work), m_changed);
}

void StoreCategoryDesk::fetchOwn(QObject *context, Answer<Result<QList<store::OwnCategory>>> answer)
{
    const auto reply = m_relay.answer<Result<QList<store::OwnCategory>>>(context, std::move(answer));
    m_store.read("own categories@" + QByteArray::number(quintptr(context), 16), [reply](store::ReadSession &session) {
        const auto own = session.ownCategories();
        if (own || own.error().kind != ErrorKind::Cancelled)
            reply(own);
    });
}

void StoreCategoryDesk::save(const store::OwnCategory &category, QObject *context, Answer<Result<store::Category>> answer)
{
    write<store::Category>("save category", context, std::move(answer),
        [category](store::WriteTransaction &transaction) { return transaction.saveCategory(category); });
}

void StoreCategoryDesk::order(const QList<store::Category> &order, QObject *context, Answer<Result<void>> answer)
{
    write<void>("order categories", context, std::move(answer),
        [order](store::WriteTransaction &transaction) { return transaction.orderCategories(order); });
}

void StoreCategoryDesk::countIn(store::Category category, QObject *context, Answer<qint64> answer)
{
    const auto reply = m_relay.answer<qint64>(context, std::move(answer));
    m_store.read({}, [reply, category](store::ReadSession &session) { reply(session.conversationsIn(category).value_or(0)); });
}

void StoreCategoryDesk::remove(store::Category category, QObject *context, Answer<Result<UndoId>> answer)
{
    write<UndoId>("remove category", context, std::move(answer),
        [category](store::WriteTransaction &transaction) { return transaction.removeCategory(category); });
}

} // namespace inlet::engine
