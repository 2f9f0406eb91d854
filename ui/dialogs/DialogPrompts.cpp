// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/DialogPrompts.h"

#include "ui/Parts.h"
#include "ui/dialogs/TextDialog.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>

namespace inlet::ui
{

DialogPrompts::DialogPrompts() : m_folder(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation))
{
    if (!QFileInfo(m_folder).isDir())
        m_folder = QDir::homePath();
}

void DialogPrompts::remember(const QString &path)
{
    if (!path.isEmpty())
        m_folder = QFileInfo(path).absolutePath();
}

int DialogPrompts::choose(QWidget *parent, const Choice &choice)
{
    QMessageBox box(parent);
    box.setWindowTitle(choice.title);
    box.setTextFormat(Qt::PlainText);
    box.setText(choice.title);
    box.setInformativeText(choice.text);
    QList<QAbstractButton *> buttons;
    for (const QString &label : choice.labels)
        buttons.append(box.addButton(label, QMessageBox::ActionRole));
    auto *cancel = box.addButton(QCoreApplication::translate("inlet::ui::DialogPrompts", "Cancel"), QMessageBox::RejectRole);
    if (auto *first = qobject_cast<QPushButton *>(buttons.value(0))) {
        parts::setLook(first, "primary");
        box.setDefaultButton(first);
    }
    box.setEscapeButton(cancel);
    box.exec();
    return int(buttons.indexOf(box.clickedButton()));
}

bool DialogPrompts::ask(QWidget *parent, const Question &question)
{
    QMessageBox box(parent);
    box.setWindowTitle(question.title);
    box.setTextFormat(Qt::PlainText);
    box.setText(question.title);
    box.setInformativeText(question.text);
    QPushButton *accept = box.addButton(question.acceptLabel, QMessageBox::AcceptRole);
    QPushButton *reject = box.addButton(question.rejectLabel.isEmpty()
            ? QCoreApplication::translate("inlet::ui::DialogPrompts", "Cancel")
            : question.rejectLabel,
        QMessageBox::RejectRole);
    parts::setLook(accept, question.destructive ? "danger" : "primary");
    box.setDefaultButton(question.destructive ? reject : accept);
    box.setEscapeButton(reject);
    box.exec();
    return box.clickedButton() == accept;
}

QStringList DialogPrompts::openFiles(QWidget *parent, const QString &title, const QString &filter)
{
    const QStringList paths = QFileDialog::getOpenFileNames(parent, title, m_folder, filter);
    remember(paths.value(0));
    return paths;
}

QString DialogPrompts::openFile(QWidget *parent, const QString &title, const QString &filter)
{
    const QString path = QFileDialog::getOpenFileName(parent, title, m_folder, filter);
    remember(path);
    return path;
}

QString DialogPrompts::saveFile(QWidget *parent, const QString &title, const QString &suggestedName)
{
    const QString path = QFileDialog::getSaveFileName(parent, title, QDir(m_folder).filePath(suggestedName));
    remember(path);
    return path;
}

QString DialogPrompts::askText(QWidget *parent, const TextQuestion &question)
{
    TextDialog dialog(question, parent);
    return dialog.exec() == QDialog::Accepted ? dialog.text() : QString();
}

void DialogPrompts::openUrl(const QUrl &url)
{
    const QString scheme = url.scheme();
    if (scheme == QLatin1String("https") || scheme == QLatin1String("http") || scheme == QLatin1String("mailto"))
        QDesktopServices::openUrl(url);
}

void DialogPrompts::copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace inlet::ui
