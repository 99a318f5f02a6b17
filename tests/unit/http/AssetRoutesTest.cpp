#include "RequestBench.h"

#include "http/AssetFolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using chinwag::http::AssetFolder;
using chinwag::http::Options;
using chinwag::tests::header;
using chinwag::tests::RequestBench;

using namespace Qt::StringLiterals;

namespace {

void write(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

/// Files that are served as they are, and those that must not be.
class AssetRoutesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        QVERIFY(folder_->isValid());
        QVERIFY(QDir(folder_->path()).mkpath(u"root/sub/.hidden"_s));
        write(path(u"secret.txt"_s), "secret");
        write(path(u"root-secret.txt"_s), "secret");
        write(path(u"root/index.html"_s), "<p>one");
        write(path(u"root/.env"_s), "secret");
        write(path(u"root/sub/page.html"_s), "<p>sub");
        write(path(u"root/sub/.hidden/page.html"_s), "secret");
        write(path(u"root/odd name+ü.txt"_s), "odd");
        write(path(u"root/data.unknown"_s), "data");
        QVERIFY(QFile::link(path(u"secret.txt"_s), path(u"root/outside.txt"_s)));
        QVERIFY(QFile::link(folder_->path(), path(u"root/up"_s)));
        QVERIFY(QFile::link(path(u"root/index.html"_s), path(u"root/inside.html"_s)));
        QVERIFY(QFile::link(path(u"root/nowhere"_s), path(u"root/dangling.txt"_s)));
        QCOMPARE(mkfifo(QFile::encodeName(path(u"root/pipe"_s)).constData(), 0600), 0);
        Options options;
        options.webRoot = path(u"root"_s);
        bench_ = std::make_unique<RequestBench>(options);
    }

    void served_data() {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("contentType");
        const QByteArray html = "text/html; charset=utf-8";
        QTest::newRow("index") << QByteArray("/") << QByteArray("<p>one") << html;
        QTest::newRow("index by name") << QByteArray("/static/index.html") << QByteArray("<p>one") << html;
        QTest::newRow("folder") << QByteArray("/static/sub/page.html") << QByteArray("<p>sub") << html;
        QTest::newRow("encoded slash")
            << QByteArray("/static/sub%2Fpage.html") << QByteArray("<p>sub") << html;
        QTest::newRow("odd name") << QByteArray("/static/odd%20name+%C3%BC.txt") << QByteArray("odd")
                                  << QByteArray("text/plain; charset=utf-8");
        QTest::newRow("link that stays inside")
            << QByteArray("/static/inside.html") << QByteArray("<p>one") << html;
        QTest::newRow("unknown type") << QByteArray("/static/data.unknown") << QByteArray("data")
                                      << QByteArray("application/octet-stream");
    }

