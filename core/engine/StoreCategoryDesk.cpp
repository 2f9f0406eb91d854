// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/StoreCategoryDesk.h"

namespace inlet::engine
{

template <typename T>
void StoreCategoryDesk::write(const char *name, QObject *context, Answer<Result<T>> answer, std::function<Result<T>(store::WriteTransaction &)> work)
{
    const auto reply = m_relay.answer<Result<T>>(context, std::move(answer));
    const auto made = std::make_shared<std::optional<T>>();
    m_store.write(
        name,
        [made, work = std::move(work)](store::WriteTransaction &transaction) -> Result<void> {
            auto value = work(transaction);
            if (!value)
                return value.error();
            made->emplace(*std::move(value));
            return {};
        },
        [&relay = m_relay, changed = m_changed, made, reply](const Result<void> &done) {
            reply(done ? Result<T>(**made) : Result<T>(done.error()));
            relay.post(changed);
        });
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
    write<bool>(
        "order categories", context, [answer = std::move(answer)](const Result<bool> &done) { answer(done ? Result<void>() : Result<void>(done.error())); },
        [order](store::WriteTransaction &transaction) -> Result<bool> {
            const auto done = transaction.orderCategories(order);
            return done ? Result<bool>(true) : Result<bool>(done.error());
        });
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
