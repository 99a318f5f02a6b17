// The questions that a console asks about connections, and how long the answers take.
#pragma once

#include <QJsonObject>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace chinwag::bench {

/// Answers GET /admin/api/connections?`query`; nothing when that was refused.
using AskList = std::function<std::optional<QJsonObject>(const std::string& query)>;

/// Reports how long each takes, again and again: the median and the worst. With `showWork` also the time that
/// this thread has worked for it, which is the server's where that runs here. False when one was refused, or
/// the pages of a list do not make up all of it.
bool measureLists(const AskList& ask, std::size_t connections, bool showWork);

} // namespace chinwag::bench
