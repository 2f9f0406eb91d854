// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Accessible.h"

#include <QAccessibleWidget>

namespace inlet::ui::accessible
{

namespace
{

constexpr const char *kRole = "accessibleRole";
constexpr const char *kSpoken = "accessibleSpoken";

QSet<Spoken> &spokenNow()
{
    static QSet<Spoken> kinds = allSpoken();
    return kinds;
}

bool isSpoken(const QWidget &widget)
{
    return spokenNow().contains(Spoken(widget.property(kSpoken).toInt()));
}

/// Mere words while its kind is switched off: nobody reads them out when they appear.
class Speaker : public QAccessibleWidget
{
public:
    explicit Speaker(QWidget *widget) : QAccessibleWidget(widget, QAccessible::Notification) {}
    [[nodiscard]] QAccessible::Role role() const override { return isSpoken(*widget()) ? QAccessible::Notification : QAccessible::StaticText; }
};

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (widget && widget->property(kSpoken).isValid())
        return new Speaker(widget);
    const QVariant role = widget ? widget->property(kRole) : QVariant();
    return role.isValid() ? new QAccessibleWidget(widget, QAccessible::Role(role.toInt())) : nullptr;
}

void install()
{
    static const bool installed = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace

void setRole(QWidget *widget, QAccessible::Role role)
{
    install();
    widget->setProperty(kRole, int(role));
}

QSet<Spoken> allSpoken()
{
    return {Spoken::Hint, Spoken::Status, Spoken::Result};
}

void setSpoken(const QSet<Spoken> &kinds)
{
    spokenNow() = kinds;
}

void setSpeaker(QWidget *widget, Spoken kind)
{
    install();
    widget->setProperty(kSpoken, int(kind));
}

void announce(QWidget *widget)
{
    if (!QAccessible::isActive() || !isSpoken(*widget))
        return;
    QAccessibleEvent event(widget, QAccessible::ObjectShow);
    QAccessible::updateAccessibility(&event);
}

} // namespace inlet::ui::accessible
