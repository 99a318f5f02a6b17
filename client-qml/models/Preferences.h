// What the program remembers between two runs.
#pragma once

#include <QObject>
#include <QRect>
#include <QSettings>
#include <QStringList>
#include <QVariant>
#include <QtQmlIntegration>

#include <memory>

namespace chinwag::models {

class Preferences : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The program has one")
    Q_PROPERTY(Theme theme READ theme WRITE setTheme NOTIFY themeChanged)
    Q_PROPERTY(QStringList recentServers READ recentServers NOTIFY recentServersChanged)

public:
    enum Theme { System, Light, Dark };
    Q_ENUM(Theme)

    struct Place {
        QString server; ///< as it was typed
        QString nick;
        QString room;
    };

    static constexpr qsizetype maxRecentServers = 5;

    /// Without `settings` nothing outlives the program.
    explicit Preferences(std::unique_ptr<QSettings> settings, QObject* parent = nullptr);

    Theme theme() const { return theme_; }
    void setTheme(Theme theme);
    QStringList recentServers() const { return recentServers_; }
    /// Where one was last.
    Place lastPlace() const { return lastPlace_; }
    /// One got in there.
    void remember(const Place& place);
    Q_INVOKABLE void forgetServer(const QString& server);
    /// Where the window was while it was not maximized; null where that is not known.
    QRect windowPlace() const { return windowPlace_; }
    bool isWindowMaximized() const { return windowMaximized_; }
    void setWindow(const QRect& place, bool maximized);
    /// Something that another part of the program keeps here, under a name of its own.
    QVariant value(const QString& key) const;
    void setValue(const QString& key, const QVariant& value);

Q_SIGNALS:
    void themeChanged();
    void recentServersChanged();

private:
    void setRecentServers(const QStringList& servers);
    void save(QLatin1String key, const QVariant& value);

    std::unique_ptr<QSettings> settings_;
    QVariantMap unsaved_; ///< where there are no settings
    Theme theme_ = System;
    QStringList recentServers_;
    Place lastPlace_;
    QRect windowPlace_;
    bool windowMaximized_ = false;
};

} // namespace chinwag::models
