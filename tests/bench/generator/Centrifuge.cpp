#include "bench/generator/Centrifuge.h"

#include <algorithm>
#include <charconv>

namespace chinwag::bench {

namespace {

// The number that follows the first `name`; 0 when there is none.
std::uint64_t numberAfter(std::string_view text, std::string_view name) {
    const auto at = text.find(name);
    if (at == std::string_view::npos)
        return 0;
    text.remove_prefix(at + name.size());
    std::uint64_t number = 0;
    // What is no number leaves it as it is.
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string_view textAfter(std::string_view text, std::string_view name) {
    const auto at = text.find(name);
    if (at == std::string_view::npos)
        return {};
    text.remove_prefix(at + name.size());
    return text.substr(0, text.find('"'));
}

constexpr std::string_view offsetName = R"("offset":)";

} // namespace

std::string joiningCommands(std::string_view name, std::string_view channel, const StreamPlace* place) {
    std::string commands = R"({"id":1,"connect":{"data":{"nick":")";
    commands.append(name).append("\"}}}\n");
    commands.append(R"({"id":2,"subscribe":{"channel":")").append(channel).append("\"");
    if (place != nullptr)
        commands.append(R"(,"recover":true,"epoch":")")
            .append(place->epoch)
            .append(R"(","offset":)")
            .append(std::to_string(place->offset));
    return commands.append("}}");
}

std::string publishCommand(std::uint64_t id, std::string_view channel, std::string_view text) {
    std::string command = R"({"id":)" + std::to_string(id);
    command.append(R"(,"publish":{"channel":")").append(channel);
    return command.append(R"(","data":{"text":")").append(text).append("\"}}}");
}

std::uint64_t replyId(std::string_view line) {
    return line.starts_with(R"({"id":)") ? numberAfter(line, R"({"id":)") : 0;
}

bool hasError(std::string_view line) {
    return line.find(R"("error":{)") != std::string_view::npos;
}

std::uint64_t pushedOffset(std::string_view line) {
    return line.find(R"("pub":{)") == std::string_view::npos ? 0 : numberAfter(line, offsetName);
}

Subscribed readSubscribed(std::string_view line, const std::function<void(std::uint64_t)>& each) {
    constexpr std::string_view listName = R"("publications":[)";
    std::string_view before = line;
    std::string_view after;
    if (const auto list = line.find(listName); list != std::string_view::npos) {
        const auto end = std::min(line.find(']', list), line.size());
        before = line.substr(0, list);
        after = line.substr(end);
        for (auto at = line.find(offsetName, list); at < end; at = line.find(offsetName, at + 1))
            each(numberAfter(line.substr(at), offsetName));
    }
    Subscribed subscribed;
    const auto epoch = textAfter(line, R"("epoch":")");
    subscribed.top.epoch = epoch;
    subscribed.top.offset = std::max(numberAfter(before, offsetName), numberAfter(after, offsetName));
    subscribed.recovered = line.find(R"("recovered":true)") != std::string_view::npos;
    return subscribed;
}

} // namespace chinwag::bench
