// Where QHttpServer's interface differs between Qt 6.4 and Qt 6.8.
#pragma once

#include "protocol/HttpMessage.h"

#include <QtHttpServer/QHttpServer>
#include <QtHttpServer/QHttpServerRequest>
#include <QtHttpServer/QHttpServerResponder>
#include <QtHttpServer/QHttpServerResponse>
#include <QtNetwork/QTcpServer>

#include <utility>

namespace chinwag::http::compat {

/// False when `listening` does not listen.
inline bool bind(QHttpServer& server, QTcpServer* listening) {
    if (!listening->isListening())
        return false;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    return server.bind(listening);
#else
    server.bind(listening);
    return true;
#endif
}

inline QHttpServerResponse toResponse(const protocol::HttpAnswer& answer) {
    QHttpServerResponse response(QByteArray(), QByteArray::fromStdString(answer.body),
                                 static_cast<QHttpServerResponder::StatusCode>(answer.status));
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QHttpHeaders headers;
    for (const auto& header : answer.headers)
        headers.append(header.name, header.value);
    response.setHeaders(std::move(headers));
#else
    for (const auto& header : answer.headers)
        response.addHeader(QByteArray::fromStdString(header.name), QByteArray::fromStdString(header.value));
#endif
    return response;
}

/// `handler` takes the request that no route matched and returns a protocol::HttpAnswer.
template <typename Handler>
void setMissingHandler(QHttpServer& server, Handler handler) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    server.setMissingHandler(&server, [handler = std::move(handler)](const QHttpServerRequest& request,
                                                                     QHttpServerResponder& responder) {
        responder.sendResponse(toResponse(handler(request)));
    });
#else
    server.setMissingHandler(
        [handler = std::move(handler)](const QHttpServerRequest& request, QHttpServerResponder&& responder) {
            toResponse(handler(request)).write(std::move(responder));
        });
#endif
}

} // namespace chinwag::http::compat
