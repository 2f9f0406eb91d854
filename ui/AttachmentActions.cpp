// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/AttachmentActions.h"

#include "ui/Phrases.h"
#include "ui/dialogs/Prompts.h"
#include "ui/models/MessageBodies.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>
#include <QUrl>
#include <QWidget>

namespace inlet::ui
{

AttachmentActions::AttachmentActions(MessageBodies &bodies, Prompts &prompts, QWidget &window)
    : QObject(&window), m_bodies(bodies), m_prompts(prompts), m_window(window)
{
}

bool AttachmentActions::isProgram(const QString &fileName)
{
    static const QStringList endings{QStringLiteral("exe"), QStringLiteral("com"), QStringLiteral("bat"), QStringLiteral("cmd"),
        QStringLiteral("scr"), QStringLiteral("pif"), QStringLiteral("msi"), QStringLiteral("ps1"), QStringLiteral("vbs"), QStringLiteral("vbe"),
        QStringLiteral("js"), QStringLiteral("jse"), QStringLiteral("wsf"), QStringLiteral("wsh"), QStringLiteral("hta"), QStringLiteral("lnk"),
        QStringLiteral("jar"), QStringLiteral("sh"), QStringLiteral("bash"), QStringLiteral("run"), QStringLiteral("py"), QStringLiteral("pl"),
        QStringLiteral("desktop"), QStringLiteral("appimage"), QStringLiteral("deb"), QStringLiteral("rpm"), QStringLiteral("app"),
        QStringLiteral("command"), QStringLiteral("dmg"), QStringLiteral("pkg"), QStringLiteral("reg"), QStringLiteral("cpl"),
        QStringLiteral("iso"), QStringLiteral("img"), QStringLiteral("vhd"), QStringLiteral("url"), QStringLiteral("website"), QStringLiteral("scf")};
    const QString name = fileName.trimmed();
    return endings.contains(QFileInfo(name).suffix().toLower());
}

void AttachmentActions::save(StoredMessageId message, const QByteArray &part, const QString &fileName)
{
    const QString path = m_prompts.saveFile(&m_window, tr("Save file"), QFileInfo(fileName).fileName());
    if (!path.isEmpty())
        fetchTo(message, part, path, false);
}

void AttachmentActions::open(StoredMessageId message, const QByteArray &part, const QString &fileName)
{
    const QString name = QFileInfo(fileName).fileName();
    if (isProgram(name)) {
        Q_EMIT said(tr("“%1” could be a program. Save it if you trust it; Inlet does not open programs.").arg(name));
        return;
    }
    if (!m_prompts.ask(&m_window, {tr("Open file"), tr("“%1” came by mail. Open it with its usual program?").arg(name), tr("Open"), {}, false}))
        return;
    if (!m_temporary)
        m_temporary = std::make_unique<QTemporaryDir>();
    if (!m_temporary->isValid()) {
        Q_EMIT said(tr("The file could not be stored: %1").arg(m_temporary->errorString()));
        return;
    }
    // A folder each: two files of one name do not meet.
    const QString folder = QString::number(++m_opened);
    QDir(m_temporary->path()).mkdir(folder);
    fetchTo(message, part, m_temporary->filePath(folder + QLatin1Char('/') + name), true);
}

void AttachmentActions::fetchTo(StoredMessageId message, const QByteArray &part, const QString &path, bool thenOpen)
{
    m_bodies.fetchPart(message, part, this, [this, path, thenOpen](const Result<QByteArray> &content) {
        if (!content) {
            Q_EMIT said(phrases::fetchProblem(content.error()));
            return;
        }
        QPointer<AttachmentActions> self(this);
        QThreadPool::globalInstance()->start([self, path, thenOpen, octets = *content] {
            QSaveFile file(path);
            const bool written = file.open(QIODevice::WriteOnly)
                && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(octets) == octets.size()
                && file.commit();
            QMetaObject::invokeMethod(
                qApp,
                [self, path, thenOpen, written, why = file.errorString()] {
                    if (!self)
                        return;
                    if (!written)
                        Q_EMIT self->said(tr("The file could not be saved: %1").arg(why));
                    else if (thenOpen)
                        QDesktopServices::openUrl(QUrl::fromLocalFile(path));
                    else
                        Q_EMIT self->said(tr("Saved to %1").arg(path));
                },
                Qt::QueuedConnection);
        });
    });
}

} // namespace inlet::ui
