// Kicks a number of connections, many at a time.
#pragma once

#include "api/ConnectionInfo.h"
#include "api/RestClient.h"

#include <QObject>
#include <QVector>

namespace chinwag::admin {

class KickJob : public QObject {
    Q_OBJECT
public:
    /// With one request to the server; more would keep whoever cancels waiting.
    static constexpr qsizetype atATime = 500;

    struct Outcome {
        qsizetype kicked = 0;
        qsizetype leftBefore = 0; ///< had gone when their turn came
        qsizetype failed = 0;
        qsizetype spared = 0; ///< not tried, since the job was cancelled
        QString failure;      ///< why the first of the failed ones did
    };

    KickJob(RestClient& client, QVector<ConnectionInfo> victims, QString reason, QObject* parent = nullptr);

    void start();
    /// Those who are not on their way yet are spared; finished() follows.
    void cancel();

    qsizetype total() const { return victims_.size(); }
    qsizetype done() const;
    const Outcome& outcome() const { return outcome_; }

Q_SIGNALS:
    void progress();
    /// This connection is closed, or was already.
    void gone(const QString& id);
    void finished();

private:
    void next();
    void answered(qsizetype count, const ApiResult& result);

    RestClient& client_;
    QVector<ConnectionInfo> victims_;
    QString reason_;
    qsizetype asked_ = 0; // for how many the server was asked
    bool isAsking_ = false;
    bool cancelled_ = false;
    Outcome outcome_;
};

} // namespace chinwag::admin
