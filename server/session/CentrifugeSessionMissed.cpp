// The part of CentrifugeSession that is about what was missed, which may have to be read from the store: who
// comes in or subscribes waits for it, and what is said meanwhile waits as well.
#include "session/CentrifugeSession.h"

#include "hub/Past.h"
#include "protocol/CentrifugeReply.h"
#include "session/ChannelAccess.h"
#include "session/ExpiryTime.h"

#include <deque>
#include <utility>
#include <variant>

namespace chinwag::session {

using protocol::CentrifugeError;

namespace {

constexpr std::size_t maxHeld = 256 * 1024; // bytes of what is said while a connect waits

} // namespace

bool CentrifugeSession::mustRecoverFromStore(const protocol::SubscribeRequest& request,
                                             const hub::ChannelOptions& options, const Grant& grant) {
    if (!request.recover || !overridden(options, grant.overrides).recover || options.cache ||
        !options.durable || hub_.store() == nullptr)
        return false;
    const auto channel = hub_.channel(request.channel);
    const auto& epoch = request.since.epoch;
    return (epoch.empty() || epoch == channel->currentPosition().epoch) &&
           !channel->remembersSince(request.since);
}

void CentrifugeSession::readMissed(const protocol::SubscribeRequest& request,
                                   std::function<void(CentrifugeSession&, const Stored&)> then) {
    hub_.store()->history({request.channel, request.since.epoch, request.since.offset, maxHistory, false},
                          [later = later(), then = std::move(then)](hub::StoreResult<hub::History> result) {
                              later([then, result = std::move(result)](CentrifugeSession& self) {
                                  const auto* const history = std::get_if<hub::History>(&result);
                                  then(self, history != nullptr ? *history : Stored());
                              });
                          });
}

// First what the store has, then, from there on, as always: what the store has not yet is remembered.
protocol::SubscribeResult CentrifugeSession::joinAfter(const Stored& stored,
                                                       const protocol::SubscribeRequest& request,
                                                       const hub::ChannelOptions& options, const Grant& grant,
                                                       std::vector<hub::PastPublication>& missed) {
    auto rest = request;
    // A client that names no epoch goes on in the stream of what is told first.
    if (!stored.epoch.empty())
        rest.since.epoch = stored.epoch;
    for (const auto& message : stored.messages) {
        if (message.publication.offset != rest.since.offset + 1)
            break; // one that could not be kept: what follows is no use without it
        rest.since.offset = message.publication.offset;
        missed.push_back(hub::pastOf(message));
    }
    return join(rest, options, grant, missed);
}

// --- by a command of the client ---

void CentrifugeSession::recoverFromStore(std::uint32_t id, const protocol::SubscribeRequest& request,
                                         const Grant& grant) {
    awaited_[request.channel] = id;
    readMissed(request, [id, request, grant](CentrifugeSession& self, const Stored& stored) {
        const auto awaited = self.awaited_.find(request.channel);
        if (awaited == self.awaited_.end() || awaited->second != id)
            return; // taken back, and answered then
        self.awaited_.erase(awaited);
        self.push(self.recovered(id, request, grant, stored));
    });
}

std::string CentrifugeSession::recovered(std::uint32_t id, const protocol::SubscribeRequest& request,
                                         const Grant& grant, const Stored& stored) {
    // Operators and applications may have ruled in the meantime.
    const auto admitted = admit(request.channel);
    if (const auto* const error = std::get_if<CentrifugeError>(&admitted))
        return fail(id, *error);
    if (tokens_.isRevoked(grant.token))
        return fail(id, CentrifugeError::PermissionDenied);
    std::vector<hub::PastPublication> missed;
    return protocol::subscribeReply(
        id, joinAfter(stored, request, *std::get<const hub::ChannelOptions*>(admitted), grant, missed));
}

// A temporary error: who has subscribed again by the time that it comes does not take it for the end.
bool CentrifugeSession::takeBack(const std::string& channel) {
    const auto awaited = awaited_.find(channel);
    if (awaited == awaited_.end())
        return false;
    const auto id = awaited->second;
    awaited_.erase(awaited);
    if (id != 0)
        push(fail(id, CentrifugeError::Internal, "the subscription was taken back"));
    return true;
}

// --- by the server ---

void CentrifugeSession::obey(const hub::SubscribeClient& command) {
    const auto admitted = admit(command.channel);
    if (std::holds_alternative<CentrifugeError>(admitted))
        return;
    protocol::SubscribeRequest request;
    request.channel = command.channel;
    request.recover = command.since.has_value();
    request.since = command.since.value_or(protocol::StreamPosition());
    const Grant grant{command.info, command.data, {command.expiresAt, command.expiresAt},
                      true,         {},           command.overrides};
    if (!mustRecoverFromStore(request, *std::get<const hub::ChannelOptions*>(admitted), grant))
        return subscribeByServer(request, grant, {});
    awaited_[request.channel] = 0;
    readMissed(request, [request, grant](CentrifugeSession& self, const Stored& stored) {
        if (self.takeBack(request.channel))
            self.subscribeByServer(request, grant, stored);
    });
}

void CentrifugeSession::subscribeByServer(const protocol::SubscribeRequest& request, const Grant& grant,
                                          const Stored& stored) {
    const auto admitted = admit(request.channel);
    if (ended_ || std::holds_alternative<CentrifugeError>(admitted))
        return;
    std::vector<hub::PastPublication> missed;
    auto joined = joinAfter(stored, request, *std::get<const hub::ChannelOptions*>(admitted), grant, missed);
    // Where the client stands before it is told what it missed, which comes as any publication does.
    if (!missed.empty() && joined.recovered)
        joined.position.offset = missed.front().offset - 1;
    auto text = protocol::subscribePush(request.channel, joined);
    for (const auto& publication : joined.publications)
        text.append("\n").append(protocol::publicationPush(request.channel, publication));
    push(text);
}

// --- from the start ---

std::map<std::string, CentrifugeSession::Wanted>
CentrifugeSession::wantedAtOnce(const protocol::ConnectRequest& request) const {
    std::map<std::string, Wanted> wanted;
    const auto want = [&](const std::string& channel, const Grant& grant) {
        // What the token names and this server does not know is nobody's loss but its issuer's.
        if (std::holds_alternative<CentrifugeError>(admit(channel)))
            return;
        protocol::SubscribeRequest one;
        if (const auto before = request.subs.find(channel); before != request.subs.end())
            one = before->second;
        one.channel = channel;
        wanted.insert_or_assign(channel, Wanted{std::move(one), grant});
    };
    for (const auto& [channel, before] : request.subs) {
        const auto* const options = hub_.namespaces().find(channel);
        if (!isOperators() && options != nullptr && !refuseSubscribe(*options, channel, principal_.user))
            want(channel, {{}, {}, {}, true});
    }
    for (const auto& channel : principal_.channels)
        want(channel.name, {channel.info, channel.data, {}, true, {}, channel.overrides});
    return wanted;
}

bool CentrifugeSession::mayEnterNow() {
    for (const auto& [channel, wanted] : entering_->wanted) {
        if (!mustRecoverFromStore(wanted.request, *hub_.namespaces().find(channel), wanted.grant))
            continue;
        ++entering_->open;
        readMissed(wanted.request, [channel = channel](CentrifugeSession& self, const Stored& stored) {
            self.entering_->wanted.at(channel).stored = stored;
            if (--self.entering_->open == 0)
                self.enterLate();
        });
    }
    return entering_->open == 0;
}

std::string CentrifugeSession::enter() {
    const auto entering = std::exchange(entering_, nullptr);
    protocol::ConnectResult result{client_, settings_.version, settings_.ping, timeToLive(principal_.term)};
    if (isStaff())
        result.data = R"({"staff":true})";
    std::deque<std::vector<hub::PastPublication>> missed; // which the result shows
    for (const auto& [channel, wanted] : entering->wanted) {
        const auto admitted = admit(channel);
        if (const auto* const options = std::get_if<const hub::ChannelOptions*>(&admitted))
            result.subs.emplace_back(channel, joinAfter(wanted.stored, wanted.request, **options,
                                                        wanted.grant, missed.emplace_back()));
    }
    // The texts in the result are those of `entering` and `missed`.
    return protocol::connectReply(entering->id, result);
}

void CentrifugeSession::enterLate() {
    if (ended_)
        return;
    const auto held = std::move(entering_->held);
    const auto commands = std::move(entering_->commands);
    push(enter());
    for (const auto& command : commands)
        obey(command);
    if (!held.empty() && !ended_)
        onText(held);
}

void CentrifugeSession::hold(std::string_view text) {
    auto& held = entering_->held;
    if (held.size() + text.size() >= maxHeld)
        return disconnect(protocol::CloseCode::TooManyRequests);
    held.append(held.empty() ? "" : "\n").append(text);
}

} // namespace chinwag::session
