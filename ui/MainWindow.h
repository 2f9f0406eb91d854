// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"
#include "ui/Openers.h"
#include "ui/PaperMemory.h"
#include "ui/RowLook.h"
#include "ui/Templates.h"
#include "ui/actions/KeyUse.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QMenu;
class QSettings;
class QSplitter;
class QUrl;

namespace inlet::ui
{

class AttachmentActions;
struct Command;
class ConversationListModel;
class ConversationModel;
class ConversationPane;
class EmptyState;
class GuideBar;
class GuidedRun;
class InboxController;
class KeyDispatcher;
class LeaveGuard;
class LeadImportDialog;
class LeadPane;
class ListPane;
class MessageBodies;
class NoticeBars;
class PlaceKeeper;
struct Preferences;
class PersonGuide;
class Prompts;
class RailModel;
class RailPane;
class RecipientWatch;
class RunBar;
class SendUndo;
class StatusLine;
class ThemeController;
class TriageDialogs;
class WindowLayout;

/// Lays out the panes and binds them to each other and to the keys; what they do is theirs.
/// Thread: GUI. All references must outlive the window.
class MainWindow : public QWidget
{
    Q_OBJECT
    Q_MOC_INCLUDE("ui/Preferences.h")

public:
    struct Context {
        engine::Engine &engine;
        Openers openers;
        Prompts &prompts;
        QSettings &settings; ///< in the profile directory
        ThemeController &theme;
        std::function<bool()> hasTray = {}; ///< the program can go on without a window; empty: it cannot
        bool isSandbox = false; ///< the mailboxes are invented, and whoever looks at them is new
    };
    explicit MainWindow(Context context, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Another list, as from the rail.
    void showList(const store::ListQuery &query);
    void showRail(const store::ListQuery &query); ///< a row of the rail
    /// A conversation, in the list where it is in it.
    void showConversation(ConversationId id);
    /// Asked for from outside, e.g. a notification: in the list of all mailboxes, whatever was shown. None:
    /// what needs an answer.
    void showFromOutside(ConversationId id);
    /// Opens the first row where nothing is open. Nobody asked for it, so it does not count as read.
    void showFirst();
    /// What the user chose in the settings; holds at once.
    void applyPreferences(const Preferences &preferences);
    /// Somebody is looking at it: the window is in front and the list shows it or it is open.
    [[nodiscard]] bool isOnScreen(ConversationId id) const;
    /// A list that the rep kept; nothing where there is none of that number.
    void showView(SavedViewId id);
    void perform(ActionId action);
    /// Ends, with the user's word where one is needed; closing the window may only hide it.
    void quit();
    /// Ends without a question: a signal, the end of the session.
    void askNoMore();

    [[nodiscard]] ListPane *list() const { return m_list; }
    [[nodiscard]] ConversationPane *conversation() const { return m_conversation; }
    [[nodiscard]] ConversationListModel *listModel() const { return m_listModel; }

Q_SIGNALS:
    /// The first list is on screen, rows or the reason why there are none; once.
    void firstRowsShown();
    void preferencesChanged(const inlet::ui::Preferences &preferences);
    /// The window was closed, with the user's word where one was needed.
    void closed();
    /// The window was closed, and the program goes on in the tray.
    void hiddenInTray();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectPanes();
    void connectEngine();
    void buildMenu();
    void editKeys(QWidget *over);
    void importLeads();
    void restore();
    void save();
    void savePlace();
    [[nodiscard]] bool hasTray() const;

    void onCurrent(ConversationId id);
    void openNow();
    void onListLoaded();
    void startOnce();
    void forgetRestored();
    void bindOrder();
    void setOrder(store::ListOrder order);
    void showSplit(std::optional<store::Category> category);
    void onSearch(const QString &text, bool everywhere);
    void showFilter(const store::ListQuery &query);
    void showInRail();
    void onViews();
    void keepView();
    void editViews(SavedViewId first);
    void onViewMenu(SavedViewId id, const QPoint &globalPoint);
    void onEmptyAction(int action);
    void onNotice(const engine::Notice &notice);
    void onLink(const QUrl &target);
    void onMailboxMenu(AccountId account, const QPoint &globalPoint);
    void refreshWelcome();
    void trySandbox();
    void addLooks(QMenu &menu);
    void setDensity(Density density);
    void changePreferences(const std::function<void(Preferences &)> &change);
    void refreshOutgoing();
    void bindWindow();
    void bindWriting();
    void bindGoing();
    void bindDeciding();
    void bindTools();
    void bindCategories(); ///< of the rep's own
    void sortAs(store::Category category);
    void bindViews();
    void bindRelated();
    void bindPeople();
    [[nodiscard]] QList<Command> commands();
    [[nodiscard]] QList<Command> lookCommands();
    void replyWithTemplate();
    void offerBooking();
    void compose(const ComposeRequest &request);
    void composeDraft(DraftId draft);
    void callBack(LedgerId mail);
    void answer(store::Draft::Mode mode);
    void answerMessage(const store::MessageItem &message, store::Draft::Mode mode, const QString &templateText);
    void answerPerson(const QString &why, const QString &templateText);
    void performByMouse(ActionId action);
    void showDrafts();
    void mailboxSettings();
    void checkNow();
    void cyclePane(int by);
    void focusList();
    void focusConversation();
    void onLook();
    void toggleRun();
    void bindGuidedRun();

    Context m_context;
    RailModel *m_railModel;
    ConversationListModel *m_listModel;
    ConversationModel *m_model;
    MessageBodies *m_bodies;
    QSplitter *m_splitter;
    EmptyState *m_welcome;
    NoticeBars *m_notices;
    RailPane *m_rail;
    ListPane *m_list;
    ConversationPane *m_conversation;
    LeadPane *m_lead;
    RunBar *m_run;
    GuidedRun *m_guided;
    GuideBar *m_guideBar;
    SendUndo *m_sendUndo = nullptr;
    StatusLine *m_status;
    WindowLayout *m_layout = nullptr;
    InboxController *m_inbox = nullptr;
    TriageDialogs *m_dialogs = nullptr;
    PersonGuide *m_guide = nullptr;
    AttachmentActions *m_attachments = nullptr;
    KeyDispatcher *m_keys = nullptr;
    LeaveGuard *m_leave = nullptr;
    PlaceKeeper *m_place = nullptr;
    KeyUse m_keyUse;
    PaperMemory m_paper;
    QString m_sandboxNote;
    bool m_sandboxRuns = false;
    LinkTemplate m_booking;
    RecipientWatch *m_related = nullptr; ///< of the open conversation
    QHash<ActionId, std::function<void()>> m_does; ///< what is not the inbox controller's

    store::ListQuery m_base; ///< as chosen in the rail, without search
    SavedViewId m_view; ///< that is shown, as long as nobody changes what it looks for
    ConversationId m_restored; ///< to be opened when the list is here
    bool m_askedFor = false; ///< m_restored is shown whether the list holds it or not
    /// An answer that was asked for before its conversation was here.
    std::optional<store::Draft::Mode> m_answerWhenLoaded;
    QString m_templateText; ///< that the next answer begins with
    QPointer<LeadImportDialog> m_leadImport;
    QTimer m_openDelay;
    bool m_byHand = false; ///< the present change of row was asked for
    bool m_shownOnce = false;
    bool m_ending = false; ///< closing means the end, whatever the settings say
    bool m_ended = false;
    QObject m_outboxContext;
    QObject m_composeContext;
};

} // namespace inlet::ui
