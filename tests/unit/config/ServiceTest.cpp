// Signals and systemd, as far as they can be had without a service manager.
#include "app/DescriptorLimit.h"
#include "app/HealthCheck.h"
#include "app/SignalWatcher.h"
#include "app/SystemdNotifier.h"
#include "support/Patience.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace chinwag;

namespace {

/// The end of the notification socket that systemd would have.
class Manager {
public:
    Manager() : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
        const auto path = dir_.filePath(QStringLiteral("notify")).toLocal8Bit();
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, path.constData(), sizeof address.sun_path);
        if (bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            qFatal("cannot bind the notification socket");
        qputenv("NOTIFY_SOCKET", path);
    }
    ~Manager() {
        qunsetenv("NOTIFY_SOCKET");
        close(socket_);
    }
    Manager(const Manager&) = delete;
    Manager& operator=(const Manager&) = delete;

    /// The oldest message that was not read yet, or nothing.
    QByteArray message() {
        QByteArray buffer(4096, '\0');
        const auto size = recv(socket_, buffer.data(), static_cast<std::size_t>(buffer.size()), 0);
        return size > 0 ? buffer.left(size) : QByteArray();
    }
    /// The same, but waits for one.
    QByteArray awaitMessage() {
        QByteArray received;
        const auto arrived = [&] {
            received = message();
            return !received.isEmpty();
        };
        const std::chrono::milliseconds patience = chinwag::test::patience;
        return QTest::qWaitFor(arrived, static_cast<int>(patience.count())) ? received : QByteArray();
    }

private:
    QTemporaryDir dir_;
    int socket_;
};

} // namespace

class ServiceTest : public QObject {
    Q_OBJECT
public:
    explicit ServiceTest(app::SignalWatcher& watcher) : watcher_(watcher) {}

private Q_SLOTS:
    void signalsArrive_data();
    void signalsArrive();
    void notifications();
    void silentWithoutSystemd();
    void feedsTheWatchdog();
    void noSocketsWithoutActivation();
    void raisesTheDescriptorLimit();
    void healthUrls_data();
    void healthUrls();
    void noHealthUrlForAnUnknownPort();

private:
    app::SignalWatcher& watcher_;
};

void ServiceTest::signalsArrive_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("terminations");
    QTest::addColumn<int>("reloads");
    QTest::newRow("SIGTERM") << SIGTERM << 1 << 0;
    QTest::newRow("SIGINT") << SIGINT << 1 << 0;
    QTest::newRow("SIGHUP") << SIGHUP << 0 << 1;
}

void ServiceTest::signalsArrive() {
    QFETCH(int, number);
    QFETCH(int, terminations);
    QFETCH(int, reloads);
    QSignalSpy terminated(&watcher_, &app::SignalWatcher::terminateRequested);
    QSignalSpy reloaded(&watcher_, &app::SignalWatcher::reloadRequested);
    QCOMPARE(kill(getpid(), number), 0);
    QVERIFY(QTest::qWaitFor([&] { return terminated.size() + reloaded.size() == 1; }));
    QCOMPARE(int(terminated.size()), terminations);
    QCOMPARE(int(reloaded.size()), reloads);
}

void ServiceTest::notifications() {
    Manager manager;
    app::SystemdNotifier notifier;
    QCOMPARE(manager.message(), QByteArray());
    notifier.ready(QStringLiteral("listening\nREADY=0"));
    // A status of several lines would be read as further assignments.
    QCOMPARE(manager.message(), QByteArray("READY=1\nSTATUS=listening READY=0"));
    app::SystemdNotifier::reloading();
    const auto reloading = manager.message();
    QVERIFY(reloading.startsWith("RELOADING=1\nMONOTONIC_USEC="));
    QVERIFY(reloading.mid(reloading.lastIndexOf('=') + 1).toLongLong() > 0);
    app::SystemdNotifier::stopping(QStringLiteral("draining"));
    QCOMPARE(manager.message(), QByteArray("STOPPING=1\nSTATUS=draining"));
}

void ServiceTest::silentWithoutSystemd() {
    qunsetenv("NOTIFY_SOCKET");
    app::SystemdNotifier notifier;
    notifier.ready(QStringLiteral("listening"));
    app::SystemdNotifier::stopping(QStringLiteral("draining"));
}

