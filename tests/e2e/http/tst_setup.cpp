// A server without operators shows how to make the first one.
#include "support/OperatorApi.h"
#include "support/Patience.h"
#include "support/ServerProcess.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

namespace chinwag::test {

using namespace Qt::StringLiterals;

class SetupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theLinkMakesTheFirstOperator();
    void eachStartHasALinkOfItsOwn();
    void noneWhereThereIsAnOperator();
    void noneWhereOperatorsAreNotLetIn();
    void itLeadsInside();

private:
    void startWith(const QMap<QString, QString>& settings);
    /// What is behind the '#' of the link that the server has printed; empty when there is none.
    QString code() const { return QUrl(link()).fragment(); }
    QString link() const;

    std::unique_ptr<QTemporaryDir> data_;
    std::unique_ptr<ServerProcess> server_;
};

namespace {

QJsonObject setup(const QString& code) {
    return {{u"code"_s, code}, {u"user"_s, u"olga"_s}, {u"password"_s, u"correct horse battery"_s}};
}

} // namespace

void SetupTest::init() {
    data_ = std::make_unique<QTemporaryDir>();
    QVERIFY(data_->isValid());
}

void SetupTest::startWith(const QMap<QString, QString>& settings) {
    ServerProcess::Options options;
    options.settings = settings;
    options.settings.insert(u"server.data_dir"_s, data_->path());
    server_ = std::make_unique<ServerProcess>();
    QVERIFY(server_->start(options));
}

QString SetupTest::link() const {
    static const QRegularExpression pattern(u"open (http://\\S+/admin/setup#\\S+)"_s);
    return pattern.match(QString::fromUtf8(server_->remainingOutput())).captured(1);
}

void SetupTest::theLinkMakesTheFirstOperator() {
    startWith({});
    const QUrl url(link());
    QCOMPARE(url.port(), static_cast<int>(server_->port()));
    OperatorApi api(*server_);
    QCOMPARE(api.post("/admin/api/setup", setup(u"wrong"_s)).answer.status, 403);
    const auto made = api.post("/admin/api/setup", setup(url.fragment()));
    QCOMPARE(made.answer.status, 200);
    QVERIFY(!made.body[u"token"_s].toString().isEmpty());
    QCOMPARE(api.post("/admin/api/setup", setup(url.fragment())).answer.status, 409);
    QCOMPARE(api.logIn("olga", "correct horse battery").answer.status, 200);
    QCOMPARE(api.get("/admin/api/me").body[u"operator"_s][u"role"_s].toString(), u"admin"_s);
    QVERIFY(!server_->log().contains(url.fragment().toUtf8()));
}

void SetupTest::eachStartHasALinkOfItsOwn() {
    startWith({});
    const auto first = code();
    server_->kill();
    startWith({});
    const auto second = code();
    QVERIFY(!first.isEmpty() && !second.isEmpty() && first != second);
    const OperatorApi api(*server_);
    QCOMPARE(api.post("/admin/api/setup", setup(first)).answer.status, 403);
    QCOMPARE(api.post("/admin/api/setup", setup(second)).answer.status, 200);
}

void SetupTest::noneWhereThereIsAnOperator() {
    QCOMPARE(runAdmin(data_->path(), u"add"_s, u"olga"_s, "correct horse battery\n"), 0);
    startWith({});
    QCOMPARE(OperatorApi(*server_).post("/admin/api/setup", setup(u"code"_s)).answer.status, 409);
    QCOMPARE(link(), QString());
}

void SetupTest::noneWhereOperatorsAreNotLetIn() {
    startWith({{u"admin.enabled"_s, u"false"_s}});
    const OperatorApi api(*server_);
    QCOMPARE(api.get("/admin/setup").answer.status, 404);
    QCOMPARE(link(), QString());
}

void SetupTest::itLeadsInside() {
    startWith({{u"server.internal_listen"_s, u"127.0.0.1:0"_s}});
    const QUrl url(link());
    QCOMPARE(url.port(), static_cast<int>(server_->port(1)));
    QCOMPARE(OperatorApi(*server_, 0).post("/admin/api/setup", setup(url.fragment())).answer.status, 404);
    QCOMPARE(OperatorApi(*server_, 1).post("/admin/api/setup", setup(url.fragment())).answer.status, 200);
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::SetupTest)
#include "tst_setup.moc"
