#include "store/StoreLocation.h"

#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>

#include <algorithm>

namespace chinwag::store {

namespace {

// A ';' or a space would begin another option.
bool isPlain(const QString& text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isPrint() && !c.isSpace() && !QStringView(u";='\\").contains(c);
    });
}

std::variant<StoreLocation, QString> parsePostgreSql(const QString& text) {
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return QStringLiteral("this is not a URL: %1").arg(url.errorString());
    StoreLocation out;
    out.kind = StoreLocation::Kind::PostgreSql;
    out.host = url.host();
    out.port = url.port(out.port);
    out.user = url.userName(QUrl::FullyDecoded);
    out.password = url.password(QUrl::FullyDecoded);
    out.database = url.path(QUrl::FullyDecoded).mid(1);
    if (out.database.isEmpty())
        return QStringLiteral("the URL names no database: postgresql://HOST/DATABASE");
    QStringList options;
    for (const auto& [name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        if (!isPlain(name) || !isPlain(value))
            return QStringLiteral("the option %1 has characters that no option may have").arg(name);
        if (name == u"host")
            out.host = value;
        else
            options += QStringLiteral("%1=%2").arg(name, value);
    }
    out.options = options.join(u';');
    return out;
}

} // namespace

std::variant<StoreLocation, QString> StoreLocation::parse(const QString& url) {
    if (url.startsWith(u"postgresql:") || url.startsWith(u"postgres:"))
        return parsePostgreSql(url);
    StoreLocation out;
    out.path = url;
    if (url.startsWith(u"sqlite:"))
        out.path = url.startsWith(u"sqlite://") ? url.mid(9) : url.mid(7);
    else if (url.contains(u"://"))
        return QStringLiteral("a store is a sqlite: or a postgresql: URL");
    if (out.path.isEmpty() || out.path.endsWith(u'/'))
        return QStringLiteral("the URL names no file: sqlite:PATH");
    return out;
}

QString StoreLocation::toString() const {
    if (kind == Kind::Sqlite)
        return path;
    return QStringLiteral("postgresql://%1:%2/%3").arg(host).arg(port).arg(database);
}

} // namespace chinwag::store
