// The sink as it is installed: levels, threads, standard error.
#include "app/LogSink.h"
#include "config/Key.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QTemporaryFile>
#include <QTest>

#include <string>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace chinwag;

namespace {

Q_LOGGING_CATEGORY(own, "chinwag.test", QtInfoMsg)
Q_LOGGING_CATEGORY(foreign, "qt.test")

/// Standard error goes to a file while it lives.
class CapturedStandardError {
public:
    CapturedStandardError() : saved_(dup(STDERR_FILENO)) {
        if (saved_ < 0 || !file_.open() || dup2(file_.handle(), STDERR_FILENO) < 0)
            qFatal("standard error cannot be captured");
    }
    ~CapturedStandardError() {
        dup2(saved_, STDERR_FILENO);
        close(saved_);
    }
    CapturedStandardError(const CapturedStandardError&) = delete;
    CapturedStandardError& operator=(const CapturedStandardError&) = delete;

    QList<QByteArray> lines() {
        file_.seek(0);
        auto all = file_.readAll().split('\n');
        all.removeLast();
        return all;
    }

private:
    QTemporaryFile file_;
    int saved_;
};

QByteArray levelsThatPass(config::LogLevel level) {
    CapturedStandardError captured;
    const app::LogSink sink({level, config::LogFormat::Json});
    qCDebug(own, "d");
    qCInfo(own, "i");
    qCWarning(own, "w");
    qCCritical(own, "e");
    qCDebug(foreign, "D");
    qCInfo(foreign, "I");
    qCWarning(foreign, "W");
    QByteArray passed;
    for (const auto& line : captured.lines())
        passed +=
            QJsonDocument::fromJson(line).object().value(QStringLiteral("message")).toString().toLatin1();
    return passed;
}

} // namespace

class LogSinkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void levels();
    void levelChangesWhileRunning();
    void threadsDoNotMixRecords();
    void noColourInAFile();
    void automaticFormat();
    void withoutAJournal();
    void latestAreKept_data();
    void latestAreKept();
    void restoresTheHandler();
};

void LogSinkTest::levels() {
    QCOMPARE(levelsThatPass(config::LogLevel::Debug), QByteArray("diweIW"));
    QCOMPARE(levelsThatPass(config::LogLevel::Info), QByteArray("iweIW"));
    QCOMPARE(levelsThatPass(config::LogLevel::Warning), QByteArray("weW"));
    QCOMPARE(levelsThatPass(config::LogLevel::Error), QByteArray("e"));
}

void LogSinkTest::levelChangesWhileRunning() {
    CapturedStandardError captured;
    const app::LogSink sink({config::LogLevel::Error, config::LogFormat::Text});
    qCWarning(own, "not yet");
    app::LogSink::setLevel(config::LogLevel::Debug);
    qCDebug(own, "now");
    const auto lines = captured.lines();
    QCOMPARE(lines.size(), 1);
    QVERIFY(lines[0].endsWith(" debug   test: now"));
}

void LogSinkTest::threadsDoNotMixRecords() {
    constexpr int threads = 4;
    constexpr int records = 200;
    CapturedStandardError captured;
    const app::LogSink sink({config::LogLevel::Info, config::LogFormat::Json});
    std::vector<std::thread> writers;
    writers.reserve(threads);
    for (int thread = 0; thread < threads; ++thread) {
        writers.emplace_back([] {
            const QByteArray filler(500, 'x');
            for (int i = 0; i < records; ++i)
                qCInfo(own, "%s", filler.constData());
        });
    }
    for (auto& writer : writers)
        writer.join();
    const auto lines = captured.lines();
    QCOMPARE(lines.size(), threads * records);
    for (const auto& line : lines) {
        const auto message =
            QJsonDocument::fromJson(line).object().value(QStringLiteral("message")).toString();
        QCOMPARE(message.size(), 500);
    }
}

void LogSinkTest::noColourInAFile() {
    CapturedStandardError captured;
    const app::LogSink sink({config::LogLevel::Info, config::LogFormat::Text});
    qCWarning(own, "x\x1b[31m");
    const auto lines = captured.lines();
    QCOMPARE(lines.size(), 1);
    QVERIFY(!lines[0].contains('\x1b'));
}

void LogSinkTest::automaticFormat() {
    using config::LogFormat;
    QCOMPARE(app::resolvedFormat(LogFormat::Json), LogFormat::Json);
    QCOMPARE(app::resolvedFormat(LogFormat::Text), LogFormat::Text);
    qunsetenv("JOURNAL_STREAM");
    QCOMPARE(app::resolvedFormat(LogFormat::Automatic), LogFormat::Text);
    // Inherited from a service whose stream this is not.
    qputenv("JOURNAL_STREAM", "1:1");
    QCOMPARE(app::resolvedFormat(LogFormat::Automatic), LogFormat::Text);
    struct stat status {};
    QCOMPARE(fstat(STDERR_FILENO, &status), 0);
    const QByteArray stream =
        QByteArray::number(qulonglong(status.st_dev)) + ':' + QByteArray::number(qulonglong(status.st_ino));
    qputenv("JOURNAL_STREAM", stream);
    QCOMPARE(app::resolvedFormat(LogFormat::Automatic), LogFormat::Journal);
    qunsetenv("JOURNAL_STREAM");
}

void LogSinkTest::withoutAJournal() {
    if (QFile::exists(QStringLiteral("/run/systemd/journal/socket")))
        QSKIP("this machine has a journal, and a test should not write to it");
    CapturedStandardError captured;
    const app::LogSink sink({config::LogLevel::Info, config::LogFormat::Journal});
    qCInfo(own, "kept");
    const auto lines = captured.lines();
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines[0].endsWith(" app: there is no journal, logging text instead"), lines[0]);
    QVERIFY2(lines[1].endsWith(" test: kept"), lines[1]);
}

void LogSinkTest::latestAreKept_data() {
    QTest::addColumn<int>("format");
    for (const auto format : {config::LogFormat::Text, config::LogFormat::Json})
        QTest::addRow("%s", words(format)[static_cast<std::size_t>(format)].data())
            << static_cast<int>(format);
}

void LogSinkTest::latestAreKept() {
    QFETCH(int, format);
    CapturedStandardError captured;
    const app::LogSink sink({config::LogLevel::Info, static_cast<config::LogFormat>(format)});
    qCDebug(own, "not wanted");
    qCInfo(own, "first");
    qCCritical(own, "second");
    const auto entries = sink.latest().find({}).entries;
    QCOMPARE(entries.size(), std::size_t{2});
    QCOMPARE(entries[0].message, std::string("second"));
    QCOMPARE(entries[0].severity, metrics::LogSeverity::Error);
    QCOMPARE(entries[1].message, std::string("first"));
    QCOMPARE(entries[1].category, std::string("chinwag.test"));
    QCOMPARE(entries[1].severity, metrics::LogSeverity::Info);
}

void LogSinkTest::restoresTheHandler() {
    const auto before = qInstallMessageHandler(nullptr);
    qInstallMessageHandler(before);
    { const app::LogSink sink({config::LogLevel::Info, config::LogFormat::Text}); }
    const auto after = qInstallMessageHandler(before);
    QVERIFY(after == before);
}

QTEST_GUILESS_MAIN(LogSinkTest)
#include "LogSinkTest.moc"
