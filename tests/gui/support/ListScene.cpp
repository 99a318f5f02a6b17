#include "support/ListScene.h"

#include "support/Wait.h"

namespace chinwag::test {

namespace {

QJsonObject said(const char* id, const char* nick, const char* text, const char* user) {
    return {{QStringLiteral("seq"), QLatin1String(id)},
            {QStringLiteral("id"), QLatin1String(id)},
            {QStringLiteral("user"), QLatin1String(user)},
            {QStringLiteral("time"), QStringLiteral("2026-11-24T08:00:00Z")},
            {QStringLiteral("data"), QJsonObject{{QStringLiteral("nick"), QLatin1String(nick)},
                                                 {QStringLiteral("text"), QLatin1String(text)}}}};
}

} // namespace

bool ListScene::begin() {
    if (!server.listen())
        return false;
    server.tables[QStringLiteral("/rooms")] = {
        QStringLiteral("items"),
        {{{QStringLiteral("name"), QStringLiteral("chat:lobby")}, {QStringLiteral("subscribers"), 12}},
         {{QStringLiteral("name"), QStringLiteral("chat:games")},
          {QStringLiteral("subscribers"), 3},
          {QStringLiteral("locked"), true}}}};
    server.tables[QStringLiteral("/messages")] = {
        QStringLiteral("items"),
        {said("m2", "Mallory", "buy this", "mallory"), said("m1", "Alice", "hello", "")}};
    server.tables[QStringLiteral("/reports")] = {
        QStringLiteral("reports"),
        {{{QStringLiteral("number"), 7},
          {QStringLiteral("reason"), QStringLiteral("spam")},
          {QStringLiteral("channel"), QStringLiteral("chat:lobby")},
          {QStringLiteral("message"), said("m2", "Mallory", "buy this", "mallory")}}}};
    server.tables[QStringLiteral("/bans")] = {QStringLiteral("items"), {}};
    console.window.show();
    console.logIn(server.url().toString(), server.operatorName, server.password);
    return console.isIn(admin::ServerLink::State::Online) &&
           eventually([&] { return console.window.connectDialog() == nullptr; });
}

admin::TablePage& ListScene::open(admin::ConsolePages::Page page) {
    console.window.showPage(page);
    return *console.window.consolePages().table(page);
}

bool ListScene::has(admin::TablePage& page, int rows) {
    return eventually([&] { return page.model().rowCount() == rows; });
}

bool ListScene::posts(const QString& what) {
    return eventually([&] { return server.posted().contains(what); });
}

} // namespace chinwag::test
