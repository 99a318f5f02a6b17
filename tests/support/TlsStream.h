// TLS to a port of this machine. Any certificate is taken: the tests make their own.
#pragma once

#include "support/Stream.h"

#include <QByteArray>
#include <QSslSocket>

#include <cstdint>
#include <memory>

namespace chinwag::test {

class TlsStream final : public Stream {
public:
    /// An encrypted connection to 127.0.0.1:`port`, or nothing when it does not come about.
    static std::unique_ptr<TlsStream> connectTo(std::uint16_t port);

    bool write(std::string_view bytes, QDeadlineTimer deadline) override;
    ReadStatus read(std::string& in, QDeadlineTimer deadline) override;
    /// TLS has no half-closed state that servers honour: this says close_notify and hangs up.
    void finish() override;

    /// SHA-256 of the certificate that the server showed.
    QByteArray certificateDigest() const;

private:
    TlsStream() = default;

    QSslSocket socket_;
};

} // namespace chinwag::test
