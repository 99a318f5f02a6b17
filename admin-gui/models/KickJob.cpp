#include "models/KickJob.h"

#include <utility>

namespace chinwag::admin {

namespace {

constexpr qsizetype atATime = 4; // below the six connections that QNetworkAccessManager opens to a host

} // namespace

KickJob::KickJob(RestClient& client, QVector<ConnectionInfo> victims, QString reason, QObject* parent)
    : QObject(parent), client_(client), victims_(std::move(victims)), reason_(std::move(reason)) {}

void KickJob::start() {
    pump();
}

void KickJob::cancel() {
    cancelled_ = true;
    pump();
}

qsizetype KickJob::done() const {
    return outcome_.kicked + outcome_.leftBefore + outcome_.failed;
}

void KickJob::pump() {
    while (!cancelled_ && inFlight_ < atATime && next_ < victims_.size()) {
        const QString id = victims_[next_].id;
        ++next_;
        ++inFlight_;
        client_.post(QStringLiteral("/connections/%1/kick").arg(id),
                     QJsonObject{{QStringLiteral("reason"), reason_}}, this,
                     [this, id](const ApiResult& result) { answered(id, result); });
    }
    if (inFlight_ > 0)
        return;
    outcome_.spared = victims_.size() - next_;
    Q_EMIT finished();
}

void KickJob::answered(const QString& id, const ApiResult& result) {
    if (!result.error) {
        ++outcome_.kicked;
        Q_EMIT gone(id);
    } else if (result.error->status == 404) {
        ++outcome_.leftBefore;
        Q_EMIT gone(id);
    } else {
        ++outcome_.failed;
        if (outcome_.failure.isEmpty())
            outcome_.failure = result.error->message();
    }
    --inFlight_;
    Q_EMIT progress();
    pump();
}

} // namespace chinwag::admin
