// SPDX-License-Identifier: GPL-3.0-or-later
// The program in the sandbox as a screen reader meets it: asked through AT-SPI from another process.
#include "support/ScreenReader.h"
#include "support/TestMain.h"

#include <QTest>

#include <algorithm>

using namespace inlet::test;
using Item = ScreenReader::Item;
using Event = ScreenReader::Event;

class tst_ScreenReader : public QObject
{
    Q_OBJECT

private:
    ScreenReader m_reader;

    [[nodiscard]] static Item find(const QList<Item> &items, const char *role, const char *name)
    {
        const auto found = std::find_if(items.cbegin(), items.cend(), [&](const Item &item) {
            return item.role == QLatin1String(role) && (item.name.contains(QLatin1String(name)) || item.label == QLatin1String(name));
        });
        return found == items.cend() ? Item() : *found;
    }
    /// What takes the focus and says nothing when it does.
    [[nodiscard]] static QStringList nameless(const QList<Item> &items)
    {
        QStringList wrong;
        for (const Item &item : items) {
            const bool needsLabel = item.role == QLatin1String("combo box"); // its name is its value
            if (item.is("focusable") && (item.name.trimmed().isEmpty() || (needsLabel && item.label.isEmpty())))
                wrong += QStringLiteral("%1 at depth %2").arg(item.role).arg(item.depth);
        }
        return wrong;
    }
    [[nodiscard]] QList<Item> rows()
    {
        QList<Item> found = m_reader.tree(QStringLiteral("Inlet"));
        const auto list = std::find_if(found.cbegin(), found.cend(),
            [](const Item &item) { return item.role == QLatin1String("list") && item.name == QLatin1String("Conversations"); });
        if (list == found.cend())
            return {};
        QList<Item> rows;
        for (auto row = list + 1; row != found.cend() && row->depth > list->depth; ++row) {
            if (row->role == QLatin1String("list item"))
                rows.append(*row);
        }
        return rows;
    }
    /// Whose row it is: the part before the company.
    [[nodiscard]] static QString nameIn(const QString &sentence)
    {
        return sentence.section(QStringLiteral(", "), 0, sentence.contains(QStringLiteral(", automatic. ")) ? 1 : 0).section(QStringLiteral(". "), -1);
    }
    /// Waits for an event of that kind whose name holds the words; empty: none came.
    [[nodiscard]] QString told(const char *kind, const QString &words, const char *role = nullptr)
    {
        QStringList others;
        const bool came = QTest::qWaitFor([&] {
            const QList<Event> events = m_reader.events();
            for (const Event &event : events) {
                others += event.kind + QLatin1Char(' ') + event.item.role + QLatin1Char(' ') + event.item.name;
                if (event.kind == QLatin1String(kind) && event.item.name.contains(words)
                    && (!role || event.item.role == QLatin1String(role)))
                    return true;
            }
            return false;
        }, 15000);
        return came ? QString() : QStringLiteral("not told, but: ") + others.join(QStringLiteral(" | "));
    }
    [[nodiscard]] bool waitForWindow(const QString &title)
    {
        return QTest::qWaitFor([&] { return m_reader.windows().contains(title); }, 15000);
    }
    /// Opens a window with a key, hears its title and the names of all that takes the focus, closes it.
    void hearWindow(const QString &key, const QString &title, const QList<std::pair<const char *, const char *>> &fields)
    {
        QVERIFY(m_reader.press(key));
        QVERIFY2(waitForWindow(title), qPrintable(m_reader.windows().join(QStringLiteral(" | "))));
        QList<Item> items;
        QTRY_VERIFY_WITH_TIMEOUT((items = m_reader.tree(title)).size() > 3, 15000);
        for (const auto &[role, name] : fields)
            QVERIFY2(!find(items, role, name).role.isEmpty(), qPrintable(QStringLiteral("no %1 %2").arg(QLatin1String(role), QLatin1String(name))));
        QCOMPARE(nameless(items), QStringList());
        QTRY_VERIFY_WITH_TIMEOUT(std::any_of(items.cbegin(), items.cend(), [](const Item &item) { return item.is("focused"); })
                || (items = m_reader.tree(title)).isEmpty(),
            15000);
        QVERIFY(m_reader.press(QStringLiteral("Escape")));
        QTRY_VERIFY_WITH_TIMEOUT(!m_reader.windows().contains(title), 15000);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_reader.start(), qPrintable(m_reader.error())); }

    void list_isAList_withOneSentenceARow()
    {
        QTRY_VERIFY_WITH_TIMEOUT(rows().size() >= 5, 20000);
        const QList<Item> window = m_reader.tree(QStringLiteral("Inlet"));
        QVERIFY(find(window, "list", "Conversations").is("focusable"));
        QCOMPARE(window.first().role, QStringLiteral("frame"));
        QVERIFY(!find(window, "panel", "Conversation").role.isEmpty());
        QVERIFY(!find(window, "page tab list", "Splits").role.isEmpty());
        // Who, what, state, category, where and when. The mail comes in by and by.
        const auto sentence = [this] { return find(rows(), "list item", "Tom Hadley").name; };
        QTRY_VERIFY2_WITH_TIMEOUT(sentence().startsWith(QStringLiteral("Unread. Information request, automatic. Tom Hadley, brightline.test. Re: ")),
            qPrintable(sentence()), 20000);
        QVERIFY2(sentence().contains(QStringLiteral(". 2 messages. via anna@try-acme.test. ")), qPrintable(sentence()));
        QVERIFY2(sentence().endsWith(QStringLiteral(" ago.")), qPrintable(sentence()));
        const QString mailboxes = find(m_reader.tree(QStringLiteral("Inlet")), "list item", "Needs answer").name;
        QVERIFY2(mailboxes.startsWith(QStringLiteral("Needs answer, ")), qPrintable(mailboxes));
    }

    void everythingFocusable_hasAName()
    {
        QCOMPARE(nameless(m_reader.tree(QStringLiteral("Inlet"))), QStringList());
    }

    void j_tellsTheNextRow()
    {
        QVERIFY(m_reader.press(QStringLiteral("Home")));
        QTRY_VERIFY(rows().first().is("selected"));
        const QString next = rows().at(1).name;
        (void)m_reader.events();
        QVERIFY(m_reader.press(QStringLiteral("j")));
        QCOMPARE(told("focused", nameIn(next), "list item"), QString());
        QTRY_VERIFY(rows().at(1).is("focused"));
        QVERIFY(rows().at(1).is("selected"));
    }

    void done_isAnnounced_andUndoToo()
    {
        const QString who = nameIn(rows().at(1).name);
        (void)m_reader.events();
        QVERIFY(m_reader.press(QStringLiteral("e")));
        QCOMPARE(told("showing", QStringLiteral("Done · ") + who, "notification"), QString());
        QVERIFY(m_reader.press(QStringLiteral("ctrl+z")));
        QCOMPARE(told("showing", QStringLiteral("Back in the inbox: ") + who, "notification"), QString());
        QVERIFY(m_reader.press(QStringLiteral("F5")));
        QCOMPARE(told("showing", QStringLiteral("Checking all mailboxes"), "notification"), QString());
    }

    void composer_fieldsAreNamed()
    {
        hearWindow(QStringLiteral("c"), QStringLiteral("New mail"), {{"text", "To"}, {"text", "Subject"}, {"text", "Message"}});
    }
    void wizard_fieldsAreNamed()
    {
        hearWindow(QStringLiteral("ctrl+shift+n"), QStringLiteral("Connect a mailbox"), {{"text", "address"}});
    }
    void settings_fieldsAreNamed()
    {
        hearWindow(QStringLiteral("ctrl+shift+p"), QStringLiteral("Settings"), {{"combo box", "Look"}});
    }

    void program_endsInOrder() { QVERIFY(m_reader.close()); }
};

INLET_TEST(tst_ScreenReader)
#include "tst_ScreenReader.moc"
