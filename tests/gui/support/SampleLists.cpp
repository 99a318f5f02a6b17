#include "support/SampleLists.h"

#include <QDateTime>
#include <QJsonArray>

namespace chinwag::test {

namespace {

using Rows = QVector<QJsonObject>;

QString ago(int seconds) {
    return QDateTime::currentDateTimeUtc().addSecs(-seconds).toString(Qt::ISODateWithMs);
}

const QStringList& people() {
    static const QStringList names{
        QStringLiteral("Alice"),  QStringLiteral("Bilal"),  QStringLiteral("Chiara"),
        QStringLiteral("Dmitri"), QStringLiteral("Esther"), QStringLiteral("Fatima"),
        QStringLiteral("Giulia"), QStringLiteral("Haruki"), QStringLiteral("Ingrid"),
        QStringLiteral("João"),   QStringLiteral("Katya"),  QStringLiteral("Mallory"),
        QStringLiteral("Nadia"),  QStringLiteral("Omar"),   QStringLiteral("Priya")};
    return names;
}

QString person(int number) {
    return people()[number % people().size()];
}

const QStringList& sentences() {
    static const QStringList texts{
        QStringLiteral("Has anybody tried the new release yet?"),
        QStringLiteral("Yes, on two machines since this morning, no trouble so far."),
        QStringLiteral("Cheap watches, very cheap, look at my profile!!!"),
        QStringLiteral("Could somebody take the moderators' shift on Friday evening?"),
        QStringLiteral("I can, from eight o'clock on."),
        QStringLiteral("Welcome everybody who is here for the first time – the rules are in the topic."),
        QStringLiteral("Which of the two is faster for you, the one with the index or the one without?"),
        QStringLiteral("Good night, see you tomorrow.")};
    return texts;
}

QJsonObject message(int number) {
    const QString nick = person(number * 7);
    const bool isGone = number % 9 == 5;
    QJsonObject row{{QStringLiteral("seq"), 90'000 - number},
                    {QStringLiteral("id"), QStringLiteral("m%1").arg(90'000 - number)},
                    {QStringLiteral("time"), ago(number * 41 + 8)},
                    {QStringLiteral("user"), number % 3 == 0 ? QString() : nick.toLower()}};
    row.insert(
        QStringLiteral("data"),
        isGone ? QJsonValue(QJsonObject())
               : QJsonValue(QJsonObject{{QStringLiteral("nick"), nick},
                                        {QStringLiteral("text"), sentences()[number % sentences().size()]}}));
    return row;
}

Rows users() {
    Rows rows;
    for (int i = 0; i < people().size(); ++i) {
        const QString nick = person(i);
        rows.append({{QStringLiteral("user"), nick.toLower()},
                     {QStringLiteral("nicks"), QJsonArray{nick}},
                     {QStringLiteral("connections"), 1 + i % 3},
                     {QStringLiteral("rooms"), 1 + i * 5 % 7},
                     {QStringLiteral("since"), ago(300 + i * 977)}});
    }
    return rows;
}

Rows rooms() {
    const QStringList names{QStringLiteral("lobby"),         QStringLiteral("music"),
                            QStringLiteral("games"),         QStringLiteral("help"),
                            QStringLiteral("films"),         QStringLiteral("cooking"),
                            QStringLiteral("announcements"), QStringLiteral("archive")};
    Rows rows;
    for (int i = 0; i < names.size(); ++i)
        rows.append({{QStringLiteral("name"), QString(QStringLiteral("chat:") + names[i])},
                     {QStringLiteral("present"), i == 7 ? 0 : 7712 / (i * i + 1)},
                     {QStringLiteral("subscribers"), i == 7 ? 0 : 8124 / (i * i + 1)},
                     {QStringLiteral("locked"), i == 6},
                     {QStringLiteral("slow_seconds"), i == 1 ? 10 : 0},
                     {QStringLiteral("last_message_at"), ago(3 + i * i * 410)}});
    return rows;
}

Rows messages() {
    Rows rows;
    for (int i = 0; i < 60; ++i)
        rows.append(message(i));
    return rows;
}

Rows reports() {
    const QStringList reasons{QStringLiteral("spam"), QStringLiteral("spam again, third time today"),
                              QStringLiteral("rude"), QStringLiteral("somebody's telephone number")};
    Rows rows;
    for (int i = 0; i < 9; ++i)
        rows.append({{QStringLiteral("number"), 120 - i},
                     {QStringLiteral("time"), ago(60 + i * 431)},
                     {QStringLiteral("reason"), reasons[i % reasons.size()]},
                     {QStringLiteral("reporter"), person(i + 3).toLower()},
                     {QStringLiteral("channel"), QStringLiteral("chat:lobby")},
                     {QStringLiteral("message"), message(i % 2 == 0 ? 2 : i * 3)}});
    return rows;
}

Rows rules(const QString& reason) {
    struct Rule {
        const char* target;
        const char* value;
        const char* note;
    };
    const Rule all[] = {{"user", "mallory", "Warned twice"},
                        {"address", "198.51.100.7", ""},
                        {"cidr", "203.0.113.0/24", "Comes back from the whole network"},
                        {"user", "spambot-17", ""},
                        {"device", "8f3c2a91-77de-4c1b", "A new name every day"},
                        {"address", "2001:db8:742::37", ""}};
    Rows rows;
    int number = 40;
    for (const Rule& rule : all) {
        const bool isOver = number == 37;
        rows.append({{QStringLiteral("id"), number},
                     {QStringLiteral("target"), QLatin1String(rule.target)},
                     {QStringLiteral("value"), QLatin1String(rule.value)},
                     {QStringLiteral("room"), number == 38 ? QStringLiteral("chat:music") : QString()},
                     {QStringLiteral("reason"), reason},
                     {QStringLiteral("note"), QLatin1String(rule.note)},
                     {QStringLiteral("by"), QStringLiteral("alice")},
                     {QStringLiteral("created_at"), ago((41 - number) * 5021)},
                     {QStringLiteral("until"),
                      number == 39 ? QJsonValue() : QJsonValue(ago(-86'400 * (41 - number)))},
                     {QStringLiteral("active"), !isOver}});
        --number;
    }
    return rows;
}

Rows audit() {
    struct Deed {
        const char* action;
        const char* target;
        const char* reason;
    };
    const Deed deeds[] = {{"ban.add", "user mallory", "Spam"},
                          {"connection.kick", "Dmitri/u-7 (198.51.100.7)", "Flooding"},
                          {"message.redact", "lobby m88121", "Spam"},
                          {"operator.login", "alice", ""},
                          {"room.rules", "music", "Too busy tonight"},
                          {"ban.lift", "address 2001:db8:742::37", "Undone"},
                          {"lockdown", "server", "Wave of bots"}};
    Rows rows;
    for (int i = 0; i < 40; ++i) {
        const Deed& deed = deeds[i % 7];
        rows.append({{QStringLiteral("seq"), 512 - i},
                     {QStringLiteral("time"), ago(i * 1931 + 44)},
                     {QStringLiteral("actor"), i % 4 == 2 ? QStringLiteral("omar") : QStringLiteral("alice")},
                     {QStringLiteral("action"), QLatin1String(deed.action)},
                     {QStringLiteral("target"), QLatin1String(deed.target)},
                     {QStringLiteral("reason"), QLatin1String(deed.reason)}});
    }
    return rows;
}

Rows logs() {
    struct Line {
        const char* level;
        const char* category;
        const char* message;
    };
    const Line lines[] = {
        {"info", "chinwag.http", "alice kicked connection 3-1181 (Flooding)"},
        {"debug", "chinwag.net", "connection 2-9120 closed: 1001"},
        {"warning", "chinwag.net", "connection 1-771 closed: its queue was over 1 MiB (3008)"},
        {"info", "chinwag.auth", "alice logged in from 192.0.2.10"},
        {"error", "chinwag.store", "the store cannot write: no space left on device"}};
    Rows rows;
    for (int i = 0; i < 50; ++i) {
        const Line& line = lines[i % 14 == 13 ? 4 : i % 4];
        rows.append({{QStringLiteral("seq"), 4000 - i},
                     {QStringLiteral("time"), ago(i * 7)},
                     {QStringLiteral("level"), QLatin1String(line.level)},
                     {QStringLiteral("category"), QLatin1String(line.category)},
                     {QStringLiteral("message"), QLatin1String(line.message)}});
    }
    return rows;
}

Rows configuration() {
    struct Key {
        const char* key;
        const char* value;
        const char* source;
        const char* where;
    };
    const Key keys[] = {
        {"server.listen", "0.0.0.0:443", "file", "/etc/chinwag/chinwag.toml:4"},
        {"server.workers", "3", "flag", "--workers"},
        {"server.tls_certificate", "/etc/chinwag/tls/fullchain.pem", "file", "/etc/chinwag/chinwag.toml:6"},
        {"server.max_connections", "50000", "environment", "CHINWAG_SERVER_MAX_CONNECTIONS"},
        {"client.max_message", "65536", "default", ""},
        {"client.max_queue", "1048576", "default", ""},
        {"auth.mode", "token", "file", "/etc/chinwag/chinwag.toml:19"},
        {"auth.hmac_secret", "(secret)", "environment", "CHINWAG_AUTH_HMAC_SECRET"},
        {"store.url", "sqlite:chinwag.db", "default", ""},
        {"log.level", "info", "default", ""}};
    Rows rows;
    for (const Key& key : keys)
        rows.append(
            {{QStringLiteral("key"), QLatin1String(key.key)},
             {QStringLiteral("value"), QLatin1String(key.value)},
             {QStringLiteral("source"), QLatin1String(key.source)},
             {QStringLiteral("where"), *key.where == '\0' ? QJsonValue() : QLatin1String(key.where)}});
    return rows;
}

Rows sessions() {
    Rows rows;
    const QStringList operators{QStringLiteral("alice"), QStringLiteral("omar"), QStringLiteral("katya")};
    for (int i = 0; i < operators.size(); ++i)
        rows.append({{QStringLiteral("id"), QStringLiteral("s%1").arg(i)},
                     {QStringLiteral("operator"),
                      QJsonObject{{QStringLiteral("name"), operators[i]},
                                  {QStringLiteral("role"),
                                   i == 0 ? QStringLiteral("admin") : QStringLiteral("moderator")}}},
                     {QStringLiteral("own"), i == 0},
                     {QStringLiteral("address"), QStringLiteral("192.0.2.%1").arg(10 + i)},
                     {QStringLiteral("user_agent"), QStringLiteral("chinwag-admin/0.1.0")},
                     {QStringLiteral("since"), ago(7'200 * (i + 1))},
                     {QStringLiteral("last_used"), ago(40 * i)},
                     {QStringLiteral("expires_at"), ago(-36'000)}});
    return rows;
}

} // namespace

QHash<QString, FakeServer::Table> sampleTables() {
    return {{QStringLiteral("/users"), {QStringLiteral("items"), users()}},
            {QStringLiteral("/rooms"), {QStringLiteral("items"), rooms()}},
            {QStringLiteral("/messages"), {QStringLiteral("items"), messages(), true}},
            {QStringLiteral("/reports"), {QStringLiteral("reports"), reports()}},
            {QStringLiteral("/bans"), {QStringLiteral("items"), rules(QStringLiteral("Spam"))}},
            {QStringLiteral("/mutes"), {QStringLiteral("items"), rules(QStringLiteral("Flooding"))}},
            {QStringLiteral("/audit"), {QStringLiteral("items"), audit()}},
            {QStringLiteral("/logs"), {QStringLiteral("records"), logs()}},
            {QStringLiteral("/configuration"), {QStringLiteral("keys"), configuration()}},
            {QStringLiteral("/sessions"), {QStringLiteral("sessions"), sessions()}}};
}

std::vector<std::pair<QString, QJsonObject>> sampleObjects() {
    const QJsonObject node{{QStringLiteral("name"), QStringLiteral("chat-1")},
                           {QStringLiteral("version"), QStringLiteral("0.1.0")},
                           {QStringLiteral("uptime_seconds"), 272'871},
                           {QStringLiteral("workers"), 3},
                           {QStringLiteral("connections"), 15'219},
                           {QStringLiteral("resident_bytes"), 47'710'208},
                           {QStringLiteral("open_descriptors"), 15'243},
                           {QStringLiteral("ready"), true},
                           {QStringLiteral("store"), QStringLiteral("writable")}};
    return {{QStringLiteral("/nodes"), {{QStringLiteral("nodes"), QJsonArray{node}}}},
            {QStringLiteral("/lockdown"),
             {{QStringLiteral("level"), 1},
              {QStringLiteral("until"), ago(-2'400)},
              {QStringLiteral("reason"), QStringLiteral("Too many bots today; log in, please.")}}}};
}

QJsonObject sampleRuleAnswer() {
    QJsonArray hit;
    for (const char* const name : {"Mallory", "Spambot17", "Spambot18"})
        hit.append(
            QJsonObject{{QStringLiteral("nick"), QLatin1String(name)},
                        {QStringLiteral("address"), QStringLiteral("198.51.100.%1").arg(7 + hit.size())}});
    return {{QStringLiteral("id"), 41}, {QStringLiteral("count"), 3}, {QStringLiteral("connections"), hit}};
}

QJsonObject sampleAuditEntry() {
    return {{QStringLiteral("seq"), 511},
            {QStringLiteral("time"), ago(1'975)},
            {QStringLiteral("actor"), QStringLiteral("alice")},
            {QStringLiteral("action"), QStringLiteral("room.rules")},
            {QStringLiteral("target"), QStringLiteral("chat:music")},
            {QStringLiteral("reason"), QStringLiteral("Too busy tonight")},
            {QStringLiteral("before"),
             QJsonObject{{QStringLiteral("locked"), false}, {QStringLiteral("slow_seconds"), 0}}},
            {QStringLiteral("after"),
             QJsonObject{{QStringLiteral("locked"), false}, {QStringLiteral("slow_seconds"), 10}}},
            {QStringLiteral("hash"),
             QStringLiteral("5a0c1f6e1b7c49b1a3fd3f6a6e3b8f6d6c0f0a9f1f6a2d7c8e4b5a6978d0e1f2")}};
}

QJsonObject sampleFrames() {
    struct Frame {
        const char* direction;
        const char* kind;
        int size;
    };
    const Frame frames[] = {{"in", "text", 64}, {"out", "text", 118}, {"out", "text", 96},
                            {"out", "ping", 4}, {"in", "pong", 4},    {"out", "text", 131},
                            {"in", "text", 41}, {"out", "text", 95},  {"out", "text", 122},
                            {"out", "text", 77}};
    QJsonArray all;
    int place = 0;
    for (const Frame& frame : frames)
        all.append(QJsonObject{{QStringLiteral("time"), ago(40 - 3 * place++)},
                               {QStringLiteral("direction"), QLatin1String(frame.direction)},
                               {QStringLiteral("kind"), QLatin1String(frame.kind)},
                               {QStringLiteral("size"), frame.size}});
    return {{QStringLiteral("frames"), all}, {QStringLiteral("missed"), 0}};
}

} // namespace chinwag::test
