#include "StreamModel.h"

#include "protocol/Json.h"

#include <algorithm>

namespace chinwag::test {

namespace {

constexpr std::size_t clientCount = 4;
constexpr std::size_t remembered = 6; // messages; the rest is on disk
constexpr const char* channel = "chat:a";

hub::Namespaces namespaces() {
    hub::ChannelOptions chat;
    chat.history.publications = remembered;
    chat.recover = true;
    chat.chat = true;
    chat.durable = true;
    chat.subscribe = hub::Audience::Anyone;
    chat.publish = hub::Audience::Anyone;
    hub::Namespaces out;
    out.set("chat", chat);
    return out;
}

std::vector<std::string> linesOf(const RecordingLink& link) {
    std::vector<std::string> out;
    for (const auto& message : link.messages()) {
        std::string_view rest = message;
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            out.emplace_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return out;
}

std::uint64_t numberIn(const rapidjson::Value& object, const char* name) {
    const auto* const value = protocol::member(object, name);
    return value != nullptr ? value->GetUint64() : 0;
}

int textIn(const rapidjson::Value& publication) {
    const auto* const data = protocol::member(publication, "data");
    return std::stoi(protocol::member(*data, "text")->GetString());
}

const rapidjson::Value* pushed(const rapidjson::Value& message, const char* what) {
    const auto* const push = protocol::member(message, "push");
    return push != nullptr ? protocol::member(*push, what) : nullptr;
}

std::string toJson(const std::string& text) {
    return '"' + text + '"';
}

} // namespace

StreamModel::StreamModel(std::uint32_t seed) : random_(seed) {
    for (std::size_t i = 0; i < clientCount; ++i)
        clients_.push_back(std::make_unique<Client>());
    start();
}

StreamModel::~StreamModel() {
    endSessions();
    hub_.reset();
}

std::size_t StreamModel::below(std::size_t limit) {
    return random_() % limit;
}

void StreamModel::check(bool holds, std::string_view what) {
    if (!holds && fault_.empty())
        fault_ = what;
}

// --- the server ---

void StreamModel::start() {
    store_.emplace(disk_);
    hub_.emplace(std::vector<hub::Mailbox*>{&mailbox_}, namespaces());
    check(!hub_->keepIn(*store_), "the store answers");
}

void StreamModel::endSessions() {
    for (const auto& client : clients_)
        disconnect(*client);
    mailbox_.deliveries.clear();
    mailbox_.tasks.clear();
}

void StreamModel::stopCleanly() {
    ++tally_.restarts;
    endSessions();
    store_->setPositions(hub_->positions(), [](const auto&) {});
    store_->close();
    mailbox_.tasks.clear();
    hub_.reset();
    start();
}

void StreamModel::crash() {
    ++tally_.crashes;
    endSessions();
    hub_.reset();
    start();
}

// --- the clients ---

void StreamModel::connect(Client& client) {
    client.link.frames.clear();
    client.said.clear();
    client.session = std::make_unique<session::CentrifugeSession>(*hub_, settings_, tokens_, client.link, 0);
    client.session->onText("{\"id\":1,\"connect\":{}}");
    client.lastCommand = 1;
}

void StreamModel::disconnect(Client& client) {
    client.session.reset();
    client.subscribed = false;
    client.asked.reset();
    client.link.frames.clear();
}

void StreamModel::subscribe(Client& client) {
    std::string command =
        "{\"id\":" + std::to_string(++client.lastCommand) + ",\"subscribe\":{\"channel\":" + toJson(channel);
    client.asked = client.position;
    if (client.position)
        command += ",\"recover\":true,\"offset\":" + std::to_string(client.position->offset) +
                   ",\"epoch\":" + toJson(client.position->epoch);
    client.session->onText(command + "}}");
}

void StreamModel::unsubscribe(Client& client) {
    client.subscribed = false;
    client.session->onText("{\"id\":" + std::to_string(++client.lastCommand) +
                           ",\"unsubscribe\":{\"channel\":" + toJson(channel) + "}}");
}

void StreamModel::publish(Client& client) {
    const auto command = ++client.lastCommand;
    client.said[command] = ++lastNumber_;
    client.session->onText("{\"id\":" + std::to_string(command) +
                           ",\"publish\":{\"channel\":" + toJson(channel) +
                           ",\"data\":{\"text\":" + toJson(std::to_string(lastNumber_)) + "}}}");
}

void StreamModel::step() {
    auto& client = *clients_[below(clientCount)];
    const auto what = below(100);
    if (what < 2)
        crash();
    else if (what < 5)
        stopCleanly();
    else if (what < 8)
        store_->fail(1 + below(3));
    else if (what < 25)
        store_->commit(1 + below(6));
    else if (what < 28)
        hub_->checkPositions();
    else if (what < 31)
        hub_->dropDispensable(0);
    else if (what < 33)
        trim();
    else if (client.session == nullptr)
        connect(client);
    else if (what < 36)
        disconnect(client);
    else if (!client.subscribed)
        subscribe(client);
    else if (what < 41)
        unsubscribe(client);
    else
        publish(client);
    // Sometimes more than one thing happens in a turn.
    if (below(3) != 0)
        settle();
}

void StreamModel::trim() {
    const auto most = 1 + below(12);
    const auto kept = keptNumbers();
    if (kept.size() <= most)
        return;
    trimmedTo_ = kept[kept.size() - most - 1];
    store_->trim({channel, false, most, 0}, [](const auto&) {});
}

void StreamModel::finish() {
    store_->commit();
    settle();
    for (const auto& client : clients_) {
        if (client->session == nullptr)
            connect(*client);
        if (!client->subscribed)
            subscribe(*client);
        settle();
        check(client->subscribed, "everybody can come back");
    }
    const auto kept = keptNumbers();
    check(std::is_sorted(kept.begin(), kept.end()), "what is kept is in order");
    check(std::adjacent_find(kept.begin(), kept.end()) == kept.end(), "nothing is kept twice");
    const auto isKept = [&](int number) {
        return number <= trimmedTo_ || std::binary_search(kept.begin(), kept.end(), number);
    };
    check(std::all_of(acknowledged_.begin(), acknowledged_.end(), isKept), "what is acknowledged is kept");
    for (const auto& client : clients_)
        check(std::all_of(client->heard.begin(), client->heard.end(),
                          [&](const Heard& one) { return isKept(one.number); }),
              "nobody has heard what is not kept");
    stopCleanly();
}

std::vector<int> StreamModel::keptNumbers() {
    std::vector<int> out;
    store_->page({channel, 0, 100'000}, [&](hub::StoreResult<std::vector<hub::StoredMessage>> result) {
        for (const auto& message : std::get<std::vector<hub::StoredMessage>>(result)) {
            const auto data = protocol::parseJson(message.publication.data);
            out.push_back(std::stoi(protocol::member(*data, "text")->GetString()));
        }
    });
    std::reverse(out.begin(), out.end());
    return out;
}

// --- what is heard ---

void StreamModel::settle() {
    while (!mailbox_.deliveries.empty() || !mailbox_.tasks.empty()) {
        fanout_.deliver(mailbox_.deliveries);
        for (const auto& task : std::exchange(mailbox_.tasks, {}))
            task();
    }
    for (const auto& client : clients_)
        hear(*client);
}

void StreamModel::hear(Client& client) {
    std::vector<rapidjson::Document> messages;
    for (const auto& line : linesOf(client.link)) {
        auto message = protocol::parseJson(line);
        check(message.has_value(), "what is said is JSON");
        if (message)
            messages.push_back(std::move(*message));
    }
    client.link.frames.clear();
    // What comes last may be of another stream already; then its seat is lost in the same turn.
    const bool loses = std::any_of(messages.begin(), messages.end(), [](const auto& message) {
        return pushed(message, "unsubscribe") != nullptr;
    });
    for (const auto& message : messages)
        take(client, message, loses);
}

void StreamModel::take(Client& client, const rapidjson::Document& message, bool loses) {
    if (pushed(message, "unsubscribe") != nullptr) {
        ++tally_.lostSeats;
        client.subscribed = false;
    } else if (const auto* const publication = pushed(message, "pub")) {
        if (client.subscribed && loses)
            client.position->offset = numberIn(*publication, "offset"); // as an SDK does, before it knows
        else if (client.subscribed)
            takePublication(client, *publication);
    } else if (const auto* const reply = protocol::member(message, "subscribe")) {
        takeSubscribed(client, *reply);
    } else if (const auto said = client.said.find(static_cast<std::uint32_t>(numberIn(message, "id")));
               said != client.said.end()) {
        const bool isKept = protocol::member(message, "publish") != nullptr;
        ++(isKept ? tally_.acknowledged : tally_.refused);
        if (isKept)
            acknowledged_.push_back(said->second);
    }
}

void StreamModel::note(const protocol::StreamPosition& at, int number) {
    const auto place = places_.try_emplace({at.epoch, at.offset}, number).first;
    check(place->second == number, "a place of a stream has one message for everybody");
}

void StreamModel::takePublication(Client& client, const rapidjson::Value& publication) {
    auto& position = *client.position;
    check(numberIn(publication, "offset") == position.offset + 1, "messages come without a gap");
    ++position.offset;
    note(position, textIn(publication));
    client.heard.push_back({position.offset, textIn(publication)});
}

void StreamModel::takeSubscribed(Client& client, const rapidjson::Value& reply) {
    client.subscribed = true;
    const auto* const epoch = protocol::member(reply, "epoch");
    const protocol::StreamPosition now{numberIn(reply, "offset"), epoch->GetString()};
    const auto* const missed = protocol::member(reply, "publications");
    const auto* const recovered = protocol::member(reply, "recovered");
    const std::size_t count = missed != nullptr ? missed->Size() : 0;
    if (recovered == nullptr || !recovered->GetBool()) {
        tally_.notRecovered += client.asked ? 1 : 0;
        check(count == 0, "who is not told all is told nothing");
        client.heard.clear();
        client.position = now;
        return;
    }
    check(client.asked && client.asked->epoch == now.epoch, "a stream goes on as itself");
    check(client.asked && client.asked->offset + count == now.offset,
          "who is told of the past is told all of it");
    tally_.recovered += count != 0 ? 1 : 0;
    tally_.recoveredFromDisk += count > remembered ? 1 : 0;
    client.position = client.asked;
    for (std::size_t i = 0; i < count; ++i)
        takePublication(client, (*missed)[static_cast<rapidjson::SizeType>(i)]);
}

} // namespace chinwag::test
