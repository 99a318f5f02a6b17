#include "sdk/centrifuge/TokenKeeper.h"

#include <algorithm>
#include <utility>

namespace chinwag::centrifuge {

namespace {

using std::chrono::milliseconds;

// As much as a QTimer can wait; long before that somebody has restarted something.
constexpr milliseconds longestWait{std::chrono::hours(24 * 20)};

} // namespace

TokenKeeper::TokenKeeper(QString channel, QString token, TokenProvider provider, sdk::Backoff retry)
    : channel_(std::move(channel)),
      token_(std::move(token)),
      provider_(std::move(provider)),
      retry_(std::move(retry)) {
    refresh_.setSingleShot(true);
    connect(&refresh_, &QTimer::timeout, this, &TokenKeeper::refreshWanted);
}

void TokenKeeper::ask(std::function<void(const TokenAnswer&)> then) {
    then_ = std::move(then);
    const quint64 question = ++question_;
    provider_(channel_, [self = QPointer<TokenKeeper>(this), question](const TokenAnswer& answer) {
        if (self)
            self->onAnswer(question, answer);
    });
}

void TokenKeeper::onAnswer(quint64 question, const TokenAnswer& answer) {
    if (question != question_ || !then_)
        return;
    if (answer.kind == TokenAnswer::Kind::Token)
        token_ = answer.text;
    const auto then = std::exchange(then_, {});
    then(answer);
}

void TokenKeeper::scheduleRefresh(TimeToLive ttl) {
    refresh_.stop();
    retry_.reset();
    if (ttl.count() > 0 && canAsk())
        refresh_.start(std::min(longestWait, milliseconds(ttl) / 10 * 9));
}

void TokenKeeper::retryRefresh() {
    refresh_.start(retry_.next());
}

void TokenKeeper::stop() {
    refresh_.stop();
    then_ = {};
    ++question_;
}

} // namespace chinwag::centrifuge
