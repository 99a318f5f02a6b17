#include "models/KickJob.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace chinwag::admin {

KickJob::KickJob(RestClient& client, QVector<ConnectionInfo> victims, QString reason, QObject* parent)
    : QObject(parent), client_(client), victims_(std::move(victims)), reason_(std::move(reason)) {}

void KickJob::start() {
    next();
}

void KickJob::cancel() {
    cancelled_ = true;
    if (!isAsking_)
        next();
}

qsizetype KickJob::done() const {
    return outcome_.kicked + outcome_.leftBefore + outcome_.failed;
}

void KickJob::next() {
    if (cancelled_ || asked_ == victims_.size()) {
        outcome_.spared = victims_.size() - asked_;
        Q_EMIT finished();
        return;
    }
    const auto count = std::min(atATime, victims_.size() - asked_);
    QJsonArray ids;
    for (qsizetype i = asked_; i < asked_ + count; ++i)
        ids.append(victims_[i].id);
    asked_ += count;
    isAsking_ = true;
    client_.post(QStringLiteral("/connections/kick"),
                 QJsonObject{{QStringLiteral("ids"), ids}, {QStringLiteral("reason"), reason_}}, this,
                 [this, count](const ApiResult& result) { answered(count, result); });
}

void KickJob::answered(qsizetype count, const ApiResult& result) {
    isAsking_ = false;
    if (!result.error) {
        const auto kicked = std::min(count, qsizetype{result.body.value(QLatin1String("count")).toInt()});
        outcome_.kicked += kicked;
        outcome_.leftBefore += count - kicked;
        for (qsizetype i = asked_ - count; i < asked_; ++i)
            Q_EMIT gone(victims_[i].id);
    } else {
        outcome_.failed += count;
        if (outcome_.failure.isEmpty())
            outcome_.failure = result.error->message();
    }
    Q_EMIT progress();
    next();
}

} // namespace chinwag::admin
