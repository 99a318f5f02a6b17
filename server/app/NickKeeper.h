// Keeps the nicknames of those who look after the server, and the configured ones, from being used by others.
#pragma once

#include "auth/OperatorFile.h"
#include "hub/ReservedNicks.h"

#include <QtCore/QString>

#include <string>
#include <vector>

namespace chinwag::app {

/// On the control thread.
class NickKeeper {
public:
    /// `nicks`, which must outlive it, are told at once.
    NickKeeper(hub::ReservedNicks& nicks, const QString& dataDirectory, std::vector<std::string> configured);

    void setConfigured(std::vector<std::string> configured);
    /// Looks whether there are other operators now, as the command line may make them at any time: to be
    /// called now and then. When they cannot be read, those that were known stay, and the log says why.
    void refresh();

private:
    void tell();

    hub::ReservedNicks& nicks_;
    auth::OperatorFile file_;
    auth::OperatorsRef operators_; // null until they were read
    QString complaint_;            // the last one, which is not repeated
    std::vector<std::string> configured_;
};

} // namespace chinwag::app
