#include "protocol/CentrifugeCommand.h"

#include "protocol/Json.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace chinwag::protocol {

namespace {

using rapidjson::Value;

// Takes members out of an object; remembers when one is not what it must be.
class Fields {
public:
    explicit Fields(const Value& object) : object_(object), valid_(object.IsObject()) {}

    bool isValid() const { return valid_; }

    std::string text(std::string_view name) {
        const auto* const value = member(object_, name);
        if (value == nullptr || value->IsNull())
            return {};
        if (!value->IsString()) {
            valid_ = false;
            return {};
        }
        return {value->GetString(), value->GetStringLength()};
    }
    std::string json(std::string_view name) const {
        const auto* const value = member(object_, name);
        return value == nullptr ? std::string() : toText(*value);
    }
    bool flag(std::string_view name) {
        const auto* const value = member(object_, name);
        if (value == nullptr || value->IsNull())
            return false;
        valid_ = valid_ && value->IsBool();
        return value->IsBool() && value->GetBool();
    }
    std::uint64_t unsignedNumber(std::string_view name) {
        const auto* const value = member(object_, name);
        if (value == nullptr || value->IsNull())
            return 0;
        valid_ = valid_ && value->IsUint64();
        return value->IsUint64() ? value->GetUint64() : 0;
    }
    std::int64_t signedNumber(std::string_view name) {
        const auto* const value = member(object_, name);
        if (value == nullptr || value->IsNull())
            return 0;
        valid_ = valid_ && value->IsInt64();
        return value->IsInt64() ? value->GetInt64() : 0;
    }
    const Value* object(std::string_view name) {
        const auto* const value = member(object_, name);
        if (value == nullptr || value->IsNull())
            return nullptr;
        valid_ = valid_ && value->IsObject();
        return value->IsObject() ? value : nullptr;
    }
    // The members of an extension that is not spoken here: whether one asks for it.
    bool asksFor(std::initializer_list<std::string_view> names) const {
        return std::any_of(names.begin(), names.end(), [this](std::string_view name) {
            const auto* const value = member(object_, name);
            return value != nullptr && !value->IsNull() && !(value->IsNumber() && value->GetDouble() == 0.0);
        });
    }
    void refuse() { valid_ = false; }

private:
    const Value& object_;
    bool valid_;
};

void read(Fields& fields, SubscribeRequest& request) {
    request.channel = fields.text("channel");
    request.token = fields.text("token");
    request.data = fields.json("data");
    request.recover = fields.flag("recover");
    request.since = {fields.unsignedNumber("offset"), fields.text("epoch")};
    request.positioned = fields.flag("positioned");
    request.recoverable = fields.flag("recoverable");
    request.joinLeave = fields.flag("join_leave");
    // A kind, and a filter for tags.
    request.isOther = fields.asksFor({"type", "tf"});
}

void read(Fields& fields, ConnectRequest& request) {
    request.token = fields.text("token");
    request.data = fields.json("data");
    request.name = fields.text("name");
    request.version = fields.text("version");
    const auto* const subs = fields.object("subs");
    if (subs == nullptr)
        return;
    for (const auto& entry : subs->GetObject()) {
        Fields subFields(entry.value);
        SubscribeRequest sub;
        read(subFields, sub);
        if (!subFields.isValid())
            fields.refuse();
        sub.channel.assign(entry.name.GetString(), entry.name.GetStringLength());
        request.subs.emplace(sub.channel, sub);
    }
}

void read(Fields& fields, UnsubscribeRequest& request) {
    request.channel = fields.text("channel");
}
void read(Fields& fields, PublishRequest& request) {
    request.channel = fields.text("channel");
    request.data = fields.json("data");
    request.isOther = fields.asksFor({"type"});
}
void read(Fields& fields, PresenceRequest& request) {
    request.channel = fields.text("channel");
}
void read(Fields& fields, PresenceStatsRequest& request) {
    request.channel = fields.text("channel");
}
void read(Fields& fields, HistoryRequest& request) {
    request.channel = fields.text("channel");
    request.limit = fields.signedNumber("limit");
    request.reverse = fields.flag("reverse");
    if (const auto* const since = fields.object("since")) {
        Fields sinceFields(*since);
        request.since = StreamPosition{sinceFields.unsignedNumber("offset"), sinceFields.text("epoch")};
        if (!sinceFields.isValid())
            fields.refuse();
    }
}
void read(Fields& /*fields*/, PingRequest& /*request*/) {}
void read(Fields& fields, SendRequest& request) {
    request.data = fields.json("data");
}
void read(Fields& fields, RpcRequest& request) {
    request.method = fields.text("method");
    request.data = fields.json("data");
}
void read(Fields& fields, RefreshRequest& request) {
    request.token = fields.text("token");
}
void read(Fields& fields, SubRefreshRequest& request) {
    request.channel = fields.text("channel");
    request.token = fields.text("token");
}

// False when the member is there but not in its form.
template <typename Request>
bool readInto(const Value& value, CentrifugeCommand& command) {
    Request request;
    Fields fields(value);
    read(fields, request);
    command.request = std::move(request);
    return fields.isValid();
}

struct CommandForm {
    std::string_view name;
    bool (*read)(const Value&, CentrifugeCommand&);
};

constexpr std::array<CommandForm, 12> forms{{
    {"publish", readInto<PublishRequest>},
    {"subscribe", readInto<SubscribeRequest>},
    {"connect", readInto<ConnectRequest>},
    {"unsubscribe", readInto<UnsubscribeRequest>},
    {"presence", readInto<PresenceRequest>},
    {"presence_stats", readInto<PresenceStatsRequest>},
    {"history", readInto<HistoryRequest>},
    {"ping", readInto<PingRequest>},
    {"send", readInto<SendRequest>},
    {"rpc", readInto<RpcRequest>},
    {"refresh", readInto<RefreshRequest>},
    {"sub_refresh", readInto<SubRefreshRequest>},
}};

} // namespace

std::optional<CentrifugeCommand> readCentrifugeCommand(std::string_view json) {
    const auto document = parseJson(json);
    if (!document || !document->IsObject())
        return std::nullopt;
    CentrifugeCommand command;
    if (document->ObjectEmpty()) {
        command.request = PongRequest{};
        return command;
    }
    if (const auto* const id = member(*document, "id")) {
        if (!id->IsUint())
            return std::nullopt;
        command.id = id->GetUint();
    }
    for (const auto& form : forms) {
        const auto* const value = member(*document, form.name);
        if (value == nullptr)
            continue;
        if (!form.read(*value, command))
            return std::nullopt;
        break;
    }
    return command;
}

} // namespace chinwag::protocol
