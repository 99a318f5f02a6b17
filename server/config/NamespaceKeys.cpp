#include "config/Key.h"
#include "config/Units.h"

#include <algorithm>

namespace chinwag::config {

namespace {

constexpr std::size_t maxNameBytes = 64;
// Of the live feed: hub::operatorNamespace.
constexpr std::string_view operatorsOwn = "admin";

bool isNamespaceName(std::string_view text) {
    const auto fits = [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
               byte == '_' || byte == '-' || byte == '.';
    };
    return text.size() <= maxNameBytes && text != operatorsOwn && std::all_of(text.begin(), text.end(), fits);
}

template <auto member>
constexpr auto field() {
    using T = std::remove_reference_t<decltype(std::declval<NamespaceSettings&>().*member)>;
    return Field<T>([](Settings& settings) -> T& { return settings.namespaces.back().*member; });
}

const std::array namespaceTable{
    Key{.section = namespaceSection,
        .name = "name",
        .field = field<&NamespaceSettings::name>(),
        .syntax = {isNamespaceName,
                   "up to 64 ASCII letters, digits, \"_\", \"-\" and \".\", but not \"admin\", which is the "
                   "operators' own"},
        .documentation = "What stands before the first colon of its channels' names; \"\" is for names "
                         "without a colon. Those that are ready-made are adjusted by their names."},
    Key{.section = namespaceSection,
        .name = "history_size",
        .field = field<&NamespaceSettings::historySize>(),
        .range = {0, 100'000},
        .documentation = "Publications of a channel that are remembered; 0 for none."},
    Key{.section = namespaceSection,
        .name = "history_bytes",
        .field = field<&NamespaceSettings::historyBytes>(),
        .range = {kibibyte, 64 * mebibyte},
        .unit = Unit::Bytes,
        .documentation = "Memory that they may take; what is over it is forgotten before history_size is "
                         "reached."},
    Key{.section = namespaceSection,
        .name = "history_ttl",
        .field = field<&NamespaceSettings::historyTtl>(),
        .range = {second, 365 * day},
        .documentation = "For how long they are remembered."},
    Key{.section = namespaceSection,
        .name = "durable",
        .field = field<&NamespaceSettings::durable>(),
        .documentation = "Keep them in the database as well. Wants a history, and a store.url that is not "
                         "\"none\"."},
    Key{.section = namespaceSection,
        .name = "retention_age",
        .field = field<&NamespaceSettings::retentionAge>(),
        .range = {0, 100 * 365 * day},
        .documentation = "How long they are kept there, in place of store.retention_age, which holds when "
                         "this is 0. Wants durable."},
    Key{.section = namespaceSection,
        .name = "retention_count",
        .field = field<&NamespaceSettings::retentionCount>(),
        .range = {0, 1'000'000},
        .documentation = "How many of each channel are kept there, in place of store.retention_count; "
                         "likewise."},
    Key{.section = namespaceSection,
        .name = "presence",
        .field = field<&NamespaceSettings::presence>(),
        .documentation = "Subscribers may ask who else is there."},
    Key{.section = namespaceSection,
        .name = "join_leave",
        .field = field<&NamespaceSettings::joinLeave>(),
        .documentation = "Subscribers that wish it are told who comes and goes."},
    Key{.section = namespaceSection,
        .name = "recover",
        .field = field<&NamespaceSettings::recover>(),
        .documentation = "Subscribers that come back get what they missed. Wants a history."},
    Key{.section = namespaceSection,
        .name = "cache",
        .field = field<&NamespaceSettings::cache>(),
        .documentation = "Subscribers get the latest publication at once, and no older ones when they come "
                         "back. Wants a history."},
    Key{.section = namespaceSection,
        .name = "positioned",
        .field = field<&NamespaceSettings::positioned>(),
        .documentation = "Look now and then whether each subscriber has got everything, and have it "
                         "subscribe again if not. With recover that is always so, and a client may ask for "
                         "it in any channel."},
    Key{.section = namespaceSection,
        .name = "subscribe",
        .field = field<&NamespaceSettings::subscribe>(),
        .documentation = "Who may subscribe without a token for the channel: nobody, users, whose "
                         "connection token says who they are, or anyone."},
    Key{.section = namespaceSection,
        .name = "publish",
        .field = field<&NamespaceSettings::publish>(),
        .documentation = "Who of the subscribers may publish. Applications always may, by the server API."},
    Key{.section = namespaceSection,
        .name = "max_message",
        .field = field<&NamespaceSettings::maxMessage>(),
        .range = {0, 64 * mebibyte},
        .unit = Unit::Bytes,
        .documentation = "The longest data that a client may publish, or line that it may say; 0 leaves it "
                         "to client.max_message."},
};

} // namespace

std::span<const Key> namespaceKeys() {
    return namespaceTable;
}

} // namespace chinwag::config
