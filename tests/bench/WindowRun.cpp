// SPDX-License-Identifier: GPL-3.0-or-later
// inlet_window_bench --data-dir DIR: the real window on a full profile, from key press to painted result.
#include "AppContext.h"
#include "ProcessSetup.h"
#include "desktop/Shell.h"
#include "mime/Mime.h"
#include "resources/Resources.h"
#include "ui/MainWindow.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/BodyView.h"
#include "ui/panes/ConversationPane.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/MessageCard.h"

#include "Commands.h"

#include <QApplication>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <random>

using namespace inlet;

namespace inlet::bench
{

namespace
{

constexpr int kKeys = 100;
constexpr int kScrolls = 300;
constexpr double kPatienceMs = 20'000;

/// Whether a widget was painted since reset().
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QWidget *watched) { watched->installEventFilter(this); }
    void reset() { m_painted = false; }
    [[nodiscard]] bool painted() const { return m_painted; }

protected:
    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        m_painted = m_painted || event->type() == QEvent::Paint;
        return false;
    }

private:
    bool m_painted = false;
};

class WindowRun
{
public:
    explicit WindowRun(ui::MainWindow &window)
        : m_window(window), m_view(window.list()->view()), m_list(m_view->viewport()), m_pane(window.conversation())
    {
    }

    void measure(const Stopwatch &sinceStart, const std::optional<store::ConversationRow> &longest)
    {
        waitFor(m_list, [&] { return isShown(firstRow()); });
        report("window.start", sinceStart.ms(), "ms");
        m_window.showList({.scope = store::Scope::All, .account = {}, .category = {}, .search = {}});
        waitFor(m_list, [&] { return m_window.listModel()->isComplete() && isShown(firstRow()); });
        report("window.rows", m_window.listModel()->rowCount(), "rows");
        measureKeys();
        measureScrolling();
        if (longest)
            measureOpening(*longest);
        report("window.memory", double(memoryOf("VmRSS")), "octets");
    }

private:
    template <typename Condition>
    double waitFor(PaintWatch &watch, const Condition &condition)
    {
        const Stopwatch watchHand;
        while (!(watch.painted() && condition())) {
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
            if (watchHand.ms() > kPatienceMs)
                qFatal("inlet_window_bench: what a key asked for did not come");
        }
        return watchHand.ms();
    }

    /// Milliseconds until the list was painted with what the key does.
    template <typename Condition>
    double press(Qt::Key key, Qt::KeyboardModifiers modifiers, const Condition &condition)
    {
        m_list.reset();
        const Stopwatch watchHand;
        QWidget *focus = m_window.focusWidget() ? m_window.focusWidget() : &m_window;
        const QString text = modifiers ? QString() : QString(QChar(char16_t(key))).toLower();
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, modifiers, text);
            QCoreApplication::sendEvent(focus, &event);
        }
        waitFor(m_list, condition);
        return watchHand.ms();
    }

    void settle()
    {
        for (const Stopwatch pause; pause.ms() < 60;)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }

    [[nodiscard]] QModelIndex firstRow() const { return m_window.listModel()->index(0, 0); }
    [[nodiscard]] static bool isShown(const QModelIndex &index) { return index.isValid() && index.data(int(ui::ListRole::IsLoaded)).toBool(); }

    static void tell(const QByteArray &metric, std::vector<double> times)
    {
        std::sort(times.begin(), times.end());
        const auto at = [&](double share) { return times.at(std::min(times.size() - 1, std::size_t(double(times.size()) * share))); };
        report((metric + "_p50").constData(), at(0.50), "ms");
        report((metric + "_p99").constData(), at(0.99), "ms");
        report((metric + "_worst").constData(), times.back(), "ms");
    }

    void measureKeys()
    {
        std::vector<double> steps;
        std::vector<double> archived;
        std::vector<double> undone;
        for (int i = 0; i < kKeys; ++i) {
            const ConversationId before = m_window.list()->current();
            steps.push_back(press(Qt::Key_J, {}, [&] { return m_window.list()->current() != before && isShown(m_view->currentIndex()); }));
            settle(); // the conversation opens beside it, as under a hand
            const ConversationId row = m_window.list()->current();
            archived.push_back(press(Qt::Key_E, {}, [&] { return m_window.listModel()->rowOf(row) < 0; }));
            settle();
            undone.push_back(press(Qt::Key_Z, Qt::ControlModifier, [&] { return m_window.listModel()->rowOf(row) >= 0; }));
            settle();
        }
        tell("window.key_next", steps);
        tell("window.key_archive", archived);
        tell("window.key_undo", undone);
    }

    void measureScrolling()
    {
        QScrollBar *bar = m_view->verticalScrollBar();
        std::minstd_rand random(3);
        std::vector<double> frames;
        std::vector<double> filled;
        for (int i = 0; i < kScrolls; ++i) {
            const int to = i % 3 == 0 ? std::uniform_int_distribution<int>(0, bar->maximum())(random) : bar->value() + bar->pageStep();
            m_list.reset();
            const Stopwatch watchHand;
            bar->setValue(to);
            m_view->viewport()->repaint();
            frames.push_back(watchHand.ms());
            waitFor(m_list, [&] { return isShown(m_view->indexAt(m_view->viewport()->rect().center())); });
            filled.push_back(watchHand.ms());
        }
        tell("window.scroll_frame", frames);
        tell("window.scroll_rows_there", filled);
    }

    void measureOpening(const store::ConversationRow &longest)
    {
        const auto isReadable = [&] {
            const QList<ui::MessageCard *> cards = m_window.conversation()->cards();
            return std::any_of(cards.begin(), cards.end(), [&](const ui::MessageCard *card) {
                const auto *body = card->findChild<ui::BodyView *>();
                return card->message().conversation == longest.id && body && !body->document()->isEmpty();
            });
        };
        m_pane.reset();
        const Stopwatch watchHand;
        m_window.showConversation(longest.id);
        waitFor(m_pane, isReadable);
        report("window.open_longest", watchHand.ms(), "ms");
        report("window.messages_of_longest", longest.messages, "messages");
    }

    ui::MainWindow &m_window;
    ui::FlatListView *m_view;
    PaintWatch m_list;
    PaintWatch m_pane;
};

/// What `inlet_bench fill --thread` wrote.
std::optional<store::ConversationRow> longThread(store::Store &store)
{
    QList<store::ConversationRow> found;
    store.readHere([&](store::ReadSession &read) {
        found = read.page({.scope = store::Scope::All, .search = QStringLiteral("subject:longthread ")}, std::nullopt, 1).value_or(found);
    });
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

} // namespace

} // namespace inlet::bench

int main(int argc, char **argv)
{
    const bench::Stopwatch sinceStart;
    app::prepareProcess();
    QApplication application(argc, argv);
    initResources();
    mime::initialize();
    const bench::Options arguments(QCoreApplication::arguments(), {QStringLiteral("data-dir")});
    desktop::Options options;
    options.profile.dataDir = arguments.text("data-dir");
    options.profile.vault = QStringLiteral("session");
    options.profile.listen = false;
    const auto context = app::AppContext::open(options.profile);
    if (!context) {
        std::fprintf(stderr, "inlet_window_bench: %s\n", qUtf8Printable(context.error().detail));
        return 1;
    }
    desktop::Shell shell(**context, options);
    shell.show();
    bench::WindowRun(shell.window()).measure(sinceStart, bench::longThread((*context)->store()));
    return 0;
}
