#include "models/Preferences.h"

#include <algorithm>
#include <utility>

namespace chinwag::models {

namespace {

constexpr QLatin1String themeKey("theme");
constexpr QLatin1String recentKey("recent_servers");
constexpr QLatin1String emojiKey("recent_emoji");
constexpr QLatin1String serverKey("server");
constexpr QLatin1String nickKey("nick");
constexpr QLatin1String roomKey("room");
constexpr QLatin1String windowKey("window");
constexpr QLatin1String maximizedKey("window_maximized");
constexpr QLatin1String insideKey("inside");
constexpr QLatin1String textKey("text_percent");
constexpr QLatin1String languageKey("language");
constexpr QLatin1String notifyKey("notify");
constexpr QLatin1String doNotDisturbKey("do_not_disturb");
constexpr QLatin1String soundsKey("sounds");
constexpr QLatin1String trayKey("tray");
constexpr QLatin1String closeToTrayKey("close_to_tray");
constexpr QLatin1String keepOfflineKey("keep_offline");

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

Preferences::Notify notifyOf(const QString& name) {
    if (name == QLatin1String("nothing"))
        return Preferences::NotifyNothing;
    return name == QLatin1String("everything") ? Preferences::NotifyEverything : Preferences::NotifyPersonal;
}

QString nameOf(Preferences::Notify notify) {
    switch (notify) {
    case Preferences::NotifyNothing: return QStringLiteral("nothing");
    case Preferences::NotifyEverything: return QStringLiteral("everything");
    case Preferences::NotifyPersonal: break;
    }
    return QStringLiteral("personal");
}

int withinTextLimits(int percent) {
    return std::clamp(percent, Preferences::minTextPercent, Preferences::maxTextPercent);
}

} // namespace

Preferences::Preferences(std::unique_ptr<QSettings> settings, QObject* parent)
    : QObject(parent), settings_(std::move(settings)) {
    if (!settings_)
        return;
    theme_ = themeOf(settings_->value(themeKey).toString());
    recentServers_ = settings_->value(recentKey).toStringList().mid(0, maxRecentServers);
    recentEmoji_ = settings_->value(emojiKey).toStringList().mid(0, maxRecentEmoji);
    lastPlace_ = {settings_->value(serverKey).toString(), settings_->value(nickKey).toString(),
                  settings_->value(roomKey).toString()};
    windowPlace_ = settings_->value(windowKey).toRect();
    windowMaximized_ = settings_->value(maximizedKey).toBool();
    inside_ = settings_->value(insideKey).toBool();
    readSettings();
}

// What is not there stays as it is.
void Preferences::readSettings() {
    bool isNumber = false;
    const int percent = settings_->value(textKey).toInt(&isNumber);
    if (isNumber)
        textPercent_ = withinTextLimits(percent);
    language_ = settings_->value(languageKey).toString();
    notify_ = notifyOf(settings_->value(notifyKey).toString());
    doNotDisturb_ = settings_->value(doNotDisturbKey, doNotDisturb_).toBool();
    sounds_ = settings_->value(soundsKey, sounds_).toBool();
    tray_ = settings_->value(trayKey, tray_).toBool();
    closeToTray_ = settings_->value(closeToTrayKey, closeToTray_).toBool();
    keepOffline_ = settings_->value(keepOfflineKey, keepOffline_).toBool();
}

template <typename T>
void Preferences::set(T& field, const T& value, QLatin1String key, const QVariant& stored) {
    if (field == value)
        return;
    field = value;
    save(key, stored);
    Q_EMIT settingsChanged();
}

void Preferences::setTextPercent(int percent) {
    const int within = withinTextLimits(percent);
    set(textPercent_, within, textKey, within);
}

void Preferences::setLanguage(const QString& language) {
    set(language_, language, languageKey, language);
}

void Preferences::setNotify(Notify notify) {
    set(notify_, notify, notifyKey, nameOf(notify));
}

void Preferences::setDoNotDisturb(bool on) {
    set(doNotDisturb_, on, doNotDisturbKey, on);
}

void Preferences::setSounds(bool on) {
    set(sounds_, on, soundsKey, on);
}

void Preferences::setTray(bool on) {
    set(tray_, on, trayKey, on);
}

void Preferences::setCloseToTray(bool on) {
    set(closeToTray_, on, closeToTrayKey, on);
}

void Preferences::setKeepOffline(bool on) {
    set(keepOffline_, on, keepOfflineKey, on);
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
    setInside(true);
    save(serverKey, place.server);
    save(nickKey, place.nick);
    save(roomKey, place.room);
    QStringList servers = recentServers_;
    servers.removeAll(place.server);
    servers.prepend(place.server);
    setRecentServers(servers.mid(0, maxRecentServers));
}

void Preferences::setInside(bool inside) {
    if (std::exchange(inside_, inside) != inside)
        save(insideKey, inside);
}

void Preferences::forgetServer(const QString& server) {
    QStringList servers = recentServers_;
    if (servers.removeAll(server) > 0)
        setRecentServers(servers);
}

void Preferences::noteEmoji(const QString& emoji) {
    if (emoji.isEmpty() || recentEmoji_.value(0) == emoji)
        return;
    recentEmoji_.removeAll(emoji);
    recentEmoji_.prepend(emoji);
    recentEmoji_ = recentEmoji_.mid(0, maxRecentEmoji);
    save(emojiKey, recentEmoji_);
    Q_EMIT recentEmojiChanged();
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
