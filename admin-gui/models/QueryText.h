// Conditions as one types them: "anna room:music idle>5m tls:no".
#pragma once

#include "models/ConnectionQuery.h"

namespace chinwag::admin {

/// What was typed, taken apart. A condition is the name of a column, an operator (: = > >= < <=) and a value,
/// which is in quotation marks when it has blanks. Times may have a unit (s, m, h, d), data as well (k, M, G:
/// of 1024). What is no condition is text to be found.
struct QueryText {
    QString text;                      ///< to be found anywhere
    QVector<ConnectionFilter> filters; ///< the conditions that are complete
    QString open;                      ///< a condition at the end that is still being typed
};

/// `isFinal`: nothing follows, so that the last condition is complete too; otherwise a blank has to follow
/// it.
QueryText readQueryText(const QString& typed, bool isFinal);

} // namespace chinwag::admin
