// A server of one's own on this machine, which lives as long as the console does.
#pragma once

#include "api/Endpoint.h"

#include <QObject>
#include <QProcess>

namespace chinwag::admin {

/// Makes an operator with a password that only this run knows, starts chinwagd and waits until it listens.
/// Nothing here blocks. The server ends with this process even when that crashes.
class LocalServer : public QObject {
    Q_OBJECT
public:
    enum class State { Stopped, Preparing, Starting, Running, Stopping };
    Q_ENUM(State)

    explicit LocalServer(QObject* parent = nullptr);
    ~LocalServer() override;

    void start();
    /// By SIGTERM; stopped() follows.
    void stop();

    State state() const { return state_; }
    bool isActive() const { return state_ != State::Stopped; }
    /// How to get in; valid while Running.
    const Endpoint& endpoint() const { return endpoint_; }

    /// Beside this program, then in the search path; empty when there is none.
    static QString findProgram();
    void setProgram(const QString& program) { program_ = program; }
    void setDataDirectory(const QString& path) { dataDirectory_ = path; }

Q_SIGNALS:
    void started();
    /// `reason` is for a person; `output` is what the program said about it.
    void failed(const QString& reason, const QString& output);
    /// It has ended, by stop() or by itself after it was Running.
    void stopped();

private:
    void runAdmin(const QString& verb);
    void adminFinished(int exitCode, QProcess::ExitStatus status);
    void runServer();
    void readOutput();
    void serverFinished();
    void processError(QProcess::ProcessError error);
    void fail(const QString& reason);

    QProcess process_;
    State state_ = State::Stopped;
    QString program_;
    QString dataDirectory_;
    QString adminVerb_;
    QByteArray output_; ///< standard error of the current program
    Endpoint endpoint_;
};

} // namespace chinwag::admin
