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
    Q_PROPERTY(QStringList recentEmoji READ recentEmoji NOTIFY recentEmojiChanged)
    Q_PROPERTY(int textPercent READ textPercent WRITE setTextPercent NOTIFY settingsChanged)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY settingsChanged)
    Q_PROPERTY(Notify notify READ notify WRITE setNotify NOTIFY settingsChanged)
    Q_PROPERTY(bool doNotDisturb READ isDoNotDisturb WRITE setDoNotDisturb NOTIFY settingsChanged)
    Q_PROPERTY(bool sounds READ hasSounds WRITE setSounds NOTIFY settingsChanged)
    Q_PROPERTY(bool tray READ hasTray WRITE setTray NOTIFY settingsChanged)
    Q_PROPERTY(bool closeToTray READ closesToTray WRITE setCloseToTray NOTIFY settingsChanged)
    Q_PROPERTY(bool keepOffline READ keepsOffline WRITE setKeepOffline NOTIFY settingsChanged)

public:
    enum Theme { System, Light, Dark };
    Q_ENUM(Theme)

    /// What a person is told of while they look elsewhere.
    enum Notify {
        NotifyNothing,
        NotifyPersonal, ///< what speaks to them, and what is said between two
        NotifyEverything,
    };
    Q_ENUM(Notify)

    struct Place {
        QString server; ///< as it was typed
        QString nick;
        QString room;
    };

    static constexpr int minTextPercent = 80;
    static constexpr int maxTextPercent = 200;
    static constexpr qsizetype maxRecentServers = 5;
    static constexpr qsizetype maxRecentEmoji = 36;

    /// Without `settings` nothing outlives the program.
    explicit Preferences(std::unique_ptr<QSettings> settings, QObject* parent = nullptr);

    Theme theme() const { return theme_; }
    void setTheme(Theme theme);
    QStringList recentServers() const { return recentServers_; }
    /// Where one was last.
    Place lastPlace() const { return lastPlace_; }
    /// One got in there.
    void remember(const Place& place);
    /// One was in a chat when the program ended, and wants to be back there.
    bool wasInside() const { return inside_; }
    void setInside(bool inside);
    Q_INVOKABLE void forgetServer(const QString& server);
    /// Of the size that text has by itself; everything else grows with it.
    int textPercent() const { return textPercent_; }
    void setTextPercent(int percent);
    /// As "de"; empty: the desktop's.
    const QString& language() const { return language_; }
    void setLanguage(const QString& language);
    Notify notify() const { return notify_; }
    void setNotify(Notify notify);
    /// For now, nothing is told and nothing sounds.
    bool isDoNotDisturb() const { return doNotDisturb_; }
    void setDoNotDisturb(bool on);
    bool hasSounds() const { return sounds_; }
    void setSounds(bool on);
    bool hasTray() const { return tray_; }
    void setTray(bool on);
    /// Closing the window leaves the program in the tray.
    bool closesToTray() const { return closeToTray_; }
    void setCloseToTray(bool on);
    /// Messages are kept on this machine, for when there is no connection.
    bool keepsOffline() const { return keepOffline_; }
    void setKeepOffline(bool on);
    /// Newest first.
    QStringList recentEmoji() const { return recentEmoji_; }
    /// It was used.
    Q_INVOKABLE void noteEmoji(const QString& emoji);
    /// Where the window was while it was not maximized; null where that is not known.
    QRect windowPlace() const { return windowPlace_; }
    bool isWindowMaximized() const { return windowMaximized_; }
    void setWindow(const QRect& place, bool maximized);
    /// What is set here is there at the next start.
    bool outliveTheProgram() const { return settings_ && settings_->isWritable(); }
    /// Something that another part of the program keeps here, under a name of its own.
    QVariant value(const QString& key) const;
    void setValue(const QString& key, const QVariant& value);

Q_SIGNALS:
    void themeChanged();
    void recentServersChanged();
    void recentEmojiChanged();
    void settingsChanged();

private:
    void readSettings();
    template <typename T>
    void set(T& field, const T& value, QLatin1String key, const QVariant& stored);
    void setRecentServers(const QStringList& servers);
    void save(QLatin1String key, const QVariant& value);

    std::unique_ptr<QSettings> settings_;
    QVariantMap unsaved_; ///< where there are no settings
    Theme theme_ = System;
    QStringList recentServers_;
    QStringList recentEmoji_;
    Place lastPlace_;
    QRect windowPlace_;
    bool windowMaximized_ = false;
    bool inside_ = false;
    int textPercent_ = 100;
    QString language_;
    Notify notify_ = NotifyPersonal;
    bool doNotDisturb_ = false;
    bool sounds_ = false;
    bool tray_ = true;
    bool closeToTray_ = false;
    bool keepOffline_ = true;
};

} // namespace chinwag::models
