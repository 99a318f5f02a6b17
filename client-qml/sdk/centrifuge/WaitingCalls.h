// What was asked before it could be sent: bounded in number and in time, and let go in the order in which it
// came.
#pragma once

#include "sdk/centrifuge/Types.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <optional>

namespace chinwag::centrifuge {

class WaitingCalls : public QObject {
    Q_OBJECT

public:
    /// Called once: with nothing when the way is free, otherwise with what was in it.
    using Go = std::function<void(const std::optional<Error>&)>;

    WaitingCalls(std::size_t limit, std::chrono::milliseconds patience, QObject* parent = nullptr);

    /// False when too much waits already.
    bool add(Go go);
    /// The way is free. What is added meanwhile is not let go. It may end with this object destroyed.
    void release();
    /// What waits now fails, in a later turn of the event loop.
    void failLater(const Error& error);

private:
    struct Entry {
        Go go;
        QDeadlineTimer until;
    };

    void give(const std::deque<Entry>& entries, const std::optional<Error>& error);
    void expire();
    void arm();

    std::deque<Entry> entries_;
    QTimer limitTimer_;
    std::size_t limit_;
    std::chrono::milliseconds patience_;
};

} // namespace chinwag::centrifuge
