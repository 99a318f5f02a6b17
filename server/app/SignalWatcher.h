// Unix signals as Qt signals.
#pragma once

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

class QSocketNotifier;

namespace chinwag::app {

/// Takes SIGTERM, SIGINT and SIGHUP away from their default actions and ignores SIGPIPE. Threads inherit
/// which signals are blocked: install() must run before the first one starts.
class SignalWatcher : public QObject {
    Q_OBJECT
public:
    explicit SignalWatcher(QObject* parent = nullptr);
    ~SignalWatcher() override;

    /// An error text when the system refuses.
    std::optional<QString> install();

Q_SIGNALS:
    void terminateRequested();
    void reloadRequested();

private:
    void readSignals();

    int descriptor_ = -1;
    std::unique_ptr<QSocketNotifier> notifier_;
};

} // namespace chinwag::app
