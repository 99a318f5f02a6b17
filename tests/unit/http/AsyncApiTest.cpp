#include "JsonReferences.h"
#include "RequestBench.h"
#include "protocol/CentrifugeError.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using chinwag::tests::collectReferences;
using chinwag::tests::RequestBench;

using namespace Qt::StringLiterals;

namespace {

// What the sources say between the quotes that `pattern` captures.
QSet<QString> namesIn(const QString& path, const QString& pattern) {
    QFile file(qEnvironmentVariable("CHINWAG_TEST_SOURCE") + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    QSet<QString> names;
    auto matches = QRegularExpression(pattern).globalMatch(QString::fromUtf8(file.readAll()));
    while (matches.hasNext())
        names.insert(matches.next().captured(1));
    return names;
}

} // namespace

/// The description of what is said over the WebSockets and those who say it.
class AsyncApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        RequestBench bench;
        const auto answer = bench.get("/asyncapi.json");
        QCOMPARE(answer.status, 200);
        description_ = chinwag::tests::json(answer);
        QCOMPARE(description_[u"asyncapi"_s].toString(), u"3.0.0"_s);
        QCOMPARE(description_[u"info"_s][u"version"_s].toString(), QStringLiteral(CHINWAG_VERSION));
    }

    void describesEveryWebSocket() {
        const auto sockets = namesIn(u"/server/app/Server.cpp"_s, u"\\{\"(/(?:ws|connection)/[a-z]+)\""_s);
        QVERIFY(!sockets.isEmpty());
        QSet<QString> described;
        const auto channels = description_[u"channels"_s].toObject();
        for (const auto& channel : channels)
            described.insert(channel[u"address"_s].toString());
        QCOMPARE(described, sockets);
    }

    // Of the Centrifuge protocol: what is read is described, and what is written.
    void describesEveryMessage() {
        auto commands =
            namesIn(u"/server/protocol/CentrifugeCommand.cpp"_s, u"\\{\"([a-z_]+)\", *(?:&|read)"_s);
        QVERIFY2(commands.size() > 10, "the commands are written in another way");
        const auto messages = description_[u"components"_s][u"messages"_s].toObject();
        for (const QString& command : commands)
            QVERIFY2(messages.contains(command), qPrintable(command));
        const auto pushes = namesIn(u"/server/protocol/CentrifugeReply.cpp"_s,
                                    u"(?:push|infoPush)\\(channel, \"([a-z]+)\""_s);
        QVERIFY(pushes.size() > 3);
        for (const QString& push : pushes)
            QVERIFY2(messages.contains(push + u"Push"), qPrintable(push));
    }

    void namesEveryMethod() {
        const auto methods = namesIn(u"/server/session/ChatCalls.cpp"_s, u"\\{\"(chat\\.[a-z]+)\", &"_s);
        QVERIFY2(methods.size() > 10, "the methods are written in another way");
        const auto rpc = description_[u"components"_s][u"messages"_s][u"rpc"_s][u"payload"_s];
        QSet<QString> named;
        const auto names = rpc[u"properties"_s][u"rpc"_s][u"properties"_s][u"method"_s][u"enum"_s].toArray();
        for (const auto& name : names)
            named.insert(name.toString());
        QCOMPARE(named, methods);
    }

    void describesEveryError() {
        QSet<int> described;
        const auto errors = description_[u"channels"_s][u"centrifuge"_s][u"x-errors"_s].toArray();
        for (const auto& error : errors)
            described.insert(error[u"code"_s].toInt());
        QSet<int> known;
        for (int code = 1; code < 1000; ++code) {
            if (!chinwag::protocol::message(static_cast<chinwag::protocol::CentrifugeError>(code)).empty())
                known.insert(code);
        }
        QCOMPARE(described, known);
    }

    void describesTheCloseCodesOfTheProtocol() {
        const auto values = namesIn(u"/server/protocol/CloseCode.h"_s, u"= ([34][0-9]{3}),"_s);
        QVERIFY(values.size() > 5);
        QSet<QString> described;
        const auto codes = description_[u"channels"_s][u"centrifuge"_s][u"x-close-codes"_s].toArray();
        for (const auto& code : codes) {
            const int number = code[u"code"_s].toInt();
            described.insert(QString::number(number));
            // As the SDKs of the protocol act on them.
            const bool comesBack = (number >= 3000 && number < 3500) || (number >= 4000 && number < 4500);
            QCOMPARE(code[u"reconnect"_s].toBool(), comesBack);
        }
        for (const QString& value : values)
            QVERIFY2(described.contains(value), qPrintable(value));
    }

    void referencesLeadSomewhere() {
        QStringList references;
        collectReferences(description_, references);
        QVERIFY(references.size() > 30);
        for (const QString& reference : references) {
            QVERIFY2(reference.startsWith(u"#/"), qPrintable(reference));
            QJsonValue target = description_;
            for (const QString& step : reference.mid(2).split(u'/'))
                target = target[step];
            QVERIFY2(target.isObject(), qPrintable(reference));
        }
    }

    void everyMessageHasItsWordsAndAnExample() {
        const auto messages = description_[u"components"_s][u"messages"_s].toObject();
        for (auto it = messages.begin(); it != messages.end(); ++it) {
            const QJsonValue message = it.value();
            QVERIFY2(!message[u"summary"_s].toString().isEmpty(), qPrintable(it.key()));
            QVERIFY2(message[u"payload"_s].isObject(), qPrintable(it.key()));
            const auto example = message[u"examples"_s][0][u"payload"_s].toObject();
            const auto properties = message[u"payload"_s][u"properties"_s].toObject();
            for (auto member = example.begin(); member != example.end(); ++member)
                QVERIFY2(properties.contains(member.key()), qPrintable(it.key()));
        }
    }

private:
    QJsonObject description_;
};

QTEST_GUILESS_MAIN(AsyncApiTest)
#include "AsyncApiTest.moc"
