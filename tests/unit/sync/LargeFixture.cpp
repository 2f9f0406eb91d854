// SPDX-License-Identifier: GPL-3.0-or-later
#include "LargeFixture.h"

#include <QRandomGenerator>

#include <algorithm>

namespace inlet::test
{

QByteArray largeMail(int number, int octets)
{
    QByteArray raw = SyncFixture::mail(number);
    QRandomGenerator random(7);
    while (raw.size() < octets) {
        QByteArray line(57, Qt::Uninitialized);
        for (char &octet : line)
            octet = char(random.bounded(256));
        raw += line.toBase64() + "\r\n";
    }
    return raw;
}

bool LargeFixture::begin()
{
    uid = f.server.deliver("INBOX", raw);
    f.server.failNext(FakeCall::FetchSlice, Error{ErrorKind::ServerRefused, QStringLiteral("not now"), {}, {}});
    f.startEngine();
    if (!f.waitUntilLive() || f.messages("INBOX").isEmpty())
        return false;
    id = f.messages("INBOX").first().location.message;
    f.server.clearCalls();
    return !isWhole();
}

void LargeFixture::fetch()
{
    store::MessageLocation location;
    f.store->readHere([&](store::ReadSession &read) { location = read.locations(id)->first(); });
    sync::WholeFetch how;
    how.part = part;
    how.stop = stop.get_token();
    how.progress = [told = told, hook = onProgress](qint64 done, qint64 total) {
        {
            const std::scoped_lock lock(told->mutex);
            told->done.append(done);
            told->total = total;
            told->fits = told->fits && done <= total;
        }
        hook();
    };
    f.engine->fetchWhole(location, how, [told = told](const Result<void> &result) {
        const std::scoped_lock lock(told->mutex);
        told->end = result;
    });
}

void LargeFixture::fetchWith(const std::function<void()> &trouble)
{
    f.server.hold(FakeCall::FetchSlice);
    fetch();
    if (!f.server.waitUntilHeld(FakeCall::FetchSlice))
        qFatal("nothing is fetched");
    trouble();
    f.server.release(FakeCall::FetchSlice);
}

bool LargeFixture::waitForEnd()
{
    return SyncFixture::waitUntil([this] { return told->ended(); });
}

QList<qint64> LargeFixture::offsets() const
{
    QList<qint64> offsets;
    for (const RecordedCall &call : f.server.calls()) {
        if (call.call == FakeCall::FetchSlice)
            offsets.append(call.argument.split(' ').last().split('.').first().toLongLong());
    }
    return offsets;
}

bool LargeFixture::cameBetween(FakeCall call) const
{
    const QList<RecordedCall> calls = f.server.calls();
    const auto isSlice = [](const RecordedCall &made) { return made.call == FakeCall::FetchSlice; };
    const auto first = std::find_if(calls.begin(), calls.end(), isSlice);
    const auto last = std::find_if(calls.rbegin(), calls.rend(), isSlice).base();
    return std::any_of(first, last, [call](const RecordedCall &made) { return made.call == call; });
}

QByteArray LargeFixture::stored()
{
    QByteArray octets;
    f.store->readHere([&](store::ReadSession &read) { octets = read.raw(id).value_or(QByteArray()); });
    return octets;
}

bool LargeFixture::connectionGoesOn()
{
    f.server.deliver("INBOX", SyncFixture::mail(2));
    return f.turnUntil([this] { return f.messages("INBOX").size() == 2; }) && f.server.count(FakeCall::Connect) == 0;
}

} // namespace inlet::test
