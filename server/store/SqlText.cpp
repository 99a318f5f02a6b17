#include "store/SqlText.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

// The resources of a static library have to be asked for, outside of any namespace.
static void initSqlResources() {
    Q_INIT_RESOURCE(chinwag_store_sql);
}

namespace chinwag::store {

namespace {

QStringList linesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the program lacks %s", qPrintable(path));
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

// Comments go: a '?' or a ';' within one would mean something to Qt.
QString withoutComments(const QStringList& lines) {
    QStringList out;
    for (const QString& line : lines) {
        if (!line.trimmed().startsWith(u"--"))
            out += line;
    }
    return out.join(u'\n');
}

// A statement ends with a ';' at the end of a line that begins at the margin; those within a trigger do not.
QStringList split(const QString& text) {
    QStringList out;
    QString statement;
    for (const QString& line : text.split(u'\n')) {
        statement += line + u'\n';
        const bool inner = line.startsWith(u' ') && statement.contains(u" BEGIN\n");
        if (!line.endsWith(u';') || inner)
            continue;
        statement = statement.trimmed();
        statement.chop(1);
        out += statement;
        statement.clear();
    }
    return out;
}

} // namespace

SqlText::SqlText(StoreLocation::Kind dialect) {
    initSqlResources();
    const QString name =
        dialect == StoreLocation::Kind::Sqlite ? QStringLiteral("sqlite") : QStringLiteral("postgresql");
    read(QStringLiteral(":/store/sql/common.sql"));
    read(QStringLiteral(":/store/sql/%1.sql").arg(name));
    for (auto& [key, text] : statements_) {
        for (const auto* const part :
             {"columns", "from", "rooms_of", "sanction_columns", "sanction_filter", "audit_columns"})
            text.replace(QStringLiteral("@%1@").arg(QLatin1String(part)), statements_.at(part));
    }
    const QDir steps(QStringLiteral(":/store/sql/%1").arg(name));
    for (const QString& file : steps.entryList(QDir::Files, QDir::Name))
        migrations_.push_back(split(withoutComments(linesOf(steps.filePath(file)))));
}

void SqlText::read(const QString& path) {
    QString name;
    QStringList lines;
    const auto keep = [&] {
        if (!name.isEmpty()) {
            QString text = withoutComments(lines);
            while (text.endsWith(u'\n'))
                text.chop(1);
            statements_[name.toStdString()] = text;
        }
        lines.clear();
    };
    for (const QString& line : linesOf(path)) {
        if (line.startsWith(u"-- name: ")) {
            keep();
            name = line.mid(9).trimmed();
        } else {
            lines += line;
        }
    }
    keep();
}

const QString& SqlText::statement(std::string_view name) const {
    const auto found = statements_.find(std::string(name));
    if (found == statements_.end())
        qFatal("there is no SQL statement %s", std::string(name).c_str());
    return found->second;
}

QStringList SqlText::statements(std::string_view name) const {
    return split(statement(name));
}

} // namespace chinwag::store
