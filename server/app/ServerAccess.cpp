// The part of Server that is about what it lets operators and applications do.
#include "app/Server.h"

#include "app/ConnectionAccess.h"
#include "app/DataDirectory.h"
#include "app/NickKeeper.h"
#include "app/RetentionKeeper.h"
#include "app/Translate.h"
#include "auth/OperatorDoor.h"
#include "auth/RevocationJournal.h"
#include "http/HttpServer.h"
#include "http/OperatorFeed.h"
#include "net/Acceptor.h"
#include "net/ConnectionDirectory.h"
#include "net/Worker.h"

#include <utility>

namespace chinwag::app {

http::Probes Server::probes() {
    return {[this] { return snapshot(); },
            [this] {
                if (!ready_)
                    return http::Readiness::ShuttingDown;
                return !store_ || store_->state().writable ? http::Readiness::Ready
                                                           : http::Readiness::StoreFails;
            }};
}

http::LogPort Server::logs() const {
    return [&logs = view_.logs](const auto& query) { return logs.find(query); };
}

std::optional<http::OperatorAccess> Server::operatorAccess() {
    if (!settings_.admin.enabled)
        return std::nullopt;
    const auth::OperatorSessions::Limits limits{settings_.admin.sessionLifetime, settings_.admin.sessionIdle};
    operators_ = std::make_unique<auth::OperatorDoor>(dataDirectory(settings_.server), limits);
    feed_ = std::make_unique<http::OperatorFeed>(
        http::OperatorFeed::Sources{*operators_, feedDoor_, *hub_, probes(), logs()});
    auto& directory = *directory_;
    http::ModerationAccess moderation{*desk_, store_.get(),
                                      [&directory](auto done) { directory.review(std::move(done)); },
                                      [&directory](const auto& matches, auto most, auto done) {
                                          directory.findWhere(matches, most, std::move(done));
                                      }};
    return http::OperatorAccess{
        *operators_,  connectionPort(directory),
        store_.get(), std::move(moderation),
        logs(),       [&keys = view_.configuration] { return configurationKeys(keys); },
        view_.node,   [&feed = *feed_](const auto& session) { return feed.issueToken(session); }};
}

http::ApiAccess Server::apiAccess() {
    const auto closeWhere = [&directory = *directory_](const auto& matches, auto code, const auto& reason,
                                                       auto done) {
        directory.closeWhere(matches, code, reason, std::move(done));
    };
    const auto review = [&directory = *directory_](std::function<void()> done) {
        directory.review([done = std::move(done)](std::size_t) { done(); });
    };
    return {api_, *hub_, *revocations_, closeWhere, review, [this] { return snapshot(); }};
}

} // namespace chinwag::app
