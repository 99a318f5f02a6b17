#include "sdk/RefusalProbe.h"

#include "sdk/CloseRule.h"
#include "sdk/OpeningRule.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>

namespace chinwag::sdk {

namespace {

class ProbeText {
    Q_DECLARE_TR_FUNCTIONS(RefusalProbe)
};

constexpr int answerWithinMs = 5'000;
constexpr qint64 maxBodyBytes = 16 * 1024;
constexpr int switchingProtocols = 101;
constexpr int longestWaitSeconds = 3'600;

QNetworkRequest openingRequest(QUrl url) {
    url.setScheme(url.scheme() == QLatin1String("wss") ? QStringLiteral("https") : QStringLiteral("http"));
    QNetworkRequest request(url);
    request.setRawHeader("Connection", "Upgrade");
    request.setRawHeader("Upgrade", "websocket");
    request.setRawHeader("Sec-WebSocket-Version", "13");
    request.setRawHeader("Sec-WebSocket-Key", "Q2hpbndhZyBhc2tzIHdoeQ==");
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(answerWithinMs);
    return request;
}

int statusOf(const QNetworkReply& reply) {
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

Fault indescribable() {
    return {Fault::Kind::Lost, ProbeText::tr("The server did not open the connection."), true, 0};
}

} // namespace

RefusalProbe::RefusalProbe(QObject* parent) : QObject(parent) {}

RefusalProbe::~RefusalProbe() {
    if (reply_) {
        reply_->disconnect(this);
        reply_->abort();
    }
}

void RefusalProbe::ask(const QUrl& socketUrl) {
    reply_ = network_.get(openingRequest(socketUrl));
    connect(reply_, &QNetworkReply::metaDataChanged, this, &RefusalProbe::headersCame);
    connect(reply_, &QNetworkReply::finished, this, &RefusalProbe::finished);
}

void RefusalProbe::headersCame() {
    // This time it would have opened: no refusal to read, and no end to wait for.
    if (statusOf(*reply_) == switchingProtocols)
        reply_->abort();
}

void RefusalProbe::finished() {
    const Fault fault = verdict();
    reply_->deleteLater();
    Q_EMIT explained(fault);
}

Fault RefusalProbe::verdict() const {
    const int status = statusOf(*reply_);
    if (status == 0 || status == switchingProtocols)
        return indescribable();
    const QJsonObject problem = QJsonDocument::fromJson(reply_->read(maxBodyBytes)).object();
    const int wait = reply_->rawHeader("Retry-After").toInt();
    return judgeStatus(status, presentable(problem.value(QStringLiteral("detail")).toString()),
                       qBound(0, wait, longestWaitSeconds));
}

} // namespace chinwag::sdk
