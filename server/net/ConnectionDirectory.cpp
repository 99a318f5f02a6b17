#include "net/ConnectionDirectory.h"

#include "net/Worker.h"

#include <iterator>
#include <utility>

namespace chinwag::net {

struct ConnectionDirectory::PendingList {
    protocol::ConnectionQuery query;
    std::function<void(protocol::ConnectionListing)> done;
    std::size_t missing = 0; // workers that have not answered
    FoundConnections found;
};

struct ConnectionDirectory::PendingRead {
    std::function<void(protocol::ConnectionInfos)> done;
    std::size_t missing = 0;
    protocol::ConnectionInfos infos;
};

struct ConnectionDirectory::PendingUsers {
    std::function<void(protocol::ConnectedUsers)> done;
    std::size_t missing = 0;
    protocol::ConnectedUsers found;
};

struct ConnectionDirectory::PendingSweep {
    std::function<void(std::size_t)> done;
    std::size_t missing = 0;
    std::size_t closed = 0;
};

struct ConnectionDirectory::PendingMatch {
    std::function<void(protocol::MatchingConnections)> done;
    std::size_t missing = 0;
    std::size_t most = 0;
    protocol::MatchingConnections found;
};

ConnectionDirectory::ConnectionDirectory(const std::vector<std::unique_ptr<Worker>>& workers)
    : workers_(workers) {}

ConnectionDirectory::~ConnectionDirectory() = default;

void ConnectionDirectory::list(const protocol::ConnectionQuery& query,
                               std::function<void(protocol::ConnectionListing)> done) {
    const auto question = ++lastQuestion_;
    lists_.emplace(question, PendingList{query, std::move(done), workers_.size(), {}});
    for (const auto& worker : workers_) {
        worker->search(query, [this, question](FoundConnections found) {
            QMetaObject::invokeMethod(
                &home_,
                [this, question, found = std::move(found)]() mutable {
                    takeFound(question, std::move(found));
                },
                Qt::QueuedConnection);
        });
    }
}

void ConnectionDirectory::takeFound(std::uint64_t question, FoundConnections found) {
    const auto pending = lists_.find(question);
    auto& all = pending->second.found;
    all.open += found.open;
    all.keys.insert(all.keys.end(), std::make_move_iterator(found.keys.begin()),
                    std::make_move_iterator(found.keys.end()));
    if (--pending->second.missing != 0)
        return;
    PendingList complete = std::move(pending->second);
    lists_.erase(pending);
    protocol::sortConnections(complete.found.keys, complete.query);
    protocol::ConnectionListing listing{{}, complete.found.open};
    listing.ids.reserve(complete.found.keys.size());
    for (const auto& key : complete.found.keys)
        listing.ids.push_back(key.id);
    complete.done(std::move(listing));
}

void ConnectionDirectory::read(const std::vector<protocol::ConnectionId>& ids,
                               std::function<void(protocol::ConnectionInfos)> done) {
    struct Part {
        std::vector<protocol::ConnectionId> ids;
        std::vector<std::size_t> places; // of those in the question
    };
    std::unordered_map<std::size_t, Part> parts;
    for (std::size_t place = 0; place < ids.size(); ++place) {
        if (ids[place].worker >= workers_.size())
            continue;
        auto& part = parts[ids[place].worker];
        part.ids.push_back(ids[place]);
        part.places.push_back(place);
    }
    if (parts.empty()) {
        done(protocol::ConnectionInfos(ids.size()));
        return;
    }
    const auto question = ++lastQuestion_;
    reads_.emplace(question,
                   PendingRead{std::move(done), parts.size(), protocol::ConnectionInfos(ids.size())});
    for (auto& [worker, part] : parts) {
        workers_[worker]->read(part.ids,
                               [this, question, places = part.places](protocol::ConnectionInfos infos) {
                                   QMetaObject::invokeMethod(
                                       &home_,
                                       [this, question, places, infos = std::move(infos)]() mutable {
                                           takeInfos(question, places, std::move(infos));
                                       },
                                       Qt::QueuedConnection);
                               });
    }
}

void ConnectionDirectory::takeInfos(std::uint64_t question, const std::vector<std::size_t>& places,
                                    protocol::ConnectionInfos infos) {
    const auto pending = reads_.find(question);
    for (std::size_t i = 0; i < places.size(); ++i)
        pending->second.infos[places[i]] = std::move(infos[i]);
    if (--pending->second.missing != 0)
        return;
    PendingRead complete = std::move(pending->second);
    reads_.erase(pending);
    complete.done(std::move(complete.infos));
}

void ConnectionDirectory::users(std::function<void(protocol::ConnectedUsers)> done) {
    const auto question = ++lastQuestion_;
    users_.emplace(question, PendingUsers{std::move(done), workers_.size(), {}});
    for (const auto& worker : workers_) {
        worker->users([this, question](protocol::ConnectedUsers found) {
            QMetaObject::invokeMethod(
                &home_,
                [this, question, found = std::move(found)]() mutable {
                    takeUsers(question, std::move(found));
                },
                Qt::QueuedConnection);
        });
    }
}

void ConnectionDirectory::takeUsers(std::uint64_t question, protocol::ConnectedUsers found) {
    const auto pending = users_.find(question);
    protocol::merge(pending->second.found, std::move(found));
    if (--pending->second.missing != 0)
        return;
    PendingUsers complete = std::move(pending->second);
    users_.erase(pending);
    complete.done(std::move(complete.found));
}

void ConnectionDirectory::close(const protocol::ConnectionId& id, protocol::CloseCode code,
                                const std::string& reason, OneDone done) {
    if (id.worker >= workers_.size()) {
        done(std::nullopt);
        return;
    }
    const auto question = ++lastQuestion_;
    ones_.emplace(question, std::move(done));
    workers_[id.worker]->close(
        id, code, reason, [this, question](std::optional<protocol::ConnectionInfo> info) {
            QMetaObject::invokeMethod(
                &home_,
                [this, question, info = std::move(info)]() mutable { takeOne(question, std::move(info)); },
                Qt::QueuedConnection);
        });
}

void ConnectionDirectory::trace(const protocol::ConnectionId& id, const protocol::TraceOptions& options,
                                const protocol::TraceSink& sink, Traced done) {
    if (id.worker >= workers_.size()) {
        done({});
        return;
    }
    const auto question = ++lastQuestion_;
    traces_.emplace(question, std::move(done));
    workers_[id.worker]->trace(id, options, sink, [this, question](protocol::TraceStart start) {
        QMetaObject::invokeMethod(
            &home_,
            [this, question, start = std::move(start)]() mutable {
                traces_.extract(question).mapped()(std::move(start));
            },
            Qt::QueuedConnection);
    });
}

void ConnectionDirectory::stopTrace(const protocol::ConnectionId& id, std::function<void(bool)> done) {
    if (id.worker >= workers_.size()) {
        done(false);
        return;
    }
    const auto question = ++lastQuestion_;
    stops_.emplace(question, std::move(done));
    workers_[id.worker]->stopTrace(id, [this, question](bool isStopped) {
        QMetaObject::invokeMethod(
            &home_, [this, question, isStopped] { stops_.extract(question).mapped()(isStopped); },
            Qt::QueuedConnection);
    });
}

void ConnectionDirectory::takeOne(std::uint64_t question, std::optional<protocol::ConnectionInfo> info) {
    const auto pending = ones_.find(question);
    const OneDone done = std::move(pending->second);
    ones_.erase(pending);
    done(std::move(info));
}

void ConnectionDirectory::tell(const protocol::ConnectionId& id, const protocol::ChatMessage& message,
                               OneDone done) {
    if (id.worker >= workers_.size()) {
        done(std::nullopt);
        return;
    }
    const auto question = ++lastQuestion_;
    ones_.emplace(question, std::move(done));
    workers_[id.worker]->tell(id, message, [this, question](std::optional<protocol::ConnectionInfo> info) {
        QMetaObject::invokeMethod(
            &home_,
            [this, question, info = std::move(info)]() mutable { takeOne(question, std::move(info)); },
            Qt::QueuedConnection);
    });
}

void ConnectionDirectory::closeAll(const std::vector<protocol::ConnectionId>& ids, protocol::CloseCode code,
                                   const std::string& reason, std::function<void(std::size_t)> done) {
    std::unordered_map<std::size_t, std::vector<protocol::ConnectionId>> parts;
    for (const auto& id : ids) {
        if (id.worker < workers_.size())
            parts[id.worker].push_back(id);
    }
    if (parts.empty()) {
        done(0);
        return;
    }
    const auto question = ++lastQuestion_;
    sweeps_.emplace(question, PendingSweep{std::move(done), parts.size(), 0});
    for (auto& [worker, part] : parts) {
        workers_[worker]->closeAll(std::move(part), code, reason, [this, question](std::size_t closed) {
            QMetaObject::invokeMethod(
                &home_, [this, question, closed] { takeSwept(question, closed); }, Qt::QueuedConnection);
        });
    }
}

void ConnectionDirectory::closeWhere(const std::function<bool(const hub::SessionFacts&)>& matches,
                                     protocol::CloseCode code, const std::string& reason,
                                     std::function<void(std::size_t)> done) {
    const auto question = ++lastQuestion_;
    sweeps_.emplace(question, PendingSweep{std::move(done), workers_.size(), 0});
    for (const auto& worker : workers_) {
        worker->closeWhere(matches, code, reason, [this, question](std::size_t closed) {
            QMetaObject::invokeMethod(
                &home_, [this, question, closed] { takeSwept(question, closed); }, Qt::QueuedConnection);
        });
    }
}

void ConnectionDirectory::review(std::function<void(std::size_t)> done) {
    const auto question = ++lastQuestion_;
    sweeps_.emplace(question, PendingSweep{std::move(done), workers_.size(), 0});
    for (const auto& worker : workers_) {
        worker->review([this, question](std::size_t hit) {
            QMetaObject::invokeMethod(
                &home_, [this, question, hit] { takeSwept(question, hit); }, Qt::QueuedConnection);
        });
    }
}

void ConnectionDirectory::findWhere(const std::function<bool(const hub::Session&)>& matches, std::size_t most,
                                    std::function<void(protocol::MatchingConnections)> done) {
    const auto question = ++lastQuestion_;
    matches_.emplace(question, PendingMatch{std::move(done), workers_.size(), most, {}});
    for (const auto& worker : workers_) {
        worker->findWhere(matches, most, [this, question](protocol::MatchingConnections found) {
            QMetaObject::invokeMethod(
                &home_,
                [this, question, found = std::move(found)]() mutable {
                    takeMatching(question, std::move(found));
                },
                Qt::QueuedConnection);
        });
    }
}

void ConnectionDirectory::takeMatching(std::uint64_t question, protocol::MatchingConnections found) {
    const auto pending = matches_.find(question);
    auto& all = pending->second;
    all.found.count += found.count;
    for (auto& one : found.first) {
        if (all.found.first.size() < all.most)
            all.found.first.push_back(std::move(one));
    }
    if (--all.missing != 0)
        return;
    PendingMatch complete = std::move(all);
    matches_.erase(pending);
    complete.done(std::move(complete.found));
}

void ConnectionDirectory::takeSwept(std::uint64_t question, std::size_t closed) {
    const auto pending = sweeps_.find(question);
    pending->second.closed += closed;
    if (--pending->second.missing != 0)
        return;
    const PendingSweep complete = std::move(pending->second);
    sweeps_.erase(pending);
    complete.done(complete.closed);
}

} // namespace chinwag::net
