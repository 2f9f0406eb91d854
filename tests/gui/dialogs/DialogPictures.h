// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fixtures.h"

#include <QDir>
#include <QLabel>

namespace inlet::test
{

/// Renders windows in light and dark, and fails on a label that does not fit. With INLET_SCREENSHOTS=DIR the pictures are kept.
class DialogPictures
{
protected:
    /// Rows of a test: each window in both looks.
    static void addWindows(std::initializer_list<const char *> windows)
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("window");
        for (const char *window : windows) {
            QTest::newRow(qPrintable(QStringLiteral("%1 light").arg(QLatin1String(window)))) << int(ui::theme::Mode::Light) << QString::fromLatin1(window);
            QTest::newRow(qPrintable(QStringLiteral("%1 dark").arg(QLatin1String(window)))) << int(ui::theme::Mode::Dark) << QString::fromLatin1(window);
        }
    }
    void setMode(int mode)
    {
        setUpLook(ui::theme::Mode(mode));
        m_mode = mode == int(ui::theme::Mode::Dark) ? QStringLiteral("dark") : QStringLiteral("light");
    }
    void shoot(QWidget *window, const QString &name, const QSize &size = {}) const
    {
        if (size.isValid()) // the screen of the test may be smaller than a user's
            window->resize(size);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window));
        for (int round = 0; round < 3; ++round) // answers, what they change, the layout after that
            QCoreApplication::processEvents();
        const QList<QLabel *> labels = window->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (!label->isVisible() || label->text().isEmpty())
                continue;
            const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            QVERIFY2(label->height() >= needed - 1, qPrintable(label->text()));
            QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width() - 1, qPrintable(label->text()));
        }
        const QString where = qEnvironmentVariable("INLET_SCREENSHOTS");
        if (where.isEmpty())
            return;
        QVERIFY(QDir().mkpath(where));
        QVERIFY(window->grab().save(QStringLiteral("%1/%2-%3.png").arg(where, name, m_mode)));
    }

private:
    QString m_mode;
};

} // namespace inlet::test
