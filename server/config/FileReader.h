// Reading a whole file, with the reason when it cannot be.
#pragma once

#include <cstddef>
#include <string>
#include <variant>

namespace chinwag::config {

struct FileError {
    std::string text; ///< "cannot be read: Permission denied"
};

/// All of the file, unless it is longer than `longest` bytes.
std::variant<std::string, FileError> readFile(const std::string& path, std::size_t longest);

} // namespace chinwag::config
