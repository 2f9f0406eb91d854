// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::store;
using inlet::test::StoreFixture;

namespace
{

SavedView named(const char *name, int number = 0)
{
    SavedView view;
    view.name = QString::fromUtf8(name);
    view.number = number;
    return view;
}

} // namespace

class tst_SavedViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_f = std::make_unique<StoreFixture>(); }

    void saved_isThereAfterARestart()
    {
        SavedView view = named("Pricing", 3);
        view.notify = true;
        view.query = {.scope = Scope::Unread, .account = m_f->ben.id, .category = Category::Unsorted,
            .search = QStringLiteral("from:mara \"net price\""), .everywhere = true};
        SavedView plain = named("Open questions");
        plain.query = {.scope = Scope::All, .category = Category::InformationRequest};
        view.id = save(view);
        QVERIFY(m_f->lastChanges.views);
        plain.id = save(plain);
        m_f->reopen();
        QCOMPARE(all(), (QList{view, plain}));
    }

    void changed_keepsItsPlace()
    {
        SavedView first = named("One");
        first.id = save(first);
        save(named("Two"));
        first.name = QStringLiteral("  First \n of all ");
        first.query.search = QStringLiteral("pricing");
        QCOMPARE(save(first), first.id);
        QCOMPARE(names(), (QStringList{QStringLiteral("First of all"), QStringLiteral("Two")}));
        QCOMPARE(all().first().query.search, QStringLiteral("pricing"));
    }

    void number_goesToWhoAskedLast()
    {
        SavedView one = named("One", 1);
        one.id = save(one);
        SavedView two = named("Two", 2);
        two.id = save(two);
        two.number = 1;
        save(two);
        QCOMPARE(numbers(), (QList{2, 1})); // they changed places
        save(named("Three", 1));
        QCOMPARE(numbers(), (QList{2, 0, 1}));
        two.number = 17;
        save(two);
        QCOMPARE(numbers(), (QList{2, 0, 1})); // there is no such key
    }

    void order_putsTheOthersBehind()
    {
        QList<SavedViewId> ids;
        for (const char *name : {"a", "b", "c", "d"})
            ids.append(save(named(name)));
        m_f->change([&](WriteTransaction &t) { return t.orderViews({ids.at(2), ids.at(0)}); });
        QCOMPARE(names().join(QString()), QStringLiteral("cabd"));
        save(named("e"));
        QCOMPARE(names().join(QString()), QStringLiteral("cabde"));
    }

    void removed_isGone()
    {
        const SavedViewId id = save(named("One", 1));
        m_f->change([&](WriteTransaction &t) { return t.removeView(id); });
        QVERIFY(all().isEmpty());
        const auto again = m_f->subject->writeAndWait("again", [&](WriteTransaction &t) { return t.removeView(id); });
        QCOMPARE(again.error().kind, ErrorKind::NotFound);
        SavedView gone = named("One");
        gone.id = id;
        QCOMPARE(refusal(gone).kind, ErrorKind::NotFound);
    }

    void nonsense_isRefusedWithWords()
    {
        save(named("Pricing"));
        for (const char *name : {"", "   ", "pricing", " PRICING"}) {
            const Error error = refusal(named(name));
            QCOMPARE(error.kind, ErrorKind::Config);
            QVERIFY(!error.detail.isEmpty());
        }
        for (qsizetype i = 1; i < SavedView::kMostViews; ++i)
            save(named(QByteArray::number(i).constData()));
        QCOMPARE(refusal(named("one more")).kind, ErrorKind::Config);
        QCOMPARE(all().size(), SavedView::kMostViews);
    }

    void mailbox_thatGoes_takesItsViewsAlong()
    {
        SavedView ofBen = named("Of Ben");
        ofBen.query.account = m_f->ben.id;
        save(ofBen);
        save(named("Of all"));
        m_f->lastChanges = {};
        m_f->change([&](WriteTransaction &t) { return t.removeAccount(m_f->ben.id); });
        QCOMPARE(names(), QStringList{QStringLiteral("Of all")});
        QVERIFY(m_f->lastChanges.views);
    }

private:
    SavedViewId save(const SavedView &view)
    {
        SavedViewId id;
        m_f->change([&](WriteTransaction &t) -> Result<void> {
            const auto saved = t.saveView(view);
            if (!saved)
                return saved.error();
            id = *saved;
            return {};
        });
        return id;
    }
    Error refusal(const SavedView &view)
    {
        const auto refused = m_f->subject->writeAndWait("save", [&](WriteTransaction &t) -> Result<void> {
            const auto saved = t.saveView(view);
            return saved ? Result<void>() : Result<void>(saved.error());
        });
        return refused ? Error{} : refused.error();
    }
    QList<SavedView> all()
    {
        return m_f->read([](ReadSession &session) { return session.savedViews().value_or(QList<SavedView>()); });
    }
    QStringList names()
    {
        QStringList out;
        for (const SavedView &view : all())
            out.append(view.name);
        return out;
    }
    QList<int> numbers()
    {
        QList<int> out;
        for (const SavedView &view : all())
            out.append(view.number);
        return out;
    }

    std::unique_ptr<StoreFixture> m_f;
};

INLET_TEST(tst_SavedViews)
#include "tst_SavedViews.moc"
