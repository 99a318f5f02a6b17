// One log record and the forms it can take. Pure text: no device, no lock.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <utility>
#include <vector>

namespace chinwag::app {

struct LogRecord {
    QDateTime time;
    QtMsgType type = QtInfoMsg;
    QString category;
    QString message;
    QString thread;
};

enum class Colour : bool { Off, On };

/// "2026-01-31 12:00:00.000 warning net: MESSAGE" in local time, one line, with its end. Whatever could
/// steer a terminal or look like another record is escaped: messages quote what peers send.
QByteArray formatText(const LogRecord& record, Colour colour);

/// One JSON object with time (RFC 3339, UTC), level, category, message and thread; one line, with its end.
QByteArray formatJson(const LogRecord& record);

/// The journal's fields, "NAME=value".
std::vector<QByteArray> journalFields(const LogRecord& record);

/// "debug", "info", "warning", "error" or "fatal".
QByteArray levelName(QtMsgType type);

} // namespace chinwag::app
