// The messages of a store as JSON Lines.
#pragma once

#include "hub/Store.h"

#include <QtCore/QFileDevice>

#include <memory>
#include <optional>
#include <string>

namespace chinwag::store {

/// The file appears, complete and for its owner alone, with finish(); before there is none.
class ExportFile {
public:
    explicit ExportFile(const std::string& path);
    /// What is written to it cannot be taken back.
    static ExportFile standardOutput();

    std::optional<hub::StoreError> open();
    std::optional<hub::StoreError> write(const hub::StoredMessage& message);
    std::optional<hub::StoreError> finish();

    /// One line of it. `data`, `info` and `tags` stand in it as they are.
    static std::string line(const hub::StoredMessage& message);

private:
    explicit ExportFile(std::unique_ptr<QFileDevice> file);
    hub::StoreError failed() const;

    std::unique_ptr<QFileDevice> file_;
};

} // namespace chinwag::store
