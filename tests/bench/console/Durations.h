// How long something took, time after time.
#pragma once

#include <QString>

#include <chrono>
#include <vector>

namespace chinwag::bench {

class Durations {
public:
    using Duration = std::chrono::duration<double, std::milli>;

    void add(Duration duration) { all_.push_back(duration); }
    /// Of one at least.
    Duration median() const;
    Duration worst() const;

private:
    std::vector<Duration> all_;
};

/// The time that this thread has spent on a processor: what it took is as much on a machine that is busy with
/// something else, and on an idle one it is what one waits.
Durations::Duration threadTime();

/// One line of the report: "what                    12.3 ms". False when it could not be written.
bool report(const QString& what, const QString& figures);
/// "12.3 ms"
QString inWords(Durations::Duration duration);

} // namespace chinwag::bench
