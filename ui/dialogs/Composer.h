// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"
#include "ui/dialogs/ComposeRequest.h"

#include <QWidget>

#include <chrono>

class QLineEdit;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

namespace parts
{
class NoticeBar;
}
struct ComposeFacts;
class AttachmentStrip;
class BodyEdit;
class ComposeNotes;
class ComposerBar;
class ComposerHead;
class DraftKeeper;
class Prompts;
class RecipientGuard;
struct TemplateFacts;

/// Writes one mail: below a conversation, or in a ComposerWindow. The draft is saved while the user
/// types; closing keeps it, only "discard" removes it. Ctrl+Enter sends, Ctrl+Shift+Enter sends and
/// archives, Esc closes.
class Composer : public QWidget
{
    Q_OBJECT

public:
    struct Options {
        std::chrono::seconds undoWindow{10};
        QString templates; ///< their file, see TemplateFile
        bool inlineMode = false; ///< below a conversation: offers its own window
    };

    Composer(engine::Engine &engine, Prompts &prompts, const ComposeRequest &request, const Options &options,
        QWidget *parent);
    ~Composer() override;

    [[nodiscard]] QString subject() const;
    /// The draft as it stands; its id may be none so far.
    [[nodiscard]] store::Draft draft() const;
    [[nodiscard]] DraftId draftId() const;
    [[nodiscard]] ConversationId conversation() const { return m_base.conversation; }
    /// Nothing was typed since it was opened.
    [[nodiscard]] bool isUntouched() const { return !m_touched; }

public Q_SLOTS:
    void send();
    void sendAndArchive();
    void closeKeepingDraft();
    void discard(); ///< asks when something would be lost

Q_SIGNALS:
    void sent(inlet::LedgerId ledger, std::chrono::seconds undoWindow);
    void closed(); ///< can go; comes after sent() too
    void idle(); ///< nothing is on its way any more: it can be closed again
    /// Show this draft in a window of its own; this composer has closed.
    void popOutRequested(inlet::DraftId draft);
    void subjectChanged(const QString &subject);
    void draftChanged(); ///< it was saved; draftId() may be another one

private:
    void build(const Options &options);
    void bindKeys();
    void begin(const ComposeRequest &request);
    void resume(DraftId id);
    void show(const store::Draft &draft);
    void writeQuote(const ComposeRequest &request);
    void fetchForwarded(const store::MessageItem &message);
    void onSenderChanged();
    void onEdited();
    void attach(const QStringList &paths);
    [[nodiscard]] ComposeFacts facts() const;
    [[nodiscard]] bool isReady();
    void trySend(bool archive);
    void hand(bool archive);
    void onSent(const Result<LedgerId> &answer, bool archive);
    void showError(const QString &text, QWidget *focus = nullptr);
    void setSending(bool sending);
    void popOut();
    void chooseTemplate();
    void insertTemplate(const QString &text);
    [[nodiscard]] TemplateFacts templateFacts() const;
    void goToVariable();
    [[nodiscard]] QString openVariableWords() const;
    void refreshForbidden();
    [[nodiscard]] QString signatureOf(AccountId account) const;
    [[nodiscard]] bool startsNewThread() const;

    engine::Engine &m_engine;
    Prompts &m_prompts;
    std::chrono::seconds m_undoWindow;
    QString m_templates; ///< their file
    mime::Address m_answered; ///< who wrote what is answered
    ComposerHead *m_head;
    BodyEdit *m_body;
    AttachmentStrip *m_files;
    parts::NoticeBar *m_forbidden; ///< who must not be written to
    parts::NoticeBar *m_warnings; ///< what should be thought about
    parts::NoticeBar *m_notice;
    bool m_saysNotSaved = false; ///< that is what the notice says
    ComposerBar *m_bar;
    DraftKeeper *m_keeper;
    RecipientGuard *m_guard;
    ComposeNotes *m_notes;
    store::Draft m_base; ///< what the fields do not show: conversation, references ...
    AccountId m_threadAccount; ///< mailbox of the thread that is answered
    QString m_givenSubject; ///< nobody has typed it here: what stands in braces in it is theirs
    QString m_signature; ///< that stands in the text now
    bool m_touched = false;
    bool m_loading = false;
    bool m_sending = false;
    bool m_pendingArchive = false;
};

} // namespace inlet::ui
