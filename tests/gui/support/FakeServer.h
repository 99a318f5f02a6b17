// The operator API, played by the test: every answer, delay and failure is the test's to choose.
#pragma once

#include "api/ConnectionInfo.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QTcpServer>
#include <QUrlQuery>

#include <functional>

class QTcpSocket;

namespace chinwag::test {

class FakeFeed;

class FakeServer : public QObject {
    Q_OBJECT
public:
    struct Answer {
        int status = 200;
        QJsonObject body{};
        QByteArray headers{}; ///< further lines, each ended by CRLF
    };

    explicit FakeServer(QObject* parent = nullptr);

    bool listen();
    /// Ends every connection and refuses new ones; listenAgain() takes the same port.
    void goDown();
    bool listenAgain();
    QUrl url() const;

    /// Who is connected, in any order.
    QVector<admin::ConnectionInfo> connections;
    QJsonObject stats;
    /// Lists by their path, such as "/rooms": the name of the array, and its rows. They come in pages.
    struct Table {
        QString items;
        QVector<QJsonObject> rows;
        bool bySeq = false; ///< `before` and `after` are of the field `seq`, which descends
    };
    QHash<QString, Table> tables;
    /// What is posted, "path body", and what is said to it when no answer is fixed: the body with this added.
    QStringList posted() const { return posted_; }
    QJsonObject postAnswer;
    QString operatorName = QStringLiteral("alice");
    QString password = QStringLiteral("correct horse battery");
    QString code; ///< of the second factor; empty when there is none

    /// Has a live feed from now on; without one it is polled. Must outlive this.
    void setFeed(FakeFeed& feed) { feed_ = &feed; }

    /// Sessions and lists are forgotten, as by a restart.
    void forgetSessions() { tokens_.clear(); }
    void forgetLists() { lists_.clear(); }
    /// Paths that end with `path` get `answer` from now on; an empty status ends that.
    void answerAlways(const QString& path, const Answer& answer) { fixed_.insert(path, answer); }
    void answerNormally(const QString& path) { fixed_.remove(path); }
    /// Answers wait until release().
    void hold() { held_ = true; }
    void release();

    /// "GET /connections?sort=nick", of all requests so far.
    QStringList requests() const { return requests_; }
    int count(const QString& prefix) const;
    /// "id: reason"
    QStringList kicked() const { return kicked_; }

    static QJsonObject sampleStats();
    static QVector<admin::ConnectionInfo> sampleConnections(int count);
    static Answer problem(int status, const QString& detail,
                          const QString& type = QStringLiteral("about:blank"));

private:
    void accept();
    void read(QTcpSocket* socket);
    bool handToFeed(QTcpSocket* socket);
    void respond(QTcpSocket* socket, const Answer& answer);
    Answer route(const QByteArray& method, const QUrl& target, const QByteArray& authorization,
                 const QByteArray& body);
    Answer logIn(const QByteArray& body);
    Answer listConnections(const QUrlQuery& query);
    Answer readConnection(const QString& id) const;
    Answer listTable(const Table& table, const QUrlQuery& query) const;
    Answer listBySeq(const Table& table, const QUrlQuery& query) const;
    Answer kick(const QByteArray& body);

    quint16 port_ = 0;
    FakeFeed* feed_ = nullptr;
    QHash<QTcpSocket*, QByteArray> buffers_;
    QStringList tokens_;
    QHash<QString, QStringList> lists_;
    int made_ = 0; ///< tokens and lists, to tell them apart
    QHash<QString, Answer> fixed_;
    bool held_ = false;
    QVector<std::function<void()>> waiting_;
    QStringList requests_;
    QStringList kicked_;
    QStringList posted_;
    QTcpServer server_; ///< the last member: its sockets, when they go, still find the buffers
};

} // namespace chinwag::test
