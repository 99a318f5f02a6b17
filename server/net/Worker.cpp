#include "net/Worker.h"

#include "net/Connection.h"
#include "net/DescriptorTransport.h"
#include "net/HttpConnection.h"
#include "net/TlsTransport.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <utility>

namespace chinwag::net {

namespace {

// A chat line must not wait for more to come, and a peer that has lost its network must be found even
// when there is nothing to send to it.
void setSocketOptions(int descriptor) {
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(descriptor, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    const int idleSeconds = 60;
    const int intervalSeconds = 15;
    const int probes = 4;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_KEEPIDLE, &idleSeconds, sizeof idleSeconds);
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_KEEPINTVL, &intervalSeconds, sizeof intervalSeconds);
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_KEEPCNT, &probes, sizeof probes);
}

} // namespace

Worker::Worker(hub::WorkerIndex index, std::shared_ptr<const NetSettings> settings, const Routes& routes)
    : reactor_(index, std::move(settings)), door_(reactor_, routes) {
    thread_.setObjectName(QStringLiteral("worker-%1").arg(index));
    // Direct: both run in the thread itself, at its beginning and at its end.
    QObject::connect(
        &thread_, &QThread::started, &thread_, [this] { run(); }, Qt::DirectConnection);
    QObject::connect(
        &thread_, &QThread::finished, &thread_,
        [this] {
            notifier_.reset();
            drain_.reset();
            reactor_.clear();
            door_.close();
        },
        Qt::DirectConnection);
}

Worker::~Worker() {
    stop();
}

bool Worker::start() {
    if (!reactor_.isUsable())
        return false;
    thread_.start();
    return true;
}

void Worker::stop() {
    thread_.quit();
    thread_.wait();
}

void Worker::run() {
    door_.open();
    notifier_ = std::make_unique<QSocketNotifier>(reactor_.descriptor(), QSocketNotifier::Read);
    QObject::connect(notifier_.get(), &QSocketNotifier::activated, notifier_.get(),
                     [this] { reactor_.turn(); });
}

std::size_t Worker::load() const {
    const auto& metrics = reactor_.metrics();
    const auto open = metrics.openHttp.value() + metrics.openWebSockets.value();
    return arriving_.load(std::memory_order_relaxed) + static_cast<std::size_t>(open < 0 ? 0 : open);
}

void Worker::accept(int descriptor, Arrival arrival, std::optional<QSslConfiguration> tls) {
    arriving_.fetch_add(1, std::memory_order_relaxed);
    // Shared because a task must be copyable.
    auto shared = std::make_shared<Arrival>(std::move(arrival));
    reactor_.postTask([this, descriptor, shared = std::move(shared), tls = std::move(tls)] {
        take(descriptor, std::move(*shared), tls);
        arriving_.fetch_sub(1, std::memory_order_relaxed);
    });
}

void Worker::take(int descriptor, Arrival arrival, const std::optional<QSslConfiguration>& tls) {
    setSocketOptions(descriptor);
    reactor_.metrics().acceptedConnections.add();
    std::unique_ptr<Transport> transport;
    if (tls)
        transport = std::make_unique<TlsTransport>(descriptor, *tls);
    else
        transport = std::make_unique<DescriptorTransport>(descriptor, reactor_.poller(),
                                                          DescriptorTransport::Trigger::Edge);
    auto connection =
        std::make_unique<HttpConnection>(reactor_, door_, std::move(transport), std::move(arrival));
    auto& started = *connection;
    reactor_.adopt(std::move(connection));
    started.start();
}

void Worker::setSettings(std::shared_ptr<const NetSettings> settings) {
    reactor_.postTask([this, settings = std::move(settings)] { reactor_.setSettings(settings); });
}

void Worker::refuseWebSockets() {
    reactor_.postTask([this] { door_.beginDraining(); });
}

void Worker::drain(std::function<void()> drained) {
    reactor_.postTask([this, drained = std::move(drained)] {
        door_.beginDraining();
        drain_.emplace(reactor_, drained);
        drain_->begin();
    });
}

void Worker::search(const protocol::ConnectionQuery& query, ConnectionSearch::Done done) {
    auto search = std::make_shared<ConnectionSearch>(reactor_, query, std::move(done));
    reactor_.postTask([search = std::move(search)] { search->proceed(); });
}

void Worker::users(UserSearch::Done done) {
    auto search = std::make_shared<UserSearch>(reactor_, std::move(done));
    reactor_.postTask([search = std::move(search)] { search->proceed(); });
}

std::optional<protocol::ConnectionInfo> Worker::describe(const protocol::ConnectionId& id) {
    auto* const connection = reactor_.connections().find({id.slot, id.generation});
    if (connection == nullptr)
        return std::nullopt;
    protocol::ConnectionInfo info;
    connection->describe(info, protocol::ConnectionColumns().set());
    return info;
}

