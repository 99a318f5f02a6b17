// One vetted request in the shape that QHttpServer takes: a connection.
#pragma once

#include "http/AnswerCollector.h"
#include "http/AnswerOnce.h"
#include "protocol/HttpMessage.h"

#include <QtCore/QByteArray>
#include <QtNetwork/QTcpSocket>

#include <utility>

namespace chinwag::http {

/// A QTcpSocket without a descriptor, as a QSslSocket is one: reading it gives the request, what is
/// written becomes the answer. It ends itself as a peer that hangs up would, once it was answered, so
/// QHttpServer sees exactly one well-formed request a connection and then lets go of it.
class RequestSocket : public QTcpSocket {
    Q_OBJECT
public:
    /// `target` is what QHttpServer gets to see of the request's target.
    RequestSocket(const protocol::HttpRequest& request, const QByteArray& target, AnswerOnce answer,
                  QObject* parent);
    ~RequestSocket() override;

    qint64 bytesAvailable() const override;
    /// Takes the answering over: what is written from now on is dropped.
    AnswerOnce takeAnswer() { return std::move(answer_); }

    void disconnectFromHost() override;
    void close() override;

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 readLineData(char* data, qint64 maxSize) override;
    qint64 skipData(qint64 maxSize) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    qint64 unread() const { return input_.size() - position_; }
    void end(protocol::HttpAnswer answer);

    QByteArray input_;
    qsizetype position_ = 0;
    AnswerCollector collector_;
    AnswerOnce answer_;
    bool ended_ = false;
};

} // namespace chinwag::http
