// Between Qt's bytes, which QtTest can print, and the views that the Qt-free classes take.
#pragma once

#include <QByteArray>

#include <cstddef>
#include <string_view>

namespace chinwag::test {

inline std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

inline QByteArray bytes(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace chinwag::test
