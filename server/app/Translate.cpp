#include "app/Translate.h"

#include "app/Version.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <thread>

namespace chinwag::app {

namespace {

std::uint32_t clamped(std::uint64_t value) {
    return static_cast<std::uint32_t>(
        std::min<std::uint64_t>(value, std::numeric_limits<std::uint32_t>::max()));
}

hub::Audience audience(config::Audience audience) {
    switch (audience) {
    case config::Audience::Nobody: break;
    case config::Audience::Users: return hub::Audience::Users;
    case config::Audience::Anyone: return hub::Audience::Anyone;
    }
    return hub::Audience::Nobody;
}

hub::ChannelOptions channelOptions(const config::NamespaceSettings& settings) {
    hub::ChannelOptions options;
    options.history = {settings.historySize, settings.historyBytes};
    options.historyTtl = settings.historyTtl;
    options.presence = settings.presence;
    options.joinLeave = settings.joinLeave;
    options.recover = settings.recover;
    options.chat = settings.name == hub::chatNamespace;
    options.durable = settings.durable;
    options.cache = settings.cache;
    options.positioned = settings.positioned;
    options.maxMessage = settings.maxMessage;
    options.subscribe = audience(settings.subscribe);
    options.publish = audience(settings.publish);
    return options;
}

} // namespace

std::shared_ptr<const net::NetSettings> netSettings(const config::Settings& settings) {
    auto net = std::make_shared<net::NetSettings>();
    const auto& server = settings.server;
    const auto& client = settings.client;
    net->maxMessage = client.maxMessage;
    net->maxQueue = client.maxQueue;
    net->ping = client.ping;
    net->pong = client.pong;
    net->messages = {clamped(client.messageRate), clamped(client.burst())};
    net->maxHead = server.maxHead;
    net->maxBody = server.maxBody;
    net->headTimeout = server.headTimeout;
    net->idleTimeout = server.idleTimeout;
    net->maxConnections = server.maxConnections;
    net->maxConnectionsPerAddress = server.maxConnectionsPerIp;
    // The configuration has checked both lists by the same rules; what broke them has been reported.
    for (const auto& origin : server.origins)
        static_cast<void>(net->origins.add(origin));
    for (const auto& proxy : server.trustedProxies)
        static_cast<void>(net->trustedProxies.trust(proxy));
    return net;
}

hub::Namespaces namespaces(const config::Settings& settings) {
    hub::Namespaces all;
    for (const auto& one : settings.namespaces)
        all.set(one.name, channelOptions(one));
    return all;
}

session::CentrifugeSettings centrifugeSettings(const config::Settings& settings) {
    session::CentrifugeSettings centrifuge;
    centrifuge.version = "Chinwag " + version().toStdString();
    // A client gives up on a server that has not pinged for longer than it was told; never promise less.
    centrifuge.ping = std::chrono::ceil<std::chrono::seconds>(settings.client.ping);
    centrifuge.grace = settings.client.pong;
    return centrifuge;
}

auth::ApiDoor::Rules apiRules(const config::Settings& settings) {
    return {auth::ApiKeys(settings.api.keys), clamped(settings.api.rate)};
}

std::vector<http::ConfigurationKey> configurationKeys(const config::EffectiveKeys& effective) {
    std::vector<http::ConfigurationKey> keys;
    for (const auto& key : effective.all()) {
        const auto& [kind, where] = key.origin;
        const auto source = words(kind)[static_cast<std::size_t>(kind)];
        keys.push_back({key.name, key.value, std::string(source), where});
    }
    return keys;
}

std::size_t workerCount(const config::Settings& settings) {
    if (settings.server.workers != 0)
        return settings.server.workers;
    // One core is left to the control thread and to the kernel's half of the network: with a worker on
    // each, every worker gets its messages in smaller batches and each delivery costs more (measured).
    const unsigned cores = std::thread::hardware_concurrency();
    return cores > 2 ? cores - 1 : 1;
}

} // namespace chinwag::app
