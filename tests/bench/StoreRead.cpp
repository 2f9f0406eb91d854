// SPDX-License-Identifier: GPL-3.0-or-later
// read: what the window asks of a full store, timed.
#include "Commands.h"
#include "MailGenerator.h"
#include "engine/ViewTally.h"

#include <algorithm>
#include <random>

namespace inlet::bench
{

namespace
{

constexpr int kPage = 50;

double percentile(std::vector<double> times, double share)
{
    std::sort(times.begin(), times.end());
    return times.at(std::min(times.size() - 1, std::size_t(double(times.size()) * share)));
}

void reportTimes(const QByteArray &metric, const std::vector<double> &times)
{
    report((metric + "_p50").constData(), percentile(times, 0.50), "ms");
    report((metric + "_p95").constData(), percentile(times, 0.95), "ms");
    report((metric + "_p99").constData(), percentile(times, 0.99), "ms");
    report((metric + "_worst").constData(), *std::max_element(times.begin(), times.end()), "ms");
}

template <typename Work>
double timed(store::Store &store, const Work &work)
{
    const Stopwatch watch;
    store.readHere([&](store::ReadSession &read) { work(read); });
    return watch.ms();
}

void measureScrolling(store::Store &store, const store::ListQuery &query)
{
    QList<store::ListKey> keys;
    const double all = timed(store, [&](store::ReadSession &read) { keys = read.keys(query).value_or(keys); });
    report("store.list_rows", double(keys.size()), "rows");
    report("store.list_keys", all, "ms");
    if (keys.isEmpty())
        return;
    std::minstd_rand random(11);
    std::vector<double> times;
    for (int i = 0; i < 300; ++i) {
        const qsizetype at = std::uniform_int_distribution<qsizetype>(0, keys.size() - 1)(random);
        QList<ConversationId> ids;
        for (qsizetype row = at; row < std::min(at + kPage, keys.size()); ++row)
            ids.append(keys.at(row).id);
        times.push_back(timed(store, [&](store::ReadSession &read) { (void)read.rows(ids, query); }));
    }
    reportTimes("store.page", times);
}

/// The whole list and its first page in each order.
void measureOrders(store::Store &store)
{
    for (const store::ListOrder order : {store::ListOrder::LongestWaiting, store::ListOrder::HottestFirst}) {
        const QByteArray metric = "store.order_" + nameOf(order).toLatin1();
        const store::ListQuery query{.scope = store::Scope::All, .order = order};
        const auto keys = [&](store::ReadSession &read) { (void)read.keys(query); };
        const auto page = [&](store::ReadSession &read) { (void)read.page(query, std::nullopt, kPage); };
        report((metric + "_keys").constData(), timed(store, keys), "ms");
        report((metric + "_page").constData(), timed(store, page), "ms");
    }
}

void measureSearch(store::Store &store)
{
    std::vector<double> times;
    std::vector<double> byKind[6];
    const QStringList typed = searches(120);
    for (qsizetype i = 0; i < typed.size(); ++i) {
        store::ListQuery query{.scope = store::Scope::All, .search = typed.at(i), .everywhere = true};
        times.push_back(timed(store, [&](store::ReadSession &read) { (void)read.page(query, std::nullopt, kPage); }));
        byKind[i % 6].push_back(times.back());
    }
    reportTimes("store.search", times);
    const char *names[] = {"rare", "middle", "frequent", "prefix", "two_words", "sender"};
    for (std::size_t kind = 0; kind < 6; ++kind)
        report((QByteArray("store.search_") + names[kind] + "_p50").constData(), percentile(byKind[kind], 0.5), "ms");
}

/// Saved views with a word that nearly all mails have, a frequent one and none: counted whole, and after changes.
void measureViews(store::Store &store)
{
    const QStringList searches{MailGenerator::word(3), MailGenerator::word(200), QStringLiteral("is:unread")};
    QList<SavedViewId> ids;
    const auto saved = store.writeAndWait("bench.views", [&](store::WriteTransaction &write) -> Result<void> {
        for (const QString &search : searches) {
            store::SavedView view;
            view.name = QStringLiteral("bench ") + search;
            view.query = {.scope = store::Scope::All, .search = search};
            const auto id = write.saveView(view);
            if (!id)
                return id.error();
            ids.append(*id);
        }
        return {};
    });
    if (!saved)
        qFatal("no views: %s", qUtf8Printable(saved.error().detail));
    engine::ViewTally tally;
    std::vector<double> whole;
    bool more = true;
    while (more) {
        more = false;
        whole.push_back(timed(store, [&](store::ReadSession &read) {
            const auto state = tally.advance(read);
            more = state && state->more;
        }));
    }
    report("store.view_whole_worst", *std::max_element(whole.begin(), whole.end()), "ms");
    QList<store::ListKey> keys;
    timed(store, [&](store::ReadSession &read) { keys = read.keys({.scope = store::Scope::All}).value_or(keys); });
    for (const qsizetype changed : {1, 100}) {
        std::vector<double> times;
        for (qsizetype at = 0; at + changed <= keys.size() && times.size() < 50; at += changed) {
            store::ChangeSet changes;
            for (qsizetype i = at; i < at + changed; ++i)
                changes.conversations.insert(keys.at(i).id);
            tally.note(changes);
            times.push_back(timed(store, [&](store::ReadSession &read) { (void)tally.advance(read); }));
        }
        reportTimes("store.views_after_" + QByteArray::number(changed), times);
    }
    const auto removed = store.writeAndWait("bench.views", [&](store::WriteTransaction &write) -> Result<void> {
        for (const SavedViewId id : std::as_const(ids)) {
            if (const auto gone = write.removeView(id); !gone)
                return gone;
        }
        return {};
    });
    if (!removed)
        qFatal("views stay: %s", qUtf8Printable(removed.error().detail));
}

} // namespace

QStringList searches(int count)
{
    std::minstd_rand random(7);
    const auto below = [&](int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random); };
    QStringList out;
    for (int i = 0; i < count; ++i) {
        switch (i % 6) {
        case 0:
            out.append(MailGenerator::word(2000 + below(20'000)) + QLatin1Char(' '));
            break;
        case 1:
            out.append(MailGenerator::word(100 + below(1000)) + QLatin1Char(' '));
            break;
        case 2:
            out.append(MailGenerator::word(below(30)) + QLatin1Char(' ')); // in nearly every mail
            break;
        case 3:
            out.append(MailGenerator::word(500 + below(5000)).left(3));
            break;
        case 4:
            out.append(MailGenerator::word(100 + below(500)) + QLatin1Char(' ') + MailGenerator::word(100 + below(500)) + QLatin1Char(' '));
            break;
        default:
            out.append(QStringLiteral("from:") + MailGenerator::word(300 + below(8000)));
            break;
        }
    }
    return out;
}

int readStore(const QStringList &arguments)
{
    const Options options(arguments, {QStringLiteral("data-dir")});
    const Stopwatch start;
    const auto store = openBenchStore(options.text("data-dir"));
    const store::ListQuery everything{.scope = store::Scope::All};
    timed(*store, [&](store::ReadSession &read) { (void)read.page(everything, std::nullopt, kPage); });
    report("store.start", start.ms(), "ms");
    report("store.counts", timed(*store, [](store::ReadSession &read) { (void)read.counts(); }), "ms");
    measureScrolling(*store, everything);
    measureOrders(*store);
    measureSearch(*store);
    measureViews(*store);
    report("store.memory", double(memoryOf("VmRSS")), "octets");
    report("store.database", double(store->databaseBytes()), "octets");
    return 0;
}

} // namespace inlet::bench
