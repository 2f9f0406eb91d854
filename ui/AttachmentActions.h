// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

class QWidget;

namespace inlet::ui
{

class MessageBodies;
class Prompts;

/// Saves and opens files that came by mail. Opening asks first and refuses programs; writing happens
/// away from the GUI thread. Thread: GUI.
class AttachmentActions : public QObject
{
    Q_OBJECT

public:
    AttachmentActions(MessageBodies &bodies, Prompts &prompts, QWidget &window);

    void save(StoredMessageId message, const QByteArray &part, const QString &fileName);
    void open(StoredMessageId message, const QByteArray &part, const QString &fileName);
    /// True for names that a system might run.
    [[nodiscard]] static bool isProgram(const QString &fileName);

Q_SIGNALS:
    void said(const QString &text); ///< for the status line or a toast

private:
    void fetchTo(StoredMessageId message, const QByteArray &part, const QString &path, bool thenOpen);

    MessageBodies &m_bodies;
    Prompts &m_prompts;
    QWidget &m_window;
    std::unique_ptr<QTemporaryDir> m_temporary;
    int m_opened = 0;
};

} // namespace inlet::ui
