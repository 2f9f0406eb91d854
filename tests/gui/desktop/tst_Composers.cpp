// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/Composers.h"
#include "resources/Resources.h"
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "support/TestMain.h"
#include "ui/dialogs/BodyEdit.h"
#include "ui/dialogs/ComposerWindow.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace inlet;
using namespace inlet::test;

/// The windows one writes in, over an engine whose answers come with the event loop.
class tst_Composers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initResources(); }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_dir->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        m_engine = std::make_unique<FakeEngine>();
        accounts::Account account;
        account.id = AccountId(1);
        account.email = QStringLiteral("anna@us.test");
        m_engine->accountList = {account};
        store::Draft draft;
        draft.id = DraftId(55);
        draft.account = account.id;
        draft.to = QStringLiteral("mara@nordlicht.test");
        draft.subject = QStringLiteral("Offer");
        draft.text = QStringLiteral("first text");
        m_engine->savedDrafts = {draft};
        m_settings->setValue(QStringLiteral("place/drafts"), QStringLiteral("55"));
        m_composers = std::make_unique<desktop::Composers>(*m_engine, m_prompts, *m_settings);
    }
    void cleanup()
    {
        qDeleteAll(windows());
        m_composers.reset();
        m_engine.reset();
        m_settings.reset();
        m_dir.reset();
    }

    /// Two windows on one draft would write over each other.
    void draftOpenedMeanwhile_isNotOpenedAgain()
    {
        m_composers->reopen(); // has asked for the draft, and waits
        open();
        QTRY_COMPARE(text(), QStringLiteral("first text"));
        QCOMPARE(windows().size(), 1);
        QCOMPARE(kept(), QStringLiteral("55"));
        windows().first()->close();
        QTRY_VERIFY(windows().isEmpty());
        QCOMPARE(kept(), QString());
    }

    void end_whileADraftLoads_closesAtOnce()
    {
        open();
        m_composers->closeAll();
        QVERIFY(!anyVisible());
        QCOMPARE(kept(), QStringLiteral("55"));
    }

    /// Sent or refused: the window is not what keeps the program alive.
    void end_whileAMailGoesOut_closesWhenItIsAnswered()
    {
        m_engine->onSend = [](const store::Draft &) { return Result<LedgerId>(Error{ErrorKind::Storage, QStringLiteral("The disk is full."), {}, {}}); };
        open();
        QTRY_COMPARE(text(), QStringLiteral("first text"));
        windows().first()->composer()->send();
        m_composers->closeAll();
        QVERIFY(anyVisible());
        QTRY_COMPARE(m_engine->sent.size(), 1);
        QTRY_VERIFY(!anyVisible());
    }

    void end_opensNothingMore()
    {
        m_composers->closeAll();
        open();
        QVERIFY(windows().isEmpty());
    }

private:
    void open()
    {
        ui::ComposeRequest request;
        request.draft = DraftId(55);
        m_composers->open(request);
    }
    [[nodiscard]] static QList<ui::ComposerWindow *> windows()
    {
        QList<ui::ComposerWindow *> open;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<ui::ComposerWindow *>(widget))
                open.append(window);
        }
        return open;
    }
    [[nodiscard]] static bool anyVisible()
    {
        const QList<ui::ComposerWindow *> all = windows();
        return std::any_of(all.cbegin(), all.cend(), [](const ui::ComposerWindow *window) { return window->isVisible(); });
    }
    [[nodiscard]] static QString text() { return windows().first()->findChild<ui::BodyEdit *>()->toPlainText(); }
    [[nodiscard]] QString kept() const { return m_settings->value(QStringLiteral("place/drafts")).toString(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<FakeEngine> m_engine;
    FakePrompts m_prompts;
    std::unique_ptr<desktop::Composers> m_composers;
};

INLET_TEST(tst_Composers)
#include "tst_Composers.moc"
