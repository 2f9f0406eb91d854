// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/BodyView.h"

#include "ui/Theme.h"
#include "ui/panes/DarkBody.h"
#include "ui/panes/PaneParts.h"
#include "ui/panes/RemoteImageLoader.h"
#include "ui/panes/TextLinks.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextTable>
#include <QUrl>
#include <QWheelEvent>

#include <cmath>

namespace inlet::ui
{

namespace
{

using theme::Token;

constexpr double kLineHeight = 135; // per cent
// What is laid out without being asked for. Measured: see README.md, "long messages".
constexpr qsizetype kFirstText = 60'000;
constexpr qsizetype kFirstHtml = 24'000;
constexpr qsizetype kMaxText = 200'000;
constexpr qsizetype kMaxHtml = 600'000;
constexpr int kMaxLinks = 500;
constexpr qsizetype kMaxDataUrl = 2 * 1024 * 1024;
constexpr int kPaperPadding = 16;

/// Whether letters go on there: "here" is no word of "there", nor "acme" one of "acme.io" or "x@acme". What ends a
/// sentence or leads to the next one ends the word too.
bool isJoined(const QString &text, qsizetype at, bool behind)
{
    if (at < 0 || at >= text.size())
        return false;
    const QChar c = text.at(at);
    const bool ends = behind && (c == QLatin1Char('.') || c == QLatin1Char(':'));
    if (ends)
        return at + 1 < text.size() && (text.at(at + 1).isLetterOrNumber() || text.at(at + 1) == QLatin1Char('/'));
    return c.isLetterOrNumber() || QStringLiteral("-_@/.:").contains(c);
}

/// Where these words stand alone, at `from` or behind it; -1: nowhere.
qsizetype placeOf(const QString &words, const QString &text, qsizetype from)
{
    qsizetype at = text.indexOf(words, from);
    while (at >= 0 && (isJoined(text, at - 1, false) || isJoined(text, at + words.size(), true)))
        at = text.indexOf(words, at + 1);
    return at;
}

/// The beginning, not cut within a tag; what stays open there the parser closes.
QString beginningOf(const QString &html, qsizetype limit)
{
    if (html.size() <= limit)
        return html;
    const qsizetype opened = html.lastIndexOf(QLatin1Char('<'), limit - 1);
    const qsizetype closed = html.lastIndexOf(QLatin1Char('>'), limit - 1);
    return html.left(opened > closed ? opened : limit);
}

} // namespace

BodyView::BodyView(QWidget *parent) : QTextBrowser(parent), m_loader(new RemoteImageLoader(this))
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    setAccessibleName(tr("Message text"));
    connect(this, &QTextBrowser::anchorClicked, this, &BodyView::linkActivated);
    connect(this, &QTextBrowser::highlighted, this,
        [this](const QUrl &target) { Q_EMIT linkHovered(shownTarget(target)); });
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &BodyView::fitHeight);
    connect(m_loader, &RemoteImageLoader::image, this, &BodyView::addImage);
}

void BodyView::showText(const QString &text, bool secondary, bool whole)
{
    m_isHtml = false;
    m_isCut = !whole && text.size() > kFirstText;
    setPaper(false);
    QString shown = m_isCut ? text.left(kFirstText) + QStringLiteral(" …") : text;
    if (shown.size() > kMaxText)
        shown = shown.left(kMaxText) + QStringLiteral("\n\n") + tr("The rest is not shown here.");
    QPalette colours = palette();
    colours.setColor(QPalette::Text, theme::color(secondary ? Token::Secondary : Token::Text));
    setPalette(colours);
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LayoutDirectionAuto);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDefaultTextOption(option);
    setPlainText(shown);
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    QTextBlockFormat format;
    format.setLineHeight(kLineHeight, QTextBlockFormat::ProportionalHeight);
    cursor.mergeBlockFormat(format);
    markLinks();
    fitHeight();
}

