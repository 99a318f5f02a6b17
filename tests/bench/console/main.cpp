// Measures the console and the operator API with very many connections:
//   chinwag-console-bench [--connections N]
// The server's side is the routes of the operator API before a table of connections that is only a double;
// the window's side is the whole console before a server in another process. Says how long, and judges
// nothing.
#include "Durations.h"
#include "OtherProcess.h"
#include "ServerSide.h"
#include "WindowSide.h"

#include <QApplication>
#include <QCommandLineParser>

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption many(QStringLiteral("connections"), QStringLiteral("How many there are."),
                                  QStringLiteral("N"), QStringLiteral("100000"));
    QCommandLineOption server(QStringLiteral("serve"));
    server.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({many, server});
    parser.process(application);
    bool isNumber = false;
    const int connections = parser.value(many).toInt(&isNumber);
    if (!isNumber || connections < 1) {
        qCritical("chinwag-console-bench: --connections wants a whole number from 1 on");
        return 2;
    }
    using namespace chinwag::bench;
    if (parser.isSet(server))
        return serve(connections);
    const bool ok = report(QStringLiteral("The server, %1 connections").arg(connections),
                           QStringLiteral("median, worst")) &&
                    measureServer(static_cast<std::size_t>(connections)) &&
                    report(QStringLiteral("The window"), {}) && measureWindow(connections);
    return ok ? 0 : 1;
}
