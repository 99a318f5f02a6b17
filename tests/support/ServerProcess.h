// A server program under test: started with settings, awaited until it listens, always ended.
#pragma once

#include "support/HttpProbe.h"
#include "support/TcpStream.h"
#include "support/TlsStream.h"
#include "support/WebSocketProbe.h"

#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <sys/resource.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace chinwag::test {

class ServerProcess {
public:
    struct Options {
        /// "client.ping" -> "200ms", given as environment. Nobody is pinged unless a test asks for it, so
        /// that what comes next does not depend on how busy the machine is.
        QMap<QString, QString> settings{};
        QStringList listen{QStringLiteral("127.0.0.1:0")};
        QStringList arguments{}; ///< further ones
        QMap<QString, QString> environment{};
        rlim_t descriptors = 0;    ///< RLIMIT_NOFILE; 0 = as it is
        int activationSocket = -1; ///< handed on as systemd does, instead of `listen`
    };

    /// `program` is the name of one that this build made.
    explicit ServerProcess(const QString& program = QStringLiteral("chinwagd"));
    /// Kills what still runs; a failed test gets the program's log.
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    /// Starts it and waits for its addresses. On false, log() says why.
    bool start(const Options& options);
    bool start() { return start(Options{}); }
    /// Starts it again with the options and the port that it had. It must have ended.
    bool restart();

    const QStringList& urls() const { return urls_; }
    /// The port of its listener `index`, in the order of Options::listen; an internal one comes last.
    std::uint16_t port(qsizetype index = 0) const;
    qint64 pid() const { return process_.processId(); }

    void signal(int number);
    /// Ends it at once, as a power cut would.
    void kill();
    /// Waits until it has ended by itself; its exit code, or -1 when it did not exit or was killed.
    int waitForExit();
    bool isRunning() const { return process_.state() == QProcess::Running; }
    /// What it has written to standard output behind its addresses, so far as nobody has asked for it.
    QByteArray remainingOutput() { return process_.readAllStandardOutput(); }
    /// What it wrote to standard error.
    QByteArray log() const;

    /// Clients of its listener `index`.
    HttpProbe http(qsizetype index = 0) const;
    WebSocketProbe webSocket(const TcpStream::Options& options, qsizetype index = 0) const;
    WebSocketProbe webSocket() const { return webSocket(TcpStream::Options{}); }
    WebSocketProbe secureWebSocket(qsizetype index = 0) const;
    /// A client in the chat already, as the tutorial's page is.
    WebSocketProbe chatter(std::string_view target = "/ws/chat") const;

private:
    void configure(const Options& options);
    bool waitForAddresses(qsizetype count);

    QString program_;
    QProcess process_;
    QTemporaryFile log_;
    QTemporaryDir data_; // of the server, through its restarts, unless the test names another
    Options options_;
    QStringList urls_;
};

} // namespace chinwag::test