/// Only what is plainly an address on the web or of a person becomes a link, and it is what it says.
void BodyView::markLinks()
{
    static const QRegularExpression pattern(
        QStringLiteral(R"((https?://[^\s<>"'\)\]]{3,2000})|([A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}))"));
    const QString text = document()->toPlainText();
    QRegularExpressionMatchIterator matches = pattern.globalMatch(text);
    QTextCharFormat format;
    format.setAnchor(true);
    format.setForeground(theme::color(Token::Accent));
    for (int found = 0; matches.hasNext() && found < kMaxLinks; ++found) {
        const QRegularExpressionMatch match = matches.next();
        QString target = match.captured();
        while (!target.isEmpty() && QStringLiteral(".,;:!?").contains(target.back()))
            target.chop(1);
        QTextCursor cursor(document());
        cursor.setPosition(int(match.capturedStart()));
        cursor.setPosition(int(match.capturedStart() + target.size()), QTextCursor::KeepAnchor);
        format.setAnchorHref(match.capturedStart(1) >= 0 ? target : QStringLiteral("mailto:") + target);
        cursor.mergeCharFormat(format);
    }
}

void BodyView::markLinksOf(const QString &sanitisedHtml)
{
    const QString text = document()->toPlainText();
    QTextCharFormat format;
    format.setAnchor(true);
    format.setForeground(theme::color(Token::Accent));
    qsizetype from = 0;
    for (const TextLink &link : textLinks(sanitisedHtml)) {
        const qsizetype at = placeOf(link.words, text, from);
        if (at < 0)
            continue; // in what is folded
        from = at + link.words.size();
        QTextCursor cursor(document());
        cursor.setPosition(int(at) + 1);
        if (cursor.charFormat().isAnchor())
            continue;
        cursor.setPosition(int(at));
        cursor.setPosition(int(from), QTextCursor::KeepAnchor);
        format.setAnchorHref(link.target);
        cursor.mergeCharFormat(format);
    }
}

void BodyView::showHtml(const engine::PresentedBody &body, std::optional<bool> paper, bool whole)
{
    m_isHtml = true;
    m_isCut = !whole && body.html.size() > kFirstHtml;
    document()->clear();
    const QString html = beginningOf(body.html, m_isCut ? kFirstHtml : kMaxHtml);
    setPaper(paper.value_or(false));
    setHtml(html);
    if (!paper && theme::isDark() && (body.setsOwnBackground || !isReadableInTheDark(*document()))) {
        setPaper(true);
        setHtml(html); // link colours are fixed while parsing
    } else if (theme::isDark() && paper && !*paper) {
        makeReadableInTheDark(*document());
    }
    fitTables();
    fitHeight();
}

/// Newsletters fix their width in pixels; here they take what there is.
void BodyView::fitTables()
{
    constexpr int kMostFrames = 2000;
    QList<QTextFrame *> frames{document()->rootFrame()};
    for (qsizetype at = 0; at < frames.size() && at < kMostFrames; ++at) {
        frames += frames.at(at)->childFrames();
        auto *table = qobject_cast<QTextTable *>(frames.at(at));
        if (!table || table->format().width().type() != QTextLength::FixedLength || table->format().width().rawValue() <= viewport()->width())
            continue;
        QTextTableFormat format = table->format();
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        table->setFormat(format);
    }
}

void BodyView::setPaper(bool paper)
{
    m_paper = paper && theme::isDark();
    const QColor text = theme::color(m_paper ? Token::PaperText : Token::Text);
    QPalette colours = palette();
    colours.setColor(QPalette::Text, text);
    setPalette(colours);
    // The document takes the colour of the style sheet before that of the palette.
    setStyleSheet(m_paper ? QStringLiteral("QTextBrowser { background: %1; color: %2; border-radius: %3px; padding: %4px; }")
                                .arg(theme::color(Token::Paper).name(), text.name()).arg(theme::kRadius).arg(kPaperPadding)
                          : QStringLiteral("QTextBrowser { color: %1; }").arg(text.name()));
    const QColor link = m_paper ? QColor(Qt::blue).darker(140) : theme::color(Token::Accent);
    document()->setDefaultStyleSheet(QStringLiteral("a { color: %1; } blockquote { margin-left: 12px; margin-right: 0; }")
                                         .arg(link.name()));
}

void BodyView::setInlineParts(const QList<mime::Attachment> &parts)
{
    m_parts.clear();
    for (const mime::Attachment &part : parts) {
        if (!part.contentId.isEmpty())
            m_parts.insert(QString::fromUtf8(part.contentId), part.part);
    }
}

void BodyView::setInlineContent(const QByteArray &part, const QByteArray &octets)
{
    for (auto known = m_parts.cbegin(); known != m_parts.cend(); ++known) {
        if (known.value() == part)
            m_loader->decode(QUrl(QStringLiteral("cid:") + known.key()), octets, imageWidth());
    }
}

QVariant BodyView::loadResource(int type, const QUrl &name)
{
    // Never the base class: it would read files.
    if (type != QTextDocument::ImageResource)
        return panes::noResource(type);
    if (const auto known = m_images.constFind(name); known != m_images.constEnd())
        return *known;
    const QString scheme = name.scheme();
    if (scheme == QLatin1String("cid")) {
        const QByteArray part = m_parts.value(name.path());
        if (!part.isEmpty())
            QMetaObject::invokeMethod(this, [this, part] { Q_EMIT inlinePartWanted(part); }, Qt::QueuedConnection);
    } else if (scheme == QLatin1String("data")) {
        const QByteArray encoded = name.path().toLatin1();
        const qsizetype comma = encoded.indexOf(',');
        if (comma > 0 && encoded.size() < kMaxDataUrl && encoded.left(comma).endsWith(";base64"))
            m_loader->decode(name, QByteArray::fromBase64(encoded.mid(comma + 1)), imageWidth());
    } else if (m_remoteAllowed) {
        m_loader->load(name, imageWidth());
    }
    return panes::noResource(type);
}

int BodyView::imageWidth() const
{
    constexpr int kLeast = 200;
    return std::max(kLeast, viewport()->width() - theme::kSpace);
}

void BodyView::addImage(const QUrl &url, const QImage &image)
{
    m_images.insert(url, image);
    document()->addResource(QTextDocument::ImageResource, url, image);
    document()->markContentsDirty(0, document()->characterCount());
    fitHeight();
    viewport()->update();
}

void BodyView::doSetSource(const QUrl &, QTextDocument::ResourceType)
{
    // A message is the only document there is; links go through linkActivated().
}

QSize BodyView::sizeHint() const
{
    return {400, height()};
}

QSize BodyView::minimumSizeHint() const
{
    return {100, 0};
}

void BodyView::fitHeight()
{
    const int bar = horizontalScrollBar()->maximum() > 0 ? horizontalScrollBar()->sizeHint().height() : 0;
    const int padding = m_paper ? 2 * kPaperPadding : 0;
    const int wanted = int(std::ceil(document()->size().height())) + bar + padding;
    if (wanted != height())
        setFixedHeight(std::max(1, wanted));
}

void BodyView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fitHeight();
}

void BodyView::wheelEvent(QWheelEvent *event)
{
    // Sideways here, up and down for the conversation.
    if (std::abs(event->angleDelta().x()) > std::abs(event->angleDelta().y()))
        QTextBrowser::wheelEvent(event);
    else
        event->ignore();
}

void BodyView::keyPressEvent(QKeyEvent *event)
{
    const bool onLink = textCursor().charFormat().isAnchor() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter);
    if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::SelectAll) || onLink)
        QTextBrowser::keyPressEvent(event);
    else
        event->ignore();
}

void BodyView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

} // namespace inlet::ui
