// Files that are served as they are: from the binary or from a folder of the operator.
#pragma once

#include <QtCore/QHash>
#include <QtCore/QString>

#include <optional>
#include <string>
#include <string_view>

namespace chinwag::http {

struct Asset {
    std::string content;
    std::string contentType;
    std::string etag; ///< with its quotes; follows the content alone
};

/// Reads the file anew for each call, so that an edited one is seen at once.
class AssetFolder {
public:
    /// Larger files are not served: they would hold up the control thread and its memory.
    static constexpr qint64 maxSize = 16 * 1024 * 1024;

    /// `root` is a folder, or a resource path like ":/web".
    explicit AssetFolder(const QString& root);

    /// The file at `relative`: components joined by '/', none of them empty, hidden or leading up. Symbolic
    /// links are followed only to what lies inside the folder.
    std::optional<Asset> read(std::string_view relative);

private:
    std::string etagOf(const QString& path, const QByteArray& content);

    QString root_;
    bool builtIn_;
    QHash<QString, std::string> etags_; // of built-in files, which never change
};

} // namespace chinwag::http
