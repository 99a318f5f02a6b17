// Where the records of every thread and room go: standard error or systemd's journal.
#pragma once

#include "app/LogRecord.h"
#include "config/Settings.h"
#include "metrics/LogRing.h"

#include <QtGlobal>

#include <mutex>

namespace chinwag::app {

/// While it lives, Qt's messages come here. One at a time. Thread safe.
class LogSink {
public:
    explicit LogSink(const config::LogSettings& settings);
    ~LogSink();
    LogSink(const LogSink&) = delete;
    LogSink& operator=(const LogSink&) = delete;

    /// Applies at once, to every thread.
    static void setLevel(config::LogLevel level);

    /// What has been logged lately, whatever the format.
    const metrics::LogRing& latest() const { return latest_; }

private:
    static void receive(QtMsgType type, const QMessageLogContext& context, const QString& message);
    QtMessageHandler install(config::LogLevel level); // what was there before
    void write(const LogRecord& record);
    void writeToStandardError(const QByteArray& line);

    config::LogFormat format_;
    Colour colour_;
    metrics::LogRing latest_;
    std::mutex mutex_; ///< keeps a record together when the kernel takes only a part of it
    QtMessageHandler previous_;
};

/// `wanted`, or what Automatic means for this process; Text where there is no journal to write to.
config::LogFormat resolvedFormat(config::LogFormat wanted);

} // namespace chinwag::app
