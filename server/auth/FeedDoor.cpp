#include "auth/FeedDoor.h"

#include "auth/Base64Url.h"
#include "auth/Secret.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace chinwag::auth {

namespace {

// An application's token, a JWT, begins otherwise: its head is base64url of JSON and has no dot.
constexpr std::string_view prefix = "feed.";
constexpr std::size_t maxTokenBytes = 512;
constexpr auto feedAlgorithm = TokenAlgorithm::HS256;

TokenKey makeKey() {
    // Never the other alternative, since the secret is long enough.
    return std::get<TokenKey>(TokenKey::fromSecret(randomSecret(TokenKey::minSecretBytes)));
}

std::chrono::seconds::rep secondsOf(FeedDoor::Time time) {
    return std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
}

// Names and ids have no line breaks.
std::string passText(const FeedPass& pass) {
    return pass.session + '\n' + pass.operatorName + '\n' + std::string(name(pass.role)) + '\n' +
           std::to_string(secondsOf(pass.expiresAt));
}

std::optional<FeedPass> readPass(std::string_view text) {
    std::array<std::string_view, 4> parts;
    for (auto& part : parts) {
        part = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
    }
    const auto role = roleNamed(parts[2]);
    std::chrono::seconds::rep seconds = 0;
    const auto* const end = parts[3].data() + parts[3].size();
    const auto [stop, error] = std::from_chars(parts[3].data(), end, seconds);
    if (!text.empty() || !role || error != std::errc() || stop != end)
        return std::nullopt;
    return FeedPass{std::string(parts[0]), std::string(parts[1]), *role,
                    FeedDoor::Time(std::chrono::seconds(seconds))};
}

} // namespace

FeedDoor::FeedDoor(std::chrono::seconds lifetime) : lifetime_(lifetime), key_(makeKey()) {}

std::chrono::seconds FeedDoor::lifetimeFor(std::chrono::milliseconds sessionIdle) {
    if (sessionIdle.count() == 0)
        return longestLifetime;
    return std::clamp(std::chrono::floor<std::chrono::seconds>(sessionIdle / 2), shortestLifetime,
                      longestLifetime);
}

std::string FeedDoor::issue(const OperatorSessions::Session& session, Time now) {
    const FeedPass pass{session.id, session.operatorName, session.role, now + lifetime_};
    const auto text = passText(pass);
    {
        const std::lock_guard lock(mutex_);
        sessions_.insert_or_assign(session.id, session.role);
        lastExpiry_ = std::max(lastExpiry_, pass.expiresAt);
    }
    return std::string(prefix) + base64Url(text) + '.' + base64Url(key_.sign(feedAlgorithm, text));
}

bool FeedDoor::isFeedToken(std::string_view token) {
    return token.starts_with(prefix);
}

std::variant<FeedPass, FeedTokenError> FeedDoor::verify(std::string_view token, Time now) const {
    if (!isFeedToken(token) || token.size() > maxTokenBytes)
        return FeedTokenError::Wrong;
    token.remove_prefix(prefix.size());
    const auto dot = token.find('.');
    if (dot == std::string_view::npos)
        return FeedTokenError::Wrong;
    const auto text = fromBase64Url(token.substr(0, dot));
    const auto signature = fromBase64Url(token.substr(dot + 1));
    if (!text || !signature || !key_.verify(feedAlgorithm, *text, *signature))
        return FeedTokenError::Wrong;
    auto pass = readPass(*text);
    if (!pass)
        return FeedTokenError::Wrong;
    const std::lock_guard lock(mutex_);
    const auto session = sessions_.find(pass->session);
    if (session == sessions_.end())
        return FeedTokenError::Wrong;
    if (pass->expiresAt <= now || session->second != pass->role)
        return FeedTokenError::Expired;
    return std::move(*pass);
}

FeedDoor::Visit::Visit(FeedDoor& door, std::string client, FeedPass pass)
    : door_(door), client_(std::move(client)), pass_(std::move(pass)) {
    const std::lock_guard lock(door_.mutex_);
    door_.visitors_.insert_or_assign(client_, Visitor{pass_.session, pass_.role});
}

FeedDoor::Visit::~Visit() {
    const std::lock_guard lock(door_.mutex_);
    door_.visitors_.erase(client_);
}

std::vector<FeedDoor::Ended> FeedDoor::review(const std::vector<OperatorSessions::Session>& live) {
    std::unordered_map<std::string, Role> now;
    for (const auto& session : live)
        now.emplace(session.id, session.role);
    std::vector<Ended> ended;
    const std::lock_guard lock(mutex_);
    std::erase_if(sessions_, [&now](const auto& entry) { return !now.contains(entry.first); });
    for (auto& [id, role] : sessions_)
        role = now.at(id);
    for (const auto& [client, visitor] : visitors_) {
        const auto session = now.find(visitor.session);
        if (session == now.end() || session->second != visitor.role)
            ended.push_back({client, session != now.end()});
    }
    return ended;
}

bool FeedDoor::isWanted(Time now) const {
    const std::lock_guard lock(mutex_);
    return !visitors_.empty() || now < lastExpiry_;
}

} // namespace chinwag::auth
