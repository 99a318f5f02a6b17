#include "app/LogSink.h"

#include "app/Logging.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <pthread.h>
#include <string>
#include <sys/stat.h>
#include <sys/uio.h>
#include <systemd/sd-journal.h>
#include <unistd.h>

namespace chinwag::app {

namespace {

// Qt's handler is a plain function: it has to find the sink somewhere.
std::atomic<LogSink*> installed{nullptr};

/// Whether standard error is the stream that systemd put into the environment. A program that was started
/// by a service and redirected elsewhere inherits the variable, not the stream.
bool isConnectedToJournal() {
    struct stat status {};
    const auto stream = qgetenv("JOURNAL_STREAM");
    if (stream.isEmpty() || fstat(STDERR_FILENO, &status) != 0)
        return false;
    return stream == QByteArray::number(static_cast<qulonglong>(status.st_dev)) + ':' +
                         QByteArray::number(static_cast<qulonglong>(status.st_ino));
}

Colour colourForStandardError() {
    const bool wanted =
        isatty(STDERR_FILENO) == 1 && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
    return wanted ? Colour::On : Colour::Off;
}

QString threadName() {
    std::array<char, 32> name{};
    pthread_getname_np(pthread_self(), name.data(), name.size());
    return QString::fromLocal8Bit(name.data());
}

/// The library reports success when there is no journal to send to: the records would be lost.
bool isJournalThere() {
    return access("/run/systemd/journal/socket", W_OK) == 0;
}

bool sendToJournal(const LogRecord& record) {
    auto fields = journalFields(record);
    std::vector<iovec> parts;
    parts.reserve(fields.size());
    for (auto& field : fields)
        parts.push_back({field.data(), static_cast<std::size_t>(field.size())});
    return sd_journal_sendv(parts.data(), static_cast<int>(parts.size())) == 0;
}

metrics::LogSeverity severity(QtMsgType type) {
    switch (type) {
    case QtDebugMsg: return metrics::LogSeverity::Debug;
    case QtInfoMsg: return metrics::LogSeverity::Info;
    case QtWarningMsg: return metrics::LogSeverity::Warning;
    case QtCriticalMsg:
    case QtFatalMsg: break;
    }
    return metrics::LogSeverity::Error;
}

metrics::LogEntry ringEntry(const LogRecord& record) {
    const auto sinceEpoch = std::chrono::milliseconds(record.time.toMSecsSinceEpoch());
    return {0, std::chrono::system_clock::time_point(sinceEpoch), severity(record.type),
            record.category.toStdString(), record.message.toStdString()};
}

} // namespace

config::LogFormat resolvedFormat(config::LogFormat wanted) {
    switch (wanted) {
    case config::LogFormat::Automatic:
        return isConnectedToJournal() ? config::LogFormat::Journal : config::LogFormat::Text;
    case config::LogFormat::Journal:
        return isJournalThere() ? config::LogFormat::Journal : config::LogFormat::Text;
    case config::LogFormat::Text:
    case config::LogFormat::Json: break;
    }
    return wanted;
}

LogSink::LogSink(const config::LogSettings& settings)
    : format_(resolvedFormat(settings.format)),
      colour_(colourForStandardError()),
      previous_(install(settings.level)) {
    if (settings.format == config::LogFormat::Journal && format_ != settings.format)
        qCWarning(lcApp, "there is no journal, logging text instead");
}

LogSink::~LogSink() {
    qInstallMessageHandler(previous_);
    installed = nullptr;
}

// Records may come as soon as it is done: the other members are there by then.
QtMessageHandler LogSink::install(config::LogLevel level) {
    setLevel(level);
    installed = this;
    return qInstallMessageHandler(&LogSink::receive);
}

void LogSink::setLevel(config::LogLevel level) {
    // Rules rather than a test in receive(): a record that is not wanted is then not even formatted.
    // Qt's own debug records stay off, they are for people who work on Qt.
    QString rules = QStringLiteral("*.debug=false\n");
    switch (level) {
    case config::LogLevel::Debug: rules += QLatin1String("chinwag.*.debug=true\n"); break;
    case config::LogLevel::Info: break;
    case config::LogLevel::Warning: rules += QLatin1String("*.info=false\n"); break;
    case config::LogLevel::Error: rules += QLatin1String("*.info=false\n*.warning=false\n"); break;
    }
    QLoggingCategory::setFilterRules(rules);
}

void LogSink::receive(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    auto* sink = installed.load();
    if (sink == nullptr)
        return;
    const auto category = QString::fromUtf8(context.category != nullptr ? context.category : "default");
    sink->write({QDateTime::currentDateTimeUtc(), type, category, message, threadName()});
}

void LogSink::write(const LogRecord& record) {
    // First, so that who has seen a line finds it here.
    latest_.add(ringEntry(record));
    if (format_ == config::LogFormat::Json)
        writeToStandardError(formatJson(record));
    else if (format_ != config::LogFormat::Journal || !sendToJournal(record))
        writeToStandardError(formatText(record, colour_));
}

void LogSink::writeToStandardError(const QByteArray& line) {
    const std::lock_guard lock(mutex_);
    const char* rest = line.constData();
    auto left = static_cast<std::size_t>(line.size());
    while (left > 0) {
        const auto written = ::write(STDERR_FILENO, rest, left);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return; // there is no other place to report it to
        rest += written;
        left -= static_cast<std::size_t>(written);
    }
}

} // namespace chinwag::app
