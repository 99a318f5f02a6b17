// A connected byte stream, plain or TLS, as the connections above see it.
#pragma once

#include <sys/uio.h>

#include <cstddef>
#include <cstdint>
#include <span>

namespace chinwag::net {

/// Told what happens on a transport, always on the worker's thread.
class TransportUser {
public:
    TransportUser() = default;
    TransportUser(const TransportUser&) = delete;
    TransportUser& operator=(const TransportUser&) = delete;
    virtual ~TransportUser() = default;
    /// There may be something to read, or the peer has ended or broken the stream: read() tells.
    virtual void onReadable() = 0;
    /// After a blocked write there is room again.
    virtual void onWritable() = 0;
};

/// Confined to its worker's thread. Nothing here waits.
class Transport {
public:
    enum class Status : std::uint8_t {
        Ok,      ///< `bytes` of them, at least one
        Blocked, ///< nothing now; the user is called when there is
        Ended,   ///< the peer will send nothing more
        Broken,  ///< the stream is dead
    };
    struct Result {
        Status status = Status::Blocked;
        std::size_t bytes = 0;
    };
    /// What the user wants to hear of.
    struct Interest {
        bool read = true;
        bool write = false;
    };

    Transport() = default;
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;
    /// Closes the stream if it is still open.
    virtual ~Transport() = default;

    virtual void setUser(TransportUser* user) = 0;

    /// Looks at what has come in without taking it.
    virtual Result peek(std::span<char> into) = 0;
    virtual Result read(std::span<char> into) = 0;
    /// Writes as much as goes; Ok may be less than all.
    virtual Result write(std::span<const iovec> from) = 0;
    /// False when the kernel refused, after which the stream is as good as broken.
    virtual bool setInterest(Interest interest) = 0;

    /// Tells the peer that nothing more will be sent; reading goes on.
    virtual void finishWriting() = 0;
    /// Ends the stream at once; what the peer has not got is lost.
    virtual void abort() = 0;

    virtual bool isSecure() const = 0;
    /// False while a TLS handshake is under way.
    virtual bool isEstablished() const = 0;
    /// True when a read that did not fill its buffer may yet have left something behind.
    virtual bool mustReadOn() const = 0;
};

} // namespace chinwag::net
