// A token, whom to ask for another, and when: of a connection, or of a subscription.
#pragma once

#include "sdk/Backoff.h"
#include "sdk/centrifuge/Types.h"

#include <QObject>
#include <QTimer>

namespace chinwag::centrifuge {

class TokenKeeper : public QObject {
    Q_OBJECT

public:
    TokenKeeper(QString channel, QString token, TokenProvider provider, sdk::Backoff retry);

    const QString& token() const { return token_; }
    void setToken(const QString& token) { token_ = token; }
    bool canAsk() const { return static_cast<bool>(provider_); }
    /// There is nothing to begin with, but somebody who can be asked.
    bool mustAsk() const { return token_.isEmpty() && canAsk(); }
    /// It has expired.
    void drop() { token_.clear(); }

    /// Asks the provider; `then` gets its answer, and token() has it already. A second question replaces the
    /// first.
    void ask(std::function<void(const TokenAnswer&)> then);

    /// refreshWanted() comes when nine tenths of this are over. Without a provider, or when it is for good,
    /// never.
    void scheduleRefresh(TimeToLive ttl);
    /// refreshWanted() comes again after a while.
    void retryRefresh();
    /// Neither an answer nor refreshWanted() comes any more.
    void stop();

Q_SIGNALS:
    void refreshWanted();

private:
    void onAnswer(quint64 question, const TokenAnswer& answer);

    QString channel_;
    QString token_;
    TokenProvider provider_;
    sdk::Backoff retry_;
    QTimer refresh_;
    std::function<void(const TokenAnswer&)> then_;
    quint64 question_ = 0;
};

} // namespace chinwag::centrifuge
