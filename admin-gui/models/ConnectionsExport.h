// The list of connections as something that can be written to a file.
#pragma once

#include "models/ConnectionQuery.h"
#include "models/ExportJob.h"

namespace chinwag::admin {

/// All connections that match, in the order of the query, with all of their columns.
ExportJob::Source connectionsExport(const ConnectionQuery& query);

} // namespace chinwag::admin
