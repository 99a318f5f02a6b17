#include "OtherProcess.h"

#include "LivelyServer.h"
#include "support/FakeFeed.h"
#include "support/FakeServer.h"

#include <QCoreApplication>

#include <cstdio>

namespace chinwag::bench {

OtherProcess::~OtherProcess() {
    process_.kill();
    process_.waitForFinished();
}

Place OtherProcess::start(int connections) {
    process_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process_.start(
        QCoreApplication::applicationFilePath(),
        {QStringLiteral("--serve"), QStringLiteral("--connections"), QString::number(connections)});
    while (!process_.canReadLine()) {
        if (!process_.waitForReadyRead())
            return {};
    }
    const test::FakeServer known; // for the name and the password
    return {QString::fromUtf8(process_.readLine()).trimmed(), known.operatorName, known.password};
}

int serve(int connections) {
    test::FakeServer server;
    test::FakeFeed feed;
    server.connections = test::FakeServer::sampleConnections(connections);
    server.setFeed(feed);
    LivelyServer lively(server, feed);
    if (!server.listen() || std::puts(qPrintable(server.url().toString())) < 0 || std::fflush(stdout) != 0)
        return 1;
    return QCoreApplication::exec();
}

} // namespace chinwag::bench
