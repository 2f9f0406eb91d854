// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/Composer.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/dialogs/AttachmentStrip.h"
#include "ui/dialogs/BodyEdit.h"
#include "ui/dialogs/ComposeNotes.h"
#include "ui/dialogs/ComposerBar.h"
#include "ui/dialogs/ComposerHead.h"
#include "ui/dialogs/DraftKeeper.h"
#include "ui/dialogs/OutgoingDocument.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/RecipientGuard.h"
#include "ui/dialogs/ReplyBuilder.h"
#include "ui/dialogs/TemplateText.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QTextBlock>

namespace inlet::ui
{

namespace
{

using Mode = store::Draft::Mode;

constexpr int kBodyHeight = 160;
/// A quote longer than this helps nobody and slows the editor down.
constexpr qsizetype kMaxQuote = 200'000;

QString firstLines(const QString &text)
{
    return text.size() <= kMaxQuote ? text : text.left(kMaxQuote) + QStringLiteral("\n[…]");
}

} // namespace

Composer::Composer(engine::Engine &engine, Prompts &prompts, const ComposeRequest &request, const Options &options,
    QWidget *parent)
    : QWidget(parent), m_engine(engine), m_prompts(prompts), m_undoWindow(options.undoWindow), m_templates(options.templates),
      m_head(new ComposerHead(this)), m_body(new BodyEdit(this)), m_files(new AttachmentStrip(this)),
      m_forbidden(new parts::NoticeBar(this)), m_warnings(new parts::NoticeBar(this)), m_notice(new parts::NoticeBar(this)), m_bar(new ComposerBar(*m_body, prompts, this)),
      m_keeper(new DraftKeeper(engine, [this] { return draft(); }, this)), m_guard(new RecipientGuard(engine, *m_forbidden, this)),
      m_notes(new ComposeNotes(engine, *m_warnings, [this] { return facts(); }, this))
{
    build(options);
    bindKeys();
    connect(m_head, &ComposerHead::edited, this, &Composer::onEdited);
    connect(m_head, &ComposerHead::edited, this, [this] { Q_EMIT subjectChanged(subject()); });
    connect(m_head, &ComposerHead::senderChanged, this, &Composer::onSenderChanged);
    connect(m_head, &ComposerHead::recipientsLeft, this, [this] {
        const QString problem = m_head->problem(nullptr);
        if (!problem.isEmpty())
            m_notice->show(parts::NoticeBar::Level::Warning, problem);
    });
    connect(m_head, &ComposerHead::edited, m_guard, [this] { m_guard->setAddresses(m_head->recipients()); });
    connect(m_guard, &RecipientGuard::problemChanged, m_bar, [this] { refreshForbidden(); });
    connect(m_body, &QTextEdit::textChanged, this, &Composer::onEdited);
    connect(m_body, &QTextEdit::textChanged, this, &Composer::refreshForbidden);
    connect(m_head, &ComposerHead::edited, this, &Composer::refreshForbidden);
    connect(m_body, &BodyEdit::richChanged, this, &Composer::onEdited);
    connect(m_body, &BodyEdit::filesDropped, this, &Composer::attach);
    connect(m_files, &AttachmentStrip::changed, this, &Composer::onEdited);
    connect(m_warnings, &parts::NoticeBar::actionRequested, this, [this] { trySend(m_pendingArchive); });
    connect(m_bar, &ComposerBar::sendRequested, this, &Composer::send);
    connect(m_bar, &ComposerBar::attachRequested, this,
        [this] { attach(m_prompts.openFiles(this, tr("Attach files"), tr("All files (*)"))); });
    connect(m_bar, &ComposerBar::templateRequested, this, &Composer::chooseTemplate);
    connect(m_bar, &ComposerBar::discardRequested, this, &Composer::discard);
    connect(m_bar, &ComposerBar::popOutRequested, this, &Composer::popOut);
    connect(m_keeper, &DraftKeeper::saved, this, [this] {
        m_bar->setDraftText(tr("Draft saved"));
        if (std::exchange(m_saysNotSaved, false))
            m_notice->clear();
        Q_EMIT draftChanged();
    });
    connect(m_keeper, &DraftKeeper::failed, this, [this](const Error &error) {
        m_bar->setDraftText(tr("Not saved"));
        m_saysNotSaved = true;
        showError(tr("This draft is not saved. %1").arg(words::ofError(error)));
    });
    connect(&engine, &engine::Engine::accountsChanged, this, [this] {
        m_head->setAccounts(m_engine.accounts(), m_head->sender().account);
    });
    if (request.draft.isValid())
        resume(request.draft);
    else
        begin(request);
}

Composer::~Composer()
{
    m_keeper->saveNow();
    // The end of the window takes the focus from its fields, when this object is a plain QWidget already.
    for (QObject *part : std::initializer_list<QObject *>{m_head, m_body, m_files, m_warnings, m_notice, m_bar, m_keeper, m_guard})
        part->disconnect();
}

void Composer::build(const Options &options)
{
    setAccessibleName(tr("Write a mail"));
    setAcceptDrops(false);
    m_forbidden->setObjectName(QStringLiteral("forbiddenNotice"));
    m_notice->setObjectName(QStringLiteral("composerNotice"));
    m_warnings->setObjectName(QStringLiteral("composerWarnings"));
    m_warnings->actionButton()->setObjectName(QStringLiteral("sendAnywayButton"));
    m_body->setMinimumHeight(kBodyHeight);
    m_bar->setCanPopOut(options.inlineMode);
    auto *layout = parts::column(this, theme::kGap, theme::kMargin);
    layout->addWidget(m_head);
    layout->addWidget(m_forbidden);
    layout->addWidget(parts::rule(this));
    layout->addWidget(m_body, 1);
    layout->addWidget(m_files);
    layout->addWidget(m_warnings);
    layout->addWidget(m_notice);
    layout->addWidget(m_bar);
}

void Composer::bindKeys()
{
    const auto key = [this](const char *keys, auto slot) {
        auto *shortcut = new QShortcut(QKeySequence(QString::fromLatin1(keys)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    key("Ctrl+Return", &Composer::send);
    key("Ctrl+Enter", &Composer::send);
    key("Ctrl+Shift+Return", &Composer::sendAndArchive);
    key("Ctrl+Shift+Enter", &Composer::sendAndArchive);
    key("Ctrl+;", &Composer::chooseTemplate);
    key("F8", &Composer::goToVariable);
    key("Esc", &Composer::closeKeepingDraft);
    key("Ctrl+Shift+A", [this] { attach(m_prompts.openFiles(this, tr("Attach files"), tr("All files (*)"))); });
}

void Composer::begin(const ComposeRequest &request)
{
    const QList<accounts::Account> accounts = m_engine.accounts();
    m_loading = true;
    m_base = beginDraft(request, accounts);
    m_answered = request.message.from;
    m_threadAccount = m_base.mode == Mode::Reply || m_base.mode == Mode::ReplyAll ? m_base.account : AccountId();
    m_head->setAccounts(accounts, m_base.account);
    show(m_base);
    if (m_base.mode != Mode::New)
        writeQuote(request);
    m_signature = signatureOf(m_base.account);
    outgoing::exchangeSignature(*m_body->document(), {}, m_signature);
    if (m_base.mode == Mode::Forward)
        fetchForwarded(request.message);
    m_body->document()->clearUndoRedoStacks();
    m_body->moveCursor(QTextCursor::Start);
    m_loading = false;
    m_notes->changed();
    if (m_head->to().isEmpty())
        m_head->toEdit()->setFocus();
    else
        m_body->setFocus();
    if (!request.templateText.isEmpty())
        insertTemplate(request.templateText);
}

void Composer::resume(DraftId id)
{
    m_loading = true;
    setSending(true);
    m_keeper->setId(id);
    m_engine.fetchDraft(id, this, [this](const Result<store::Draft> &found) {
        setSending(false);
        m_loading = false;
        if (!found) {
            showError(words::ofError(found.error()));
            return;
        }
        m_loading = true;
        m_base = *found;
        m_threadAccount = m_base.mode == Mode::Reply || m_base.mode == Mode::ReplyAll ? m_base.account : AccountId();
        // A draft keeps its text alone: which braces came with a template, the templates tell.
        m_body->addVariables(variablesIn(TemplateFile(m_templates).read().value_or(QList<Template>())));
        m_head->setAccounts(m_engine.accounts(), m_base.account);
        show(m_base);
        m_signature = signatureOf(m_base.account);
        m_files->setFiles(m_base.files);
        m_loading = false;
        m_touched = true;
        m_notes->changed();
        m_body->setFocus();
        Q_EMIT subjectChanged(subject());
    });
}

void Composer::show(const store::Draft &draft)
{
    m_head->setSender({draft.account, draft.from});
    m_head->setRecipients(draft.to, draft.cc, draft.bcc);
    m_head->setSubject(draft.subject);
    if (!draft.id.isValid() || draft.mode != Mode::New)
        m_givenSubject = m_head->subject();
    m_guard->setAddresses(m_head->recipients());
    m_body->setForwardTitle(draft.mode == Mode::Forward ? forwardTitle() : QString());
    const bool rich = !draft.html.isEmpty() && outgoing::fromHtml(*m_body->document(), draft.html);
    if (rich)
        m_body->setRich(true);
    else
        outgoing::fromText(*m_body->document(), draft.text);
}

void Composer::writeQuote(const ComposeRequest &request)
{
    const QLocale locale;
    QStringList lines{QString(), QString()};
    const QStringList original = firstLines(request.body.text).split(QLatin1Char('\n'));
    if (m_base.mode == Mode::Forward) {
        lines += forwardHead(request.message, locale);
        lines.append(QString());
        lines += original;
        outgoing::fromText(*m_body->document(), lines.join(QLatin1Char('\n')));
        return;
    }
    lines.append(attribution(request.message, locale));
    for (const QString &line : original) {
        const bool nested = line.startsWith(QLatin1Char('>'));
        lines.append((nested ? QStringLiteral(">") : QStringLiteral("> ")) + line);
    }
    outgoing::fromText(*m_body->document(), lines.join(QLatin1Char('\n')));
}

void Composer::fetchForwarded(const store::MessageItem &message)
{
    for (const mime::Attachment &attachment : message.attachments) {
        const QString key = QString::fromLatin1(attachment.part);
        m_files->addPending(key, attachment.fileName, attachment.size);
        m_engine.fetchPart(message.id, attachment.part, this,
            [this, key, attachment](const Result<QByteArray> &content) {
                if (content)
                    m_files->arrived(key, {attachment.fileName, attachment.contentType, *content});
                else
                    m_files->failed(key);
            });
    }
}

QString Composer::signatureOf(AccountId account) const
{
    const QList<accounts::Account> all = m_engine.accounts();
    for (const accounts::Account &one : all) {
        if (one.id == account)
            return one.signature;
    }
    return {};
}

DraftId Composer::draftId() const
{
    return m_keeper->id();
}

QString Composer::subject() const
{
    return m_head->subject();
}

bool Composer::startsNewThread() const
{
    return m_threadAccount.isValid() && m_head->sender().account != m_threadAccount;
}

store::Draft Composer::draft() const
{
    store::Draft now = m_base;
    const ComposerHead::Sender sender = m_head->sender();
    now.id = m_keeper->id();
    now.account = sender.account;
    now.from = sender.alias;
    now.to = m_head->to();
    now.cc = m_head->cc();
    now.bcc = m_head->bcc();
    now.subject = m_head->subject();
    now.text = outgoing::toText(*m_body->document());
    now.html = m_body->isRich() ? outgoing::toHtml(*m_body->document()) : QString();
    now.files = m_files->files();
    now.changedAt = QDateTime::currentDateTimeUtc();
    if (startsNewThread()) {
        now.inReplyTo.clear();
        now.references.clear();
    }
    return now;
}

void Composer::onSenderChanged()
{
    const AccountId account = m_head->sender().account;
    m_head->setNewThreadHint(startsNewThread());
    if (m_loading)
        return;
    const QString fresh = signatureOf(account);
    outgoing::exchangeSignature(*m_body->document(), m_signature, fresh);
    m_signature = fresh;
    onEdited();
}

void Composer::onEdited()
{
    if (m_loading || m_sending)
        return;
    m_touched = true;
    m_notice->clear();
    m_notes->changed();
    m_bar->setDraftText(QString());
    m_keeper->changed();
}

void Composer::attach(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    const QStringList problems = m_files->addPaths(paths);
    m_keeper->saveNow();
    m_notes->refresh();
    if (!problems.isEmpty())
        showError(problems.join(QLatin1Char('\n')));
}

void Composer::showError(const QString &text, QWidget *focus)
{
    m_notice->show(parts::NoticeBar::Level::Error, text);
    if (focus)
        focus->setFocus();
}

void Composer::setSending(bool sending)
{
    m_sending = sending;
    m_bar->setSending(sending);
    m_body->setReadOnly(sending);
    m_head->setInputEnabled(!sending);
    if (!sending)
        Q_EMIT idle();
}

void Composer::closeKeepingDraft()
{
    if (m_sending && !m_loading) // one that only loads has nothing to lose
        return;
    m_keeper->saveNow();
    Q_EMIT closed();
}

void Composer::discard()
{
    if (m_sending)
        return;
    if (m_touched
        && !m_prompts.ask(this,
            {tr("Discard this draft?"), tr("Its text and its files are gone for good."), tr("Discard"), tr("Keep"), true}))
        return;
    m_keeper->discard();
    Q_EMIT closed();
}

void Composer::popOut()
{
    if (m_sending)
        return;
    setSending(true);
    m_keeper->changed();
    m_keeper->saveNow();
    m_keeper->whenIdle(this, [this] {
        setSending(false);
        const DraftId id = m_keeper->id();
        if (!id.isValid())
            return; // failed() has said why
        m_keeper->release();
        Q_EMIT popOutRequested(id);
        Q_EMIT closed();
    });
}

} // namespace inlet::ui
