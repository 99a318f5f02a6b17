#include "models/Health.h"

#include "models/Format.h"

#include <QCoreApplication>

namespace chinwag::admin {

namespace {

constexpr double mostDescriptors =
    0.9; // of those that the system allows; beyond it connections are refused soon
constexpr double longestDelivery = 500; // milliseconds that one of a hundred deliveries may take

struct HealthWords {
    Q_DECLARE_TR_FUNCTIONS(Health)
};

} // namespace

QStringList faultsOf(const Stats& stats, const Sample& sample) {
    QStringList faults;
    const bool canWrite = stats.store.isEmpty() || stats.store == QLatin1String("writable") ||
                          stats.store == QLatin1String("none");
    if (!canWrite)
        faults << HealthWords::tr("The store cannot be written to: %1").arg(stats.store);
    // It is not ready either when it cannot write.
    if (!stats.isReady && canWrite)
        faults << HealthWords::tr("It takes nobody in: it is shutting down");
    if (stats.maxDescriptors > 0 && static_cast<double>(stats.openDescriptors) >
                                        mostDescriptors * static_cast<double>(stats.maxDescriptors))
        faults << HealthWords::tr("Descriptors are running out: %1 of %2")
                      .arg(Format::count(static_cast<double>(stats.openDescriptors)),
                           Format::count(static_cast<double>(stats.maxDescriptors)));
    if (sample.fanout && sample.fanout->nearlyAll > longestDelivery)
        faults
            << HealthWords::tr("Deliveries are slow: %1").arg(Format::milliseconds(sample.fanout->nearlyAll));
    return faults;
}

} // namespace chinwag::admin
