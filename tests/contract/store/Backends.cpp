#include "Backends.h"

#include "store/MemoryStore.h"

namespace chinwag::test {

namespace {

QString currentKind() {
    QFETCH_GLOBAL(QString, kind);
    return kind;
}

} // namespace

void addBackendRows(bool memory) {
    QTest::addColumn<QString>("kind");
    if (memory)
        QTest::newRow("memory") << QStringLiteral("memory");
    QTest::newRow("sqlite") << QStringLiteral("sqlite");
    QTest::newRow("postgresql") << QStringLiteral("postgresql");
}

bool Backends::isSqlite() const {
    return currentKind() == u"sqlite";
}

std::unique_ptr<Store> Backends::make() {
    if (currentKind() == u"memory")
        return std::make_unique<store::MemoryStore>();
    return openStore(newUrl());
}

QString Backends::newUrl() {
    if (!isSqlite())
        return cluster_.newDatabase();
    return QStringLiteral("sqlite:") + folder_.filePath(QStringLiteral("%1.sqlite").arg(++files_));
}

} // namespace chinwag::test
