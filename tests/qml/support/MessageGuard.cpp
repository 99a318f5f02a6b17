#include "support/MessageGuard.h"

#include <QMutex>
#include <QtGlobal>

#include <utility>

namespace chinwag::test {

namespace {

QtMessageHandler before = nullptr;
QMutex mutex;
QStringList complaints;

// A machine without a session or fonts is not what is tested.
bool isOfTheMachine(const QString& text) {
    return text.contains(QLatin1String("XDG_RUNTIME_DIR")) ||
           text.contains(QLatin1String("propagateSizeHints"));
}

void listen(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    const bool complaint = type == QtWarningMsg || type == QtCriticalMsg || type == QtFatalMsg;
    if (complaint && !isOfTheMachine(text)) {
        const QMutexLocker lock(&mutex);
        complaints.append(text);
    }
    if (before)
        before(type, context, text);
}

} // namespace

MessageGuard::MessageGuard() {
    before = qInstallMessageHandler(listen);
}

MessageGuard::~MessageGuard() {
    qInstallMessageHandler(before);
}

QStringList MessageGuard::take() {
    const QMutexLocker lock(&mutex);
    return std::exchange(complaints, {});
}

} // namespace chinwag::test
