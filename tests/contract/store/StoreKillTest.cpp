// What was acknowledged is there after kill -9: exactly once, in order, in the streams that it was published
// in.
#include "StoreSupport.h"

#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

using namespace chinwag::test;

namespace {

// What the publisher calls the message.
std::string idOf(const std::string& epoch, std::uint64_t offset) {
    return epoch + '-' + std::to_string(offset);
}

} // namespace

class StoreKillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        program_ = qEnvironmentVariable("CHINWAG_TEST_BIN") + QStringLiteral("/store-killed-publisher");
        QVERIFY2(QFileInfo(program_).isExecutable(), qPrintable(program_));
        QVERIFY(folder_.isValid());
        path_ = folder_.filePath(QStringLiteral("store.sqlite"));
    }

    void whatWasAcknowledgedIsThere() {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        constexpr int rounds = 30;
        bool cleanly = true;
        for (int round = 0; round < rounds; ++round) {
            const bool kill = round % 6 != 5;
            QVERIFY(runRound(round, static_cast<qsizetype>(random.bounded(4'000)), kill, cleanly));
            cleanly = !kill;
        }
        QVERIFY(acknowledged_ > 1'000);
        compareWithTheStore();
    }

private:
    // Publishes until so many were acknowledged in this round, and then ends it one way or the other.
    bool runRound(int round, qsizetype enough, bool kill, bool afterCleanStop) {
        QProcess publisher;
        publisher.start(program_, {path_, QStringLiteral("e%1").arg(round)});
        QByteArray said;
        const auto lines = [&] {
            said += publisher.readAllStandardOutput();
            return said.count('\n');
        };
        if (!QTest::qWaitFor([&] { return lines() > enough || publisher.state() == QProcess::NotRunning; },
                             patienceMilliseconds * 3))
            return false;
        if (publisher.state() == QProcess::NotRunning) {
            qWarning("it ended: %s", publisher.readAllStandardError().constData());
            return false;
        }
        if (kill)
            ::kill(static_cast<pid_t>(publisher.processId()), SIGKILL);
        else
            publisher.closeWriteChannel();
        if (!publisher.waitForFinished(patienceMilliseconds))
            return false;
        if (!kill && (publisher.exitStatus() != QProcess::NormalExit || publisher.exitCode() != 0))
            return false;
        said += publisher.readAllStandardOutput();
        return take(said, afterCleanStop);
    }

    bool take(const QByteArray& said, bool afterCleanStop) {
        auto lines = said.split('\n');
        lines.removeLast(); // what follows the last line's end
        if (lines.isEmpty() || lines.takeFirst() != (afterCleanStop ? "clean" : "unclean"))
            return false;
        return std::all_of(lines.cbegin(), lines.cend(),
                           [this](const QByteArray& line) { return takeLine(line); });
    }

    bool takeLine(const QByteArray& line) {
        const auto words = line.split(' ');
        if (words.size() != 3)
            return false;
        acknowledgedOffsets_[{words[0].toStdString(), words[1].toStdString()}].insert(words[2].toULongLong());
        ++acknowledged_;
        return true;
    }

    void compareWithTheStore() {
        const auto store = openStore(path_);
        QVERIFY(store != nullptr);
        std::set<std::string> channels;
        for (const auto& [stream, offsets] : acknowledgedOffsets_) {
            const auto& [channel, epoch] = stream;
            channels.insert(channel);
            std::uint64_t last = 0;
            std::uint64_t seq = 0;
            for (;;) {
                const auto read = history(*store, {channel, epoch, last, 5'000, false});
                if (read.messages.empty())
                    break;
                for (const StoredMessage& message : read.messages) {
                    // Without a gap: what was kept was kept in the order in which it was published.
                    QCOMPARE(message.publication.offset, last + 1);
                    QCOMPARE(message.publication.id, idOf(epoch, last + 1));
                    QVERIFY(message.seq > seq);
                    seq = message.seq;
                    ++last;
                }
            }
            QVERIFY2(last >= *offsets.rbegin(), channel.c_str());
        }
        QCOMPARE(channels.size(), std::size_t{7});
    }

    QTemporaryDir folder_;
    QString program_;
    QString path_;
    std::map<std::pair<std::string, std::string>, std::set<std::uint64_t>> acknowledgedOffsets_;
    int acknowledged_ = 0;
};

QTEST_GUILESS_MAIN(StoreKillTest)
#include "StoreKillTest.moc"
