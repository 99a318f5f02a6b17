#include "net/TlsFiles.h"

#include <QtCore/QFile>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslKey>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace chinwag::net {

namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

std::variant<QByteArray, QString> contents(const QString& name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("%1: %2").arg(name, file.errorString());
    return file.readAll();
}

QSslKey parseKey(const QByteArray& pem) {
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull())
            return key;
    }
    return {};
}

// Qt would notice only when a client comes.
bool belongTogether(const QByteArray& certificatePem, const QByteArray& keyPem) {
    const Bio certificateBio(
        BIO_new_mem_buf(certificatePem.constData(), static_cast<int>(certificatePem.size())), &BIO_free);
    const Bio keyBio(BIO_new_mem_buf(keyPem.constData(), static_cast<int>(keyPem.size())), &BIO_free);
    const Certificate certificate(PEM_read_bio_X509(certificateBio.get(), nullptr, nullptr, nullptr),
                                  &X509_free);
    char noPassphrase[] = "";
    const Key key(PEM_read_bio_PrivateKey(keyBio.get(), nullptr, nullptr, noPassphrase), &EVP_PKEY_free);
    return certificate && key && X509_check_private_key(certificate.get(), key.get()) == 1;
}

} // namespace

std::variant<QSslConfiguration, QString> loadTlsFiles(const QString& certificateFile,
                                                      const QString& keyFile) {
    const auto certificatePem = contents(certificateFile);
    if (const auto* const error = std::get_if<QString>(&certificatePem))
        return *error;
    const auto keyPem = contents(keyFile);
    if (const auto* const error = std::get_if<QString>(&keyPem))
        return *error;
    const auto chain = QSslCertificate::fromData(std::get<QByteArray>(certificatePem), QSsl::Pem);
    if (chain.isEmpty() || chain.first().isNull())
        return QStringLiteral("%1: no PEM certificate in it").arg(certificateFile);
    const auto key = parseKey(std::get<QByteArray>(keyPem));
    if (key.isNull())
        return QStringLiteral("%1: no PEM private key in it (RSA or EC, without a passphrase)").arg(keyFile);
    if (!belongTogether(std::get<QByteArray>(certificatePem), std::get<QByteArray>(keyPem)))
        return QStringLiteral("%1 is not the key of the certificate in %2").arg(keyFile, certificateFile);

    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // clients prove who they are above TLS
    configuration.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    return configuration;
}

} // namespace chinwag::net
