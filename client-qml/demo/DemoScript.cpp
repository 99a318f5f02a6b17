#include "demo/DemoScript.h"

#include "sdk/RoomName.h"

#include <QCoreApplication>

namespace chinwag::demo {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(DemoLink)
};

struct Line {
    const char* nick;
    const char* text;
    int answers = 0; ///< which of the lines of its room, counted from 1; 0 = none
};

constexpr Line hallBefore[] = {
    {"Priya", QT_TRANSLATE_NOOP("DemoLink", "Morning! The delivery for hall 4 is in.")},
    {"Priya", QT_TRANSLATE_NOOP("DemoLink", "Twelve crates, none of them labelled.")},
    {"Theo", QT_TRANSLATE_NOOP("DemoLink", "Of course. I can be there in *ten minutes* and sort them.")},
    {"صوفيا", "لا، يجب نقله إلى الجهة الأخرى", 2},
    {"Marguerite",
     QT_TRANSLATE_NOOP("DemoLink",
                       "The floor plan is at https://plans.example/hall-4 (the second sheet). Exit C "
                       "is behind the coffee bar, which the fire brigade will not like.")},
    {"Theo", QT_TRANSLATE_NOOP("DemoLink",
                               "Then the queue can go along the windows, which is **nicer anyway**:\n\n1. "
                               "move the bar\n2. move the queue\n3. coffee")},
};

constexpr Line hallMeanwhile[] = {
    {"Priya", QT_TRANSLATE_NOOP("DemoLink", "Step 3 has my full support ☕")},
    {"Marguerite", QT_TRANSLATE_NOOP("DemoLink", "I have the labels now, printing.")},
    {"Theo", QT_TRANSLATE_NOOP("DemoLink", "Bar is moved. It was heavier than it looks.")},
    {"Priya", QT_TRANSLATE_NOOP("DemoLink", "Doors at nine, then?")},
};

constexpr Line kitchenBefore[] = {
    {"Jonas", QT_TRANSLATE_NOOP("DemoLink", "Lunch is soup, or soup.")},
    {"Marguerite", QT_TRANSLATE_NOOP("DemoLink", "Then I take the soup.")},
};

constexpr Line kitchenMeanwhile[] = {
    {"Jonas", QT_TRANSLATE_NOOP("DemoLink", "Two portions are left.")},
    {"Jonas", QT_TRANSLATE_NOOP("DemoLink", "@%1, one of them is yours.")},
};

constexpr Line priyaBefore[] = {
    {"Priya", QT_TRANSLATE_NOOP("DemoLink", "Do you have the key for the store room?")},
};

sdk::Publication publicationOf(const Line& line, const QString& nick, const QString& room) {
    sdk::Publication publication;
    publication.nick = QString::fromUtf8(line.nick);
    publication.text = Text::tr(line.text).replace(QLatin1String("%1"), nick);
    if (line.answers > 0)
        publication.replyTo = QStringLiteral("%1-%2").arg(room).arg(line.answers);
    return publication;
}

template <std::size_t size>
QList<sdk::Publication> all(const Line (&lines)[size], const QString& nick, const QString& room) {
    QList<sdk::Publication> publications;
    for (const Line& line : lines)
        publications.append(publicationOf(line, nick, room));
    return publications;
}

} // namespace

QList<DemoRoom> demoRooms(const QString& first, const QString& nick) {
    const QString kitchen = sdk::roomCalled(QStringLiteral("kitchen"));
    const QString priya = sdk::roomCalled(QStringLiteral("dialog#priya,%1").arg(nick.toLower()));
    return {{first, all(hallBefore, nick, first), all(hallMeanwhile, nick, first)},
            {kitchen, all(kitchenBefore, nick, kitchen), all(kitchenMeanwhile, nick, kitchen)},
            {priya, all(priyaBefore, nick, priya), {}}};
}

} // namespace chinwag::demo
