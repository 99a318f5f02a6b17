#include "support/MessageGuard.h"

#include <QMutex>
#include <QtGlobal>

#include <utility>

namespace chinwag::test {

namespace {

QtMessageHandler before = nullptr;
int guards = 0; // a failed test's may still be there

// Messages come from any thread.
struct Complaints {
    QMutex mutex;
    QStringList list;
};

Complaints& complaints() {
    static Complaints all;
    return all;
}

// A machine without a session or fonts is not what is tested.
bool isOfTheMachine(const QString& text) {
    return text.contains(QLatin1String("XDG_RUNTIME_DIR")) ||
           text.contains(QLatin1String("propagateSizeHints"));
}

void listen(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    const bool complaint = type == QtWarningMsg || type == QtCriticalMsg || type == QtFatalMsg;
    if (complaint && !isOfTheMachine(text)) {
        const QMutexLocker lock(&complaints().mutex);
        complaints().list.append(text);
    }
    if (before)
        before(type, context, text);
}

} // namespace

MessageGuard::MessageGuard() {
    if (++guards == 1)
        before = qInstallMessageHandler(listen);
}

MessageGuard::~MessageGuard() {
    if (--guards == 0)
        qInstallMessageHandler(before);
}

QStringList MessageGuard::take() {
    const QMutexLocker lock(&complaints().mutex);
    return std::exchange(complaints().list, {});
}

} // namespace chinwag::test
