#include "hub/AuditJson.h"

#include "protocol/Json.h"

#include <optional>

namespace chinwag::hub {

namespace {

void writeTime(protocol::JsonObjectWriter& object, std::string_view name, std::optional<StoreTime> time) {
    if (time)
        object.number(name, static_cast<std::uint64_t>(*time));
}

} // namespace

std::string auditJson(const Sanction& sanction) {
    std::string out;
    {
        protocol::JsonObjectWriter object(out);
        object.number("id", sanction.id);
        object.text("kind", name(sanction.kind));
        object.text("target", name(sanction.target.kind));
        object.text("value", sanction.target.value);
        object.text("channel", sanction.channel);
        object.number("created_at", static_cast<std::uint64_t>(sanction.createdAt));
        writeTime(object, "until", sanction.until);
        object.text("reason", sanction.reason);
        object.text("note", sanction.note);
        object.text("by", sanction.by);
        if (sanction.lifted) {
            writeTime(object, "lifted_at", sanction.lifted->at);
            object.text("lifted_by", sanction.lifted->by);
        }
    }
    return out;
}

std::string auditJson(const RoomRules& rules) {
    std::string out;
    {
        protocol::JsonObjectWriter object(out);
        object.text("channel", rules.channel);
        object.flag("locked", rules.locked);
        object.number("slow_seconds", rules.slowSeconds);
    }
    return out;
}

std::string auditJson(const Lockdown& lockdown) {
    std::string out;
    {
        protocol::JsonObjectWriter object(out);
        object.number("level", static_cast<std::uint64_t>(lockdown.level));
        writeTime(object, "until", lockdown.until);
        object.text("reason", lockdown.reason);
        object.text("by", lockdown.by);
    }
    return out;
}

std::string auditTarget(const Sanction& sanction) {
    auto text = std::string(name(sanction.target.kind)) + ' ' + sanction.target.value;
    return sanction.channel.empty() ? text : text + " in " + sanction.channel;
}

} // namespace chinwag::hub
