// Opens the dialogs of what moderators do, and tells what became of it, with a way back where there is one.
#pragma once

#include "views/ActionDialog.h"

#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>

namespace chinwag::admin {

class RestClient;

/// Who a rule is about, as the server names it: "user", "address", "cidr" or "device", and its value.
struct RuleTarget {
    QString kind = QStringLiteral("user");
    QString value{};
};

class ModerationDesk : public QObject {
    Q_OBJECT
public:
    /// `window` is what the dialogs belong to; both must outlive this.
    ModerationDesk(RestClient& client, QWidget& window);

    /// Everybody whose connection matches `filters`, which are the server's.
    void kickAll(const QJsonObject& filters);
    /// Says something to one connection, whose client is called `name`, alone.
    void messageConnection(const QString& id, const QString& name);
    /// Says something in a room, which is a row of their list.
    void messageRoom(const QJsonObject& room);
    void ban(const RuleTarget& target);
    void mute(const RuleTarget& target);
    /// `kind` is "bans" or "mutes", `rows` are rows of its list.
    void lift(const QString& kind, const QVector<QJsonObject>& rows);
    void changeRoom(const QJsonObject& room);
    void setLocked(const QJsonObject& room, bool locked);
    void redact(const QString& room, const QString& id, const QString& text);
    void purge(const QString& user);
    void resolve(const QVector<QJsonObject>& reports, const QString& outcome);
    void lockDown(const QJsonObject& current);

    /// The dialog that is open, or null.
    ActionDialog* dialog() const { return dialog_; }

Q_SIGNALS:
    /// `undo` may be empty.
    void told(const QString& text, const std::function<void()>& undo);
    void failed(const QString& text);
    /// The lists of the server may be different.
    void changed();

private:
    ActionDialog* ask(const ActionForm& form, std::function<void(const QJsonObject&)> done);
    void rule(const QString& kind, const RuleTarget& target);
    /// Posts `body` to every path, one after the other, and tells `text` when all went well.
    void post(const QStringList& paths, const QJsonObject& body, const QString& text,
              std::function<void()> undo = {});

    RestClient& client_;
    QWidget& window_;
    QPointer<ActionDialog> dialog_;
};

} // namespace chinwag::admin
