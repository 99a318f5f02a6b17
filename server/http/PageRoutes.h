// The page in the browser: "/", "/static/...", the favicon.
#pragma once

#include "http/RouteTable.h"

#include <QtCore/QString>

namespace chinwag::http {

/// Serves the folder `webRoot`, or the page that is built in when it is empty.
void addPageRoutes(RouteTable& routes, const QString& webRoot);

} // namespace chinwag::http