void ServiceTest::feedsTheWatchdog() {
    Manager manager;
    qputenv("WATCHDOG_USEC", "20000");
    qunsetenv("WATCHDOG_PID");
    app::SystemdNotifier notifier;
    notifier.ready(QStringLiteral("ready"));
    QVERIFY(manager.message().startsWith("READY=1"));
    QCOMPARE(manager.awaitMessage(), QByteArray("WATCHDOG=1"));
    QCOMPARE(manager.awaitMessage(), QByteArray("WATCHDOG=1"));
    qunsetenv("WATCHDOG_USEC");
}

void ServiceTest::noSocketsWithoutActivation() {
    qunsetenv("LISTEN_FDS");
    const auto none = app::SystemdNotifier::takeSockets();
    QVERIFY(std::get<std::vector<int>>(none).empty());
    // Meant for another process.
    qputenv("LISTEN_FDS", "1");
    qputenv("LISTEN_PID", "1");
    const auto foreign = app::SystemdNotifier::takeSockets();
    QVERIFY(std::get<std::vector<int>>(foreign).empty());
    qputenv("LISTEN_FDS", "many");
    qputenv("LISTEN_PID", QByteArray::number(getpid()));
    const auto nonsense = app::SystemdNotifier::takeSockets();
    QVERIFY(std::holds_alternative<QString>(nonsense));
}

void ServiceTest::raisesTheDescriptorLimit() {
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_cur, 256);
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &limit), 0);
    QVERIFY(!app::raiseDescriptorLimit());
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
    QCOMPARE(limit.rlim_cur, limit.rlim_max);
}

void ServiceTest::healthUrls_data() {
    QTest::addColumn<QByteArray>("listen");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* listen, const QString& text, const QString& expected) {
        QTest::newRow(name) << QByteArray(listen) << text << expected;
    };
    row("listener", "127.0.0.1:8000", {}, QStringLiteral("http://127.0.0.1:8000/healthz"));
    row("TLS", "https://127.0.0.1:8443", {}, QStringLiteral("https://127.0.0.1:8443/healthz"));
    row("every interface", "0.0.0.0:8000", {}, QStringLiteral("http://127.0.0.1:8000/healthz"));
    row("every IPv6 interface", "[::]:8000", {}, QStringLiteral("http://[::1]:8000/healthz"));
    row("named", "0.0.0.0:1", QStringLiteral("http://chat.example:81"),
        QStringLiteral("http://chat.example:81/healthz"));
    row("named with slash", "0.0.0.0:1", QStringLiteral("https://chat.example/"),
        QStringLiteral("https://chat.example/healthz"));
    row("named with path", "0.0.0.0:1", QStringLiteral("http://chat.example/readyz"),
        QStringLiteral("http://chat.example/readyz"));
    row("no URL", "0.0.0.0:1", QStringLiteral("chat.example"), {});
    row("no host", "0.0.0.0:1", QStringLiteral("http:///healthz"), {});
    row("another scheme", "0.0.0.0:1", QStringLiteral("ftp://chat.example"), {});
    row("spaces", "0.0.0.0:1", QStringLiteral("http://chat example"), {});
}

void ServiceTest::healthUrls() {
    QFETCH(QByteArray, listen);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    config::ServerSettings settings;
    settings.listen = {config::parseListenAddress(listen.toStdString()).value()};
    const auto url = app::healthUrl(settings, text);
    QCOMPARE(std::holds_alternative<QUrl>(url), !expected.isEmpty());
    if (!expected.isEmpty())
        QCOMPARE(std::get<QUrl>(url).toString(), expected);
}

void ServiceTest::noHealthUrlForAnUnknownPort() {
    config::ServerSettings settings;
    settings.listen.front().port = 0;
    QVERIFY(std::holds_alternative<QString>(app::healthUrl(settings, {})));
}

// QtTest starts a thread of its own, so the signals must be taken before it begins.
int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    app::SignalWatcher watcher;
    if (const auto error = watcher.install())
        qFatal("%s", qUtf8Printable(*error));
    ServiceTest test(watcher);
    return QTest::qExec(&test, argc, argv);
}

#include "ServiceTest.moc"
