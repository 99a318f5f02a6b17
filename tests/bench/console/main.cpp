// Measures the console and the operator API with very many connections:
//   chinwag-console-bench [--connections N] [--clients N]
// The server's side is the routes of the operator API before a table of connections that is only a double;
// the window's side is the whole console before a server in another process, which tells it something four
// times a second. Then both once more with a real server and real clients, fewer of them. Says how long, and
// judges nothing.
#include "Durations.h"
#include "OtherProcess.h"
#include "RealServer.h"
#include "ServerSide.h"
#include "WindowSide.h"

#include <QApplication>
#include <QCommandLineParser>

#include <optional>

namespace {

using namespace chinwag::bench;

std::optional<int> numberOf(const QCommandLineParser& parser, const QCommandLineOption& option) {
    bool isNumber = false;
    const int number = parser.value(option).toInt(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

bool measureDouble(int connections) {
    OtherProcess other;
    return report(QStringLiteral("The server, %1 connections").arg(connections),
                  QStringLiteral("median, worst")) &&
           measureServer(static_cast<std::size_t>(connections)) && report(QStringLiteral("The window"), {}) &&
           measureWindow(other.start(connections));
}

bool measureReal(int connections) {
    RealServer server;
    return server.start(connections) &&
           report(QStringLiteral("A real server, %1 clients").arg(connections),
                  QStringLiteral("median, worst")) &&
           measureRealServer(server, connections) && report(QStringLiteral("The window"), {}) &&
           measureWindow(server.place());
}

} // namespace

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption many(QStringLiteral("connections"), QStringLiteral("How many there seem to be."),
                                  QStringLiteral("N"), QStringLiteral("100000"));
    const QCommandLineOption real(QStringLiteral("clients"), QStringLiteral("How many there really are."),
                                  QStringLiteral("N"), QStringLiteral("15000"));
    QCommandLineOption server(QStringLiteral("serve"));
    server.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({many, real, server});
    parser.process(application);
    const auto connections = numberOf(parser, many);
    const auto clients = numberOf(parser, real);
    if (!connections || !clients) {
        qCritical("chinwag-console-bench: --connections and --clients want whole numbers; 0 leaves it out");
        return 2;
    }
    if (parser.isSet(server))
        return serve(*connections);
    // The programs beside this one are what is measured, unless somebody says otherwise.
    if (!qEnvironmentVariableIsSet("CHINWAG_TEST_BIN"))
        qputenv("CHINWAG_TEST_BIN", QCoreApplication::applicationDirPath().toLocal8Bit());
    const bool ok =
        (*connections == 0 || measureDouble(*connections)) && (*clients == 0 || measureReal(*clients));
    return ok ? 0 : 1;
}
