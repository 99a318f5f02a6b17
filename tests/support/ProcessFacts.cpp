#include "support/ProcessFacts.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <algorithm>
#include <sys/resource.h>

namespace chinwag::test {

namespace {

QString pathOf(qint64 pid, const char* entry) {
    return QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(entry));
}

QByteArray contents(qint64 pid, const char* entry) {
    QFile file(pathOf(pid, entry));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

qint64 residentKiB(qint64 pid) {
    const auto lines = contents(pid, "status").split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return -1;
}

qint64 cpuTicks(qint64 pid) {
    // The second field is the program's name in parentheses and may hold spaces: count from its end.
    const QByteArray stat = contents(pid, "stat");
    const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype userTime = 11;
    constexpr qsizetype systemTime = 12;
    if (fields.size() <= systemTime)
        return -1;
    return fields[userTime].toLongLong() + fields[systemTime].toLongLong();
}

bool allowDescriptors(quint64 count) {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return false;
    if (limit.rlim_cur >= count)
        return true;
    limit.rlim_cur = count;
    limit.rlim_max = std::max<rlim_t>(limit.rlim_max, count);
    return setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

} // namespace chinwag::test
