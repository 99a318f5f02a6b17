#include "api/KeychainCredentials.h"

#include <QPointer>

#include <utility>

// The header's own warnings are not ours.
#include <qt6keychain/keychain.h>

namespace chinwag::admin {

namespace {

constexpr QLatin1String service("chinwag-admin");

QString keyOf(const Endpoint& endpoint) {
    return endpoint.operatorName + u'@' + endpoint.url.toString();
}

} // namespace

KeychainCredentials::KeychainCredentials(QObject* parent) : Credentials(parent) {
    // Jobs delete themselves when they have finished.
    auto* const job = new QKeychain::ReadPasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(QStringLiteral("probe"));
    connect(job, &QKeychain::Job::finished, this, [this](QKeychain::Job* finished) { probed(*finished); });
    job->start();
}

void KeychainCredentials::probed(const QKeychain::Job& job) {
    available_ = job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
    if (available_)
        Q_EMIT availableChanged();
}

void KeychainCredentials::read(const Endpoint& endpoint, QObject* context, Found found) {
    auto* const job = new QKeychain::ReadPasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(keyOf(endpoint));
    const QPointer<QObject> guard(context);
    connect(job, &QKeychain::Job::finished, this, [job, guard, found = std::move(found)] {
        if (guard)
            found(job->error() == QKeychain::NoError ? job->textData() : QString());
    });
    job->start();
}

void KeychainCredentials::write(const Endpoint& endpoint) {
    auto* const job = new QKeychain::WritePasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(keyOf(endpoint));
    job->setTextData(endpoint.password);
    connect(job, &QKeychain::Job::finished, this, [this](QKeychain::Job* finished) {
        if (finished->error() != QKeychain::NoError)
            Q_EMIT writeFailed(finished->errorString());
    });
    job->start();
}

void KeychainCredentials::remove(const Endpoint& endpoint) {
    auto* const job = new QKeychain::DeletePasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(keyOf(endpoint));
    job->start();
}

std::unique_ptr<Credentials> Credentials::create() {
    return std::make_unique<KeychainCredentials>();
}

} // namespace chinwag::admin
