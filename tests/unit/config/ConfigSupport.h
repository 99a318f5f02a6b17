// What the tests of the configuration share.
#pragma once

#include "config/Loader.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

#include <string>
#include <utility>
#include <vector>

namespace chinwag::test {

/// Files that exist for the length of a test.
class Folder {
public:
    std::string write(const QString& name, const QByteArray& content) {
        QFile file(dir_.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qUtf8Printable(file.fileName()));
        return file.fileName().toStdString();
    }
    std::string path(const QString& name = {}) const { return dir_.filePath(name).toStdString(); }

private:
    QTemporaryDir dir_;
};

inline config::LoadResult loadText(Folder& folder, const QByteArray& toml) {
    return config::load({folder.write(QStringLiteral("chinwag.toml"), toml), {}, {}});
}

inline config::LoadResult loadVariable(const std::string& name, const std::string& value) {
    return config::load({{}, {{name, value}}, {}});
}

inline config::LoadResult loadFlags(std::vector<config::NamedText> flags) {
    return config::load({{}, {}, std::move(flags)});
}

/// All faults as text, one a line, for messages and for comparison.
inline QByteArray text(const std::vector<config::Fault>& faults) {
    QByteArray lines;
    for (const auto& fault : faults)
        lines += QByteArray::fromStdString(config::toString(fault)) + '\n';
    return lines;
}

/// A row for expectFault(): of `toml` exactly one fault is expected, by its line, its key and a piece of what
/// it says.
inline void faultRow(const char* name, const char* toml, int line, const char* key, const char* says) {
    QTest::newRow(name) << QByteArray(toml) << line << QByteArray(key) << QByteArray(says);
}

/// Before the rows.
inline void addFaultColumns() {
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<int>("line");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("says");
}

inline void expectFault(Folder& folder) {
    QFETCH(QByteArray, toml);
    QFETCH(int, line);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, says);
    const auto result = loadText(folder, toml);
    QVERIFY2(result.faults.size() == 1, text(result.faults));
    const auto& fault = result.faults.front();
    QCOMPARE(QByteArray::fromStdString(fault.where),
             QByteArray::fromStdString(result.file) + ':' + QByteArray::number(line));
    QCOMPARE(QByteArray::fromStdString(fault.key), key);
    const auto said = QByteArray::fromStdString(config::toString(fault));
    QVERIFY2(said.contains(says), said);
}

} // namespace chinwag::test
