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

} // namespace chinwag::test
