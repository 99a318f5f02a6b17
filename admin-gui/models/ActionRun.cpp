#include "models/ActionRun.h"

#include <utility>

namespace chinwag::admin {

ActionRun::ActionRun(RestClient& client, QString path, QVector<QJsonObject> bodies, QObject* parent)
    : QObject(parent), client_(client), path_(std::move(path)), bodies_(std::move(bodies)) {}

ActionRun::~ActionRun() {
    disconnect();
    pending_.cancel();
}

void ActionRun::start() {
    pending_ = client_.post(path_, bodies_[answers_.size()], this,
                            [this](const ApiResult& result) { received(result); });
}

void ActionRun::received(const ApiResult& result) {
    if (result.error) {
        Q_EMIT failed(*result.error);
        return;
    }
    answers_.append(result.body);
    if (answers_.size() == bodies_.size()) {
        Q_EMIT finished();
        return;
    }
    Q_EMIT progress();
    start();
}

} // namespace chinwag::admin
