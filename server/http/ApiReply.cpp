#include "http/ApiReply.h"

#include "protocol/Json.h"

namespace chinwag::http {

namespace {

using protocol::JsonObjectWriter;

std::string toJson(const ApiError& error) {
    std::string text(protocol::message(error.code));
    if (!error.detail.empty())
        text += ": " + error.detail;
    std::string out;
    {
        JsonObjectWriter object(out);
        object.number("code", static_cast<std::uint64_t>(error.code));
        object.text("message", text);
    }
    return out;
}

} // namespace

std::string toJson(const ApiReply& reply, std::string_view name) {
    std::string out;
    {
        JsonObjectWriter object(out);
        if (const auto* const error = std::get_if<ApiError>(&reply))
            object.json("error", toJson(*error));
        else
            object.json(name, std::get<std::string>(reply));
    }
    return out;
}

std::string toJson(const protocol::StreamPosition& position) {
    std::string out;
    {
        JsonObjectWriter object(out);
        if (position.offset != 0)
            object.number("offset", position.offset);
        if (!position.epoch.empty())
            object.text("epoch", position.epoch);
    }
    return out;
}

} // namespace chinwag::http
