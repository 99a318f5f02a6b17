// Where messages stand in a timeline, by their names on the server, and where what was not read begins.
// Places are counted from where the first line ever stood: what is put in front or dropped there moves
// nothing.
#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace chinwag::models {

class TimelinePlaces {
public:
    /// A message without a name has no place.
    void note(const QString& id, int position) {
        if (!id.isEmpty())
            places_.insert(id, first_ + position);
    }
    void forget(const QString& id) { places_.remove(id); }
    /// -1 when it is not there.
    int find(const QString& id) const {
        const auto place = places_.constFind(id);
        return place == places_.cend() ? -1 : static_cast<int>(*place - first_);
    }

    void putInFront(int count) { first_ -= count; }
    void dropFirst() { ++first_; }
    void clear() {
        places_.clear();
        divider_.reset();
    }

    /// Negative where there is none, or what it stood before is gone.
    int divider() const { return divider_ ? static_cast<int>(*divider_ - first_) : -1; }
    void setDivider(int position) {
        divider_ = position < 0 ? std::nullopt : std::optional<qint64>(first_ + position);
    }

private:
    QHash<QString, qint64> places_;
    qint64 first_ = 0;
    std::optional<qint64> divider_;
};

} // namespace chinwag::models
