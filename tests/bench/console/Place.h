// Where a console goes, and as whom.
#pragma once

#include <QString>

namespace chinwag::bench {

struct Place {
    QString address;
    QString operatorName;
    QString password;
};

} // namespace chinwag::bench
