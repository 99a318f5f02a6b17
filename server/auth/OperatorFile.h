// The operators of a server, in a file of its data directory.
#pragma once

#include "auth/Operator.h"

#include <QtCore/QJsonArray>
#include <QtCore/QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace chinwag::auth {

using Operators = std::vector<Operator>;

/// The operators as they were at one moment; never null.
using OperatorsRef = std::shared_ptr<const Operators>;

/// JSON, readable by its owner alone, replaced as a whole: who reads sees the old or the new one. Made by
/// the command line, read by a server that may run meanwhile.
class OperatorFile {
public:
    /// operators.json in `dataDirectory`.
    explicit OperatorFile(const QString& dataDirectory);

    const QString& path() const { return path_; }

    /// Everyone in it, nobody when there is no file, or an error text. Reads the file again only when it
    /// has changed since the last call: every request of an operator asks.
    std::variant<OperatorsRef, QString> read();

    /// Lets `change` change the operators and writes them; makes the directory first. An error text of
    /// its own or of `change`, and then nothing has changed. Two of these wait for one another, also when
    /// they are of different processes.
    std::optional<QString> update(const std::function<std::optional<QString>(Operators&)>& change);

private:
    // By which a file is recognised as the one that was read. A file that replaces another has an inode of
    // its own, which tells apart what was written within one tick of the file system's clock.
    struct Stamp {
        std::uint64_t inode = 0; // 0 when there is no file
        std::int64_t changedSeconds = 0;
        std::int64_t changedNanoseconds = 0;
        std::int64_t size = 0;
        bool operator==(const Stamp&) const = default;
    };
    std::optional<Stamp> stamp() const; // nothing when it cannot be told
    std::variant<Operators, QString> parse() const;
    std::variant<Operators, QString> fromJson(const QJsonArray& list) const;
    std::optional<QString> write(const Operators& operators) const;

    QString path_;
    std::optional<Stamp> readStamp_;
    OperatorsRef operators_; // null until one was read
};

/// Null when there is none of that name.
const Operator* findOperator(const Operators& operators, std::string_view name);
Operator* findOperator(Operators& operators, std::string_view name);

} // namespace chinwag::auth
