#include "Durations.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace chinwag::bench {

Durations::Duration Durations::median() const {
    auto sorted = all_;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    return *middle;
}

Durations::Duration Durations::worst() const {
    return *std::max_element(all_.begin(), all_.end());
}

Durations::Duration threadTime() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

bool report(const QString& what, const QString& figures) {
    constexpr int column = 42; // characters
    const QByteArray line = (what.leftJustified(column) + figures + u'\n').toUtf8();
    return std::fputs(line.constData(), stdout) >= 0 && std::fflush(stdout) == 0;
}

QString inWords(Durations::Duration duration) {
    return QString::number(duration.count(), 'f', 1).rightJustified(7) + QStringLiteral(" ms");
}

} // namespace chinwag::bench
