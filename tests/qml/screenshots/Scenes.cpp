#include "screenshots/Scenes.h"

#include "sdk/OpeningRule.h"

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
    return talk(ui, script) && ui.click(QStringLiteral("peopleButton"));
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
            {QStringLiteral("menu"), menu}};
}

} // namespace chinwag::test
