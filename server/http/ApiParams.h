// What a method of the server API is asked, read member by member.
#pragma once

#include "http/ApiReply.h"
#include "hub/ChannelOptions.h"
#include "protocol/StreamPosition.h"

#include <rapidjson/document.h>

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace chinwag::http {

/// Members that are absent or null have the value of their type that is empty. The first fault is remembered,
/// and the one who reads looks at it when all is read. Unknown members are passed over, as the protocol's
/// evolution wants it.
class ApiParams {
public:
    using Time = std::chrono::system_clock::time_point;
    static constexpr std::size_t maxTextBytes = 255;

    /// `object` must outlive it.
    explicit ApiParams(const rapidjson::Value& object);

    std::string text(std::string_view name, std::size_t maxBytes = maxTextBytes);
    /// Likewise, and it must be there.
    std::string requiredText(std::string_view name);
    bool flag(std::string_view name);
    std::int64_t number(std::string_view name);
    std::uint64_t count(std::string_view name);
    /// Unix time in seconds; absent and 0 are nothing.
    std::optional<Time> time(std::string_view name);
    std::vector<std::string> texts(std::string_view name);
    /// Any value as JSON text; empty when it is absent.
    std::string json(std::string_view name);
    /// Likewise, or JSON in base64 under another name, as those send it who have bytes.
    std::string json(std::string_view name, std::string_view base64Name);
    /// A position in a stream; nothing when it is absent, or as empty as protocols with zero values send it.
    std::optional<protocol::StreamPosition> position(std::string_view name);
    /// An object of texts, as JSON text; empty when it is absent.
    std::string textMap(std::string_view name);
    /// The member, which must be an object, or null.
    const rapidjson::Value* object(std::string_view name);

    /// Whoever sets one of these counts on what there is not here, and is told so.
    void refuse(std::initializer_list<std::string_view> names);
    void fail(protocol::CentrifugeError code, std::string detail);
    const std::optional<ApiError>& error() const { return error_; }

private:
    const rapidjson::Value* find(std::string_view name) const;
    void wrongType(std::string_view name, std::string_view wanted);

    const rapidjson::Value& object_;
    std::optional<ApiError> error_;
};

/// The options of the channel called `name`, or what is wrong with the name.
std::variant<const hub::ChannelOptions*, ApiError> findChannel(const hub::Namespaces& namespaces,
                                                               std::string_view name);

} // namespace chinwag::http
