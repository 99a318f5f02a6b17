#include "session/ChatCalls.h"

#include "hub/DirectRoom.h"
#include "protocol/CentrifugeReply.h"
#include "protocol/ChatMessage.h"
#include "protocol/ChatRules.h"
#include "protocol/Nickname.h"
#include "session/ChannelAccess.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>
#include <variant>

namespace chinwag::session {

using protocol::CentrifugeError;
using protocol::errorReply;

namespace {

constexpr std::chrono::seconds typingInterval{1};
constexpr std::chrono::seconds readInterval{1};
constexpr std::chrono::seconds renamingInterval{1};
constexpr std::string_view nothing = "{}"; // to be told but that it is done

std::string replyOf(std::uint32_t id, const std::optional<hub::ChangeError>& error) {
    if (!error)
        return protocol::rpcReply(id, nothing);
    switch (*error) {
    case hub::ChangeError::NoSuchMessage:
        return errorReply(id, CentrifugeError::BadRequest, "there is no such message in this room");
    case hub::ChangeError::NotTheAuthor:
        return errorReply(id, CentrifugeError::PermissionDenied,
                          "a message is changed by who has said it and nobody else");
    case hub::ChangeError::Unavailable: break;
    }
    return errorReply(id, CentrifugeError::Internal);
}

} // namespace

const CentrifugeSession::ChatCalls::NamedMethod*
CentrifugeSession::ChatCalls::methodCalled(std::string_view name) {
    static constexpr std::array<NamedMethod, 22> methods{{
        {"chat.history", &ChatCalls::history},
        {"chat.search", &ChatCalls::search},
        {"chat.edit", &ChatCalls::edit, true},
        {"chat.redact", &ChatCalls::redact, true},
        {"chat.typing", &ChatCalls::typing, true},
        {"chat.read", &ChatCalls::read, true},
        {"chat.report", &ChatCalls::report, true},
        {"chat.nick", &ChatCalls::nick, true},
        {"chat.rooms", &ChatCalls::rooms},
        {"chat.direct", &ChatCalls::direct, true},
        {"chat.directory", &ChatCalls::directory},
        {"chat.whois", &ChatCalls::whois},
        {"chat.activity", &ChatCalls::activity},
        {"chat.rules", &ChatCalls::rules},
        {"chat.kick", &ChatCalls::kick, true, true},
        {"chat.mute", &ChatCalls::mute, true, true},
        {"chat.ban", &ChatCalls::ban, true, true},
        {"chat.sanctions", &ChatCalls::sanctions, false, true},
        {"chat.lift", &ChatCalls::lift, true, true},
        {"chat.lock", &ChatCalls::lock, true, true},
        {"chat.unlock", &ChatCalls::unlock, true, true},
        {"chat.slow", &ChatCalls::slow, true, true},
    }};
    const auto* const found = std::find_if(methods.begin(), methods.end(),
                                           [name](const auto& method) { return method.name == name; });
    return found == methods.end() ? nullptr : found;
}

std::string CentrifugeSession::ChatCalls::answer(const protocol::RpcRequest& request) {
    const auto* const method = methodCalled(request.method);
    if (method == nullptr)
        return session_.fail(id_, CentrifugeError::MethodNotFound);
    if (method->isForStaff && !session_.isStaff())
        return refuse(CentrifugeError::PermissionDenied, "this is for staff");
    const auto wanted = readChatRequest(request.data);
    if (!wanted)
        return session_.fail(id_, CentrifugeError::BadRequest);
    if (method->isDeed)
        session_.entry_->touch();
    if (const auto* const ofRoom = std::get_if<RoomMethod>(&method->call))
        return askRoom(*ofRoom, *wanted);
    return (this->*std::get<Method>(method->call))(*wanted);
}

std::string CentrifugeSession::ChatCalls::askRoom(RoomMethod method, const ChatRequest& request) {
    if (request.channel.empty())
        return session_.fail(id_, CentrifugeError::BadRequest);
    auto* const seat = session_.find(request.channel);
    if (seat == nullptr)
        return session_.fail(id_, CentrifugeError::PermissionDenied);
    return (this->*method)(request, *seat);
}

std::string CentrifugeSession::ChatCalls::refuse(CentrifugeError error, const std::string& text) const {
    return session_.fail(id_, error, text);
}

hub::StoreDone<std::vector<hub::StoredMessage>>
CentrifugeSession::ChatCalls::givePage(std::size_t limit) const {
    return [later = session_.later(), id = id_,
            limit](hub::StoreResult<std::vector<hub::StoredMessage>> result) {
        later([id, limit, result = std::move(result)](CentrifugeSession& self) {
            const auto* const messages = std::get_if<std::vector<hub::StoredMessage>>(&result);
            self.push(messages != nullptr ? protocol::rpcReply(id, chatPage(*messages, limit))
                                          : self.fail(id, CentrifugeError::Internal));
        });
    };
}

std::string CentrifugeSession::ChatCalls::history(const ChatRequest& request, Seat& seat) {
    auto& channel = seat.subscription->channel();
    if (!session_.hub_.keeps(channel))
        return session_.fail(id_, CentrifugeError::NotAvailable);
    session_.hub_.store()->page({request.channel, request.before, request.limit}, givePage(request.limit));
    return {};
}

std::string CentrifugeSession::ChatCalls::search(const ChatRequest& request, Seat& seat) {
    auto& channel = seat.subscription->channel();
    if (request.text.empty())
        return session_.fail(id_, CentrifugeError::BadRequest);
    if (!session_.hub_.keeps(channel))
        return session_.fail(id_, CentrifugeError::NotAvailable);
    session_.hub_.store()->search({request.channel, request.text, request.before, request.limit},
                                  givePage(request.limit));
    return {};
}

hub::ChangeDone CentrifugeSession::ChatCalls::giveChange() const {
    return [later = session_.later(), id = id_](std::optional<hub::ChangeError> error) {
        later([id, error](CentrifugeSession& self) { self.push(replyOf(id, error)); });
    };
}

std::string CentrifugeSession::ChatCalls::edit(const ChatRequest& request, Seat& seat) {
    auto& channel = seat.subscription->channel();
    if (!channel.options().chat)
        return refuse(CentrifugeError::NotAvailable, "messages are edited in chat rooms only");
    if (request.id.empty())
        return refuse(CentrifugeError::BadRequest, "id must name a message");
    if (const auto fault = protocol::faultOfText(request.text))
        return refuse(CentrifugeError::BadRequest, *fault);
    if (const auto error = refusePublish(channel.options(), session_.principal_.user))
        return session_.fail(id_, *error);
    if (isTooLong(channel.options(), request.text))
        return session_.fail(id_, CentrifugeError::LimitExceeded);
    if (const auto refused = session_.refuseSpeech(channel.name()))
        return refuse(CentrifugeError::PermissionDenied, refused->sentence());
    hub::editMessage(session_.hub_, channel, request.id, author(), request.text, giveChange());
    return {};
}

std::string CentrifugeSession::ChatCalls::redact(const ChatRequest& request, Seat& seat) {
    auto& channel = seat.subscription->channel();
    if (!channel.options().chat)
        return refuse(CentrifugeError::NotAvailable, "messages are taken back in chat rooms only");
    if (request.id.empty())
        return refuse(CentrifugeError::BadRequest, "id must name a message");
    if (const auto fault = protocol::faultOfStaffReason(request.reason))
        return refuse(CentrifugeError::BadRequest, *fault);
    hub::redactMessage(session_.hub_, channel, request.id, author(), giveRedaction(request));
    return {};
}

std::string CentrifugeSession::ChatCalls::typing(const ChatRequest& /*request*/, Seat& seat) {
    auto& channel = seat.subscription->channel();
    if (!channel.options().chat)
        return refuse(CentrifugeError::NotAvailable, "typing is told in chat rooms only");
    if (const auto error = refusePublish(channel.options(), session_.principal_.user))
        return session_.fail(id_, *error);
    if (const auto refused = session_.refuseSpeech(channel.name()))
        return refuse(CentrifugeError::PermissionDenied, refused->sentence());
    const auto now = std::chrono::steady_clock::now();
    if (seat.typedAt == std::chrono::steady_clock::time_point() || now - seat.typedAt >= typingInterval) {
        seat.typedAt = now;
        session_.hub_.signal(channel, protocol::typingNotice(session_.nick_), seat.subscription->info());
    }
    return protocol::rpcReply(id_, nothing);
}

hub::ChangeDone CentrifugeSession::ChatCalls::giveMarker(const std::string& channel,
                                                         const std::string& id) const {
    return [later = session_.later(), command = id_, channel, id](std::optional<hub::ChangeError> error) {
        later([command, channel, id, error](CentrifugeSession& self) {
            self.push(replyOf(command, error));
            auto* const seat = self.find(channel);
            const auto now = std::chrono::steady_clock::now();
            if (error || seat == nullptr || now - seat->readAt < readInterval)
                return;
            seat->readAt = now;
            self.hub_.signal(seat->subscription->channel(), protocol::readNotice(self.nick_, id),
                             seat->subscription->info());
        });
    };
}

// What somebody anonymous has read is told and not kept: there is nobody to be told of it later.
std::string CentrifugeSession::ChatCalls::read(const ChatRequest& request, Seat& seat) {
    auto& channel = seat.subscription->channel();
    if (!channel.options().chat)
        return refuse(CentrifugeError::NotAvailable, "what was read is told in chat rooms only");
    if (request.id.empty())
        return refuse(CentrifugeError::BadRequest, "id must name a message");
    const auto& user = session_.principal_.user;
    auto done = giveMarker(request.channel, request.id);
    if (user.empty() || !session_.hub_.keeps(channel)) {
        hub::findMessage(session_.hub_, channel, request.id,
                         [done = std::move(done)](const hub::FoundMessage& found) {
                             const auto* const error = std::get_if<hub::ChangeError>(&found);
                             done(error != nullptr ? std::optional(*error) : std::nullopt);
                         });
        return {};
    }
    session_.hub_.store()->setReadMarker(
        user, request.channel, request.id,
        [done = std::move(done)](const hub::StoreResult<hub::StoreNothing>& result) {
            const auto* const error = std::get_if<hub::StoreError>(&result);
            done(error != nullptr ? std::optional(hub::changeErrorOf(*error)) : std::nullopt);
        });
    return {};
}

RoomView CentrifugeSession::ChatCalls::viewOf(const CentrifugeSession& session, const std::string& channel) {
    const auto& user = session.principal_.user;
    const auto* const options = session.hub_.namespaces().find(channel);
    const bool isOpen = options != nullptr && options->durable &&
                        (session.seats_.contains(channel) || !refuseSubscribe(*options, channel, user));
    return {hub::partnerIn(channel, user).value_or(std::string_view()), isOpen, isOpen && !user.empty()};
}

std::string CentrifugeSession::ChatCalls::rooms(const ChatRequest& request) {
    hub::RoomsQuery query{session_.principal_.user, {}, request.after, request.limit, session_.nick_};
    for (const auto& [channel, seat] : session_.seats_) {
        if (seat.subscription->channel().options().chat)
            query.channels.push_back(channel);
    }
    auto* const store = session_.hub_.store();
    if (store == nullptr)
        return refuse(CentrifugeError::NotAvailable, "what is said here is not kept, nor what was read");
    store->rooms(std::move(query), [later = session_.later(), id = id_,
                                    limit = request.limit](hub::StoreResult<std::vector<hub::Room>> result) {
        later([id, limit, result = std::move(result)](CentrifugeSession& self) {
            const auto* const rooms = std::get_if<std::vector<hub::Room>>(&result);
            const auto view = [&self](const std::string& channel) { return viewOf(self, channel); };
            self.push(rooms != nullptr ? protocol::rpcReply(id, roomPage(*rooms, limit, view))
                                       : self.fail(id, CentrifugeError::Internal));
        });
    });
    return {};
}

std::string CentrifugeSession::ChatCalls::nick(const ChatRequest& request) {
    const auto read = protocol::readNickname(request.nick);
    if (!read)
        return refuse(CentrifugeError::BadRequest, std::string(protocol::nicknameRule));
    if (session_.nickIsFixed_)
        return refuse(CentrifugeError::PermissionDenied, "the token says what its bearer is called");
    const auto& wanted = *read;
    if (session_.isReserved(wanted))
        return refuse(CentrifugeError::PermissionDenied, std::string(protocol::reservedNicknameText));
    // Another name is told in all of its rooms, and could tell anything.
    for (const auto& entry : session_.seats_) {
        if (const auto refused = session_.refuseSpeech(entry.first))
            return refuse(CentrifugeError::PermissionDenied, refused->sentence());
    }
    const auto now = std::chrono::steady_clock::now();
    if (session_.renamedAt_ != std::chrono::steady_clock::time_point() &&
        now - session_.renamedAt_ < renamingInterval)
        return session_.fail(id_, CentrifugeError::TooManyRequests);
    session_.renamedAt_ = now;
    session_.showAs(session_.infoIsNick_ ? protocol::nickInfo(wanted) : session_.principal_.info, wanted);
    return protocol::rpcReply(id_, nothing);
}

std::string CentrifugeSession::ChatCalls::report(const ChatRequest& request, Seat& seat) {
    auto& channel = seat.subscription->channel();
    if (!session_.hub_.keeps(channel))
        return refuse(CentrifugeError::NotAvailable,
                      "what is said here is not kept, and so no reports of it");
    if (request.id.empty())
        return refuse(CentrifugeError::BadRequest, "id must name a message");
    if (const auto fault = protocol::faultOfReason(request.reason))
        return refuse(CentrifugeError::BadRequest, *fault);
    // Somebody anonymous is one connection.
    const auto& user = session_.principal_.user;
    session_.hub_.store()->addReport(
        request.channel, request.id, user.empty() ? "client " + session_.client_ : user, request.reason,
        [later = session_.later(), id = id_, channel = request.channel,
         &events = session_.hub_.operatorEvents()](const hub::StoreResult<hub::StoreNothing>& result) {
            std::optional<hub::ChangeError> fault;
            if (const auto* const error = std::get_if<hub::StoreError>(&result))
                fault = hub::changeErrorOf(*error);
            else
                events.add({hub::OperatorEvent::Kind::Report, {}, {}, channel});
            later([id, fault](CentrifugeSession& self) { self.push(replyOf(id, fault)); });
        });
    return {};
}

} // namespace chinwag::session
