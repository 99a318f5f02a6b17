#include "OtherProcess.h"

#include "Durations.h"
#include "support/FakeServer.h"

#include <QCoreApplication>

#include <cstdio>

namespace chinwag::bench {

OtherProcess::~OtherProcess() {
    process_.kill();
    process_.waitForFinished();
}

QUrl OtherProcess::start(int connections) {
    process_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process_.start(
        QCoreApplication::applicationFilePath(),
        {QStringLiteral("--serve"), QStringLiteral("--connections"), QString::number(connections)});
    while (!process_.canReadLine()) {
        if (!process_.waitForReadyRead())
            return {};
    }
    return QUrl(QString::fromUtf8(process_.readLine()).trimmed(), QUrl::StrictMode);
}

int serve(int connections) {
    test::FakeServer server;
    server.connections = test::FakeServer::sampleConnections(connections);
    server.stats = test::FakeServer::sampleStats();
    if (!server.listen() || std::puts(qPrintable(server.url().toString())) < 0 || std::fflush(stdout) != 0)
        return 1;
    return QCoreApplication::exec();
}

} // namespace chinwag::bench
