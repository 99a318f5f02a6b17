// Puts publications into the database, many with one statement.
#pragma once

#include "hub/Store.h"

#include <QtCore/QtGlobal>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace chinwag::store {

class SqlConnection;

/// On the writer's thread, within its transactions.
class Appender {
public:
    using Item = std::shared_ptr<const hub::StoredPublication>;

    explicit Appender(SqlConnection& connection) : connection_(connection) {}

    /// False when the transaction is spoilt; connection.error() says why.
    bool append(std::span<const Item> items);
    /// What was learnt within a transaction that did not come about is forgotten.
    void rolledBack() { channels_.clear(); }

    /// Makes both users of the direct room `channel` members of it.
    bool addRoom(const std::string& channel);

    /// Raises the stream's top, making what is missing.
    bool setPosition(const hub::ChannelPosition& position);

private:
    struct Stream {
        qint64 channel = 0;
        qint64 id = 0;
        std::string epoch;
    };
    // nullptr when it failed. Valid until the next call.
    const Stream* streamOf(const std::string& channel, const std::string& epoch);
    // Likewise, of a channel in which something is said.
    const Stream* streamSpokenIn(const hub::StoredPublication& publication);
    bool learn(const std::string& channel, const std::string& epoch, Stream& stream);
    bool addMembers(const std::string& channel, qint64 id);
    bool insert(std::span<const Item> items);
    bool areAllThere(std::span<const Item> items);
    bool markChanges(std::span<const Item> items);

    SqlConnection& connection_;
    std::unordered_map<std::string, Stream> channels_; // their latest streams
    std::vector<Stream> streams_;                      // of the items at hand, kept for its capacity
};

} // namespace chinwag::store
