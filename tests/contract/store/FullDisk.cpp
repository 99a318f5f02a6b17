// What a store does on a disk that fills up. Its argument is a folder on a small file system of its own;
// says what is not so and answers 1.
#include "StoreSupport.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <cstdlib>

using namespace chinwag::test;

namespace {

void check(bool holds, const char* what) {
    if (holds)
        return;
    qCritical("not so: %s", what);
    std::_Exit(1);
}

void fill(QFile& ballast) {
    check(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered), "the ballast can be made");
    const QByteArray block(4096, 'x');
    while (ballast.write(block) == block.size()) {
    }
    ballast.close();
}

// Appends one after the other until one fails; what it fails with.
StoreError appendUntilFull(Store& store, std::uint64_t& acknowledged) {
    for (;;) {
        auto error = append(store, publication("chat:a", acknowledged + 1, std::string(1'000, 'y')));
        if (error)
            return *std::move(error);
        ++acknowledged;
    }
}

void checkRefusals(Store& store, std::uint64_t acknowledged) {
    check(!store.state().writable, "its state says so");
    check(!store.state().reason.empty(), "its state says why");
    const auto error = append(store, publication("chat:b", 1));
    check(error && error->temporary(), "further appends are refused for now");
    const auto edited =
        errorOf<StoreNothing>([&](auto done) { store.edit("chat:a", "e1-1", "{}", "", std::move(done)); });
    check(edited == Kind::Unavailable, "edits are refused for now");
    check(page(store, "chat:a", 0, 10'000).size() == acknowledged, "what was acknowledged can be read");
    check(!search(store, "chat:a", "yyy").empty(), "it can be searched");
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    check(argc == 2, "it has one argument");
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const QString path = folder + QStringLiteral("/store.sqlite");
    QFile ballast(folder + QStringLiteral("/ballast"));
    auto store = openStore(path);
    check(store != nullptr, "it opens");
    std::uint64_t acknowledged = 0;
    for (; acknowledged < 50; ++acknowledged)
        check(!append(*store, publication("chat:a", acknowledged + 1, "yyy")), "there is room at first");
    fill(ballast);
    const StoreError error = appendUntilFull(*store, acknowledged);
    std::printf("full after %llu: %s\n", static_cast<unsigned long long>(acknowledged), error.text.c_str());
    check(error.kind == Kind::Unavailable, "a full disk is a temporary error");
    checkRefusals(*store, acknowledged);

    check(ballast.remove(), "there is room again");
    check(QTest::qWaitFor([&] { return store->state().writable; }, patienceMilliseconds),
          "it recovers by itself");
    check(!append(*store, publication("chat:a", acknowledged + 2)), "it takes publications again");
    store.reset();
    store = openStore(path);
    check(store != nullptr, "it opens again");
    check(!store->stoppedCleanly(), "it knows that some were refused");
    check(page(*store, "chat:a", 0, 10'000).size() == acknowledged + 1, "all is there after opening again");
    store.reset();

    fill(ballast);
    const std::string why = whyNotOpened(path);
    check(why.find("free there: 0 KiB") != std::string::npos,
          "on a full disk it does not open, and says why");
    return 0;
}
