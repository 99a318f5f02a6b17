// Secrets of one program in the desktop's keychain, through QtKeychain.
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace QKeychain { // NOLINT(readability-identifier-naming): the library's
class Job;
}

namespace chinwag::keychain {

/// Used on the thread that made it, whose event loop has to run. Nothing is written where others can read it.
class Keychain : public QObject {
    Q_OBJECT

public:
    using Found = std::function<void(const QString& secret)>;
    using Kept = std::function<void(const std::optional<QString>& fault)>;

    /// Asks the keychain for something that is not in it, to learn whether there is one. `service` is what
    /// the program's secrets are filed under.
    explicit Keychain(QString service, QObject* parent = nullptr);

    /// False until a keychain has answered; availableChanged() tells.
    bool isAvailable() const { return available_; }
    /// Calls `found` with the secret, or with an empty text when none is kept or it is not handed out, unless
    /// `context` has been destroyed by then. The keychain may ask its owner first, so it can take long.
    void read(const QString& key, QObject* context, Found found);
    /// Calls `kept` in the same way; `fault` is for a person, and absent when it is kept.
    void write(const QString& key, const QString& secret, QObject* context, Kept kept);
    /// Likewise: `gone` is told of a fault, or that it is not there any more, if it ever was.
    void remove(const QString& key, QObject* context, Kept gone);

Q_SIGNALS:
    void availableChanged();

private:
    template <typename Job>
    Job* prepare(const QString& key);
    void start(QKeychain::Job& job, QObject* context, Kept done);
    void onProbed(const QKeychain::Job& job);

    const QString service_;
    bool available_ = false;
};

} // namespace chinwag::keychain
