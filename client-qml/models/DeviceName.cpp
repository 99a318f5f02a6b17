#include "models/DeviceName.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

namespace chinwag::models {

namespace {

const QString key = QStringLiteral("device_secret");
constexpr qsizetype secretBytes = 32;
constexpr qsizetype nameDigits = 32;

QByteArray newSecret() {
    std::array<quint32, secretBytes / sizeof(quint32)> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return {reinterpret_cast<const char*>(words.data()), secretBytes};
}

} // namespace

QString deviceName(Preferences& preferences, const QUrl& server) {
    if (!preferences.outliveTheProgram())
        return {};
    // A file that a person edited may hold anything.
    QByteArray secret = QByteArray::fromHex(preferences.value(key).toString().toLatin1());
    if (secret.size() != secretBytes) {
        secret = newSecret();
        preferences.setValue(key, QString::fromLatin1(secret.toHex()));
    }
    const QByteArray origin = server.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    const QByteArray code = QMessageAuthenticationCode::hash(origin, secret, QCryptographicHash::Sha256);
    return QString::fromLatin1(code.toHex().left(nameDigits));
}

} // namespace chinwag::models
