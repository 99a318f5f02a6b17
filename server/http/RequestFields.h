// What a request to the operator API says, member by member: the first thing that is wrong is what is
// answered.
#pragma once

#include "protocol/HttpMessage.h"

#include <QtCore/QJsonObject>
#include <QtCore/QString>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chinwag::http {

/// In bytes: the longest name of anything that a request may give.
inline constexpr std::size_t maxNameBytes = 255;
/// The largest number that a row of the store can have.
inline constexpr auto largestSeq = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

/// A name as complaints have it.
std::string inQuotes(std::string_view name);

/// The members of a JSON object that is a request's body. After a fault the values say nothing.
class BodyFields {
public:
    /// A member that is none of `allowed` is a fault.
    BodyFields(const protocol::HttpRequest& request, std::initializer_list<const char*> allowed);

    /// Text of at most `most` bytes of UTF-8 without control characters; empty when it is not there, unless
    /// `required`, which wants at least one character.
    std::string text(const char* name, std::size_t most, bool required = false);
    /// Any text, to be judged by the caller; empty when it is not there.
    std::string anyText(const char* name);
    std::optional<bool> flag(const char* name);
    std::optional<std::int64_t> whole(const char* name, std::int64_t least, std::int64_t most);
    /// A list of 1 to `most` texts.
    std::optional<std::vector<std::string>> texts(const char* name, std::size_t most);
    /// An object of texts.
    std::optional<std::vector<std::pair<std::string, std::string>>> textMap(const char* name);
    /// How many milliseconds `minutes` is, which need be no whole number; absent: for ever.
    std::optional<std::int64_t> minutes();

    /// Something that the members say together is wrong.
    void complain(const std::string& what);
    const std::optional<protocol::HttpAnswer>& fault() const { return fault_; }

private:
    QJsonObject object_;
    std::optional<protocol::HttpAnswer> fault_;
};

/// The parameters in a request's query, likewise.
class QueryFields {
public:
    QueryFields(const protocol::HttpRequest& request, std::initializer_list<const char*> allowed);

    /// Empty when it is not there.
    std::string text(const char* name) const;
    std::uint64_t whole(const char* name, std::uint64_t usual, std::uint64_t least, std::uint64_t most);
    /// The parameter `cursor`: how many rows come before the page; 0 when it is not there.
    std::size_t cursor();
    /// The place of its value among `choices`; 0 when it is not there.
    std::size_t choice(const char* name, std::initializer_list<const char*> choices);
    /// Milliseconds since 1970 of a time with its offset.
    std::optional<std::int64_t> time(const char* name);

    const std::optional<protocol::HttpAnswer>& fault() const { return fault_; }

private:
    void complain(const std::string& what);

    std::map<std::string, std::string, std::less<>> values_;
    std::optional<protocol::HttpAnswer> fault_;
};

} // namespace chinwag::http
