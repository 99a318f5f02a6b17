// chinwag-echo: the net room without a chat, so that a conformance suite can be pointed at it.
#include "net/Acceptor.h"
#include "net/TlsFiles.h"
#include "net/Worker.h"
#include "support/echo/EchoSession.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QUrl>

#include <csignal>
#include <cstdio>
#include <memory>
#include <optional>
#include <variant>

using namespace chinwag;

namespace {

// A suite sends what no chat client would, thousands of fragments of one message for one.
std::shared_ptr<const net::NetSettings> settings(std::size_t maxMessage) {
    auto settings = std::make_shared<net::NetSettings>();
    settings->maxMessage = maxMessage;
    settings->maxQueue = 4 * maxMessage;
    settings->controlFrames = {};
    settings->fragments = {};
    return settings;
}

net::Routes routes() {
    net::Routes routes;
    const hub::Admit admit = [](const hub::Opening&) -> hub::Admission {
        return hub::SessionMaker(
            [](hub::Link& link, hub::WorkerIndex) { return std::make_unique<test::EchoSession>(link); });
    };
    routes.webSockets.push_back({"/", admit});
    routes.http = [](const protocol::HttpRequest&, const protocol::HttpAnswerSink& sink) {
        sink(protocol::problem(404, "Only a WebSocket on / is here."));
    };
    return routes;
}

int fail(const QString& reason) {
    static_cast<void>(std::fprintf(stderr, "chinwag-echo: %s\n", qUtf8Printable(reason)));
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_NO_GLIB", "1");
    if (std::signal(SIGPIPE, SIG_IGN) == SIG_ERR)
        return 1;
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption listenOption(QStringLiteral("listen"), QStringLiteral("Where to listen."),
                                          QStringLiteral("ADDRESS:PORT"), QStringLiteral("127.0.0.1:0"));
    const QCommandLineOption certificateOption(QStringLiteral("tls-certificate"),
                                               QStringLiteral("Speak TLS."), QStringLiteral("FILE"));
    const QCommandLineOption keyOption(QStringLiteral("tls-key"), QStringLiteral("Its key."),
                                       QStringLiteral("FILE"));
    const QCommandLineOption maxOption(QStringLiteral("max-message"), QStringLiteral("In bytes."),
                                       QStringLiteral("BYTES"), QString::number(16 * 1024 * 1024));
    parser.addOptions({listenOption, certificateOption, keyOption, maxOption});
    parser.addHelpOption();
    parser.process(application);

    std::optional<QSslConfiguration> tls;
    if (parser.isSet(certificateOption)) {
        auto loaded = net::loadTlsFiles(parser.value(certificateOption), parser.value(keyOption));
        if (const auto* const error = std::get_if<QString>(&loaded))
            return fail(*error);
        tls = std::get<QSslConfiguration>(std::move(loaded));
    }

    net::ConnectionCensus census;
    const net::Routes served = routes();
    net::Worker worker(0, settings(parser.value(maxOption).toULongLong()), served);
    if (!worker.start())
        return fail(QStringLiteral("no descriptors for a worker"));
    net::Acceptor acceptor([&](int descriptor) {
        worker.accept(descriptor,
                      {net::ConnectionCensus::Entry(census), {}, false, std::chrono::steady_clock::now()},
                      tls);
    });
    const QUrl where(QStringLiteral("ws://") + parser.value(listenOption));
    if (const auto error = acceptor.open(QHostAddress(where.host()), static_cast<quint16>(where.port(0))))
        return fail(*error);
    std::printf("listening on %s://%s:%u\n", tls ? "https" : "http", qUtf8Printable(where.host()),
                unsigned{acceptor.serverPort()});
    if (std::fflush(stdout) != 0)
        return fail(QStringLiteral("standard output cannot be written to"));
    return QCoreApplication::exec();
}
