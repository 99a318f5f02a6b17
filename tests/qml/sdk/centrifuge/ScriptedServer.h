// A server of the Centrifuge protocol that answers as a test says, and does to a client what real ones do on
// bad days.
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>
#include <optional>

namespace chinwag::test {

class ScriptedServer : public QObject {
    Q_OBJECT

public:
    struct Command {
        QString name;
        QJsonObject parameters;
        qint64 id = 0;
    };
    /// The result, or an object with `error` alone; nothing is said when there is none.
    using Answer = std::function<std::optional<QJsonObject>(const QJsonObject& parameters)>;

    ScriptedServer();
    ~ScriptedServer() override;

    QUrl url() const;
    /// Listens on the same port again; false when that does not work.
    bool start();
    /// Stops listening and cuts everybody off.
    void stop();

    /// How commands of that name are answered from now on; without a rule the result is empty.
    void rule(const QString& command, Answer answer) { rules_[command] = std::move(answer); }
    /// The next one is refused, and those after it are answered by the rule again.
    void refuseOnce(const QString& command, int code, bool temporary = false);

    void push(const QJsonObject& push);
    void publish(const QString& channel, const QJsonValue& data, quint64 offset = 0);
    void raw(const QString& frame);
    void close(int code, const QString& reason);
    void cut();

    const QList<Command>& commands() const { return commands_; }
    QList<Command> commands(const QString& name) const;
    int count(const QString& name) const { return static_cast<int>(commands(name).size()); }
    int frames() const { return frames_; }
    int pongs() const { return pongs_; }
    int connections() const { return connections_; }

    static QJsonObject error(int code, bool temporary = false);
    /// What a server says of a subscription with positions.
    static QJsonObject positioned(quint64 offset, const QString& epoch);

private:
    void onPeer();
    void onFrame(const QString& frame);
    void answer(const Command& command);

    QWebSocketServer server_;
    QPointer<QWebSocket> peer_;
    QHash<QString, Answer> rules_;
    QHash<QString, QList<QJsonObject>> refusals_;
    QList<Command> commands_;
    quint16 port_ = 0;
    int frames_ = 0;
    int pongs_ = 0;
    int connections_ = 0;
};

} // namespace chinwag::test
