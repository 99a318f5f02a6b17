// A byte stream to a server, blocking with a deadline: plain TCP or TLS under the same probes.
#pragma once

#include <QDeadlineTimer>

#include <string>
#include <string_view>

namespace chinwag::test {

enum class ReadStatus {
    Data,   ///< something was appended
    End,    ///< the peer finished sending
    Reset,  ///< the peer cut the connection
    Timeout ///< the deadline passed in silence
};

class Stream {
public:
    Stream() = default;
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    virtual ~Stream() = default;

    /// Writes all of `bytes` as one write where the kernel takes it; false when the peer has gone or
    /// the deadline passed.
    virtual bool write(std::string_view bytes, QDeadlineTimer deadline) = 0;

    /// Waits for bytes and appends those that are there to `in`.
    virtual ReadStatus read(std::string& in, QDeadlineTimer deadline) = 0;

    /// Ends the sending side and keeps the receiving one.
    virtual void finish() = 0;
};

} // namespace chinwag::test
