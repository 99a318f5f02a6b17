#include "auth/ClaimReader.h"

#include "auth/Base64Url.h"
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

bool hasControlByte(std::string_view text) {
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
        const auto tokenUntil = claims_.validUntil;
        takeEnd();
        claims_.info = takeJson(payload_, "info", "b64info");
        claims_.data = takeJson(payload_, "data", "b64data");
        takeStaff();
        claims_.overrides = takeOverrides(payload_);
        takeText("channel", claims_.channel);
        takeText("client", claims_.client);
        takeChannels();
        takeSubs();
        if (!fault_.empty())
            return TokenError{TokenError::Kind::Invalid, fault_};
        const auto isOver = [now](const std::optional<Time>& end) { return end && now >= *end; };
        if (isOver(tokenUntil) || isOver(claims_.validUntil))
            return TokenError{TokenError::Kind::Expired, "the token has expired"};
        return std::move(claims_);
    }

private:
    void complain(std::string_view name, std::string_view what) {
        if (fault_.empty())
            fault_ = std::string("the token's claim '").append(name).append("' ").append(what);
    }

    // What is shown or subscribed to may be null: libraries of applications write so what they have not. Who
    // it is and until when is never left to that.
    static const Value* find(const Value& object, std::string_view name) {
        const auto* const value = protocol::member(object, name);
        return value == nullptr || value->IsNull() ? nullptr : value;
    }

    void takeName(std::string_view name, std::string& out) {
        const auto* const claim = protocol::member(payload_, name);
        if (claim == nullptr)
            return;
        const auto text = textOf(claim);
        if (!claim->IsString() || text.size() > TokenVerifier::maxNameBytes || hasControlByte(text))
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
        endAt(takeTime("exp"));
        if (claims_.issuedAt && *claims_.issuedAt > now + leeway_)
            complain("iat", "is in the future");
        const auto notBefore = takeTime("nbf");
        if (notBefore && *notBefore > now + leeway_)
            complain("nbf", "is in the future");
    }

    void endAt(std::optional<Time> time) {
        claims_.expiresAt = time;
        claims_.validUntil = time ? std::optional(*time + leeway_) : std::nullopt;
    }

    // What a token is for may end at another time than the token itself, or not at all.
    void takeEnd() {
        if (const auto time = takeTime("expire_at"))
            endAt(*time == Time() ? std::nullopt : time);
    }

    // JSON as it is or, from those who deal in bytes, in base64; empty when there is none.
    std::string takeJson(const Value& object, std::string_view name, std::string_view base64Name) {
        if (const auto* const encoded = find(object, base64Name)) {
            const auto text = fromBase64(textOf(encoded));
            const auto document = text && encoded->IsString() ? protocol::parseJson(*text) : std::nullopt;
            if (document)
                return protocol::toText(*document);
            if (!encoded->IsString() || encoded->GetStringLength() != 0)
                complain(base64Name, "must be JSON in base64");
        }
        const auto* const value = protocol::member(object, name);
        return value == nullptr ? std::string() : protocol::toText(*value);
    }

    protocol::ChannelOverrides takeOverrides(const Value& object) {
        const auto* const value = find(object, "override");
        if (value == nullptr)
            return {};
        const auto overrides = protocol::readOverrides(*value);
        if (!overrides)
            complain("override", "must be an object of objects such as {\"value\":true}");
        return overrides.value_or(protocol::ChannelOverrides());
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

    void takeText(std::string_view name, std::string& out) {
        const auto* const claim = find(payload_, name);
        if (claim == nullptr)
            return;
        if (!claim->IsString())
            complain(name, "must be a text");
        out = textOf(claim);
    }

    void takeChannels() {
        const auto* const list = find(payload_, "channels");
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
        const auto* const subs = find(payload_, "subs");
        if (subs == nullptr)
            return;
        if (!subs->IsObject()) {
            complain("subs", "must be an object of objects");
            return;
        }
        for (const auto& one : subs->GetObject()) {
            if (!one.value.IsObject()) {
                complain("subs", "must be an object of objects");
                return;
            }
            claims_.subs.emplace(std::string(textOf(&one.name)),
                                 SubscriptionClaims{takeJson(one.value, "info", "b64info"),
                                                    takeJson(one.value, "data", "b64data"),
                                                    takeOverrides(one.value)});
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
