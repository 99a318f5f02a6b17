// What a client is made with.
#pragma once

#include "sdk/Backoff.h"
#include "sdk/centrifuge/Types.h"

#include <QUrl>

#include <chrono>

namespace chinwag::centrifuge {

struct ClientOptions {
    QUrl endpoint;                            ///< ws:// or wss://, e.g. ws://host:8000/connection/websocket
    QString token{};                          ///< of the connection, to begin with
    TokenProvider tokenProvider{};            ///< asked when there is none, and before it expires
    QJsonValue data{QJsonValue::Undefined};   ///< told with the opening command
    QString name = QStringLiteral("qt");      ///< of the program, shown to operators
    QString version{};                        ///< of the program
    std::chrono::milliseconds timeout{5'000}; ///< for a reply; and as long for a connection before
    std::chrono::milliseconds maxPingDelay{10'000}; ///< a ping may be so late
    std::chrono::milliseconds settledAfter{
        5'000};                     ///< a connection that lived so long starts the back-off anew
    std::size_t maxWaiting = 1'000; ///< commands that wait for a connection
    sdk::Backoff reconnect{};
    sdk::Backoff refreshRetry{
        sdk::Backoff::Span{std::chrono::seconds(5), std::chrono::seconds(10), std::chrono::seconds(10)}};
};

} // namespace chinwag::centrifuge
