#include "http/AssetFolder.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <array>
#include <utility>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> contentTypes{{
    {"html", "text/html; charset=utf-8"},
    {"js", "text/javascript; charset=utf-8"},
    {"mjs", "text/javascript; charset=utf-8"},
    {"css", "text/css; charset=utf-8"},
    {"txt", "text/plain; charset=utf-8"},
    {"md", "text/markdown; charset=utf-8"},
    {"json", "application/json"},
    {"map", "application/json"},
    {"webmanifest", "application/manifest+json"},
    {"svg", "image/svg+xml; charset=utf-8"},
    {"png", "image/png"},
    {"jpg", "image/jpeg"},
    {"gif", "image/gif"},
    {"webp", "image/webp"},
    {"ico", "image/vnd.microsoft.icon"},
    {"woff2", "font/woff2"},
    {"mp3", "audio/mpeg"},
    {"wasm", "application/wasm"},
}};

std::string contentTypeOf(std::string_view path) {
    const auto name = path.substr(path.rfind('/') + 1);
    const auto dot = name.rfind('.');
    const auto extension = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
    const auto* const found = std::find_if(contentTypes.begin(), contentTypes.end(),
                                           [extension](const auto& type) { return type.first == extension; });
    // Text without an extension (LICENSE) is the only other thing that is shipped.
    if (found == contentTypes.end())
        return extension.empty() ? "text/plain; charset=utf-8" : "application/octet-stream";
    return std::string(found->second);
}

/// A name that begins with a dot is hidden, or leads out of the folder.
bool isServable(std::string_view relative) {
    if (relative.find('\\') != std::string_view::npos)
        return false;
    while (true) {
        const auto slash = relative.find('/');
        const auto component = relative.substr(0, slash);
        if (component.empty() || component.front() == '.')
            return false;
        if (slash == std::string_view::npos)
            return true;
        relative.remove_prefix(slash + 1);
    }
}

} // namespace

AssetFolder::AssetFolder(const QString& root) : root_(root), builtIn_(root.startsWith(u":/")) {}

std::optional<Asset> AssetFolder::read(std::string_view relative) {
    if (!isServable(relative))
        return std::nullopt;
    const QString root = QFileInfo(root_).canonicalFilePath();
    const QFileInfo info(root_ + u'/' +
                         QString::fromUtf8(relative.data(), static_cast<qsizetype>(relative.size())));
    const QString path = info.canonicalFilePath();
    // Only regular files: opening a named pipe would wait for its writer.
    if (root.isEmpty() || !path.startsWith(root + u'/') || !info.isFile() || info.size() > maxSize)
        return std::nullopt;

    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray content = file.read(maxSize);
    if (file.error() != QFileDevice::NoError)
        return std::nullopt;
    return Asset{content.toStdString(), contentTypeOf(relative), etagOf(path, content)};
}

std::string AssetFolder::etagOf(const QString& path, const QByteArray& content) {
    if (const auto known = etags_.constFind(path); builtIn_ && known != etags_.constEnd())
        return *known;
    // In hexadecimal: lists of tags are searched without regard to case.
    const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).left(16).toHex();
    std::string etag = '"' + hash.toStdString() + '"';
    if (builtIn_)
        etags_.insert(path, etag);
    return etag;
}

} // namespace chinwag::http
