#include "screenshots/Scenes.h"

#include "sdk/OpeningRule.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QTest>

namespace chinwag::test {

namespace {

constexpr QLatin1String me("Robin");

bool join(Ui& ui, LinkScript& script) {
    ui.enter(QStringLiteral("chat.example.org"), me, QStringLiteral("hall-4"));
    script.link()->accept();
    script.link()->showPeople({QStringLiteral("Marguerite-Charlotte"), QStringLiteral("Priya"), me,
                               QStringLiteral("Theo"), QStringLiteral("صوفيا"), QString()});
    return true;
}

bool handedOver(LinkScript& script, const QString& text) {
    return QTest::qWaitFor(
        [&] { return !script.link()->said().isEmpty() && script.link()->said().last().text == text; });
}

bool sayEchoed(Ui& ui, LinkScript& script, const QString& text) {
    if (!ui.room().say(text) || !handedOver(script, text))
        return false;
    script.link()->echo(script.link()->said().size() - 1);
    return true;
}

} // namespace

void logIn(Ui& ui, const QByteArray& claims) {
    const auto part = [](const QByteArray& json) {
        return QString::fromLatin1(
            json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    };
    ui.chat().form()->setToken(part("{\"alg\":\"none\"}") + u'.' + part(claims) + QStringLiteral(".x"));
}

bool talk(Ui& ui, LinkScript& script) {
    join(ui, script);
    ScriptedLink& link = *script.link();
    link.hear(QStringLiteral("Theo"), QStringLiteral("Of course it was. Thanks for digging."));
    const bool good =
        sayEchoed(ui, script, QStringLiteral("I pushed the new floor plan: https://plans.example/hall-4")) &&
        sayEchoed(ui, script, QStringLiteral("Could somebody check the emergency exits?"));
    link.hear(QStringLiteral("Priya"),
              QStringLiteral("Looking at it now. Exit C is behind the coffee bar, is that meant to be?"));
    link.hear(QStringLiteral("صوفيا"), QStringLiteral("لا، يجب نقله إلى الجهة الأخرى"));
    link.hear(
        QStringLiteral("Theo"),
        QStringLiteral("Then the queue can go along the windows, which is nicer anyway:\n\n1. move the bar\n"
                       "2. move the queue\n3. coffee"));
    link.hear(QStringLiteral("Theo"),
              QStringLiteral("Details in (https://plans.example/hall-4?sheet=2&view=exits)."));
    link.hear(QStringLiteral("Theo"), QStringLiteral("👍"));
    return good && sayEchoed(ui, script, QStringLiteral("Step 3 has my full support."));
}

namespace {

// Answers, changes, and somebody who writes.
bool changes(Ui& ui, LinkScript& script) {
    join(ui, script);
    ScriptedLink& link = *script.link();
    link.hear(
        ScriptedLink::said(QStringLiteral("Priya"),
                           QStringLiteral("Looking at it now. Exit C is behind the coffee bar, is that meant "
                                          "to be?"),
                           QStringLiteral("m1")));
    sdk::Publication answer =
        ScriptedLink::said(QStringLiteral("Theo"), QStringLiteral("It is not."), QStringLiteral("m2"));
    answer.replyTo = QStringLiteral("m1");
    link.hear(answer);
    sdk::Publication change = ScriptedLink::said({}, QStringLiteral("It is not, and the fire brigade knows."),
                                                 QStringLiteral("m2"));
    change.kind = sdk::Publication::Kind::Edited;
    link.hear(change);
    link.hear(ScriptedLink::said(QStringLiteral("Theo"), QStringLiteral("oops"), QStringLiteral("m3")));
    change.kind = sdk::Publication::Kind::Redacted;
    change.id = QStringLiteral("m3");
    link.hear(change);
    answer = ScriptedLink::said(me, QStringLiteral("Then the bar moves, today."), QStringLiteral("m4"));
    answer.replyTo = QStringLiteral("m2");
    answer.own = answer.edited = true;
    link.hear(answer);
    link.showTyping(QStringLiteral("Priya"));
    return true;
}

// What markup looks like, and an answer that is being written.
bool reply(Ui& ui, LinkScript& script) {
    join(ui, script);
    ScriptedLink& link = *script.link();
    link.hear(ScriptedLink::said(
        QStringLiteral("Priya"),
        QStringLiteral("The label printer wants **UTF-8**, *not* Latin-1. Set `LANG` first:\n"
                       "```\nexport LANG=C.UTF-8\nlpr -P labels crate-*.pdf\n```"),
        QStringLiteral("m1")));
    link.hear(ScriptedLink::said(
        QStringLiteral("Theo"),
        QStringLiteral("> Set `LANG` first\nThat was it, thank you! It is in the notes now: "
                       "https://plans.example/labels"),
        QStringLiteral("m2")));
    const bool good = sayEchoed(
        ui, script, QStringLiteral("And the **crates** are `sorted`, see https://plans.example/crates"));
    sdk::Publication answer =
        ScriptedLink::said(QStringLiteral("صوفيا"), QStringLiteral("شكرا جزيلا"), QStringLiteral("m3"));
    answer.replyTo = QStringLiteral("m1");
    link.hear(answer);
    ui.room().reply(QStringLiteral("m2"));
    return good;
}

bool edit(Ui& ui, LinkScript& script) {
    return talk(ui, script) && ui.room().editNewest();
}

// The menu of the message before the last one, by keys.
bool messageMenu(Ui& ui, LinkScript& script) {
    if (!talk(ui, script) || !ui.layOut())
        return false;
    ui.find(QStringLiteral("timeline"))->forceActiveFocus();
    ui.key(Qt::Key_Up);
    ui.key(Qt::Key_Menu);
    return true;
}

bool redact(Ui& ui, LinkScript& script) {
    if (!talk(ui, script) || !ui.layOut())
        return false;
    ui.find(QStringLiteral("timeline"))->forceActiveFocus();
    ui.key(Qt::Key_Up);
    ui.key(Qt::Key_Delete);
    return true;
}

bool people(Ui& ui, LinkScript& script) {
    if (!talk(ui, script) || !ui.click(QStringLiteral("peopleButton")) ||
        !QTest::qWaitFor([&] { return !script.link()->calls().isEmpty(); }))
        return false;
    QList<sdk::Person> here = ui.room().members()->people();
    for (sdk::Person& person : here)
        person.client = person.nick;
    script.link()->showPeople(here);
    const QJsonObject idle{{QStringLiteral("client"), QStringLiteral("Theo")}, {QStringLiteral("active"), 1}};
    script.link()->calls().last().answer({{QStringLiteral("people"), QJsonArray{idle}}}, {});
    return true;
}

bool offline(Ui& ui, LinkScript& script) {
    if (!talk(ui, script))
        return false;
    const QString late = QStringLiteral("This one was on its way when the train went into the tunnel");
    if (!ui.room().say(late) || !handedOver(script, late))
        return false;
    script.link()->refuse(lost());
    return ui.room().say(QStringLiteral("And this one is written in the dark"));
}

bool arrangeKicked(Ui& ui, LinkScript& script) {
    if (!talk(ui, script))
        return false;
    script.link()->refuse(kicked());
    return true;
}

bool back(Ui& ui, LinkScript& script) {
    if (!talk(ui, script))
        return false;
    script.link()->refuse(lost());
    ui.chat().retryNow();
    script.link()->accept(false);
    script.link()->hear(QStringLiteral("Priya"), QStringLiteral("There you are again!"));
    return true;
}

bool busy(Ui& ui, LinkScript& script) {
    if (!talk(ui, script))
        return false;
    for (int i = 1; i <= 30; ++i)
        script.link()->hear(
            i % 3 == 0 ? QStringLiteral("Priya") : QStringLiteral("Marguerite-Charlotte"),
            QStringLiteral("Crate %1 is at the door, the label says \"fragile\" and \"this side "
                           "up\", and it lies on its side.")
                .arg(i));
    QQuickItem* const timeline = ui.find(QStringLiteral("timeline"));
    const bool laidOut = QTest::qWaitFor(
        [timeline] { return timeline->property("contentHeight").toReal() > 2 * timeline->height(); });
    if (!laidOut)
        return false;
    QMetaObject::invokeMethod(timeline, "page", Q_ARG(double, -1.0));
    script.link()->hear(QStringLiteral("Theo"), QStringLiteral("Coming."));
    script.link()->hear(QStringLiteral("Theo"), QStringLiteral("With a trolley."));
    return true;
}

bool connectFaults(Ui& ui, LinkScript&) {
    ui.enter(QStringLiteral("ftp://chat.example.org"), QStringLiteral("a: b"), QStringLiteral("hall 4"));
    return true;
}

bool refused(Ui& ui, LinkScript& script) {
    ui.chat().preferences()->remember({QStringLiteral("localhost:8000"), {}, {}});
    ui.chat().preferences()->remember({QStringLiteral("https://chat.example.net/chat"), {}, {}});
    ui.enter(QStringLiteral("localhost:8001"), me, QStringLiteral("hall-4"));
    script.link()->refuse(
        sdk::judgeSocketError(QAbstractSocket::ConnectionRefusedError, QStringLiteral("localhost"), {}));
    return true;
}

bool longDraft(Ui& ui, LinkScript& script) {
    if (!talk(ui, script))
        return false;
    ui.find(QStringLiteral("messageInput"))
        ->setProperty("text",
                      QString(QStringLiteral("Notes of the day\n").repeated(3) + QString(4'000, u'x')));
    return true;
}

bool roomDialog(Ui& ui, LinkScript& script) {
    if (!talk(ui, script))
        return false;
    return QMetaObject::invokeMethod(ui.find(QStringLiteral("chatPage")), "joinRoom");
}

// Several rooms, with something new in most of them.
bool rooms(Ui& ui, LinkScript& script) {
    logIn(ui, "{\"sub\":\"robin\"}");
    if (!talk(ui, script))
        return false;
    ScriptedLink& link = *script.link();
    const auto enter = [&](const char* name) {
        if (ui.chat().join(QString::fromLatin1(name)).isEmpty())
            link.in(QString::fromLatin1(name)).openRoom();
    };
    for (const char* const name : {"kitchen", "press", "volunteers-of-the-north-entrance", "lobby"})
        enter(name);
    link.in(QStringLiteral("direct#priya,robin")).openRoom();
    link.in(QStringLiteral("direct#robin,theo")).openRoom();
    ui.chat().show(QStringLiteral("chat:hall-4"));
    const auto hear = [&](const char* room, const char* nick, const char* text, int minutesAgo) {
        auto message = ScriptedLink::said(QString::fromUtf8(nick), QString::fromUtf8(text));
        message.at = QDateTime::currentDateTime().addSecs(-60 * minutesAgo);
        link.in(QString::fromLatin1(room)).hear(message);
    };
    hear("kitchen", "Jonas", "Lunch is soup, or soup.", 70);
    hear("kitchen", "Jonas", "@Robin, two portions are left, one of them is yours.", 12);
    for (int i = 0; i < 7; ++i)
        hear("press", "Marguerite-Charlotte", "The photographer wants to come at nine already, is that fine?",
             30);
    hear("volunteers-of-the-north-entrance", "صوفيا", "لا، يجب نقله إلى الجهة الأخرى", 4 * 24 * 60);
    hear("direct#priya,robin", "priya", "Do you have the key for the store room?", 2);
    hear("direct#robin,theo", "theo", "Thanks!", 26 * 60);
    for (int row = 0; row < ui.chat().rooms()->count(); ++row) {
        auto* const room =
            ui.chat().rooms()->index(row, 0).data(models::RoomsModel::RoomRole).value<models::Room*>();
        if (room->name() == QLatin1String("lobby"))
            room->setPinned(true);
        if (room->name() == QLatin1String("press"))
            room->setMuted(true);
    }
    link.in(QStringLiteral("hall-4"));
    return true;
}

// Where there is no room beside the timeline, one has to ask for it.
bool roomsDrawer(Ui& ui, LinkScript& script) {
    return rooms(ui, script) &&
           (ui.find(QStringLiteral("roomsPanel")) || ui.click(QStringLiteral("roomsButton")));
}

bool roomsSearch(Ui& ui, LinkScript& script) {
    if (!roomsDrawer(ui, script))
        return false;
    ui.chat().rooms()->setFilter(QStringLiteral("zzz"));
    return true;
}

// What was said while one was elsewhere.
bool unread(Ui& ui, LinkScript& script) {
    if (!rooms(ui, script))
        return false;
    ui.chat().show(QStringLiteral("chat:lobby"));
    ui.chat().show(QStringLiteral("chat:kitchen"));
    return true;
}

bool refusedRoom(Ui& ui, LinkScript& script) {
    if (!rooms(ui, script))
        return false;
    script.link()->closeRoom(QStringLiteral("The server says: This room is for members alone."));
    return true;
}

bool noRoom(Ui& ui, LinkScript& script) {
    if (!join(ui, script))
        return false;
    ui.chat().part(QStringLiteral("chat:hall-4"));
    return true;
}

bool directory(Ui& ui, LinkScript& script) {
    if (!roomDialog(ui, script) || !QTest::qWaitFor([&] { return !script.link()->calls().isEmpty(); }))
        return false;
    QJsonArray listed;
    int people = 412;
    for (const char* const name :
         {"lobby", "hall-4", "press", "kitchen", "volunteers-of-the-north-entrance", "lost"}) {
        listed.append(
            QJsonObject{{QStringLiteral("channel"), QString(QStringLiteral("chat:") + QLatin1String(name))},
                        {QStringLiteral("people"), people}});
        people = people / 4 + 1;
    }
    script.link()->calls().last().answer({{QStringLiteral("rooms"), listed}}, {});
    return true;
}

// As somebody has it before them who reads from right to left.
bool rightToLeft(Ui& ui, LinkScript& script) {
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    return rooms(ui, script);
}

// A server that one was on with a token, which is kept.
bool tokenKept(Ui& ui, LinkScript&) {
    models::ConnectForm& form = *ui.chat().form();
    form.setAddress(QStringLiteral("chat.example.org"));
    form.setNick(me);
    form.setRoom(QStringLiteral("hall-4"));
    form.setCanRemember(true);
    form.setTokenKept(true);
    form.setRemembersToken(true);
    return true;
}

bool ignored(Ui& ui, LinkScript& script) {
    if (!talk(ui, script))
        return false;
    ui.chat().profile()->show(&ui.room(), {}, QStringLiteral("Theo"));
    ui.chat().profile()->setIgnored(true);
    return true;
}

bool menu(Ui& ui, LinkScript& script) {
    if (!talk(ui, script))
        return false;
    return ui.click(QStringLiteral("menuButton"));
}

} // namespace

std::vector<Scene> scenes() {
    return {{QStringLiteral("connect-empty"), [](Ui&, LinkScript&) { return true; }},
            {QStringLiteral("connect-faults"), connectFaults},
            {QStringLiteral("connect-refused"), refused},
            {QStringLiteral("connecting"),
             [](Ui& ui, LinkScript&) {
                 ui.enter(QStringLiteral("chat.example.org"), me, QStringLiteral("hall-4"));
                 return true;
             }},
            {QStringLiteral("chat-empty"), join},
            {QStringLiteral("chat"), talk},
            {QStringLiteral("chat-changes"), changes},
            {QStringLiteral("chat-reply"), reply},
            {QStringLiteral("chat-edit"), edit},
            {QStringLiteral("message-menu"), messageMenu},
            {QStringLiteral("redact-dialog"), redact},
            {QStringLiteral("people"), people},
            {QStringLiteral("chat-busy"), busy},
            {QStringLiteral("chat-back"), back},
            {QStringLiteral("chat-offline"), offline},
            {QStringLiteral("chat-kicked"), arrangeKicked},
            {QStringLiteral("chat-long-draft"), longDraft},
            {QStringLiteral("room-dialog"), roomDialog},
            {QStringLiteral("rooms"), rooms},
            {QStringLiteral("rooms-drawer"), roomsDrawer},
            {QStringLiteral("rooms-search"), roomsSearch},
            {QStringLiteral("rooms-unread"), unread},
            {QStringLiteral("room-refused"), refusedRoom},
            {QStringLiteral("rooms-none"), noRoom},
            {QStringLiteral("directory"), directory},
            {QStringLiteral("right-to-left"), rightToLeft},
            {QStringLiteral("connect-token"), tokenKept},
            {QStringLiteral("ignored"), ignored},
            {QStringLiteral("menu"), menu}};
}

} // namespace chinwag::test
