#include "store/FileLock.h"

#include <QtCore/QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace chinwag::store {

FileLock::~FileLock() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

QString FileLock::take(const QString& path) {
    const QString name = path + QStringLiteral(".lock");
    descriptor_ =
        ::open(QFile::encodeName(name).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor_ < 0)
        return QStringLiteral("cannot open %1: %2").arg(name, qt_error_string(errno));
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0)
        return {};
    if (errno == EWOULDBLOCK)
        return QStringLiteral("%1 is in use by another server").arg(path);
    return QStringLiteral("cannot lock %1: %2").arg(name, qt_error_string(errno));
}

} // namespace chinwag::store