    void served() {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, contentType);
        const auto answer = bench_->get(target.toStdString());
        QCOMPARE(answer.status, 200);
        QCOMPARE(QByteArray::fromStdString(answer.body), body);
        QCOMPARE(header(answer, "Content-Type"), contentType);
    }

    void notServed_data() {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("up") << QByteArray("/static/../secret.txt");
        QTest::newRow("up, encoded") << QByteArray("/static/%2e%2e/secret.txt");
        QTest::newRow("up, all encoded") << QByteArray("/static/%2e%2e%2fsecret.txt");
        QTest::newRow("up, encoded twice") << QByteArray("/static/%252e%252e/secret.txt");
        QTest::newRow("up from a folder") << QByteArray("/static/sub/../../secret.txt");
        QTest::newRow("up and down again") << QByteArray("/static/sub/../index.html");
        QTest::newRow("to the root's name twin") << QByteArray("/static/../root-secret.txt");
        QTest::newRow("backslash") << QByteArray("/static/..%5Csecret.txt");
        QTest::newRow("absolute") << QByteArray("/static//etc/passwd");
        QTest::newRow("absolute, encoded") << QByteArray("/static/%2Fetc%2Fpasswd");
        QTest::newRow("here") << QByteArray("/static/./index.html");
        QTest::newRow("hidden file") << QByteArray("/static/.env");
        QTest::newRow("hidden folder") << QByteArray("/static/sub/.hidden/page.html");
        QTest::newRow("link out") << QByteArray("/static/outside.txt");
        QTest::newRow("link to the folder above") << QByteArray("/static/up/secret.txt");
        QTest::newRow("link through above and back") << QByteArray("/static/up/root/.env");
        QTest::newRow("link to nothing") << QByteArray("/static/dangling.txt");
        QTest::newRow("folder") << QByteArray("/static/sub");
        QTest::newRow("folder with a slash") << QByteArray("/static/sub/");
        QTest::newRow("pipe") << QByteArray("/static/pipe");
        QTest::newRow("resource") << QByteArray("/static/:/docs/index.html");
        QTest::newRow("no icon here") << QByteArray("/favicon.ico");
        QTest::newRow("file as a folder") << QByteArray("/static/index.html/x");
        QTest::newRow("long name") << "/static/" + QByteArray(8000, 'a');
    }

    void notServed() {
        QFETCH(QByteArray, target);
        const auto answer = bench_->get(target.toStdString());
        QCOMPARE(answer.status, 404);
        QVERIFY(answer.body.find("secret\n") == std::string::npos);
    }

    void docsAreNotTheWebRoot() {
        QCOMPARE(bench_->get("/docs").status, 200);
        QCOMPARE(bench_->get("/docs/sub/page.html").status, 404);
        QCOMPARE(bench_->get("/docs/../web/index.html").status, 404);
    }

    void anEditIsSeenAtOnce() {
        const auto before = bench_->get("/");
        // Of the same length and within the same second, as it may be while somebody edits.
        write(path(u"root/index.html"_s), "<p>two");
        const auto after = bench_->ask("GET", "/", {{"If-None-Match", header(before, "ETag").toStdString()}});
        QCOMPARE(after.status, 200);
        QCOMPARE(after.body, std::string("<p>two"));
        QVERIFY(header(after, "ETag") != header(before, "ETag"));
        QVERIFY(QFile::remove(path(u"root/index.html"_s)));
        QCOMPARE(bench_->get("/").status, 404);
        write(path(u"root/index.html"_s), "<p>one");
        QCOMPARE(header(bench_->get("/"), "ETag"), header(before, "ETag"));
    }

    void aRootThatAppearsLaterIsServed() {
        QVERIFY(QDir(path(u"root"_s)).removeRecursively());
        QCOMPARE(bench_->get("/").status, 404);
        QVERIFY(QDir(folder_->path()).mkpath(u"root"_s));
        write(path(u"root/index.html"_s), "<p>new");
        QCOMPARE(bench_->get("/").status, 200);
    }

    void aLinkMayBeTheRoot() {
        QVERIFY(QFile::link(path(u"root"_s), path(u"link"_s)));
        Options options;
        options.webRoot = path(u"link"_s);
        RequestBench bench(options);
        QCOMPARE(bench.get("/static/sub/page.html").status, 200);
        QCOMPARE(bench.get("/static/outside.txt").status, 404);
    }

    void tooLargeAFileIsNotServed() {
        QFile file(path(u"root/large.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(AssetFolder::maxSize));
        QCOMPARE(bench_->get("/static/large.txt").status, 200);
        QVERIFY(file.resize(AssetFolder::maxSize + 1));
        QCOMPARE(bench_->get("/static/large.txt").status, 404);
    }

    void copiesAreRevalidated_data() {
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<QByteArray>("suffix");
        QTest::addColumn<int>("status");
        QTest::newRow("the tag") << QByteArray() << QByteArray() << 304;
        QTest::newRow("weak, as a proxy makes it") << QByteArray("W/") << QByteArray() << 304;
        QTest::newRow("last of a list") << QByteArray(R"("a", W/"b",)") << QByteArray() << 304;
        QTest::newRow("first of a list") << QByteArray() << QByteArray(R"(, "c")") << 304;
        QTest::newRow("part of another") << QByteArray("x") << QByteArray() << 200;
        QTest::newRow("longer") << QByteArray() << QByteArray("x") << 200;
    }

    void copiesAreRevalidated() {
        QFETCH(QByteArray, prefix);
        QFETCH(QByteArray, suffix);
        QFETCH(int, status);
        const auto first = bench_->get("/");
        const QByteArray tag = header(first, "ETag");
        QVERIFY(tag.startsWith('"') && tag.endsWith('"') && tag.size() > 10);
        for (const char* method : {"GET", "HEAD"}) {
            const QByteArray offered = prefix + tag + suffix;
            const auto answer = bench_->ask(method, "/", {{"If-None-Match", offered.toStdString()}});
            QCOMPARE(answer.status, status);
            QCOMPARE(header(answer, "ETag"), tag);
            QCOMPARE(header(answer, "Cache-Control"), header(first, "Cache-Control"));
            QCOMPARE(header(answer, "Content-Security-Policy"), header(first, "Content-Security-Policy"));
            QCOMPARE(answer.body.empty(), status == 304);
        }
    }

    void aStarIsAnyCopy() {
        QCOMPARE(bench_->ask("GET", "/", {{"If-None-Match", "*"}}).status, 304);
        QCOMPARE(bench_->ask("GET", "/static/nothing", {{"If-None-Match", "*"}}).status, 404);
    }

    void builtInFilesHaveTagsToo() {
        RequestBench bench;
        const auto first = bench.get("/docs/swagger-ui-bundle.js");
        QCOMPARE(first.status, 200);
        const auto tag = header(first, "ETag").toStdString();
        QVERIFY(!tag.empty());
        QCOMPARE(bench.ask("GET", "/docs/swagger-ui-bundle.js", {{"If-None-Match", tag}}).status, 304);
        QCOMPARE(bench.ask("GET", "/docs/docs.js", {{"If-None-Match", tag}}).status, 200);
    }

    void cleanup() {
        bench_.reset();
        folder_.reset();
    }

private:
    QString path(const QString& name) const { return folder_->filePath(name); }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<RequestBench> bench_;
};

QTEST_GUILESS_MAIN(AssetRoutesTest)
#include "AssetRoutesTest.moc"
