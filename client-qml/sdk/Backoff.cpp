#include "sdk/Backoff.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <utility>

namespace chinwag::sdk {

Backoff::Backoff() : Backoff(Span{}) {}

Backoff::Backoff(Span span) : Backoff(span, [] { return QRandomGenerator::global()->generateDouble(); }) {}

Backoff::Backoff(Span span, Random random) : span_(span), random_(std::move(random)) {}

Backoff::Milliseconds Backoff::next() {
    // Doubling sixteen times is past any cap that makes sense, and far from an overflow.
    const Milliseconds cap = std::min(span_.lastCap, span_.firstCap * (1 << std::min(attempt_, 16)));
    ++attempt_;
    const auto jittered =
        static_cast<Milliseconds::rep>(std::llround(random_() * static_cast<double>(cap.count())));
    return std::clamp(Milliseconds(jittered), span_.floor, std::max(span_.floor, cap));
}

} // namespace chinwag::sdk
