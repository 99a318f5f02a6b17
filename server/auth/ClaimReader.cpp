#include "auth/ClaimReader.h"

#include "auth/TokenJson.h"
#include "auth/TokenVerifier.h"
#include "protocol/Json.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace chinwag::auth {

namespace {

using rapidjson::Value;
using Time = TokenClaims::Time;

// The clock counts nanoseconds and ends in 2262. What is before 1970 is over just as well.
constexpr double latestSeconds = 9e9;

Time timeOf(double seconds) {
    constexpr double millisecondsPerSecond = 1000;
    const double milliseconds = std::clamp(seconds, 0.0, latestSeconds) * millisecondsPerSecond;
    return Time(std::chrono::milliseconds(static_cast<std::int64_t>(milliseconds)));
}

bool hasControl(std::string_view text) {
    constexpr unsigned char firstPrintable = 0x20;
    constexpr unsigned char deleteCharacter = 0x7f;
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < firstPrintable || byte == deleteCharacter;
    });
}

// Takes one claim after the other; what is wrong first is what is said.
class Reader {
public:
    Reader(const Value& payload, std::chrono::milliseconds leeway) : payload_(payload), leeway_(leeway) {}

    std::variant<TokenClaims, TokenError> run(Time now) {
        takeName("sub", claims_.user);
        takeName("jti", claims_.id);
        takeTimes(now);
        if (const auto* const info = protocol::member(payload_, "info"))
            claims_.info = protocol::toText(*info);
        takeStaff();
        takeChannel();
        takeChannels();
        takeSubs();
        if (!fault_.empty())
            return TokenError{TokenError::Kind::Invalid, fault_};
        if (claims_.validUntil && now >= *claims_.validUntil)
            return TokenError{TokenError::Kind::Expired, "the token has expired"};
        return std::move(claims_);
    }

private:
    void complain(std::string_view name, std::string_view what) {
        if (fault_.empty())
            fault_ = std::string("the token's claim '").append(name).append("' ").append(what);
    }

    void takeName(std::string_view name, std::string& out) {
        const auto* const claim = protocol::member(payload_, name);
        if (claim == nullptr)
            return;
        const auto text = textOf(claim);
        if (!claim->IsString() || text.size() > TokenVerifier::maxNameBytes || hasControl(text))
            complain(name, "must be a text of at most 255 bytes without control characters");
        out = text;
    }

    std::optional<Time> takeTime(std::string_view name) {
        const auto* const claim = protocol::member(payload_, name);
        if (claim == nullptr)
            return std::nullopt;
        if (!claim->IsNumber()) {
            complain(name, "must be a number of seconds");
            return std::nullopt;
        }
        return timeOf(claim->GetDouble());
    }

    void takeTimes(Time now) {
        claims_.issuedAt = takeTime("iat");
        claims_.expiresAt = takeTime("exp");
        if (claims_.expiresAt)
            claims_.validUntil = *claims_.expiresAt + leeway_;
        if (claims_.issuedAt && *claims_.issuedAt > now + leeway_)
            complain("iat", "is in the future");
        const auto notBefore = takeTime("nbf");
        if (notBefore && *notBefore > now + leeway_)
            complain("nbf", "is in the future");
    }

    void takeStaff() {
        const auto* const staff = protocol::member(payload_, "staff");
        if (staff == nullptr)
            return;
        if (!staff->IsBool()) {
            complain("staff", "must be true or false");
            return;
        }
        claims_.isStaff = staff->GetBool();
    }

    void takeChannel() {
        const auto* const channel = protocol::member(payload_, "channel");
        if (channel == nullptr)
            return;
        if (!channel->IsString())
            complain("channel", "must be a text");
        claims_.channel = textOf(channel);
    }

    void takeChannels() {
        const auto* const list = protocol::member(payload_, "channels");
        if (list == nullptr)
            return;
        if (!list->IsArray()) {
            complain("channels", "must be a list of texts");
            return;
        }
        for (const Value& one : list->GetArray()) {
            if (!one.IsString())
                complain("channels", "must be a list of texts");
            claims_.channels.emplace_back(textOf(&one));
        }
    }

    void takeSubs() {
        const auto* const subs = protocol::member(payload_, "subs");
        if (subs == nullptr)
            return;
        if (!subs->IsObject()) {
            complain("subs", "must be an object of objects");
            return;
        }
        for (const auto& one : subs->GetObject()) {
            if (!one.value.IsObject())
                complain("subs", "must be an object of objects");
            claims_.subs.emplace(std::string(textOf(&one.name)), protocol::toText(one.value));
        }
    }

    const Value& payload_;
    const std::chrono::milliseconds leeway_;
    TokenClaims claims_;
    std::string fault_;
};

} // namespace

std::variant<TokenClaims, TokenError> readClaims(const Value& payload, std::chrono::milliseconds leeway,
                                                 Time now) {
    return Reader(payload, leeway).run(now);
}

} // namespace chinwag::auth
