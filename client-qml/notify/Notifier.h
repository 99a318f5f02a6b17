// What tells a person something while they look elsewhere. The port behind
// which a desktop's way of doing that stands.
#pragma once

#include <QObject>
#include <QString>

namespace chinwag::notify {

struct Notification {
    QString key{};   ///< what it is about; a newer one with the same key takes its
                     ///< place
    QString title{}; ///< plain text, as is the body
    QString body{};
    bool sound = false;
};

/// Used on the thread of the user interface.
class Notifier : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void show(const Notification& notification) = 0;
    /// It has been seen in another way.
    virtual void withdraw(const QString& key) = 0;

Q_SIGNALS:
    /// A person wants to see what it is about. `token` lets a window come to the
    /// front where the desktop asks for one, and is empty elsewhere.
    void activated(const QString& key, const QString& token);
};

} // namespace chinwag::notify
