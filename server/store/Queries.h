// What is read, each with a connection of the asking thread. Absent results: the database failed.
#pragma once

#include "hub/Store.h"

#include <QtSql/QSqlQuery>

#include <optional>
#include <string>
#include <vector>

namespace chinwag::store {

class SqlConnection;

using Messages = std::vector<hub::StoredMessage>;

/// No query answers more.
inline constexpr std::size_t mostMessages = 10'000;

std::optional<hub::StoreResult<hub::History>> readHistory(SqlConnection& connection,
                                                          const hub::HistoryQuery& query);
std::optional<hub::StoreResult<Messages>> readPage(SqlConnection& connection, const hub::PageQuery& query);
std::optional<hub::StoreResult<Messages>> readSearch(SqlConnection& connection,
                                                     const hub::SearchQuery& query);
std::optional<hub::StoreResult<hub::StoredMessage>>
readMessage(SqlConnection& connection, const std::string& channel, const std::string& id);
std::optional<hub::StoreResult<std::vector<hub::KnownClientId>>> readClientIds(SqlConnection& connection,
                                                                               hub::StoreTime since);
std::optional<hub::StoreResult<std::vector<hub::ReadMarker>>> readMarkersOf(SqlConnection& connection,
                                                                            const std::string& user);
std::optional<hub::StoreResult<std::vector<hub::Room>>> readRooms(SqlConnection& connection,
                                                                  const hub::RoomsQuery& query);
std::optional<hub::StoreResult<std::vector<hub::Report>>> readReports(SqlConnection& connection,
                                                                      const hub::ReportQuery& query);
std::optional<hub::StoreResult<std::vector<hub::Erasure>>> readErasures(SqlConnection& connection);

/// The columns that SQL calls @columns@, beginning with the one at `first`.
hub::StoredMessage messageOf(const QSqlQuery& row, int first = 0);

} // namespace chinwag::store
