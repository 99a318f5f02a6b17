// A PostgreSQL of the test's own: made in a temporary folder, reached through a socket there, gone
// afterwards.
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace chinwag::test {

/// PostgreSQL does not run as root: then the unprivileged user that Debian's package makes runs it.
class PostgresCluster {
public:
    PostgresCluster() = default;
    ~PostgresCluster();
    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;

    /// Makes the cluster and starts it. Empty, or why not.
    QString create();
    /// Starts what create() has made and stop() has stopped, and waits until it answers.
    QString start();
    /// At once, as when its machine loses power.
    void stop();

    /// The URL of a new, empty database.
    QString newDatabase();

private:
    void prepare(QProcess& process) const;
    QString makeData();
    bool answers() const;
    QString urlOf(const QString& database) const;

    QTemporaryDir folder_;
    QString programs_;
    QProcess server_;
    int databases_ = 0;
};

} // namespace chinwag::test
