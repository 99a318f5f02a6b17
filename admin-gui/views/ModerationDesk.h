// Opens the dialogs of what moderators do, and tells what became of it, with a way back where there is one.
#pragma once

#include "views/ActionDialog.h"

#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>

namespace chinwag::admin {

class ReasonTemplates;
class RestClient;

/// Who a rule is about, as the server names it: "user", "address", "cidr" or "device", and its value.
struct RuleTarget {
    QString kind = QStringLiteral("user");
    QString value{};
};

/// One message of a room, and what it says.
struct MessageRef {
    QString room; ///< the channel
    QString id;
    QString text;
};

class ModerationDesk : public QObject {
    Q_OBJECT
public:
    /// `window` is what the dialogs belong to; all must outlive this.
    ModerationDesk(RestClient& client, const ReasonTemplates& reasons, QWidget& window);

    /// Everybody whose connection matches `filters`, which are the server's.
    void kickAll(const QJsonObject& filters);
    /// Says something to one connection, whose client is called `name`, alone.
    void messageConnection(const QString& id, const QString& name);
    /// Says something in a room, which is a row of their list.
    void messageRoom(const QJsonObject& room);
    /// Without a value, the operator enters one.
    void ban(const RuleTarget& target);
    void mute(const RuleTarget& target);
    /// One rule for each of `targets`, of which there is one at least.
    void banEach(const QVector<RuleTarget>& targets);
    void muteEach(const QVector<RuleTarget>& targets);
    /// `kind` is "bans" or "mutes", `rows` are rows of its list.
    void lift(const QString& kind, const QVector<QJsonObject>& rows);
    void changeRoom(const QJsonObject& room);
    void setLocked(const QJsonObject& room, bool locked);
    void redact(const QVector<MessageRef>& messages);
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
    /// `done` gets what the server said to each request.
    ActionDialog* ask(ActionForm form, std::function<void(const QVector<QJsonObject>&)> done);
    void rule(const QString& kind, const QVector<RuleTarget>& targets);
    void imposeAgain(const QString& kind, const QVector<QJsonObject>& rows);
    /// Posts `body` to every path, one after the other, and tells `text` when all went well.
    void post(const QStringList& paths, const QJsonObject& body, const QString& text,
              std::function<void()> undo = {});
    /// Posts each of `bodies` to `path`, likewise.
    void post(const QString& path, const QVector<QJsonObject>& bodies, const QString& text,
              const std::function<void()>& undo = {});

    RestClient& client_;
    const ReasonTemplates& reasons_;
    QWidget& window_;
    QPointer<ActionDialog> dialog_;
};

} // namespace chinwag::admin
