#include "support/TranslationFile.h"

#include <QFile>
#include <QXmlStreamReader>

namespace chinwag::test {

namespace {

Translated readMessage(QXmlStreamReader& xml, const QString& context) {
    Translated message;
    message.context = context;
    message.isNumerus = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (!message.isNumerus)
                message.texts << xml.readElementText();
            while (message.isNumerus && xml.readNextStartElement())
                message.texts << xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

} // namespace

QVector<Translated> readTranslation(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QVector<Translated> messages;
    QString context;
    xml.readNextStartElement();
    while (xml.readNextStartElement()) {
        while (xml.readNextStartElement()) {
            if (xml.name() == QLatin1String("name"))
                context = xml.readElementText();
            else
                messages << readMessage(xml, context);
        }
    }
    return xml.hasError() ? QVector<Translated>() : messages;
}

QStringList placesOf(const QString& text) {
    QStringList places;
    for (qsizetype at = text.indexOf(u'%'); at >= 0; at = text.indexOf(u'%', at + 1)) {
        const QString place = text.mid(at, 2);
        if (place.size() == 2 && (place[1].isDigit() || place[1] == u'n'))
            places << place;
    }
    places.sort();
    return places;
}

} // namespace chinwag::test
