// A program that is told to end from outside puts everything away, as when its user quits.
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace chinwag::instance {

/// SIGTERM, SIGINT and SIGHUP end the application's event loop with success; no window is asked whether it
/// may close. Where the system refuses, a warning says so, and they do what they do by default. Used on the
/// application's thread, and once in a program: a process has one handler a signal.
class TerminationSignals : public QObject {
    Q_OBJECT

public:
    explicit TerminationSignals(QObject* parent = nullptr);
    ~TerminationSignals() override;

private:
    bool install();

    std::unique_ptr<QSocketNotifier> notifier_;
};

} // namespace chinwag::instance
