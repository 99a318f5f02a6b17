// The servers that the user has been connected to, kept in the settings. Never a password.
#pragma once

#include "api/Endpoint.h"

#include <QVector>

class QSettings;

namespace chinwag::admin {

class SavedServers {
public:
    /// `settings` must outlive this.
    explicit SavedServers(QSettings& settings);

    /// The one that was used last comes first. No passwords in them.
    const QVector<Endpoint>& all() const { return servers_; }
    /// Puts it first; one with the same address and name is replaced.
    void use(const Endpoint& endpoint);
    void remove(qsizetype index);

private:
    void save();

    QSettings& settings_;
    QVector<Endpoint> servers_;
};

} // namespace chinwag::admin
