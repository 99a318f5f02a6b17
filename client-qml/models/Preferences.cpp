#include "models/Preferences.h"

#include <utility>

namespace chinwag::models {

namespace {

constexpr QLatin1String themeKey("theme");
constexpr QLatin1String recentKey("recent_servers");
constexpr QLatin1String serverKey("server");
constexpr QLatin1String nickKey("nick");
constexpr QLatin1String roomKey("room");
constexpr QLatin1String windowKey("window");
constexpr QLatin1String maximizedKey("window_maximized");

// A file that a person edited may hold anything.
Preferences::Theme themeOf(const QString& name) {
    if (name == QLatin1String("light"))
        return Preferences::Light;
    return name == QLatin1String("dark") ? Preferences::Dark : Preferences::System;
}

QString nameOf(Preferences::Theme theme) {
    switch (theme) {
    case Preferences::Light: return QStringLiteral("light");
    case Preferences::Dark: return QStringLiteral("dark");
    case Preferences::System: break;
    }
    return QStringLiteral("system");
}

} // namespace

Preferences::Preferences(std::unique_ptr<QSettings> settings, QObject* parent)
    : QObject(parent), settings_(std::move(settings)) {
    if (!settings_)
        return;
    theme_ = themeOf(settings_->value(themeKey).toString());
    recentServers_ = settings_->value(recentKey).toStringList().mid(0, maxRecentServers);
    lastPlace_ = {settings_->value(serverKey).toString(), settings_->value(nickKey).toString(),
                  settings_->value(roomKey).toString()};
    windowPlace_ = settings_->value(windowKey).toRect();
    windowMaximized_ = settings_->value(maximizedKey).toBool();
}

void Preferences::setTheme(Theme theme) {
    if (theme_ == theme)
        return;
    theme_ = theme;
    save(themeKey, nameOf(theme));
    Q_EMIT themeChanged();
}

void Preferences::remember(const Place& place) {
    lastPlace_ = place;
    save(serverKey, place.server);
    save(nickKey, place.nick);
    save(roomKey, place.room);
    QStringList servers = recentServers_;
    servers.removeAll(place.server);
    servers.prepend(place.server);
    setRecentServers(servers.mid(0, maxRecentServers));
}

void Preferences::forgetServer(const QString& server) {
    QStringList servers = recentServers_;
    if (servers.removeAll(server) > 0)
        setRecentServers(servers);
}

void Preferences::setWindow(const QRect& place, bool maximized) {
    windowPlace_ = place;
    windowMaximized_ = maximized;
    save(windowKey, place);
    save(maximizedKey, maximized);
}

QVariant Preferences::value(const QString& key) const {
    return settings_ ? settings_->value(key) : unsaved_.value(key);
}

void Preferences::setValue(const QString& key, const QVariant& value) {
    if (settings_)
        settings_->setValue(key, value);
    else
        unsaved_.insert(key, value);
}

void Preferences::setRecentServers(const QStringList& servers) {
    if (servers == recentServers_)
        return;
    recentServers_ = servers;
    save(recentKey, servers);
    Q_EMIT recentServersChanged();
}

void Preferences::save(QLatin1String key, const QVariant& value) {
    if (settings_)
        settings_->setValue(key, value);
}

} // namespace chinwag::models
