// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace inlet::ui
{

class BodyEdit;
class Prompts;

/// The line below the text: send, files, formats, state of the draft, discard.
class ComposerBar : public QWidget
{
    Q_OBJECT

public:
    ComposerBar(BodyEdit &body, Prompts &prompts, QWidget *parent);
    void setDraftText(const QString &text);
    void setSending(bool sending);
    void setCanPopOut(bool can);
    /// Why nothing can be sent as it stands; empty: it can.
    void setForbidden(const QString &why);

Q_SIGNALS:
    void sendRequested();
    void attachRequested();
    void templateRequested();
    void discardRequested();
    void popOutRequested();

private:
    QToolButton *addFormat(const QString &icon, const QString &name, const char *objectName);
    void refreshFormats();
    void editLink();

    BodyEdit &m_body;
    Prompts &m_prompts;
    QPushButton *m_send;
    QToolButton *m_rich;
    QWidget *m_formats;
    QToolButton *m_bold;
    QToolButton *m_italic;
    QToolButton *m_underline;
    QToolButton *m_popOut;
    QLabel *m_draft;
    bool m_sending = false;
    bool m_forbidden = false;
};

} // namespace inlet::ui
