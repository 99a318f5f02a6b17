// What the user interface has to do with the program around it: the tray, the files that it keeps, a second
// start.
#pragma once

#include "models/LinkTarget.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariantList>
#include <QtQmlIntegration>

namespace chinwag::models {

/// One that nobody has set up stands for a program without any of that.
class Shell : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool trayAvailable READ isTrayAvailable NOTIFY changed)
    Q_PROPERTY(bool trayShown READ isTrayShown NOTIFY changed)
    Q_PROPERTY(bool offlineAvailable READ isOfflineAvailable NOTIFY changed)
    Q_PROPERTY(QString offlineFault READ offlineFault NOTIFY changed)
    Q_PROPERTY(QVariantList languages READ languages CONSTANT)
    Q_PROPERTY(bool rightToLeft READ isRightToLeft NOTIFY layoutChanged)

public:
    explicit Shell(QObject* parent = nullptr);

    /// The desktop has a tray.
    bool isTrayAvailable() const { return tray_; }
    void setTrayAvailable(bool available);
    /// The program's icon is in it, so that a window may hide behind it.
    bool isTrayShown() const { return trayShown_; }
    void setTrayShown(bool shown);
    /// Messages can be kept on this machine.
    bool isOfflineAvailable() const { return offline_; }
    void setOfflineAvailable(bool available);
    /// What is wrong with what is kept; empty when nothing is.
    const QString& offlineFault() const { return offlineFault_; }
    void setOfflineFault(const QString& fault);
    /// To choose from: `value` is for Preferences::setLanguage(), `text` for people, in that language.
    static QVariantList languages();
    /// People read so in the language of the program.
    static bool isRightToLeft();

    Q_INVOKABLE static chinwag::models::LinkTarget readLink(const QString& address, const QString& room,
                                                            const QString& nick) {
        return LinkTarget::read(address, room, nick);
    }
    Q_INVOKABLE void dismissOfflineFault() { setOfflineFault({}); }
    Q_INVOKABLE void clearOffline() { Q_EMIT clearOfflineRequested(); }

Q_SIGNALS:
    void changed();
    void layoutChanged();
    /// What is kept on this machine is to be deleted.
    void clearOfflineRequested();
    void settingsRequested();
    /// Somebody has followed a link or started the program again, and named a server, a room or a nickname.
    void startedAgain(const QString& address, const QString& room, const QString& nick);

private:
    bool tray_ = false;
    bool trayShown_ = false;
    bool offline_ = false;
    QString offlineFault_;
};

} // namespace chinwag::models
