// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fixtures.h"
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "support/Patience.h"
#include "ui/dialogs/ConnectWizard.h"

#include <QLabel>

#include <memory>

namespace inlet::test
{

/// The wizard on its first page, and the ways to its others. What is asked about is a Google mailbox that passes all checks.
class WizardFixture
{
protected:
    void openWizard()
    {
        engine = std::make_unique<FakeEngine>();
        prompts = std::make_unique<FakePrompts>();
        engine->detection = googleDetection();
        engine->checkSteps = goodSteps();
        subject = std::make_unique<ui::ConnectWizard>(*engine, *prompts);
        subject->show();
        QVERIFY(QTest::qWaitForWindowExposed(subject.get()));
    }
    void closeWizard() { subject.reset(); }

    void toSignIn()
    {
        type("emailEdit", QStringLiteral("anna.keller@try-acme.com"));
        next()->click();
        QTRY_COMPARE(heading(), QStringLiteral("Sign in to Google"));
    }
    void toChecks()
    {
        toSignIn();
        QTest::keyClicks(find<QLineEdit>(subject.get(), "passwordEdit"), QStringLiteral("secret"));
        next()->click();
    }
    void toForm()
    {
        engine->detection = unknownDetection();
        type("emailEdit", QStringLiteral("anna@acme.io"));
        next()->click();
        QTRY_COMPARE(heading(), QStringLiteral("Mail servers"));
    }
    void type(const char *name, const QString &text) { find<QLineEdit>(subject.get(), name)->setText(text); }
    [[nodiscard]] QString heading() const { return find<QLabel>(subject.get(), "headingLabel")->text(); }
    [[nodiscard]] QPushButton *next() const { return find<QPushButton>(subject.get(), "nextButton"); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = subject->focusWidget();
        QTest::keyClick(focus ? focus : subject.get(), key, modifiers);
    }
    [[nodiscard]] QString visibleTexts() const
    {
        QStringList texts;
        const QList<QLabel *> labels = subject->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts.join(QLatin1Char('\n'));
    }

    std::unique_ptr<FakeEngine> engine;
    std::unique_ptr<FakePrompts> prompts;
    std::unique_ptr<ui::ConnectWizard> subject;
};

} // namespace inlet::test
