#include "bench/Figures.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace chinwag::bench {

namespace {

constexpr int startField = 19; // of /proc/self/stat, counted from behind the name

// The number in KiB that a line of a file under /proc begins with `name` for, in MiB.
double miBOf(const QString& path, const QByteArray& name) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.mid(name.size()).simplified().split(' ').first().toDouble() / 1'024;
    }
    return 0;
}

} // namespace

double Frames::percentile(double part) const {
    if (times.empty())
        return 0;
    std::vector<double> sorted = times;
    std::sort(sorted.begin(), sorted.end());
    const auto place = static_cast<std::size_t>(std::ceil(part * static_cast<double>(sorted.size())));
    return sorted[std::clamp<std::size_t>(place, 1, sorted.size()) - 1];
}

int Frames::over(double milliseconds) const {
    return static_cast<int>(
        std::count_if(times.begin(), times.end(), [=](double time) { return time > milliseconds; }));
}

double residentMiB() {
    return miBOf(QStringLiteral("/proc/self/status"), "VmRSS:");
}

double privateMiB() {
    return miBOf(QStringLiteral("/proc/self/smaps_rollup"), "Private_Dirty:");
}

double msSinceStart() {
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = file.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    timespec now{};
    if (fields.size() <= startField || clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return 0;
    const double started =
        fields.at(startField).toDouble() * 1'000 / static_cast<double>(sysconf(_SC_CLK_TCK));
    return static_cast<double>(now.tv_sec) * 1'000 + static_cast<double>(now.tv_nsec) / 1'000'000 - started;
}

void report(const QString& what, const QString& value) {
    static_cast<void>(std::printf("%-44s %s\n", qPrintable(what), qPrintable(value)));
    static_cast<void>(std::fflush(stdout));
}

} // namespace chinwag::bench
