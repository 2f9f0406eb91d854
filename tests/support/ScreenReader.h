// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace inlet::test
{

/// The sandbox's `inlet` on a session bus of its own, and beside it a screen reader
/// (screen_reader.py) that asks it through AT-SPI. Needs a display; keys are pressed on it.
class ScreenReader
{
public:
    struct Item {
        QString role;
        QString name;
        QString description;
        QString label; ///< of the words beside it
        QStringList states;
        int depth = 0;
        int children = 0; ///< as the program counts them
        [[nodiscard]] bool is(const char *state) const { return states.contains(QLatin1String(state)); }
    };
    struct Event {
        QString kind; ///< focused; showing: a notification that appeared
        Item item;
    };

    ScreenReader() = default;
    ~ScreenReader();
    ScreenReader(const ScreenReader &) = delete;
    ScreenReader &operator=(const ScreenReader &) = delete;

    /// False with error() where a part did not start.
    bool start();
    [[nodiscard]] QString error() const { return m_error; }
    /// Closes the window as a user does; true: the program and its servers have ended in order.
    bool close();

    [[nodiscard]] QStringList windows();
    /// What is on screen in a window; of a list only the first rows.
    [[nodiscard]] QList<Item> tree(const QString &window);
    /// Since the last time.
    [[nodiscard]] QList<Event> events();
    /// To whatever has the focus on the display: "j", "ctrl+shift+n".
    bool press(const QString &key);

private:
    [[nodiscard]] QJsonValue ask(QJsonObject request);
    bool startBus();

    QProcess m_bus;
    QProcess m_program;
    QProcess m_reader;
    QString m_address;
    int m_asked = 0;
    QString m_error;
};

} // namespace inlet::test
