#include "sdk/centrifuge/Stream.h"

#include "sdk/centrifuge/Codec.h"

#include <algorithm>

namespace chinwag::centrifuge {

void Stream::invalidate() {
    if (recoverable_)
        position_ = {0, QStringLiteral("_")};
}

QList<Publication> Stream::begin(const SubscribeResult& result) {
    // Offsets tell what is known already only within the same stream, followed without a gap.
    const bool goesOn = result.recovered && result.position.epoch == position_.epoch;
    position_ = {goesOn ? position_.offset : 0, result.position.epoch};
    recoverable_ = result.recoverable;
    QList<Publication> fresh;
    for (const Publication& publication : result.publications) {
        if (take(publication))
            fresh.append(publication);
    }
    position_.offset = std::max(position_.offset, result.position.offset);
    return fresh;
}

bool Stream::take(const Publication& publication) {
    if (publication.offset == 0)
        return true;
    if (publication.offset <= position_.offset)
        return false;
    position_.offset = publication.offset;
    return true;
}

QJsonObject Stream::recovery() const {
    if (!recoverable_)
        return {};
    QJsonObject object = codec::writePosition(position_);
    object.insert(QStringLiteral("recover"), true);
    return object;
}

} // namespace chinwag::centrifuge
