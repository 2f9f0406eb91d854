// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/KeyNames.h"

#include <QHash>
#include <QKeyEvent>
#include <QStringList>

namespace inlet::ui
{

namespace
{

const QString kCtrlPrefix = QStringLiteral("Ctrl+");
const QString kAltPrefix = QStringLiteral("Alt+");
const QString kShiftPrefix = QStringLiteral("Shift+");

QHash<int, QString> makeNamedKeys()
{
    QHash<int, QString> names{{Qt::Key_Return, QStringLiteral("Enter")}, {Qt::Key_Enter, QStringLiteral("Enter")},
        {Qt::Key_Escape, QStringLiteral("Esc")}, {Qt::Key_Delete, QStringLiteral("Delete")}, {Qt::Key_Backspace, QStringLiteral("Backspace")},
        {Qt::Key_Insert, QStringLiteral("Insert")}, {Qt::Key_Tab, QStringLiteral("Tab")}, {Qt::Key_Backtab, QStringLiteral("Tab")},
        {Qt::Key_Up, QStringLiteral("Up")}, {Qt::Key_Down, QStringLiteral("Down")}, {Qt::Key_Home, QStringLiteral("Home")},
        {Qt::Key_End, QStringLiteral("End")}};
    constexpr int kFunctionKeys = 12;
    for (int at = 0; at < kFunctionKeys; ++at)
        names.insert(Qt::Key_F1 + at, QStringLiteral("F%1").arg(at + 1));
    return names;
}

/// Everything else is matched by its character.
const QHash<int, QString> &namedKeys()
{
    static const QHash<int, QString> names = makeNamedKeys();
    return names;
}

bool isNamed(const QString &bare)
{
    static const QStringList names = namedKeys().values();
    return names.contains(bare);
}

QString modifierPrefix(Qt::KeyboardModifiers modifiers, bool withShift)
{
    QString prefix;
    if (modifiers & Qt::ControlModifier)
        prefix += kCtrlPrefix;
    if (modifiers & Qt::AltModifier)
        prefix += kAltPrefix;
    if (withShift && (modifiers & Qt::ShiftModifier))
        prefix += kShiftPrefix;
    return prefix;
}

struct KeyParts {
    bool command = false; ///< Ctrl or Alt
    bool shift = false;
    QString bare;
};

KeyParts keyParts(QString key)
{
    KeyParts parsed;
    for (const QString &prefix : {kCtrlPrefix, kAltPrefix, kShiftPrefix}) {
        if (!key.startsWith(prefix))
            continue;
        key.remove(0, prefix.size());
        (prefix == kShiftPrefix ? parsed.shift : parsed.command) = true;
    }
    parsed.bare = key;
    return parsed;
}

bool isOneKey(const QString &key)
{
    const KeyParts parsed = keyParts(key);
    if (isNamed(parsed.bare))
        return true;
    if (parsed.bare.size() != 1 || !parsed.bare.at(0).isPrint() || parsed.bare.at(0).isSpace() || parsed.bare.at(0).isSurrogate())
        return false;
    const QChar character = parsed.bare.at(0);
    if (!character.isLetter())
        return !parsed.shift; // the character already says which key it is
    const bool upper = parsed.command || parsed.shift;
    return character == (upper ? character.toUpper() : character.toLower());
}

} // namespace

QString keyName(const QKeyEvent &event)
{
    const auto named = namedKeys().constFind(event.key());
    if (named != namedKeys().constEnd())
        return modifierPrefix(event.modifiers() | (event.key() == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier), true)
            + *named;
    const bool command = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    // With Ctrl the text is a control character; the key code still tells the letter.
    const QString text = command ? (event.key() >= 0x20 && event.key() < 0x10000 ? QString(QChar(event.key())) : QString())
                                 : event.text();
    if (text.size() != 1 || !text.at(0).isPrint() || text.at(0).isSpace())
        return {};
    const QChar character = text.at(0);
    if (!character.isLetter())
        return modifierPrefix(event.modifiers(), false) + character;
    const bool upper = command || (event.modifiers() & Qt::ShiftModifier);
    return modifierPrefix(event.modifiers(), true) + (upper ? character.toUpper() : character.toLower());
}

bool isKeyName(const QString &key)
{
    const QStringList parts = key.split(QLatin1Char(' '));
    if (parts.size() == 2)
        return isCharacterKey(parts.first()) && isOneKey(parts.first()) && isOneKey(parts.last());
    return parts.size() == 1 && isOneKey(key);
}

bool isSequence(const QString &key)
{
    return key.contains(QLatin1Char(' '));
}

bool isCharacterKey(const QString &key)
{
    const KeyParts parsed = keyParts(key);
    return !parsed.command && parsed.bare.size() == 1;
}

bool isListKey(const QString &key)
{
    const KeyParts parsed = keyParts(key);
    static const QStringList moving{QStringLiteral("Up"), QStringLiteral("Down"), QStringLiteral("Home"), QStringLiteral("End"),
        QStringLiteral("Tab")};
    return (!parsed.command && moving.contains(parsed.bare)) || key == QLatin1String("Ctrl+A");
}

bool belongsToText(const QString &key)
{
    const KeyParts parsed = keyParts(key);
    const bool function = parsed.bare.size() > 1 && parsed.bare.startsWith(QLatin1Char('F'));
    if (function)
        return false;
    if (!parsed.command || (parsed.bare.size() > 1 && isNamed(parsed.bare)))
        return true;
    static const QStringList editing{QStringLiteral("Ctrl+A"), QStringLiteral("Ctrl+C"), QStringLiteral("Ctrl+V"), QStringLiteral("Ctrl+X"),
        QStringLiteral("Ctrl+Y"), QStringLiteral("Ctrl+Z"), QStringLiteral("Ctrl+Shift+Z"), QStringLiteral("Ctrl+Shift+V")};
    return editing.contains(key);
}

} // namespace inlet::ui
