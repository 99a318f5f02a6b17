// The composition: constructs the rooms, connects them, starts and stops them in order.
#pragma once

#include "auth/ApiDoor.h"
#include "auth/FeedDoor.h"
#include "auth/TokenVerifier.h"
#include "config/EffectiveKeys.h"
#include "config/Settings.h"
#include "http/ApiAccess.h"
#include "http/OperatorAccess.h"
#include "http/Probes.h"
#include "hub/AnnouncedModeration.h"
#include "hub/Hub.h"
#include "hub/ModerationDesk.h"
#include "hub/Store.h"
#include "metrics/LogRing.h"
#include "metrics/Snapshot.h"
#include "net/ConnectionCensus.h"
#include "net/FrontDoor.h"
#include "net/NetSettings.h"
#include "session/CentrifugeSession.h"

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QTimer>
#include <QtNetwork/QSslConfiguration>

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace chinwag::auth {
class OperatorDoor;
class RevocationJournal;
} // namespace chinwag::auth
namespace chinwag::http {
class HttpServer;
class OperatorFeed;
} // namespace chinwag::http
namespace chinwag::net {
class Acceptor;
class ConnectionDirectory;
class Worker;
} // namespace chinwag::net

namespace chinwag::app {

class NickKeeper;
class RetentionKeeper;

/// What operators are shown of the process around the server, and can do with it. All of it must outlive the
/// server; used on its thread.
struct ProcessView {
    const metrics::LogRing& logs;
    const config::EffectiveKeys& configuration;
    http::NodePort node;
};

/// Lives on the control thread, which listens and answers HTTP; the workers have threads of their own.
class Server : public QObject {
    Q_OBJECT
public:
    /// `activatedSockets` are listening descriptors from systemd; they take the places of
    /// settings.server.listen, in order. Operators are shown what is in `view`.
    Server(const config::Settings& settings, std::vector<int> activatedSockets, ProcessView view,
           QObject* parent = nullptr);
    ~Server() override;

    /// Opens the listeners and starts the workers. An error text when it could not.
    std::optional<QString> start();

    /// The addresses it listens on, as http(s)://host:port, in the order of the settings.
    QStringList urls() const;

    /// Where the first operator is made, once and within FirstOperator::lifetime; nothing when there is one,
    /// or none is let in. Each call makes the link before it worthless.
    std::optional<QString> setupLink();

    /// Applies what can change while running; the rest is ignored. An error text when the certificate or
    /// a key of tokens does not load: then nothing has changed.
    std::optional<QString> reload(const config::Settings& settings);

    /// Not ready any more; after the delay it stops accepting and sends the clients away in waves, and
    /// finished() follows when all are gone or the time for it is over.
    void drain();

Q_SIGNALS:
    void finished();

private:
    struct Listener {
        std::unique_ptr<net::Acceptor> acceptor;
        bool secure = false;
    };

    std::optional<QString> loadTls(const config::Settings& settings);
    std::optional<QString> openListeners();
    std::optional<QString> openListener(const config::ListenAddress& address, bool internal, int activated);
    void makeWorkers();
    std::optional<QString> startWorkers();
    std::optional<QString> openHistory();
    std::optional<QString> restoreRules();
    void closeStore();
    void startHttp();
    std::optional<http::OperatorAccess> operatorAccess();
    http::ApiAccess apiAccess();
    http::Probes probes();
    http::LogPort logs() const;
    void take(int descriptor, bool secure, bool internal);
    net::Worker& leastLoaded();
    std::optional<metrics::StoreCounts> storeCounts() const;
    metrics::Snapshot snapshot() const;
    void closeClients();
    void workerDrained();
    void trimHeapAfterWave();

    config::Settings settings_;
    std::vector<int> activatedSockets_;
    const ProcessView view_;
    const std::chrono::system_clock::time_point started_;
    std::shared_ptr<const net::NetSettings> netSettings_;
    session::CentrifugeSettings centrifuge_;
    std::optional<QSslConfiguration> tls_;

    // Destroyed from the bottom up: nobody is left to call what goes.
    net::ConnectionCensus census_;
    metrics::WorkerMetrics acceptorMetrics_; // what is refused before a worker sees it
    auth::TokenVerifier tokens_{auth::TokenRules()};
    auth::FeedDoor feedDoor_;
    const session::TokenGate tokenGate_{tokens_, &feedDoor_};
    net::Routes routes_;
    std::unique_ptr<hub::Hub> hub_;
    std::unique_ptr<NickKeeper> nickKeeper_;
    std::unique_ptr<hub::Store> rulesStore_;     // of the rules alone, of a server that keeps nothing
    std::unique_ptr<RetentionKeeper> retention_; // what keeps nothing has none
    std::unique_ptr<hub::Store> store_;          // null when nothing is kept; answers to the hub
    std::unique_ptr<hub::AnnouncedModeration> announced_;
    std::unique_ptr<hub::ModerationDesk> desk_;
    std::optional<session::StaffPort> staff_; // which centrifuge_ leads to
    std::vector<std::unique_ptr<net::Worker>> workers_;
    std::unique_ptr<net::ConnectionDirectory> directory_;
    std::unique_ptr<auth::OperatorDoor> operators_;
    std::unique_ptr<auth::RevocationJournal> revocations_;
    std::unique_ptr<http::OperatorFeed> feed_; // there are no operators without it
    auth::ApiDoor api_;
    std::unique_ptr<http::HttpServer> http_;
    std::vector<Listener> listeners_;

    QTimer drainDeadline_;
    QTimer hubTimer_;
    QTimer trimTimer_;
    std::size_t connectionBudget_ = 0; // for how many there are descriptors
    std::size_t peakConnections_ = 0;  // since the heap was last trimmed
    std::size_t nextWorker_ = 0;
    std::size_t undrained_ = 0;
    bool ready_ = false;
};

} // namespace chinwag::app