void Worker::read(std::vector<protocol::ConnectionId> ids,
                  std::function<void(std::vector<std::optional<protocol::ConnectionInfo>>)> done) {
    reactor_.postTask([this, ids = std::move(ids), done = std::move(done)] {
        std::vector<std::optional<protocol::ConnectionInfo>> infos;
        infos.reserve(ids.size());
        for (const auto& id : ids)
            infos.push_back(describe(id));
        done(std::move(infos));
    });
}

void Worker::close(const protocol::ConnectionId& id, protocol::CloseCode code, std::string reason,
                   std::function<void(std::optional<protocol::ConnectionInfo>)> done) {
    reactor_.postTask([this, id, code, reason = std::move(reason), done = std::move(done)] {
        auto info = describe(id);
        if (info)
            reactor_.connections().find({id.slot, id.generation})->close(code, reason);
        done(std::move(info));
    });
}

void Worker::trace(const protocol::ConnectionId& id, const protocol::TraceOptions& options,
                   protocol::TraceSink sink, std::function<void(protocol::TraceStart)> done) {
    reactor_.postTask([this, id, options, sink = std::move(sink), done = std::move(done)] {
        protocol::TraceStart start{describe(id), false};
        if (start.connection) {
            auto& connection = *reactor_.connections().find({id.slot, id.generation});
            start.isOperators = connection.session() != nullptr && connection.session()->isOperators();
            if (!start.isOperators)
                connection.trace(options, sink);
        }
        done(std::move(start));
    });
}

void Worker::stopTrace(const protocol::ConnectionId& id, std::function<void(bool)> done) {
    reactor_.postTask([this, id, done = std::move(done)] {
        auto* const connection = reactor_.connections().find({id.slot, id.generation});
        done(connection != nullptr && connection->stopTrace());
    });
}

void Worker::closeAll(std::vector<protocol::ConnectionId> ids, protocol::CloseCode code, std::string reason,
                      std::function<void(std::size_t)> done) {
    reactor_.postTask([this, ids = std::move(ids), code, reason = std::move(reason), done = std::move(done)] {
        std::size_t closed = 0;
        for (const auto& id : ids) {
            auto* const connection = reactor_.connections().find({id.slot, id.generation});
            if (connection == nullptr)
                continue;
            connection->close(code, reason);
            ++closed;
        }
        done(closed);
    });
}

void Worker::tell(const protocol::ConnectionId& id, protocol::ChatMessage message,
                  std::function<void(std::optional<protocol::ConnectionInfo>)> done) {
    reactor_.postTask([this, id, message = std::move(message), done = std::move(done)] {
        auto* const connection = reactor_.connections().find({id.slot, id.generation});
        const bool isTold = connection != nullptr && connection->tell(message);
        done(isTold ? describe(id) : std::nullopt);
    });
}

void Worker::review(std::function<void(std::size_t)> done) {
    reactor_.postTask([this, done = std::move(done)] {
        std::size_t hit = 0;
        const auto& connections = reactor_.connections();
        for (std::size_t slot = 0; slot < connections.slotCount(); ++slot) {
            auto* const connection = connections.at(slot);
            hit += connection != nullptr && connection->review() ? 1U : 0U;
        }
        done(hit);
    });
}

void Worker::findWhere(std::function<bool(const hub::Session&)> matches, std::size_t most,
                       std::function<void(protocol::MatchingConnections)> done) {
    reactor_.postTask([this, matches = std::move(matches), most, done = std::move(done)] {
        protocol::MatchingConnections found;
        const auto& connections = reactor_.connections();
        for (std::size_t slot = 0; slot < connections.slotCount(); ++slot) {
            auto* const connection = connections.at(slot);
            const auto* const session = connection != nullptr ? connection->session() : nullptr;
            if (session == nullptr || !matches(*session))
                continue;
            ++found.count;
            if (found.first.size() < most)
                connection->describe(found.first.emplace_back(), protocol::ConnectionColumns().set());
        }
        done(std::move(found));
    });
}

void Worker::closeWhere(std::function<bool(const hub::SessionFacts&)> matches, protocol::CloseCode code,
                        std::string reason, std::function<void(std::size_t)> done) {
    reactor_.postTask(
        [this, matches = std::move(matches), code, reason = std::move(reason), done = std::move(done)] {
            std::size_t closed = 0;
            const auto& connections = reactor_.connections();
            for (std::size_t slot = 0; slot < connections.slotCount(); ++slot) {
                auto* const connection = connections.at(slot);
                const auto facts = connection != nullptr ? connection->facts() : std::nullopt;
                if (!facts || !matches(*facts))
                    continue;
                connection->close(code, reason);
                ++closed;
            }
            done(closed);
        });
}

} // namespace chinwag::net
