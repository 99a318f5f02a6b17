// Keeps a second server off a file.
#pragma once

#include <QtCore/QString>

namespace chinwag::store {

/// Held through a file next to it, for as long as the object and the process live: the kernel lets go of it,
/// whichever way the process ends. (A lock on the file itself would not do: closing any descriptor of a
/// database drops SQLite's own locks.)
class FileLock {
public:
    FileLock() = default;
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    /// Empty when `path` is ours now, or else why not.
    QString take(const QString& path);

private:
    int descriptor_ = -1;
};

} // namespace chinwag::store
