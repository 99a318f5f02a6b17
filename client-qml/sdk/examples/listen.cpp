// Follows a channel of a server that speaks the Centrifuge protocol, and publishes what is written on the
// command line:
//   centrifuge-listen ws://127.0.0.1:8000/connection/websocket chat:lobby '{"text": "Hello"}'
#include "sdk/centrifuge/Client.h"
#include "sdk/centrifuge/Subscription.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTextStream>

namespace {

using namespace chinwag::centrifuge;

constexpr int exitUsage = 2;

QTextStream& out() {
    static QTextStream stream(stdout);
    return stream;
}

void print(const QString& what, const QString& detail) {
    out() << what << ' ' << detail << Qt::endl;
}

void follow(Client& client, Subscription& room) {
    QObject::connect(&client, &Client::connecting, &client, [](int code, const QString& reason) {
        print(QStringLiteral("connecting"), QStringLiteral("%1 %2").arg(code).arg(reason));
    });
    QObject::connect(&client, &Client::failed, &client, [&client](const Error& error) {
        const QString why = client.fault().isFault() ? client.fault().text : error.message;
        print(QStringLiteral("failed"), QStringLiteral("%1 %2").arg(error.code).arg(why));
    });
    QObject::connect(&client, &Client::disconnected, &client, [](int code, const QString& reason) {
        print(QStringLiteral("disconnected"), QStringLiteral("%1 %2").arg(code).arg(reason));
        QCoreApplication::quit();
    });
    QObject::connect(&room, &Subscription::subscribed, &room, [](const SubscribeResult& result) {
        const bool gap = result.wasRecovering && !result.recovered;
        print(QStringLiteral("subscribed"),
              gap ? QStringLiteral("with a gap: what is missing is in history()") : QString());
    });
    QObject::connect(&room, &Subscription::unsubscribed, &room, [](int code, const QString& reason) {
        print(QStringLiteral("unsubscribed"), QStringLiteral("%1 %2").arg(code).arg(reason));
        QCoreApplication::quit();
    });
    QObject::connect(&room, &Subscription::published, &room, [](const Publication& publication) {
        const QJsonDocument document(publication.data.toObject());
        print(QString::number(publication.offset),
              QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
    });
}

} // namespace

int main(int argc, char* argv[]) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QJsonDocument message =
        QJsonDocument::fromJson(arguments.size() > 3 ? arguments.at(3).toUtf8() : QByteArrayLiteral("{}"));
    if (arguments.size() < 3 || arguments.size() > 4 || !message.isObject()) {
        QTextStream(stderr) << "Usage: centrifuge-listen URL CHANNEL [JSON OBJECT]\n";
        return exitUsage;
    }
    ClientOptions options;
    options.endpoint = QUrl(arguments.at(1));
    Client client(options);
    Subscription* const room = client.newSubscription(arguments.at(2));
    if (room == nullptr) {
        QTextStream(stderr) << "A channel has a name.\n";
        return exitUsage;
    }
    follow(client, *room);
    room->subscribe();
    if (arguments.size() > 3)
        room->publish(message.object(), room, [](const Result<PublishResult>& result) {
            print(result ? QStringLiteral("published") : QStringLiteral("refused"),
                  result ? QString() : result.error().message);
        });
    client.connectToServer();
    return QCoreApplication::exec();
}
