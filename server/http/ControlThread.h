// The way back to the thread that answers requests.
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QMetaObject>

#include <utility>

namespace chinwag::http {

/// Calls `action` on the control thread, later. From any thread; once that one ends, never.
template <typename Action>
void onControlThread(Action action) {
    QMetaObject::invokeMethod(QCoreApplication::instance(), std::move(action), Qt::QueuedConnection);
}

} // namespace chinwag::http
