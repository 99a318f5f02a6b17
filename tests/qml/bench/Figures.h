// Numbers of a measurement, and what the system says of this process.
#pragma once

#include <QString>

#include <vector>

namespace chinwag::bench {

/// Milliseconds of each frame.
struct Frames {
    std::vector<double> times{};

    double percentile(double part) const; ///< 0.5 = the median; 0 without any
    /// How many took longer than that.
    int over(double milliseconds) const;
};

/// Resident memory of this process in MiB, with and without what it shares with others; 0 where the system
/// does not say.
double residentMiB();
double privateMiB();
/// Since this process was started, as the system counts it: in steps of 10 ms. 0 where it does not say.
double msSinceStart();

/// A line of the report.
void report(const QString& what, const QString& value);

} // namespace chinwag::bench
