// How many files and sockets the process may have open.
#pragma once

#include <QString>

#include <cstddef>
#include <optional>

namespace chinwag::app {

/// Raises the limit to the highest that the system allows: every connection needs a descriptor, and the
/// usual limit of 1,024 exists for programs that still use select(2). An error text when it did not work.
std::optional<QString> raiseDescriptorLimit();

/// How many descriptors may still be opened, less `reserve`: at least one.
std::size_t freeDescriptors(std::size_t reserve);

} // namespace chinwag::app
