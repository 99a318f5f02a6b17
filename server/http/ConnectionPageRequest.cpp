#include "http/ConnectionPageRequest.h"

#include "http/RequestFields.h"
#include "protocol/UrlQuery.h"

#include <QtCore/QDateTime>
#include <QtCore/QString>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <set>

namespace chinwag::http {

namespace {

using protocol::ConnectionColumn;

constexpr std::string_view minSuffix = ".min";
constexpr std::string_view maxSuffix = ".max";

std::optional<std::size_t> wholeNumber(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::string columnNames() {
    std::string names;
    for (std::size_t i = 0; i < protocol::connectionColumnCount; ++i)
        names.append(i == 0 ? "" : ", ").append(protocol::name(static_cast<ConnectionColumn>(i)));
    return names;
}

// A bound of a range: a time for connected_at, otherwise a number.
std::optional<double> bound(ConnectionColumn column, const std::string& text) {
    if (column == ConnectionColumn::ConnectedAt) {
        const auto time = QDateTime::fromString(QString::fromStdString(text), Qt::ISODateWithMs);
        constexpr double millisecondsPerSecond = 1000;
        if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
            return std::nullopt;
        return static_cast<double>(time.toMSecsSinceEpoch()) / millisecondsPerSecond;
    }
    bool isNumber = false;
    const double value = QString::fromStdString(text).toDouble(&isNumber);
    // Qt reads "nan", which nothing is above or below.
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

// Takes one parameter after the other; the first that is wrong ends it.
class Reader {
public:
    std::string take(const std::string& name, const std::string& value) {
        if (!seen_.insert(name).second)
            return "the parameter " + inQuotes(name) + " is given more than once";
        if (name == "limit")
            return takeLimit(value);
        if (name == "offset")
            return takeOffset(value);
        if (name == "list" || name == "cursor")
            return takeList(name, value);
        makesList_ = true;
        if (name == "sort")
            return takeSort(value);
        if (name == "q") {
            page_.query.anywhere = protocol::lowered(value);
            return {};
        }
        return takeFilter(name, value);
    }

    std::variant<ConnectionPageRequest, std::string> finish() {
        if (!page_.list.empty() && makesList_)
            return std::string("a list has its order and filters; sort and filters make a new one, without "
                               "'list' and 'cursor'");
        if (seen_.contains("cursor") && (seen_.contains("list") || seen_.contains("offset")))
            return std::string("a cursor says which list and where; it goes without 'list' and 'offset'");
        return page_;
    }

private:
    std::string takeLimit(const std::string& value) {
        const auto limit = wholeNumber(value);
        if (!limit || *limit < 1 || *limit > ConnectionPageRequest::maxLimit)
            return "'limit' must be a whole number from 1 to " +
                   std::to_string(ConnectionPageRequest::maxLimit);
        page_.limit = *limit;
        return {};
    }

    std::string takeOffset(const std::string& value) {
        const auto offset = wholeNumber(value);
        if (!offset)
            return "'offset' must be a whole number";
        page_.offset = *offset;
        return {};
    }

    std::string takeList(const std::string& name, const std::string& value) {
        if (value.empty())
            return inQuotes(name) + " must not be empty";
        page_.list = value;
        if (name == "list")
            return {};
        const auto dot = value.rfind('.');
        const auto offset =
            dot == std::string::npos ? std::nullopt : wholeNumber(std::string_view(value).substr(dot + 1));
        if (!offset || dot == 0)
            return "'cursor' must be the next_cursor of an answer";
        page_.list = value.substr(0, dot);
        page_.offset = *offset;
        return {};
    }

    std::string takeSort(std::string_view value) {
        page_.query.descending = value.starts_with('-');
        if (page_.query.descending)
            value.remove_prefix(1);
        const auto column = protocol::connectionColumn(value);
        if (!column)
            return "'sort' must be one of " + columnNames() + ", with '-' in front to turn it round";
        page_.query.sort = *column;
        return {};
    }

    std::string takeFilter(std::string_view name, const std::string& value) {
        const bool isMin = name.ends_with(minSuffix);
        const bool isRange = isMin || name.ends_with(maxSuffix);
        const auto columnName = isRange ? name.substr(0, name.size() - minSuffix.size()) : name;
        const auto column = protocol::connectionColumn(columnName);
        if (!column || *column == ConnectionColumn::Id)
            return "there is no parameter " + inQuotes(name) +
                   "; there are limit, offset, list, cursor, sort, q, and filters by the columns";
        if (isRange)
            return takeRange(name, *column, isMin, value);
        if (*column == ConnectionColumn::Tls)
            return takeTls(value);
        if (!protocol::isText(*column))
            return "the column " + inQuotes(name) + " is filtered by " +
                   inQuotes(std::string(name) + ".min") + " and " + inQuotes(std::string(name) + ".max");
        page_.query.texts.push_back({*column, protocol::lowered(value)});
        return {};
    }

    std::string takeTls(std::string_view value) {
        if (value != "true" && value != "false")
            return "'tls' must be true or false";
        const double wanted = value == "true" ? 1 : 0;
        page_.query.ranges.push_back({ConnectionColumn::Tls, wanted, wanted});
        return {};
    }

    std::string takeRange(std::string_view name, ConnectionColumn column, bool isMin,
                          const std::string& value) {
        if (protocol::isText(column) || column == ConnectionColumn::Tls)
            return "the column " + inQuotes(protocol::name(column)) + " has no range";
        const auto limit = bound(column, value);
        if (!limit)
            return inQuotes(name) + (column == ConnectionColumn::ConnectedAt
                                         ? " must be a time with its offset, such as 2026-01-31T12:00:00Z"
                                         : " must be a number");
        constexpr double infinity = std::numeric_limits<double>::infinity();
        auto& range =
            page_.query.ranges.emplace_back(protocol::ConnectionRangeFilter{column, -infinity, infinity});
        (isMin ? range.min : range.max) = *limit;
        return {};
    }

    ConnectionPageRequest page_;
    std::set<std::string> seen_;
    bool makesList_ = false;
};

} // namespace

std::variant<ConnectionPageRequest, std::string> readConnectionPageRequest(std::string_view query) {
    const auto parameters = protocol::queryParameters(query);
    if (!parameters)
        return std::string("the query is not valid percent-encoded UTF-8");
    Reader reader;
    for (const auto& [name, value] : *parameters) {
        if (auto fault = reader.take(name, value); !fault.empty())
            return fault;
    }
    return reader.finish();
}

std::variant<protocol::ConnectionQuery, std::string>
readConnectionFilters(const std::vector<std::pair<std::string, std::string>>& filters) {
    Reader reader;
    for (const auto& [name, value] : filters) {
        for (const auto* const other : {"limit", "offset", "list", "cursor", "sort"}) {
            if (name == other)
                return "there is no filter " + inQuotes(name) + "; there are q, and filters by the columns";
        }
        if (auto fault = reader.take(name, value); !fault.empty())
            return fault;
    }
    return std::get<ConnectionPageRequest>(reader.finish()).query;
}

std::string makeCursor(const std::string& list, std::size_t offset) {
    return list + '.' + std::to_string(offset);
}

} // namespace chinwag::http
