// Where a description refers to other parts of itself.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace chinwag::tests {

/// All that stands behind a "$ref" in `value`, at any depth.
inline void collectReferences(const QJsonValue& value, QStringList& references) {
    if (value.isArray()) {
        const auto items = value.toArray();
        for (const auto& item : items)
            collectReferences(item, references);
        return;
    }
    const auto object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == QLatin1String("$ref"))
            references.append(it.value().toString());
        else
            collectReferences(it.value(), references);
    }
}

} // namespace chinwag::tests
