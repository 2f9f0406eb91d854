// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Theme.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace inlet::ui::theme
{

namespace
{

QByteArray svgSource(const QString &name)
{
    static QHash<QString, QByteArray> sources;
    const auto known = sources.constFind(name);
    if (known != sources.constEnd())
        return *known;
    QFile file(QStringLiteral(":/inlet/icons/%1.svg").arg(name));
    const bool there = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(there, "theme::icon", qPrintable(name));
    return sources.insert(name, there ? file.readAll() : QByteArray()).value();
}

/// Takes its colour from the tokens when it paints, so that a change of theme needs no new icons.
class TintedIconEngine : public QIconEngine
{
public:
    TintedIconEngine(QString name, Token tint) : m_name(std::move(name)), m_tint(tint) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    /// `size` in device pixels.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        const QColor tint = color(mode == QIcon::Disabled ? Token::Faint : m_tint);
        const QString key = QStringLiteral("inlet/%1/%2/%3x%4").arg(m_name, tint.name(QColor::HexArgb))
                                .arg(size.width()).arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QByteArray source = svgSource(m_name);
        source.replace("currentColor", tint.name().toLatin1());
        QSvgRenderer renderer(source);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter, QRectF(QPointF(), QSizeF(size)));
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }

    QIconEngine *clone() const override { return new TintedIconEngine(m_name, m_tint); }
    QString key() const override { return QStringLiteral("inlet"); }

private:
    QString m_name;
    Token m_tint;
};

} // namespace

QIcon icon(const QString &name)
{
    return icon(name, Token::Secondary);
}

QIcon icon(const QString &name, Token tint)
{
    return QIcon(new TintedIconEngine(name, tint));
}

} // namespace inlet::ui::theme
