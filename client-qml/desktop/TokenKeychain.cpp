#include "desktop/TokenKeychain.h"

#include "desktop/DesktopTokens.h"

#include <QPointer>

#include <utility>

// The header's own warnings are not ours.
#include <qt6keychain/keychain.h>

namespace chinwag::desktop {

namespace {

const QString service = QStringLiteral("chinwag");

// Jobs delete themselves when they have finished. Nothing is written where others can read it.
template <typename Job>
Job* prepare(const QString& key, QObject* parent) {
    auto* const job = new Job(service, parent);
    job->setInsecureFallback(false);
    job->setKey(key);
    return job;
}

} // namespace

TokenKeychain::TokenKeychain(QObject* parent) : TokenStore(parent) {
    auto* const job = prepare<QKeychain::ReadPasswordJob>(QStringLiteral("probe"), this);
    connect(job, &QKeychain::Job::finished, this, [this](QKeychain::Job* finished) { onProbed(*finished); });
    job->start();
}

void TokenKeychain::onProbed(const QKeychain::Job& job) {
    available_ = job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
    if (available_)
        Q_EMIT availableChanged();
}

void TokenKeychain::read(const QUrl& server, QObject* context, Found found) {
    auto* const job = prepare<QKeychain::ReadPasswordJob>(server.toString(), this);
    connect(job, &QKeychain::Job::finished, this,
            [job, guard = QPointer<QObject>(context), found = std::move(found)] {
                if (guard)
                    found(job->error() == QKeychain::NoError ? job->textData() : QString());
            });
    job->start();
}

void TokenKeychain::write(const QUrl& server, const QString& token, QObject* context, Kept kept) {
    auto* const job = prepare<QKeychain::WritePasswordJob>(server.toString(), this);
    job->setTextData(token);
    connect(job, &QKeychain::Job::finished, this,
            [guard = QPointer<QObject>(context), kept = std::move(kept)](QKeychain::Job* finished) {
                if (guard)
                    kept(finished->error() == QKeychain::NoError ? QString() : finished->errorString());
            });
    job->start();
}

void TokenKeychain::remove(const QUrl& server) {
    prepare<QKeychain::DeletePasswordJob>(server.toString(), this)->start();
}

std::unique_ptr<models::TokenStore> makeTokenStore() {
    return std::make_unique<TokenKeychain>();
}

} // namespace chinwag::desktop
