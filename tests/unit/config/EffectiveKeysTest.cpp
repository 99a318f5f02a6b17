// What is in effect and where it comes from.
#include "config/EffectiveKeys.h"
#include "ConfigSupport.h"

#include <algorithm>

using namespace chinwag::config;
using chinwag::test::Folder;

namespace {

EffectiveKey find(const EffectiveKeys& effective, std::string_view name) {
    const auto& all = effective.all();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& key) { return key.name == name; });
    return found == all.end() ? EffectiveKey() : *found;
}

void compare(const EffectiveKeys& effective, std::string_view name, const char* value, OriginKind kind,
             const std::string& where) {
    const auto key = find(effective, name);
    QCOMPARE(key.value, std::string(value));
    QCOMPARE(key.origin.kind, kind);
    QCOMPARE(key.origin.where, where);
}

} // namespace

class EffectiveKeysTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachSource();
    void theStrongestWins();
    void secretsAreMasked();
    void namespaces();
    void reloadChangesWhatItCan();

private:
    Folder folder_;
};

void EffectiveKeysTest::eachSource() {
    const auto file = folder_.write(QStringLiteral("a.toml"),
                                    "[client]\n\nmax_message = \"4KiB\"\n[log]\nlevel = \"debug\"\n");
    const auto loaded =
        load({file, {{"CHINWAG_SERVER_LISTEN", "127.0.0.1:1,127.0.0.1:2"}}, {{"workers", "2"}}});
    QCOMPARE(chinwag::test::text(loaded.faults), QByteArray());
    const EffectiveKeys effective(loaded);
    compare(effective, "log.level", "\"debug\"", OriginKind::File, file + ":5");
    compare(effective, "server.listen", "[\"127.0.0.1:1\", \"127.0.0.1:2\"]", OriginKind::Environment,
            "CHINWAG_SERVER_LISTEN");
    compare(effective, "server.workers", "2", OriginKind::Flag, "--workers");
    compare(effective, "metrics.enabled", "true", OriginKind::Default, {});
    QCOMPARE(find(effective, "client.max_message").origin, (Origin{OriginKind::File, file + ":3"}));
}

void EffectiveKeysTest::theStrongestWins() {
    const auto file = folder_.write(QStringLiteral("b.toml"), "[server]\nworkers = 1\n");
    const std::vector<NamedText> environment{{"CHINWAG_SERVER_WORKERS", "2"}};
    compare(EffectiveKeys(load({file, environment, {}})), "server.workers", "2", OriginKind::Environment,
            "CHINWAG_SERVER_WORKERS");
    compare(EffectiveKeys(load({file, environment, {{"workers", "3"}}})), "server.workers", "3",
            OriginKind::Flag, "--workers");
}

void EffectiveKeysTest::secretsAreMasked() {
    const auto loaded = load({{},
                              {{"CHINWAG_API_KEYS", "an-application-key-of-some-length"},
                               {"CHINWAG_STORE_URL", "postgresql://chinwag:hunter2@db/chinwag"}},
                              {}});
    QCOMPARE(chinwag::test::text(loaded.faults), QByteArray());
    const EffectiveKeys effective(loaded);
    compare(effective, "api.keys", "\"(secret)\"", OriginKind::Environment, "CHINWAG_API_KEYS");
    compare(effective, "store.url", "\"(secret)\"", OriginKind::Environment, "CHINWAG_STORE_URL");
    compare(effective, "auth.hmac_secret", "\"\"", OriginKind::Default, {}); // there is none
}

void EffectiveKeysTest::namespaces() {
    const auto file =
        folder_.write(QStringLiteral("c.toml"), "[[namespace]]\nname = \"chat\"\nhistory_size = 7\n");
    const EffectiveKeys effective(load({file, {}, {}}));
    compare(effective, "namespace.chat.history_size", "7", OriginKind::File, file + ":3");
    QCOMPARE(find(effective, "namespace.chat.durable").origin.kind, OriginKind::Default);
    QVERIFY(find(effective, "namespace.chat.name").name.empty());
}

void EffectiveKeysTest::reloadChangesWhatItCan() {
    EffectiveKeys effective(load({{}, {{"CHINWAG_SERVER_WORKERS", "2"}}, {}}));
    const auto file =
        folder_.write(QStringLiteral("d.toml"), "[server]\nworkers = 5\n[log]\nlevel = \"debug\"\n"
                                                "[[namespace]]\nname = \"chat\"\nhistory_size = 7\n");
    effective.reload(load({file, {}, {}}));
    compare(effective, "server.workers", "2", OriginKind::Environment, "CHINWAG_SERVER_WORKERS");
    compare(effective, "log.level", "\"debug\"", OriginKind::File, file + ":4");
    QCOMPARE(find(effective, "namespace.chat.history_size").origin.kind, OriginKind::Default);
}

QTEST_GUILESS_MAIN(EffectiveKeysTest)
#include "EffectiveKeysTest.moc"
