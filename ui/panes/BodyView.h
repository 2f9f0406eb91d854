// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/Presentation.h"
#include "mime/values/Message.h"

#include <QHash>
#include <QTextBrowser>

namespace inlet::ui
{

class RemoteImageLoader;

/// Shows one body: as clean text or as sanitised HTML. No script engine, no file access; remote images
/// only when allowed. As high as its text, so that only the conversation scrolls. Thread: GUI.
class BodyView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit BodyView(QWidget *parent = nullptr);

    /// Unless `whole`, a long text is cut to what can be laid out within a frame; isCut() tells.
    void showText(const QString &text, bool secondary = false, bool whole = false);
    /// Words of the text that lead somewhere in the mail itself do so here: "Book here".
    void markLinksOf(const QString &sanitisedHtml);
    /// `paper`: on light paper in the dark theme, or dark with colours that can be read; decided by the colours where not given.
    void showHtml(const engine::PresentedBody &body, std::optional<bool> paper, bool whole = false);
    [[nodiscard]] bool isCut() const { return m_isCut; }
    [[nodiscard]] bool isOnPaper() const { return m_paper; }
    void setRemoteImages(bool allowed) { m_remoteAllowed = allowed; }
    /// Parts that "cid:" may name.
    void setInlineParts(const QList<mime::Attachment> &parts);
    /// The content of an inline part that was asked for.
    void setInlineContent(const QByteArray &part, const QByteArray &octets);

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkHovered(const QString &target); ///< empty: none
    void linkActivated(const QUrl &target);
    void inlinePartWanted(const QByteArray &part);

protected:
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void doSetSource(const QUrl &url, QTextDocument::ResourceType type) override;

private:
    void fitHeight();
    void markLinks();
    void fitTables();
    void setPaper(bool paper);
    void addImage(const QUrl &url, const QImage &image);
    [[nodiscard]] int imageWidth() const;

    RemoteImageLoader *m_loader;
    QHash<QString, QByteArray> m_parts; ///< Content-ID to part
    QHash<QUrl, QImage> m_images;
    bool m_remoteAllowed = false;
    bool m_paper = false;
    bool m_isHtml = false;
    bool m_isCut = false;
};

} // namespace inlet::ui
