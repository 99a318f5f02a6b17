// A link over the Centrifuge protocol against a scripted server, and what it has told.
#pragma once

#include "sdk/CentrifugeLink.h"
#include "sdk/centrifuge/ScriptedServer.h"
#include "sdk/centrifuge/Watch.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>

namespace chinwag::test {

using sdk::CentrifugeLink;
using sdk::Fault;
using sdk::Publication;

inline QString text(const char* latin) {
    return QString::fromLatin1(latin);
}

inline constexpr QLatin1String room("chat:hall-4");

inline QJsonObject message(const QString& id, const QString& words, const QString& clientId = {}) {
    QJsonObject data{{text("id"), id}, {text("nick"), text("Ada")}, {text("text"), words}};
    if (!clientId.isEmpty())
        data.insert(text("client_id"), clientId);
    return data;
}

inline QJsonObject page(const QList<QJsonObject>& newestFirst, int next = 0) {
    QJsonArray messages;
    for (const QJsonObject& data : newestFirst)
        messages.append(QJsonObject{{text("data"), data}, {text("time"), 1'000}});
    QJsonObject answer{{text("messages"), messages}};
    if (next != 0)
        answer.insert(text("next"), next);
    return {{text("data"), answer}};
}

// What a link has told, in order.
struct Told {
    explicit Told(CentrifugeLink& link) {
        using sdk::Link;
        QObject::connect(&link, &Link::opened, &link, [this] { lines.append(text("connected")); });
        QObject::connect(&link, &Link::roomOpened, &link, [this](const QString& where, bool complete) {
            lines.append(of(where) + (complete ? text("open") : text("open, gap")));
        });
        QObject::connect(&link, &Link::roomClosed, &link,
                         [this](const QString& where, const QString& reason) {
                             lines.append(of(where) + text("closed ") + reason);
                         });
        QObject::connect(&link, &Link::ended, &link, [this](const Fault& end) {
            fault = end;
            lines.append(text("end"));
        });
        QObject::connect(&link, &Link::received, &link,
                         [this](const QString& where, const Publication& publication) {
                             last = publication;
                             lines.append(of(where) + publication.id + text(" ") + publication.text);
                         });
        QObject::connect(&link, &Link::pageReceived, &link,
                         [this](const QString& where, const sdk::Page& received) {
                             QStringList ids;
                             for (const Publication& publication : received.messages)
                                 ids.append(publication.id);
                             lines.append(of(where) + text("page ") + ids.join(u' ') +
                                          (received.more ? text(" ...") : QString()));
                         });
        QObject::connect(&link, &Link::refused, &link, [this](quint64 id, const QString& reason) {
            lines.append(QStringLiteral("refused %1 %2").arg(id).arg(reason));
        });
        QObject::connect(&link, &Link::answered, &link,
                         [this](const sdk::MessageRequest& request, const QString& refusal) {
                             lines.append(text("answered ") + request.messageId + text(" ") + refusal);
                         });
        QObject::connect(&link, &Link::typingHeard, &link, [this](const QString& where, const QString& nick) {
            lines.append(of(where) + text("typing ") + nick);
        });
        QObject::connect(&link, &Link::peopleChanged, &link,
                         [this](const QString&, const QList<sdk::Person>& all) {
                             people.clear();
                             for (const sdk::Person& person : all)
                                 people.append(person.nick);
                         });
        QObject::connect(&link, &Link::readElsewhere, &link, [this](const QString& where, const QString& id) {
            lines.append(of(where) + text("read ") + id);
        });
        QObject::connect(&link, &Link::rulesChanged, &link,
                         [this](const QString& where, const sdk::RoomRules& all) { rules[where] = all; });
        QObject::connect(&link, &Link::roomsListed, &link,
                         [this](const QList<sdk::RoomSummary>& all) { rooms = all; });
    }
    // The room that most tests are in goes without saying.
    static QString of(const QString& where) { return where == room ? QString() : where + text(": "); }
    bool waitFor(const QString& line) const {
        return eventually([&] { return lines.contains(line); });
    }

    QStringList lines;
    QStringList people;
    QMap<QString, sdk::RoomRules> rules; // by room, as they were told last
    QList<sdk::RoomSummary> rooms;
    Fault fault;
    Publication last;
};

class ChatLinkCase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        server_ = std::make_unique<ScriptedServer>();
        server_->rule(text("subscribe"), [this](const QJsonObject&) { return subscribed_; });
        server_->rule(text("rpc"), [this](const QJsonObject& parameters) -> std::optional<QJsonObject> {
            return parameters[text("method")].toString() == text("chat.history") ? history_ : QJsonObject();
        });
        subscribed_ = ScriptedServer::positioned(0, text("e"));
        history_ = page({});
    }
    void cleanup() {
        link_.reset();
        server_.reset();
    }

protected:
    void enter(const sdk::Resume& resume = {}, const QStringList& others = {}, const QString& token = {}) {
        CentrifugeLink::Timing timing;
        timing.again = std::chrono::milliseconds(1);
        link_ = std::make_unique<CentrifugeLink>(timing);
        told_ = std::make_unique<Told>(*link_);
        QUrl url = server_->url();
        url.setPath(QString());
        QCOMPARE(CentrifugeLink::endpoint(url), server_->url());
        QList<sdk::RoomStart> rooms{{room, resume}};
        for (const QString& other : others)
            rooms.append({other});
        link_->open({url, text("Robin"), token, device_}, rooms);
    }

    // How often that method was called.
    qsizetype calls(const char* method) const {
        const QList<ScriptedServer::Command> all = server_->commands(text("rpc"));
        return std::count_if(all.begin(), all.end(), [&](const ScriptedServer::Command& one) {
            return one.parameters[text("method")].toString() == text(method);
        });
    }

    std::unique_ptr<ScriptedServer> server_;
    std::unique_ptr<CentrifugeLink> link_;
    std::unique_ptr<Told> told_;
    QJsonObject subscribed_;
    QJsonObject history_;
    QString device_;
};

} // namespace chinwag::test
