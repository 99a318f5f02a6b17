// The SQL of a dialect: statements by name, and the steps that make the tables. All of it stands in sql/.
#pragma once

#include "store/StoreLocation.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chinwag::store {

/// Immutable once made; every connection has its own.
class SqlText {
public:
    explicit SqlText(StoreLocation::Kind dialect);

    /// The statement called `name`; empty where the dialect does without. An unknown name is a defect.
    const QString& statement(std::string_view name) const;
    /// For those that consist of several.
    QStringList statements(std::string_view name) const;

    /// What each migration executes, in order; the first has the number 1.
    const std::vector<QStringList>& migrations() const { return migrations_; }

private:
    void read(const QString& path);

    std::unordered_map<std::string, QString> statements_;
    std::vector<QStringList> migrations_;
};

} // namespace chinwag::store
