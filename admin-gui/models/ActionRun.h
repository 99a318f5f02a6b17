// The same order of an operator for several targets: one request after the other, until one fails.
#pragma once

#include "api/RestClient.h"

#include <QJsonObject>
#include <QObject>
#include <QVector>

namespace chinwag::admin {

class ActionRun : public QObject {
    Q_OBJECT
public:
    /// Posts each of `bodies`, of which there is one at least, to `path`. Deleting it stops it.
    ActionRun(RestClient& client, QString path, QVector<QJsonObject> bodies, QObject* parent = nullptr);
    ~ActionRun() override;

    /// Begins, or after failed() goes on with the one that failed.
    void start();
    /// What the server said so far, in the order of the bodies.
    const QVector<QJsonObject>& answers() const { return answers_; }

Q_SIGNALS:
    void progress();
    void finished();
    void failed(const chinwag::admin::ApiError& error);

private:
    void received(const ApiResult& result);

    RestClient& client_;
    const QString path_;
    const QVector<QJsonObject> bodies_;
    QVector<QJsonObject> answers_;
    RequestHandle pending_;
};

} // namespace chinwag::admin
