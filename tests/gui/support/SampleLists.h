// Believable lists of a busy server, for pictures.
#pragma once

#include "support/FakeServer.h"

#include <utility>
#include <vector>

namespace chinwag::test {

/// By their paths, as FakeServer::tables.
QHash<QString, FakeServer::Table> sampleTables();
/// What is no list, by its path.
std::vector<std::pair<QString, QJsonObject>> sampleObjects();
/// What is said to a ban, and to its preview.
QJsonObject sampleRuleAnswer();
/// An entry of the audit log, with what was before and after.
QJsonObject sampleAuditEntry();
/// What a trace tells at once.
QJsonObject sampleFrames();

} // namespace chinwag::test
