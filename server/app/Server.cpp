#include "app/Server.h"

#include "app/DataDirectory.h"
#include "app/DescriptorLimit.h"
#include "app/Logging.h"
#include "app/NickKeeper.h"
#include "app/RetentionKeeper.h"
#include "app/SetupLink.h"
#include "app/StaffAccess.h"
#include "app/StoreSetup.h"
#include "app/TokenSetup.h"
#include "app/Translate.h"
#include "app/Version.h"
#include "auth/OperatorDoor.h"
#include "auth/RevocationJournal.h"
#include "http/HttpServer.h"
#include "http/OperatorFeed.h"
#include "net/Acceptor.h"
#include "net/ConnectionDirectory.h"
#include "net/TlsFiles.h"
#include "net/Worker.h"
#include "resources/Resources.h"
#include "session/CentrifugeDialect.h"
#include "session/PlainDialect.h"
#include "session/TokenCheck.h"
#include "store/MemoryStore.h"

#include <malloc.h>
#include <sys/socket.h>

#include <algorithm>
#include <utility>

namespace chinwag::app {

namespace {

// Past max_connections so many more may ask and be told no; what is beyond them is cut at once.
constexpr std::size_t refusalReserve = 512;
// Kept free for what is not a client: files, the adoption of a WebSocket, the log.
constexpr std::size_t descriptorReserve = 32;
constexpr std::chrono::milliseconds trimInterval{1'000};
constexpr std::size_t waveWorthTrimming = 256;
// How late the memory of a channel that nobody misses may come back, and how often it is looked whether
// subscribers have got everything.
constexpr std::chrono::milliseconds hubInterval{10'000};

} // namespace

Server::Server(const config::Settings& settings, std::vector<int> activatedSockets, ProcessView view,
               QObject* parent)
    : QObject(parent),
      settings_(settings),
      activatedSockets_(std::move(activatedSockets)),
      view_(std::move(view)),
      started_(std::chrono::system_clock::now()),
      netSettings_(netSettings(settings)),
      centrifuge_(centrifugeSettings(settings)),
      feedDoor_(auth::FeedDoor::lifetimeFor(settings.admin.sessionIdle)) {
    hubTimer_.setInterval(hubInterval);
    connect(&hubTimer_, &QTimer::timeout, this, [this] {
        hub_->checkPositions();
        hub_->dropDispensable();
        nickKeeper_->refresh();
        hub_->moderation().dropOld();
    });
    drainDeadline_.setSingleShot(true);
    trimTimer_.setSingleShot(true);
    connect(&drainDeadline_, &QTimer::timeout, this, &Server::finished);
    connect(&trimTimer_, &QTimer::timeout, this, &Server::trimHeapAfterWave);
}

Server::~Server() {
    for (const auto& listener : listeners_)
        listener.acceptor->close();
    for (const auto& worker : workers_)
        worker->stop();
    // What is pending is answered by these as they go, to workers that still exist.
    feed_.reset();
    operators_.reset();
    directory_.reset();
    http_.reset();
    listeners_.clear();
    closeStore();
    hub_.reset(); // all subscriptions went with the connections
}

std::optional<QString> Server::start() {
    initResources();
    if (auto error = loadTls(settings_))
        return error;
    auto rules = tokenRules(settings_.auth);
    if (const auto* const fault = std::get_if<config::Fault>(&rules))
        return QString::fromStdString(config::toString(*fault));
    tokens_.setRules(std::get<auth::TokenRules>(std::move(rules)));
    revocations_ =
        std::make_unique<auth::RevocationJournal>(dataDirectory(settings_.server), tokens_.revocations());
    if (auto error = revocations_->open(std::chrono::system_clock::now()))
        return error;
    api_.setRules(apiRules(settings_));
    routes_.http = [this](protocol::HttpRequest request, protocol::HttpAnswerSink sink) {
        http_->handle(std::move(request), std::move(sink));
    };
    routes_.webSockets.push_back(
        {"/ws/chat",
         [this](const hub::Opening& opening) { return session::admitPlain(*hub_, tokens_, opening); },
         "chinwag"});
    routes_.webSockets.push_back({"/connection/websocket",
                                  [this](const hub::Opening& opening) {
                                      return session::admitCentrifuge(*hub_, centrifuge_, tokenGate_,
                                                                      opening);
                                  },
                                  {},
                                  true});
    makeWorkers();
    if (auto error = openHistory())
        return error;
    if (auto error = restoreRules())
        return error;
    startHttp();
    if (auto error = startWorkers())
        return error;
    if (auto error = openListeners())
        return error;
    connectionBudget_ = freeDescriptors(descriptorReserve);
    hubTimer_.start();
    ready_ = true;
    return std::nullopt;
}

void Server::startHttp() {
    const http::Options options{QString::fromStdString(settings_.server.webRoot), settings_.metrics.enabled,
                                settings_.server.internalListen.has_value()};
    http_ = std::make_unique<http::HttpServer>(options, probes(), operatorAccess(), apiAccess());
}

std::optional<QString> Server::loadTls(const config::Settings& settings) {
    if (settings.server.tlsCertificate.empty())
        return std::nullopt;
    auto loaded = net::loadTlsFiles(QString::fromStdString(settings.server.tlsCertificate),
                                    QString::fromStdString(settings.server.tlsKey));
    if (auto* const error = std::get_if<QString>(&loaded))
        return *error;
    tls_ = std::get<QSslConfiguration>(std::move(loaded));
    return std::nullopt;
}

void Server::makeWorkers() {
    std::vector<hub::Mailbox*> mailboxes;
    for (std::size_t index = 0; index < workerCount(settings_); ++index) {
        workers_.push_back(std::make_unique<net::Worker>(index, netSettings_, routes_));
        mailboxes.push_back(&workers_.back()->mailbox());
    }
    hub_ = std::make_unique<hub::Hub>(std::move(mailboxes), namespaces(settings_));
    nickKeeper_ = std::make_unique<NickKeeper>(hub_->reservedNicks(), dataDirectory(settings_.server),
                                               settings_.chat.reservedNicks);
    directory_ = std::make_unique<net::ConnectionDirectory>(workers_);
}

std::optional<QString> Server::startWorkers() {
    for (const auto& worker : workers_) {
        if (!worker->start())
            return QStringLiteral("cannot start a worker: the system gives no descriptors for it");
    }
    return std::nullopt;
}

std::optional<QString> Server::openHistory() {
    auto store = openStore(settings_);
    if (const auto* const error = std::get_if<QString>(&store))
        return *error;
    store_ = std::get<std::unique_ptr<hub::Store>>(std::move(store));
    if (!store_)
        return std::nullopt;
    if (const auto error = hub_->keepIn(*store_))
        qCWarning(lcApp, "what was published lately is not recognised again: %s", error->text.c_str());
    retention_ = std::make_unique<RetentionKeeper>(*store_, [this] { return retentionRule(settings_); });
    retention_->start();
    return std::nullopt;
}

// A server that has forgotten whom it has banned does not start.
std::optional<QString> Server::restoreRules() {
    if (!store_)
        rulesStore_ = std::make_unique<store::MemoryStore>();
    announced_ = std::make_unique<hub::AnnouncedModeration>((store_ ? *store_ : *rulesStore_).moderation(),
                                                            hub_->operatorEvents());
    desk_ = std::make_unique<hub::ModerationDesk>(*hub_, *announced_);
    centrifuge_.staff = &staff_.emplace(staffPort(*desk_, *directory_));
    if (const auto error = desk_->restore())
        return QStringLiteral("the rules of operators cannot be read: ") +
               QString::fromStdString(error->text);
    return std::nullopt;
}

// Nobody publishes any more. What waits is written before the store is gone.
void Server::closeStore() {
    rulesStore_.reset();
    if (!store_)
        return;
    store_->setPositions(hub_->positions(), [](const hub::StoreResult<hub::StoreNothing>& result) {
        if (const auto* const error = std::get_if<hub::StoreError>(&result))
            qCWarning(lcApp, "the positions of channels are not kept: %s", error->text.c_str());
    });
    store_.reset();
}

std::optional<QString> Server::openListeners() {
    std::size_t place = 0;
    for (const auto& address : settings_.server.listen) {
        const int activated = place < activatedSockets_.size() ? activatedSockets_[place] : -1;
        ++place;
        if (auto error = openListener(address, false, activated))
            return error;
    }
    if (settings_.server.internalListen) {
        if (auto error = openListener(*settings_.server.internalListen, true, -1))
            return error;
    }
    auto* const acceptor = listeners_.front().acceptor.get();
    if (!http_->bind(acceptor, [acceptor](QTcpSocket* socket) { acceptor->offer(socket); }))
        return QStringLiteral("QHttpServer does not take the listener");
    return std::nullopt;
}

std::optional<QString> Server::openListener(const config::ListenAddress& address, bool internal,
                                            int activated) {
    const bool secure = settings_.server.secure(address);
    auto acceptor = std::make_unique<net::Acceptor>(
        [this, secure, internal](int descriptor) { take(descriptor, secure, internal); });
    const auto error = activated >= 0
                           ? acceptor->openActivated(activated)
                           : acceptor->open(QHostAddress(QString::fromStdString(address.host)), address.port);
    if (error)
        return QStringLiteral("cannot listen on %1: %2")
            .arg(QString::fromStdString(config::toString(address)), *error);
    listeners_.push_back({std::move(acceptor), secure});
    return std::nullopt;
}

QStringList Server::urls() const {
    QStringList urls;
    for (const auto& listener : listeners_) {
        auto host = listener.acceptor->serverAddress().toString();
        if (host.contains(QLatin1Char(':')))
            host = QLatin1Char('[') + host + QLatin1Char(']');
        urls << QStringLiteral("%1://%2:%3")
                    .arg(listener.secure ? QStringLiteral("https") : QStringLiteral("http"), host)
                    .arg(listener.acceptor->serverPort());
    }
    return urls;
}

// Operators come by the internal listener, if there is one: the last.
std::optional<QString> Server::setupLink() {
    const auto code = operators_ ? operators_->firstOperator().open() : std::nullopt;
    return code ? std::optional(app::setupLink(urls().constLast(), *code)) : std::nullopt;
}

void Server::take(int descriptor, bool secure, bool internal) {
    net::Arrival arrival{
        net::ConnectionCensus::Entry(census_), {}, internal, std::chrono::steady_clock::now()};
    const auto limit = netSettings_->maxConnections;
    const bool noDescriptors = census_.total() > connectionBudget_;
    if (noDescriptors || (limit != 0 && census_.total() > limit + refusalReserve)) {
        acceptorMetrics_.refused(noDescriptors ? metrics::Refusal::Descriptors
                                               : metrics::Refusal::ConnectionLimit);
        ::close(descriptor);
        return;
    }
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getpeername(descriptor, reinterpret_cast<sockaddr*>(&address), &size) == 0)
        arrival.peer = protocol::Address::fromSockaddr(reinterpret_cast<sockaddr*>(&address));
    peakConnections_ = std::max(peakConnections_, census_.total());
    if (!trimTimer_.isActive() && peakConnections_ > waveWorthTrimming)
        trimTimer_.start(trimInterval);
    leastLoaded().accept(descriptor, std::move(arrival), secure ? tls_ : std::optional<QSslConfiguration>());
}

net::Worker& Server::leastLoaded() {
    // From the next one on, so that equals take turns.
    nextWorker_ = (nextWorker_ + 1) % workers_.size();
    std::size_t best = nextWorker_;
    for (std::size_t i = 1; i < workers_.size(); ++i) {
        const std::size_t candidate = (nextWorker_ + i) % workers_.size();
        if (workers_[candidate]->load() < workers_[best]->load())
            best = candidate;
    }
    return *workers_[best];
}

std::optional<metrics::StoreCounts> Server::storeCounts() const {
    if (!store_)
        return std::nullopt;
    const auto facts = store_->facts();
    return metrics::StoreCounts{facts.appended,     facts.refused, facts.commits,
                                facts.waitingBytes, facts.trimmed, store_->state().writable};
}

metrics::Snapshot Server::snapshot() const {
    std::vector<const metrics::WorkerMetrics*> counted{&acceptorMetrics_};
    for (const auto& worker : workers_)
        counted.push_back(&worker->metrics());
    return metrics::takeSnapshot(counted, {version().toStdString(), qVersion(), started_,
                                           hub_ ? hub_->channelCount() : 0, workers_.size(), storeCounts()});
}

// glibc keeps the pages of a wave of connections until it is asked for them.
void Server::trimHeapAfterWave() {
    const std::size_t total = census_.total();
    if (peakConnections_ > total + waveWorthTrimming) {
        ::malloc_trim(0);
        peakConnections_ = total;
    }
    if (peakConnections_ > waveWorthTrimming)
        trimTimer_.start(trimInterval);
}

std::optional<QString> Server::reload(const config::Settings& settings) {
    auto rules = tokenRules(settings.auth);
    if (const auto* const fault = std::get_if<config::Fault>(&rules))
        return QString::fromStdString(config::toString(*fault));
    if (auto error = loadTls(settings))
        return error;
    tokens_.setRules(std::get<auth::TokenRules>(std::move(rules)));
    api_.setRules(apiRules(settings));
    nickKeeper_->setConfigured(settings.chat.reservedNicks);
    netSettings_ = netSettings(settings);
    settings_.store.retentionAge = settings.store.retentionAge;
    settings_.store.retentionCount = settings.store.retentionCount;
    settings_.server.drainDelay = settings.server.drainDelay;
    settings_.server.drainTimeout = settings.server.drainTimeout;
    for (const auto& worker : workers_)
        worker->setSettings(netSettings_);
    return std::nullopt;
}

void Server::drain() {
    ready_ = false;
    if (feed_)
        feed_->tell();
    QTimer::singleShot(settings_.server.drainDelay, this, &Server::closeClients);
}

void Server::closeClients() {
    for (const auto& listener : listeners_)
        listener.acceptor->close();
    drainDeadline_.start(settings_.server.drainTimeout);
    undrained_ = workers_.size();
    for (const auto& worker : workers_) {
        worker->drain(
            [this] { QMetaObject::invokeMethod(this, &Server::workerDrained, Qt::QueuedConnection); });
    }
}

void Server::workerDrained() {
    if (--undrained_ != 0)
        return;
    qCInfo(lcApp, "all clients are gone");
    drainDeadline_.stop();
    Q_EMIT finished();
}

} // namespace chinwag::app
