#include "http/MessageRoutes.h"

#include "http/ConnectionTarget.h"
#include "http/JsonMessage.h"
#include "http/ModerationAnswers.h"
#include "http/ProblemType.h"
#include "http/RequestFields.h"
#include "hub/Hub.h"
#include "hub/RandomId.h"
#include "protocol/ChatMessage.h"

#include <QtCore/QJsonDocument>

#include <string>
#include <utility>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;
using auth::OperatorSessions;

// Nobody else may call themselves like an operator: ReservedNicks.
protocol::ChatMessage messageOf(BodyFields& fields, const OperatorSessions::Session& session, bool isNotice) {
    protocol::ChatMessage message;
    message.nick = session.operatorName;
    message.text = fields.anyText("text");
    message.isNotice = isNotice;
    if (const auto fault = protocol::faultOfText(message.text))
        fields.complain(*fault);
    return message;
}

std::string recordedText(const std::string& text) {
    return QJsonDocument(QJsonObject{{u"text"_s, QString::fromStdString(text)}})
        .toJson(QJsonDocument::Compact)
        .toStdString();
}

void sayInRoom(hub::Hub& hub, const OperatorRecord& record, const RoutedRequest& routed,
               const OperatorSessions::Session& session, AnswerOnce answer) {
    BodyFields fields(routed.request, {"text", "notice"});
    auto chat = messageOf(fields, session, fields.flag("notice").value_or(false));
    if (fields.fault())
        return answer.give(*fields.fault());
    const std::string channel(routed.rest);
    const auto* const options = hub::isValidChannelName(channel) ? hub.namespaces().find(channel) : nullptr;
    if (options == nullptr || !options->chat)
        return answer.give(protocol::problem(404,
                                             "there can be no room of that name where people chat; one "
                                             "is called as in chat:lobby",
                                             problem_type::noSuchRoom));
    chat.id = hub::randomMessageId();
    hub::Message message{protocol::toJson(chat)};
    message.chat = {chat.id, {}, chat.text};
    auto shared = share(std::move(answer));
    hub.publish(channel, std::move(message),
                [shared, record, channel, chat, by = session.operatorName](hub::PublishResult result) {
                    onControlThread([shared, record, channel, chat, by, result = std::move(result)] {
                        if (const auto* const error = std::get_if<hub::StoreError>(&result))
                            return shared->give(storeProblem(*error, {}));
                        record.add(
                            "room.message", channel, {by, {}},
                            [shared, chat, channel] {
                                shared->give(jsonAnswer({{u"room"_s, QString::fromStdString(channel)},
                                                         {u"id"_s, QString::fromStdString(chat.id)}}));
                            },
                            recordedText(chat.text));
                    });
                });
}

void sayTo(const ConnectionPort& connections, const OperatorRecord& record, const RoutedRequest& routed,
           const OperatorSessions::Session& session, AnswerOnce answer) {
    BodyFields fields(routed.request, {"text"});
    const auto message = messageOf(fields, session, true);
    if (fields.fault())
        return answer.give(*fields.fault());
    const auto id = protocol::parseConnectionId(routed.rest);
    if (!id)
        return answer.give(noSuchConnection());
    auto shared = share(std::move(answer));
    connections.tell(
        *id, message, [shared, record, text = message.text, by = session.operatorName](const auto& told) {
            if (!told)
                return shared->give(noSuchConnection());
            record.add(
                "connection.message", recordedTarget(*told), {by, {}},
                [shared, info = *told] { shared->give(connectionAnswer(info)); }, recordedText(text));
        });
}

} // namespace

void addMessageRoutes(RouteTable& routes, const OperatorGuard& guard, const ConnectionPort& connections,
                      hub::Hub& hub, const OperatorRecord& record) {
    routes.postBetween(
        "/admin/api/rooms/", "name", "/messages",
        guard.guarded(auth::Permission::Message,
                      [&hub, record](const RoutedRequest& routed, const auto& session, AnswerOnce answer) {
                          sayInRoom(hub, record, routed, session, std::move(answer));
                      }));
    routes.postBetween("/admin/api/connections/", "id", "/message",
                       guard.guarded(auth::Permission::Message,
                                     [connections, record](const RoutedRequest& routed, const auto& session,
                                                           AnswerOnce answer) {
                                         sayTo(connections, record, routed, session, std::move(answer));
                                     }));
}

} // namespace chinwag::http
