// Holds the sources to what ARCHITECTURE says of them: which room may use which, what is free of Qt, how
// large a file may grow.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

using Names = QSet<QString>;

// Every room with the rooms that it may include.
const QMap<QString, Names>& arrows() {
    static const QMap<QString, Names> map{
        {QStringLiteral("protocol"), {}},
        {QStringLiteral("metrics"), {}},
        {QStringLiteral("config"), {}},
        {QStringLiteral("hub"), {QStringLiteral("protocol")}},
        {QStringLiteral("net"),
         {QStringLiteral("hub"), QStringLiteral("metrics"), QStringLiteral("protocol")}},
        {QStringLiteral("session"),
         {QStringLiteral("auth"), QStringLiteral("hub"), QStringLiteral("protocol")}},
        {QStringLiteral("auth"), {QStringLiteral("protocol")}},
        {QStringLiteral("store"), {QStringLiteral("hub"), QStringLiteral("protocol")}},
        {QStringLiteral("http"),
         {QStringLiteral("auth"), QStringLiteral("hub"), QStringLiteral("metrics"),
          QStringLiteral("protocol")}},
        {QStringLiteral("app"),
         {QStringLiteral("auth"), QStringLiteral("config"), QStringLiteral("http"), QStringLiteral("hub"),
          QStringLiteral("metrics"), QStringLiteral("net"), QStringLiteral("protocol"),
          QStringLiteral("session"), QStringLiteral("store")}},
    };
    return map;
}

// The same for the folders of the client; protocol is the server's.
const QMap<QString, Names>& clientArrows() {
    static const QMap<QString, Names> map{
        {QStringLiteral("sdk"), {QStringLiteral("protocol")}},
        {QStringLiteral("instance"), {}},
        {QStringLiteral("offline"), {QStringLiteral("sdk")}},
        {QStringLiteral("models"), {QStringLiteral("protocol"), QStringLiteral("sdk")}},
        {QStringLiteral("demo"), {QStringLiteral("sdk")}},
        {QStringLiteral("notify"), {}},
        {QStringLiteral("keychain"), {}},
        {QStringLiteral("desktop"),
         {QStringLiteral("keychain"), QStringLiteral("models"), QStringLiteral("notify"),
          QStringLiteral("sdk")}},
    };
    return map;
}

// The classes of net that work on bytes and values: they are fuzzed and run under ThreadSanitizer.
const Names& qtFreeInNet() {
    static const Names names{
        QStringLiteral("ClientAddress"), QStringLiteral("FrameReader"), QStringLiteral("HttpSyntax"),
        QStringLiteral("OriginPolicy"),  QStringLiteral("Poller"),      QStringLiteral("RequestBody"),
        QStringLiteral("RequestHead"),   QStringLiteral("SendQueue"),   QStringLiteral("SlotTable"),
        QStringLiteral("TimerWheel"),    QStringLiteral("TokenBucket"), QStringLiteral("WebSocketOpening"),
    };
    return names;
}

// The class that a path such as "net/Address.h" is about.
QString className(const QString& path) {
    return path.section(u'/', -1).section(u'.', 0, 0);
}

struct Source {
    QString path; ///< from the folder that was searched
    QStringList lines;
};

QString sourceRoot() {
    return qEnvironmentVariable("CHINWAG_TEST_SOURCE");
}

QList<Source> sourcesIn(const QString& folder,
                        const QStringList& kinds = {QStringLiteral("*.h"), QStringLiteral("*.cpp")}) {
    QList<Source> out;
    const QDir base(sourceRoot() + u'/' + folder);
    QDirIterator files(base.path(), kinds, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        if (lines.last().isEmpty()) // what follows the last line's end is no line
            lines.removeLast();
        out.push_back({base.relativeFilePath(file.fileName()), lines});
    }
    return out;
}

// What a source includes, as written between the quotes or brackets.
QStringList includesOf(const Source& source) {
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*[\"<]([^\">]+)[\">]"));
    QStringList out;
    for (const QString& line : source.lines) {
        const auto match = include.match(line);
        if (match.hasMatch())
            out.push_back(match.captured(1));
    }
    return out;
}

bool isQtHeader(const QString& include) {
    static const QRegularExpression qt(QStringLiteral("^(Qt[A-Z]\\w*/.*|Q[A-Z]\\w*|q[a-z]+\\.h)$"));
    return qt.match(include).hasMatch();
}

bool isQtFree(const QString& path) {
    return path.startsWith(u"protocol/") || path.startsWith(u"hub/") ||
           (path.startsWith(u"net/") && qtFreeInNet().contains(className(path)));
}

} // namespace

class ArchitectureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(!sourceRoot().isEmpty(),
                 "CHINWAG_TEST_SOURCE must name the root of the sources; ctest sets it");
        server_ = sourcesIn(QStringLiteral("server"));
        client_ = sourcesIn(QStringLiteral("client-qml"));
        all_ = server_ + client_ + sourcesIn(QStringLiteral("tests"));
        QVERIFY(server_.size() > 50);
        QVERIFY(client_.size() > 50);
    }

    void everyRoomIsOnTheMap() {
        const QDir server(sourceRoot() + QStringLiteral("/server"));
        for (const QString& room : server.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QVERIFY2(arrows().contains(room), qPrintable(room + QStringLiteral(" has no arrows")));
    }

    void roomsUseOnlyWhatTheyMay() {
        QStringList wrong;
        for (const Source& source : server_) {
            const QString room = source.path.section(u'/', 0, 0);
            for (const QString& include : includesOf(source)) {
                const QString used = include.section(u'/', 0, 0);
                if (arrows().contains(used) && used != room && !arrows()[room].contains(used))
                    wrong += source.path + QStringLiteral(" includes ") + include;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void foldersOfTheClientUseOnlyWhatTheyMay() {
        QStringList wrong;
        for (const Source& source : client_) {
            const QString folder = source.path.section(u'/', 0, 0);
            if (!source.path.contains(u'/')) // the program puts all of them together
                continue;
            QVERIFY2(clientArrows().contains(folder), qPrintable(folder + QStringLiteral(" has no arrows")));
            for (const QString& include : includesOf(source)) {
                const QString used = include.section(u'/', 0, 0);
                const bool isOurs = clientArrows().contains(used) || arrows().contains(used);
                if (isOurs && used != folder && !clientArrows()[folder].contains(used))
                    wrong += source.path + QStringLiteral(" includes ") + include;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    // A name without its room could be found in any of them.
    void includesNameTheRoom() {
        QStringList wrong;
        const QDir server(sourceRoot() + QStringLiteral("/server"));
        for (const Source& source : server_) {
            const QDir folder(server.filePath(source.path.section(u'/', 0, -2)));
            for (const QString& include : includesOf(source)) {
                if (!include.contains(u'/') && folder.exists(include))
                    wrong += source.path + QStringLiteral(" includes ") + include;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void qtStaysOut() {
        QStringList wrong;
        for (const Source& source : server_) {
            if (!isQtFree(source.path))
                continue;
            for (const QString& include : includesOf(source)) {
                const bool qtBehindIt = include.startsWith(u"net/") && !isQtFree(include);
                if (isQtHeader(include) || qtBehindIt)
                    wrong += source.path + QStringLiteral(" includes ") + include;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void onlyTheStoresKnowSql() {
        QStringList wrong;
        for (const Source& source : server_ + client_) {
            for (const QString& include : includesOf(source)) {
                const bool sql = include.startsWith(u"QtSql/") || include.startsWith(u"QSql");
                if (sql && !source.path.startsWith(u"store/") && !source.path.startsWith(u"offline/"))
                    wrong += source.path + QStringLiteral(" includes ") + include;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void qtFreeClassesExist() {
        for (const QString& name : qtFreeInNet())
            QVERIFY2(
                QFile::exists(sourceRoot() + QStringLiteral("/server/net/") + name + QStringLiteral(".h")),
                qPrintable(name));
    }

    void filesStaySmall() {
        constexpr qsizetype maxLines = 400;
        QStringList wrong;
        for (const Source& source : all_) {
            if (source.lines.size() > maxLines)
                wrong += QStringLiteral("%1 has %2 lines").arg(source.path).arg(source.lines.size());
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void headersAreIncludedOnce() {
        for (const Source& source : all_) {
            if (source.path.endsWith(u".h"))
                QVERIFY2(source.lines.contains(QStringLiteral("#pragma once")), qPrintable(source.path));
        }
    }

    // Qt 6.8.2 keeps such a type's name no longer than the type, asks for it later, and crashes now and then.
    void functionsInQmlTakeNoTypesOfQml() {
        static const QRegularExpression function(
            QStringLiteral("^\\s*function \\w+\\((?<takes>[^)]*)\\)(?<gives>[^{]*)"));
        static const QRegularExpression type(QStringLiteral(":\\s*(\\w+)"));
        const auto files = sourcesIn(QStringLiteral("client-qml/ui"), {QStringLiteral("*.qml")});
        QVERIFY(files.size() > 50);
        Names own;
        for (const Source& file : files)
            own.insert(className(file.path));
        QStringList wrong;
        for (const Source& file : files) {
            for (const QString& line : file.lines) {
                const auto found = function.match(line);
                auto types = type.globalMatch(found.captured(u"takes") + found.captured(u"gives"));
                while (types.hasNext()) {
                    if (own.contains(types.next().captured(1)))
                        wrong += file.path + QStringLiteral(": ") + line.trimmed();
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void noSourceKnowsOneMachine() {
        static const QRegularExpression home(QStringLiteral("/(home|work|root|Users)/\\w"));
        QStringList wrong;
        for (const Source& source : all_) {
            for (qsizetype i = 0; i < source.lines.size(); ++i) {
                if (home.match(source.lines[i]).hasMatch())
                    wrong += QStringLiteral("%1:%2: %3").arg(source.path).arg(i + 1).arg(source.lines[i]);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

private:
    QList<Source> server_;
    QList<Source> client_;
    QList<Source> all_;
};

QTEST_APPLESS_MAIN(ArchitectureTest)
#include "ArchitectureTest.moc"
