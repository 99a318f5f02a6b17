#include "ModerationServer.h"

#include <QDateTime>
#include <QJsonDocument>

#include <utility>

namespace chinwag::test {

using namespace Qt::StringLiterals;

namespace {

constexpr const char* password = "correct horse battery";

} // namespace

QJsonObject CentrifugeProbe::next() {
    while (!hasEnded_) {
        while (!lines_.isEmpty()) {
            auto object = QJsonDocument::fromJson(lines_.takeFirst()).object();
            if (!object.isEmpty())
                return object;
        }
        const auto event = socket_.nextMessage();
        if (event.kind != Event::Kind::Text) {
            end_ = event;
            hasEnded_ = true;
            return {};
        }
        lines_ = QByteArray::fromStdString(event.payload).split('\n');
    }
    return {};
}

QJsonObject CentrifugeProbe::ask(const QJsonObject& command) {
    auto numbered = command;
    numbered[u"id"_s] = ++lastId_;
    socket_.send(text(QJsonDocument(numbered).toJson(QJsonDocument::Compact).toStdString()));
    while (true) {
        auto object = next();
        if (object.isEmpty() || object[u"id"_s].toInt() == lastId_)
            return object;
        pushes_.append(object[u"push"_s].toObject());
    }
}

QJsonObject CentrifugeProbe::connect(const std::string& token, const QString& device) {
    QJsonObject request{{u"token"_s, QString::fromStdString(token)}};
    if (!device.isEmpty())
        request[u"data"_s] = QJsonObject{{u"device"_s, device}};
    return ask({{u"connect"_s, request}});
}

QJsonObject CentrifugeProbe::subscribe(const QString& channel) {
    return ask({{u"subscribe"_s, QJsonObject{{u"channel"_s, channel}}}});
}

QJsonObject CentrifugeProbe::publish(const QString& channel, const QString& text) {
    return ask(
        {{u"publish"_s, QJsonObject{{u"channel"_s, channel}, {u"data"_s, QJsonObject{{u"text"_s, text}}}}}});
}

QJsonObject CentrifugeProbe::nextData() {
    return nextOf(u"pub"_s);
}

QJsonObject CentrifugeProbe::nextTold() {
    return nextOf(u"message"_s);
}

QJsonObject CentrifugeProbe::nextOf(const QString& kind) {
    while (true) {
        const auto push = pushes_.isEmpty() ? next()[u"push"_s].toObject() : pushes_.takeFirst();
        if (push.isEmpty())
            return {};
        if (push.contains(kind))
            return push[kind][u"data"_s].toObject();
    }
}

Event CentrifugeProbe::end() {
    while (!next().isEmpty()) {
    }
    return end_;
}

bool ModerationServer::start(const QStringList& arguments) {
    if (runAdmin(data_.path(), u"add"_s, u"olga"_s, QByteArray(password) + '\n') != 0)
        return false;
    ServerProcess::Options options;
    options.arguments = arguments;
    options.settings = {{u"server.data_dir"_s, data_.path()},
                        {u"server.workers"_s, u"2"_s},
                        {u"auth.hmac_secret"_s, u"a secret of at least thirty-two bytes"_s}};
    server_ = std::make_unique<ServerProcess>();
    return server_->start(options) && logIn();
}

bool ModerationServer::logIn() {
    api_ = std::make_unique<OperatorApi>(*server_);
    return api_->logIn("olga", password).answer.status == 200;
}

bool ModerationServer::killAndRestart() {
    server_->kill();
    return server_->restart() && logIn();
}

std::string ModerationServer::token(const std::string& user, bool isStaff) const {
    const auto expires = QDateTime::currentSecsSinceEpoch() + 3600;
    return makeToken(key_, "HS256",
                     "{\"sub\":\"" + user + "\",\"exp\":" + std::to_string(expires) +
                         (isStaff ? ",\"staff\":true}" : "}"));
}

std::string ModerationServer::plain(const std::string& user, const std::string& more) const {
    return "/ws/chat?token=" + token(user) + more;
}

CentrifugeProbe ModerationServer::centrifuge() const {
    return CentrifugeProbe(server_->chatter("/connection/websocket"));
}

} // namespace chinwag::test
