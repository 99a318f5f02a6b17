#include "keychain/Keychain.h"

#include <QPointer>

#include <utility>

// The header's own warnings are not ours.
#include <qt6keychain/keychain.h>

namespace chinwag::keychain {

// Jobs delete themselves when they have finished.
template <typename Job>
Job* Keychain::prepare(const QString& key) {
    auto* const job = new Job(service_, this);
    job->setInsecureFallback(false);
    job->setKey(key);
    return job;
}

Keychain::Keychain(QString service, QObject* parent) : QObject(parent), service_(std::move(service)) {
    auto* const job = prepare<QKeychain::ReadPasswordJob>(QStringLiteral("probe"));
    connect(job, &QKeychain::Job::finished, this, [this](QKeychain::Job* finished) { onProbed(*finished); });
    job->start();
}

void Keychain::onProbed(const QKeychain::Job& job) {
    available_ = job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
    if (available_)
        Q_EMIT availableChanged();
}

void Keychain::read(const QString& key, QObject* context, Found found) {
    auto* const job = prepare<QKeychain::ReadPasswordJob>(key);
    connect(job, &QKeychain::Job::finished, this,
            [job, guard = QPointer<QObject>(context), found = std::move(found)] {
                if (guard)
                    found(job->error() == QKeychain::NoError ? job->textData() : QString());
            });
    job->start();
}

void Keychain::write(const QString& key, const QString& secret, QObject* context, Kept kept) {
    auto* const job = prepare<QKeychain::WritePasswordJob>(key);
    job->setTextData(secret);
    start(*job, context, std::move(kept));
}

void Keychain::remove(const QString& key, QObject* context, Kept gone) {
    start(*prepare<QKeychain::DeletePasswordJob>(key), context, std::move(gone));
}

void Keychain::start(QKeychain::Job& job, QObject* context, Kept done) {
    connect(&job, &QKeychain::Job::finished, this,
            [guard = QPointer<QObject>(context), done = std::move(done)](QKeychain::Job* finished) {
                const auto error = finished->error();
                const bool isDone = error == QKeychain::NoError || error == QKeychain::EntryNotFound;
                if (guard)
                    done(isDone ? std::nullopt : std::optional(finished->errorString()));
            });
    job.start();
}

} // namespace chinwag::keychain
