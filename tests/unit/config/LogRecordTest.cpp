#include "app/LogRecord.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace chinwag::app;

namespace {

LogRecord record(const QString& message, QtMsgType type = QtWarningMsg) {
    return {QDateTime::fromString(QStringLiteral("2026-01-31T12:00:00.007Z"), Qt::ISODateWithMs), type,
            QStringLiteral("chinwag.net"), message, QStringLiteral("worker 1")};
}

} // namespace

class LogRecordTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textHasItsParts();
    void jsonHasItsParts();
    void journalHasItsFields();
    void levels_data();
    void levels();
    void hostileText_data();
    void hostileText();
    void foreignCategory();
};

void LogRecordTest::textHasItsParts() {
    const auto line = formatText(record(QStringLiteral("it \"rains\" \\ caf\u00e9")), Colour::Off);
    const auto time = record({}).time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    QCOMPARE(line, QByteArray(time.toUtf8() + " warning net: it \"rains\" \\ caf\xc3\xa9\n"));
    const auto coloured = formatText(record(QStringLiteral("x")), Colour::On);
    QCOMPARE(coloured, QByteArray(time.toUtf8() + " \x1b[33mwarning\x1b[0m net: x\n"));
}

void LogRecordTest::jsonHasItsParts() {
    const auto message = QStringLiteral("say \"hi\" \\ caf\u00e9 \U0001F600\n");
    const auto line = formatJson(record(message));
    QVERIFY(line.startsWith(
        "{\"time\":\"2026-01-31T12:00:00.007Z\",\"level\":\"warning\",\"category\":\"chinwag.net\","));
    QVERIFY(line.endsWith("\"thread\":\"worker 1\"}\n"));
    const auto object = QJsonDocument::fromJson(line).object();
    QCOMPARE(object.size(), 5);
    QCOMPARE(object.value(QStringLiteral("message")).toString(), message);
}

void LogRecordTest::journalHasItsFields() {
    const auto fields = journalFields(record(QStringLiteral("a\nPRIORITY=0")));
    const std::vector<QByteArray> expected{"PRIORITY=4", "MESSAGE=a\\nPRIORITY=0",
                                           "CHINWAG_CATEGORY=chinwag.net", "CHINWAG_THREAD=worker 1"};
    QCOMPARE(fields, expected);
}

void LogRecordTest::levels_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("priority");
    QTest::newRow("debug") << int(QtDebugMsg) << QByteArray("debug") << QByteArray("7");
    QTest::newRow("info") << int(QtInfoMsg) << QByteArray("info") << QByteArray("6");
    QTest::newRow("warning") << int(QtWarningMsg) << QByteArray("warning") << QByteArray("4");
    QTest::newRow("error") << int(QtCriticalMsg) << QByteArray("error") << QByteArray("3");
    QTest::newRow("fatal") << int(QtFatalMsg) << QByteArray("fatal") << QByteArray("2");
}

void LogRecordTest::levels() {
    QFETCH(int, type);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, priority);
    const auto one = record(QStringLiteral("x"), static_cast<QtMsgType>(type));
    QCOMPARE(levelName(one.type), name);
    QVERIFY(formatText(one, Colour::Off).contains(QByteArray(' ' + name.leftJustified(7, ' ') + " net: x")));
    QVERIFY(formatText(one, Colour::On).contains("\x1b[0m net: x"));
    QVERIFY(formatJson(one).contains(QByteArray("\"level\":\"" + name + '"')));
    QCOMPARE(journalFields(one).front(), QByteArray("PRIORITY=" + priority));
}

void LogRecordTest::hostileText_data() {
    QTest::addColumn<QString>("message");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("a forged record") << QStringLiteral("x\n2026-01-31 12:00:00.000 error   net: y")
                                     << QByteArray("x\\n2026-01-31 12:00:00.000 error   net: y");
    QTest::newRow("carriage return") << QStringLiteral("x\ry") << QByteArray("x\\ry");
    QTest::newRow("tab") << QStringLiteral("x\ty") << QByteArray("x\\ty");
    QTest::newRow("terminal title") << QStringLiteral("\x1b]0;t\x07") << QByteArray("\\u001b]0;t\\u0007");
    QTest::newRow("C1 control") << QStringLiteral("\u009b2J") << QByteArray("\\u009b2J");
    QTest::newRow("NUL") << QString(QChar(u'\0')) << QByteArray("\\u0000");
    QTest::newRow("delete") << QStringLiteral("\x7f") << QByteArray("\\u007f");
    QTest::newRow("backspace") << QStringLiteral("a\bb") << QByteArray("a\\u0008b");
    QTest::newRow("line separator") << QStringLiteral("\u2028") << QByteArray("\\u2028");
    QTest::newRow("paragraph separator") << QStringLiteral("\u2029") << QByteArray("\\u2029");
    QTest::newRow("right-to-left override") << QStringLiteral("\u202egpj") << QByteArray("\\u202egpj");
    QTest::newRow("isolate") << QStringLiteral("\u2066x\u2069") << QByteArray("\\u2066x\\u2069");
}

void LogRecordTest::hostileText() {
    QFETCH(QString, message);
    QFETCH(QByteArray, shown);
    const auto text = formatText(record(message), Colour::Off);
    QVERIFY2(text.endsWith(QByteArray("net: " + shown + '\n')), text);
    QCOMPARE(text.count('\n'), 1);
    const auto json = formatJson(record(message));
    QVERIFY2(json.contains(QByteArray("\"message\":\"" + shown + '"')), json);
    QCOMPARE(QJsonDocument::fromJson(json).object().value(QStringLiteral("message")).toString(), message);
    QCOMPARE(journalFields(record(message))[1], QByteArray("MESSAGE=" + shown));
    auto named = record({});
    named.category = message;
    QCOMPARE(formatText(named, Colour::Off).count('\n'), 1);
    QCOMPARE(formatJson(named).count('\n'), 1);
}

void LogRecordTest::foreignCategory() {
    auto foreign = record(QStringLiteral("x"));
    foreign.category = QStringLiteral("qt.network.ssl");
    QVERIFY(formatText(foreign, Colour::Off).contains(" warning qt.network.ssl: x\n"));
}

QTEST_APPLESS_MAIN(LogRecordTest)
#include "LogRecordTest.moc"
