#include "RealServer.h"

#include "ListQuestions.h"

#include <QCoreApplication>
#include <QThread>

#include <sys/resource.h>

namespace chinwag::bench {

namespace {

constexpr QLatin1String operatorName("olga");
constexpr QLatin1String password("correct horse battery");
constexpr rlim_t descriptorsBesides = 200; // what a program has open apart from its connections
constexpr auto longest = std::chrono::minutes(2);

/// What is started from here gets all that this process may have.
bool raiseLimits(int connections) {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return false;
    limit.rlim_cur = limit.rlim_max;
    return setrlimit(RLIMIT_NOFILE, &limit) == 0 &&
           limit.rlim_cur >= static_cast<rlim_t>(connections) + descriptorsBesides;
}

} // namespace

RealServer::~RealServer() {
    clients_.kill();
    clients_.waitForFinished();
}

bool RealServer::start(int connections) {
    if (!raiseLimits(connections)) {
        qCritical("The limit of descriptors (ulimit -Hn) is too low for so many connections.");
        return false;
    }
    const QByteArray line = QByteArray(password.data()) + '\n';
    test::ServerProcess::Options options;
    options.arguments = {QStringLiteral("--data-dir"), data_.path()};
    if (test::runAdmin(data_.path(), QStringLiteral("add"), operatorName, line) != 0 ||
        !server_.start(options)) {
        qCritical("The server does not start: %s", server_.log().constData());
        return false;
    }
    clients_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    clients_.start(QCoreApplication::applicationDirPath() + QStringLiteral("/chinwag-bench"),
                   {QStringLiteral("idle"), server_.urls().value(0), QStringLiteral("--clients"),
                    QString::number(connections), QStringLiteral("--seconds"), QStringLiteral("3600"),
                    QStringLiteral("--pid"), QString::number(server_.pid())});
    return api_.logIn(operatorName.data(), password.data()).answer.status == 200 && waitForAll(connections);
}

bool RealServer::waitForAll(int connections) {
    constexpr std::chrono::duration<unsigned long, std::milli> between{100};
    const QDeadlineTimer end{longest};
    while (!end.hasExpired()) {
        const auto all = get("/admin/api/connections?limit=1");
        if (all && all->value(QLatin1String("total")).toInt() == connections)
            return true;
        QThread::msleep(between.count());
    }
    qCritical("Not all clients have come.");
    return false;
}

std::optional<QJsonObject> RealServer::get(const std::string& path) const {
    const auto answer = api_.get(path);
    return answer.answer.status == 200 ? std::optional(answer.body) : std::nullopt;
}

Place RealServer::place() const {
    return {server_.urls().value(0), operatorName, password};
}

bool measureRealServer(const RealServer& server, int connections) {
    const auto ask = [&server](const std::string& query) {
        return server.get("/admin/api/connections?" + query);
    };
    return measureLists(ask, static_cast<std::size_t>(connections), false);
}

} // namespace chinwag::bench
